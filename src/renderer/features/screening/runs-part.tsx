import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { clockText, dayText } from '#renderer/ui/numbers.ts'

/** The last runs: when, with which lists, and how much of what came out. */
export function RunsPart({ runs }: { readonly runs: OutputOf<'screening.overview'>['runs'] }) {
  const { t } = useTranslation('screening')
  return (
    <table className="table" aria-label={t('runs.table')}>
      <thead>
        <tr>
          <th scope="col">{t('runs.when')}</th>
          <th scope="col">{t('runs.lists')}</th>
          <th scope="col">{t('runs.who')}</th>
          <th scope="col">{t('runs.found')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, startedAt, endedAt, content }) => (
          <tr key={id}>
            <td>
              {dayText(startedAt)}
              <span className="table-second">{endedAt === null ? t('runs.unended') : clockText(startedAt)}</span>
            </td>
            <td>{content.lists.map(({ title, editionOn }) => t('runs.list', { title, day: dayText(editionOn) })).join('; ')}</td>
            <td>
              {t('runs.whoCount', { done: content.done, total: content.total })}
              {content.withContacts ? <span className="table-second">{t('runs.contacts')}</span> : null}
            </td>
            <td>{t('runs.foundCount', { fresh: content.newHits, kept: content.keptHits, gone: content.goneHits })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
