import { useTranslation } from 'react-i18next'
import type { HitDetail } from '#shared/contract/screening.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'

/** What we know beside what the list says. */
export function SideBySide({ hit }: { readonly hit: HitDetail }) {
  const { t } = useTranslation('screening')
  const { asked, entry, edition, listedName, listedKind } = hit.content
  const party = useQuery('thirdParties.read', { id: hit.thirdPartyId })
  const registration = party.state === 'ready' ? party.value.thirdParty.registrationNumber : ''
  const orNothing = (text: string) => (text === '' ? t('hit.nothing') : text)
  return (
    <div className="screening-sides">
      <section aria-label={t('hit.ours')}>
        <h3>{t('hit.ours')}</h3>
        <dl className="screening-facts">
          <dt>{t('hit.name')}</dt>
          <dd>
            <strong>{asked.name}</strong>
            <span className="table-second">{t(`hits.roles.${asked.role}`)}</span>
          </dd>
          <dt>{t('hit.party')}</dt>
          <dd>{hit.partyName}</dd>
          {registration === '' ? null : (
            <>
              <dt>{t('hit.registration')}</dt>
              <dd>{registration}</dd>
            </>
          )}
        </dl>
      </section>
      <section aria-label={t('hit.theirs')}>
        <h3>{t('hit.theirs')}</h3>
        <dl className="screening-facts">
          <dt>{t('hit.listedName')}</dt>
          <dd>
            <strong>{listedName}</strong>
            <span className="table-second">{t(`hit.${listedKind}`)}</span>
          </dd>
          <dt>{t('hit.otherNames')}</dt>
          <dd>{entry.names.join('; ')}</dd>
          <dt>{t('hit.type')}</dt>
          <dd>{t(`hit.types.${entry.type}`)}</dd>
          <dt>{t('hit.programs')}</dt>
          <dd>{orNothing(entry.programs)}</dd>
          <dt>{t('hit.countries')}</dt>
          <dd>
            {orNothing(entry.addressCountries.map(countryName).join(', '))}
            <span className="table-second">{t('hit.countriesHint')}</span>
          </dd>
          <dt>{t('hit.source')}</dt>
          <dd>
            {entry.source}
            <span className="table-second">{t('hit.edition', { title: edition.title, day: dayText(edition.editionOn) })}</span>
          </dd>
          <dt>{t('hit.row')}</dt>
          <dd>{entry.line}</dd>
        </dl>
      </section>
    </div>
  )
}
