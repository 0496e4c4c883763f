import type { ReactNode } from 'react'
import { Notice } from './notice.tsx'

/** Something was refused or failed: what happened, what to do next, and perhaps a button that does it. */
export function Refusal({
  words,
  actions,
}: {
  readonly words: { readonly what: string; readonly next: string }
  readonly actions?: ReactNode
}) {
  return (
    <Notice tone="bad" title={words.what} isUrgent {...(actions === undefined ? {} : { actions })}>
      <p>{words.next}</p>
    </Notice>
  )
}
