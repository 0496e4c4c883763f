import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Copies the code for a password manager, and says when it leaves the clipboard again. */
export function CopyCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('vault')
  const copy = useCommand('app.copySecret')
  const [seconds, setSeconds] = useState<number | null>(null)
  const run = async () => {
    const outcome = await copy.run({ text: code })
    setSeconds(outcome.ok ? outcome.value.seconds : null)
  }
  return (
    <div className="file-choice">
      <Button isSmall isBusy={copy.isRunning} onClick={() => void run()}>
        {t('recovery.copy')}
      </Button>
      <span className="field-hint" role="status">
        {seconds === null ? '' : t('recovery.copied', { seconds })}
      </span>
      {copy.fault === null ? null : <Refusal words={wordsFor(copy.fault)} />}
    </div>
  )
}
