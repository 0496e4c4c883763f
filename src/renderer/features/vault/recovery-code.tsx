import { useEffect, useRef, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { CopyCode } from './copy-code.tsx'
import { groupsOf, isLastGroup } from './recovery-groups.ts'

/** Shows the recovery code once, and lets nobody past who has not written it down. */
export function RecoveryCode({ code, onConfirmed }: { readonly code: string; readonly onConfirmed: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const confirm = () => {
    if (isLastGroup(code, typed)) onConfirmed()
    else setHasFailed(true)
  }
  return (
    <form
      className="unlock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        Write down the recovery code
      </h2>
      <p>It opens the vault if you forget the passphrase. It is shown only now. Write it on paper and keep it apart from this computer.</p>
      <ol className="recovery" aria-label="Recovery code">
        {groupsOf(code).map((group, index) => (
          <li key={`${index}-${group}`}>{group}</li>
        ))}
      </ol>
      <CopyCode code={code} />
      <TextField
        label="Last group of the code"
        hint="Type it from your paper, to be sure that it is legible."
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setHasFailed(false)
        }}
        error={hasFailed ? 'is not what you typed; compare your paper with the code above' : undefined}
      />
      <Notice tone="warning" title="Without the passphrase and without this code the vault cannot be opened by anybody." />
      <div className="form-actions">
        <Button type="submit" look="primary">
          I have written it down
        </Button>
      </div>
    </form>
  )
}
