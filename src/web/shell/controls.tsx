import type { ComponentProps, ReactNode } from 'react'

// USWDS markup for the plainest controls. The component library's own come with all of its icons,
// 41 kB compressed for six elements, so only its combo box is used, and fetched where it is shown.

interface ButtonProps extends ComponentProps<'button'> {
  readonly type: 'button' | 'submit'
  readonly outline?: boolean
  readonly unstyled?: boolean
}

/** A button: filled for the main thing to do, outlined for others, unstyled to look like a link. */
export function Button({
  outline = false,
  unstyled = false,
  className = '',
  ...rest
}: ButtonProps) {
  const look = unstyled ? ' usa-button--unstyled' : outline ? ' usa-button--outline' : ''
  return <button className={`usa-button${look} ${className}`.trim()} {...rest} />
}

interface LabelProps extends ComponentProps<'label'> {
  readonly htmlFor: string
}

/** The visible name of an input. */
export function Label({ className = '', ...rest }: LabelProps) {
  return <label className={`usa-label ${className}`.trim()} {...rest} />
}

interface SelectProps extends ComponentProps<'select'> {
  readonly id: string
}

/** A drop-down list. */
export function Select({ className = '', ...rest }: SelectProps) {
  return <select className={`usa-select ${className}`.trim()} {...rest} />
}

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'id' | 'type'> {
  readonly id: string
  readonly label: ReactNode
}

/** One choice of several that exclude each other. */
export function Radio({ label, ...rest }: ChoiceProps) {
  return (
    <div className="usa-radio">
      <input type="radio" className="usa-radio__input" {...rest} />
      <label className="usa-radio__label" htmlFor={rest.id}>
        {label}
      </label>
    </div>
  )
}

/** Something to tick or to leave. */
export function Checkbox({ label, ...rest }: ChoiceProps) {
  return (
    <div className="usa-checkbox">
      <input type="checkbox" className="usa-checkbox__input" {...rest} />
      <label className="usa-checkbox__label" htmlFor={rest.id}>
        {label}
      </label>
    </div>
  )
}

interface AlertProps {
  readonly type: 'info' | 'warning' | 'error' | 'success'
  readonly heading: string
  readonly headingLevel: 'h2' | 'h3'
  readonly children: ReactNode
}

/** A notice that stands out. */
export function Alert({ type, heading, headingLevel: Heading, children }: AlertProps) {
  return (
    <div className={`usa-alert usa-alert--${type}`}>
      <div className="usa-alert__body">
        <Heading className="usa-alert__heading">{heading}</Heading>
        <div className="usa-alert__text">{children}</div>
      </div>
    </div>
  )
}
