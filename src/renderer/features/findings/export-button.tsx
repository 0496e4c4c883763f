import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingFilter, FindingOrder } from '#shared/contract/findings.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** Saves what the filter leaves as a table for spreadsheets. */
export function ExportButton({ filter, order }: { readonly filter: FindingFilter; readonly order: FindingOrder }) {
  const { t } = useTranslation('findings')
  const choose = useCommand('findings.chooseExport')
  const write = useCommand('findings.export')
  const [told, setTold] = useState('')
  const run = async () => {
    setTold('')
    write.forget()
    const chosen = await choose.run({})
    if (!chosen.ok || chosen.value.handle === null) return
    const outcome = await write.run({ filter, order, handle: chosen.value.handle })
    if (!outcome.ok) return
    const { writtenCount: count, isComplete } = outcome.value
    const { label } = chosen.value
    setTold(isComplete ? t('export.done', { count, label }) : t('export.partial', { count, label }))
  }
  const fault = choose.fault ?? write.fault
  return (
    <div className="export">
      <span role="status">{told}</span>
      <Button isSmall isBusy={choose.isRunning || write.isRunning} onClick={() => void run()}>
        {write.isRunning ? t('export.working') : t('export.button')}
      </Button>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </div>
  )
}
