// Whether the open vault may be changed. Controls that would change it ask here, and say why they cannot instead of failing when used.
import { createContext, useContext, type FormHTMLAttributes, type ReactNode } from 'react'

/** Why nothing can be changed, as a sentence; null while everything can. */
export const WhyNoChanges = createContext<string | null>(null)
const IsChanging = createContext(false)

/** Why nothing can be changed; null where `changes` is false. */
export function useWhyBarred(changes = true): string | null {
  const why = useContext(WhyNoChanges)
  return changes ? why : null
}

/** Why what stands here cannot be filled in; null outside a part that changes the vault. */
export function useWhyFixed(): string | null {
  return useWhyBarred(useContext(IsChanging))
}

/** What is filled in here changes the vault: its fields become fixed, and its submit button says why, while that cannot be. */
export function Changing({ children }: { readonly children: ReactNode }) {
  return <IsChanging value>{children}</IsChanging>
}

/** A form that changes the vault when it is sent. */
export function ChangeForm({ onSubmit, children, ...rest }: FormHTMLAttributes<HTMLFormElement>) {
  const why = useWhyBarred()
  return (
    <form
      onSubmit={(event) => {
        if (why === null) onSubmit?.(event)
        else event.preventDefault()
      }}
      {...rest}
    >
      <Changing>{children}</Changing>
    </form>
  )
}
