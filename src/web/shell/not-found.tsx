import { Link } from 'wouter'
import { PageHeading } from './page-heading.tsx'

/** The page of an address that leads nowhere. */
export function NotFound({ what = 'page' }: { readonly what?: string }) {
  return (
    <div className="page">
      <PageHeading title={`There is no such ${what}`} />
      <p>
        Check the address, or start from <Link href="/">the list of programs</Link>.
      </p>
    </div>
  )
}
