import type { ButtonHTMLAttributes, Ref } from 'react'
import { useWhyBarred, useWhyFixed } from './changes.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly isSmall?: boolean
  /** Under way: the button stays focusable and says so, but does nothing. */
  readonly isBusy?: boolean
  /** Changes the vault, or leads to nothing else; a submit button in a form that changes the vault need not say so. */
  readonly changes?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  look = 'secondary',
  isSmall = false,
  isBusy = false,
  changes = false,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const whyFixed = useWhyFixed()
  const whyBarred = useWhyBarred(changes) ?? (type === 'submit' ? whyFixed : null)
  const classes = ['button', `button-${look}`, isSmall ? 'button-small' : '', className ?? ''].filter(Boolean).join(' ')
  return (
    <button
      type={type}
      className={classes}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isBusy || whyBarred !== null) event.preventDefault()
        else onClick?.(event)
      }}
      {...rest}
      aria-disabled={isBusy || whyBarred !== null || rest['aria-disabled']}
      title={whyBarred ?? rest.title}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  )
}
