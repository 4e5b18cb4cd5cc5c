import { useEffect, useRef } from 'react'

interface Props {
  readonly problems: readonly string[]
  /** The input that the problems are about. */
  readonly fieldId: string
}

/** Takes the focus when something is wrong, says what, and leads to the field. */
export function ErrorSummary({ problems, fieldId }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  if (problems.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="usa-alert usa-alert--error error-summary"
      aria-labelledby="error-summary"
    >
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading" id="error-summary">
          There is a problem
        </h2>
        <ul className="usa-list">
          {problems.map((problem) => (
            <li key={problem}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId)?.focus()
                }}
              >
                {problem}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
