/** What is shown while something takes a moment; it appears only after a short wait (see CSS). */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="loading" role="status">
      <span className="loading-mark" aria-hidden="true" />
      Loading {what} …
    </div>
  )
}
