import type { ReactNode } from 'react'

const lines: readonly { readonly title: string; readonly body: ReactNode }[] = [
  {
    title: 'A passphrase',
    body: 'keeps out who finds or copies the folder. How long depends on how hard it is to guess; nothing slows a guesser down but the passphrase and the work each try costs.',
  },
  {
    title: 'A key file',
    body: 'keeps out who has the folder and has seen or guessed the passphrase, as long as they do not have the file. It does not help when the stick stays in the computer.',
  },
  {
    title: 'The recovery code',
    body: 'cannot be guessed. It opens the vault for whoever finds the paper, without passphrase and key file.',
  },
  {
    title: 'A remembered device',
    body: 'saves typing. It protects against who has the folder but not your account on this computer, and against nobody who is logged in to it.',
  },
  {
    title: 'None of them',
    body: 'protects against somebody who controls this computer while the vault is open, or takes copies back in time that were made before a change.',
  },
]

/** What each way protects against, and what it does not. */
export function Protection() {
  return (
    <details className="protection">
      <summary>What each protects against</summary>
      <dl>
        {lines.map(({ title, body }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{body}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
