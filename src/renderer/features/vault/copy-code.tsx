import { useState } from 'react'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Copies the code for a password manager, and says when it leaves the clipboard again. */
export function CopyCode({ code }: { readonly code: string }) {
  const copy = useCommand('app.copySecret')
  const [seconds, setSeconds] = useState<number | null>(null)
  const run = async () => {
    const outcome = await copy.run({ text: code })
    setSeconds(outcome.ok ? outcome.value.seconds : null)
  }
  return (
    <div className="file-choice">
      <Button isSmall isBusy={copy.isRunning} onClick={() => void run()}>
        Copy for a password manager
      </Button>
      <span className="field-hint" role="status">
        {seconds === null ? '' : `Copied. It leaves the clipboard after ${seconds} seconds and on lock; a clipboard history may keep it.`}
      </span>
      {copy.fault === null ? null : <Refusal words={wordsFor(copy.fault)} />}
    </div>
  )
}
