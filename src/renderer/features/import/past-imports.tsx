import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { changedByImport } from './import-stage.ts'

/** The imports of this vault, each of which can be undone as a whole. */
export function PastImports() {
  const { t } = useTranslation('import')
  const query = useQuery('imports.list', {})
  const undo = useCommand('imports.undo', changedByImport)
  const redo = useCommand('imports.redo', changedByImport)
  const fault = undo.fault ?? redo.fault
  if (query.state === 'loading') return <Waiting what={t('past.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { batches } = query.value
  if (batches.length === 0) return null
  return (
    <section className="part" aria-labelledby="past-title">
      <h2 id="past-title">{t('past.title')}</h2>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <table className="table">
        <caption className="visually-hidden">{t('past.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('past.file')}</th>
            <th scope="col">{t('past.when')}</th>
            <th scope="col">{t('past.what')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('past.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ id, fileName, startedAt, undoneAt, addedCount, updatedCount, isRedoable }) => (
            <tr key={id}>
              <th scope="row">{fileName}</th>
              <td>
                {dayText(startedAt)}, {clockText(startedAt)}
              </td>
              <td>
                {undoneAt === null
                  ? `${t('past.added', { count: addedCount })}, ${t('past.updated', { count: updatedCount })}`
                  : t('past.undone', { day: dayText(undoneAt) })}
              </td>
              <td className="table-action">
                {undoneAt === null ? (
                  <Button
                    changes
                    isSmall
                    isBusy={undo.isRunning}
                    aria-label={t('past.undoOne', { name: fileName })}
                    onClick={() => {
                      redo.forget()
                      void undo.run({ batchId: id })
                    }}
                  >
                    {t('past.undo')}
                  </Button>
                ) : isRedoable ? (
                  <Button
                    changes
                    isSmall
                    isBusy={redo.isRunning}
                    aria-label={t('past.redoOne', { name: fileName })}
                    onClick={() => {
                      undo.forget()
                      void redo.run({ batchId: id })
                    }}
                  >
                    {t('past.redo')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
