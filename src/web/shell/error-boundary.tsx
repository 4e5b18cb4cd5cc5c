import type { ReactNode } from 'react'
import { Component } from 'react'

interface Props {
  readonly children: ReactNode
  /** A change of it, such as another address, gives the page another chance. */
  readonly place: string
}
interface State {
  readonly failed: { readonly place: string; readonly message: string } | undefined
}

/** Shows plain words and a way on where a page failed; the rest of the screen stays. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    const message = error instanceof Error ? error.message : String(error)
    return { failed: { place: '', message } }
  }

  static getDerivedStateFromProps({ place }: Props, { failed }: State): Partial<State> | null {
    if (!failed) return null
    if (failed.place === '') return { failed: { ...failed, place } }
    return failed.place === place ? null : { failed: undefined }
  }

  override render(): ReactNode {
    const { failed } = this.state
    if (!failed) return this.props.children
    return (
      <div className="page">
        <h1>Something on this page failed</h1>
        <p>
          Your answers are kept in this browser tab. Load the page again; if it fails again, the
          line below tells the maintainers what happened.
        </p>
        <p>
          <code>{failed.message}</code>
        </p>
        <p>
          <button type="button" className="usa-button" onClick={() => window.location.reload()}>
            Load this page again
          </button>
        </p>
      </div>
    )
  }
}
