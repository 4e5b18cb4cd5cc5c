import type { ReactNode } from 'react'

interface Props {
  /** Names the table for people who cannot see what stands around it. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A table that scrolls sideways on its own where the screen is narrower than it. */
export function ScrollTable({ label, className = '', children }: Props) {
  return (
    <div className="scroll-table" tabIndex={0} role="region" aria-label={label}>
      <table className={`usa-table ${className}`}>{children}</table>
    </div>
  )
}
