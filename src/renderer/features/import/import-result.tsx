import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { changedByImport, type Written } from './import-stage.ts'

interface ImportResultProps {
  readonly written: Written
  readonly onOpenParties: () => void
  readonly onAnother: () => void
}

/** What came of an import, and the way back from it. */
export function ImportResult({ written, onOpenParties, onAnother }: ImportResultProps) {
  const { t } = useTranslation('import')
  const undo = useCommand('imports.undo', changedByImport)
  const { batchId, done, total, added, updated, skipped } = written
  const isWhole = done === total
  const title = isWhole ? t('done.title') : t('done.stopped', { done, total })
  const result = useRef<HTMLDivElement>(null)
  // What was under way took the focus with it; here it is read what came of it.
  useEffect(() => result.current?.focus(), [])
  return (
    <div ref={result} tabIndex={-1} role="group" aria-label={title}>
      {undo.fault === null ? null : <Refusal words={wordsFor(undo.fault)} />}
      <Notice
        tone={isWhole ? 'good' : 'warning'}
        title={title}
        actions={
          <>
            <Button look="primary" onClick={onOpenParties}>
              {t('done.open')}
            </Button>
            <Button onClick={onAnother}>{t('done.another')}</Button>
            <Button
              changes
              look="quiet"
              isBusy={undo.isRunning}
              onClick={async () => {
                const outcome = await undo.run({ batchId })
                if (outcome.ok) onAnother()
              }}
            >
              {t('done.undo')}
            </Button>
          </>
        }
      >
        <ul>
          <li>{t('done.added', { count: added })}</li>
          <li>{t('done.updated', { count: updated })}</li>
          <li>{t('done.skipped', { count: skipped })}</li>
        </ul>
      </Notice>
    </div>
  )
}
