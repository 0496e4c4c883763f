import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Writes what the list shows into a file that a spreadsheet opens. */
export function ExportList({ view }: { readonly view: ThirdPartyView }) {
  const { t } = useTranslation('third-parties')
  const choose = useCommand('thirdParties.chooseExport')
  const write = useCommand('thirdParties.export')
  const [saved, setSaved] = useState<{ readonly label: string; readonly count: number } | null>(null)
  const fault = choose.fault ?? write.fault
  const run = async () => {
    setSaved(null)
    const chosen = await choose.run({})
    if (!chosen.ok || chosen.value.handle === null) return
    const outcome = await write.run({ handle: chosen.value.handle, view })
    if (outcome.ok) setSaved({ label: chosen.value.label, count: outcome.value.rowCount })
  }
  return (
    <div className="party-export">
      <span role="status">{saved === null ? '' : t('export.saved', saved)}</span>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <Button isSmall isBusy={choose.isRunning || write.isRunning} onClick={() => void run()}>
        {t('export.save')}
      </Button>
    </div>
  )
}
