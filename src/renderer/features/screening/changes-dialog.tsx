import { useTranslation } from 'react-i18next'
import type { ListEdition } from '#shared/domain/screening-hit.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

/** What came with an edition, and what went. */
export function ChangesDialog({ edition, onClose }: { readonly edition: ListEdition; readonly onClose: () => void }) {
  const { t } = useTranslation('screening')
  return (
    <Dialog title={t('changes.title')} isOpen onClose={onClose} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      <Changes edition={edition} />
    </Dialog>
  )
}

function Changes({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation('screening')
  const query = useQuery('screening.changes', { editionId: edition.id })
  if (query.state === 'loading') return <Waiting what={t('changes.reading')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { before, counts, entries } = query.value
  if (before === null) return <p>{t('changes.first')}</p>
  return (
    <>
      <p>{t('changes.since', { day: dayText(before.editionOn), ...counts })}</p>
      <p className="screening-quiet">{t('changes.next')}</p>
      {entries.length === 0 ? null : (
        <table className="table" aria-label={t('changes.table')}>
          <thead>
            <tr>
              <th scope="col">{t('changes.kind')}</th>
              <th scope="col">{t('changes.entry')}</th>
              <th scope="col">{t('changes.row')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ kind, name, source, line }) => (
              <tr key={`${kind} ${line} ${name}`}>
                <td>{t(`changes.kinds.${kind}`)}</td>
                <td>
                  {name}
                  <span className="table-second">{source}</span>
                </td>
                <td>{line}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length === counts.added + counts.changed + counts.gone ? null : <p className="screening-quiet">{t('changes.shown')}</p>}
    </>
  )
}
