import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { TablePages } from './table-pages.tsx'
import { usePage } from './use-page.ts'

const pageLength = 20

/** Third parties about which comparing says nothing yet, and why. */
export function OpenWorkPart({ onParty }: { readonly onParty: (id: ThirdPartyId) => void }) {
  const { t } = useTranslation('screening')
  const { offset, setOffset, keepWithin } = usePage('', pageLength)
  const query = useQuery('screening.openWork', { offset, limit: pageLength })
  if (query.state === 'ready') keepWithin(query.value.total)
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('again')}</Button>} />
  const { work, total } = query.value
  if (total === 0) return <p className="screening-quiet">{t('work.empty')}</p>
  return (
    <>
      <table className="table" aria-label={t('work.table')}>
        <thead>
          <tr>
            <th scope="col">{t('work.party')}</th>
            <th scope="col">{t('work.why')}</th>
            <th scope="col">{t('work.names')}</th>
          </tr>
        </thead>
        <tbody>
          {work.map(({ thirdPartyId, partyName, why, names }) => (
            <tr key={`${thirdPartyId} ${why}`}>
              <th scope="row">
                <button type="button" className="link" onClick={() => onParty(thirdPartyId)}>
                  {partyName}
                </button>
              </th>
              <td>{t(`work.reasons.${why}`)}</td>
              <td>{names.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TablePages {...{ offset, pageLength, total, onOffset: setOffset }} shown={work.length} />
    </>
  )
}
