import { useTranslation } from 'react-i18next'
import type { HitLine } from '#shared/contract/screening.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText, percentText } from '#renderer/ui/numbers.ts'

interface HitsTableProps {
  readonly hits: readonly HitLine[]
  readonly onLook: (hit: HitLine) => void
}

/** Each third party's name beside the entry it is like, the likest first. */
export function HitsTable({ hits, onLook }: HitsTableProps) {
  const { t } = useTranslation('screening')
  return (
    <table className="table screening-hits" aria-label={t('hits.table')}>
      <thead>
        <tr>
          <th scope="col">{t('hits.party')}</th>
          <th scope="col">{t('hits.ours')}</th>
          <th scope="col">{t('hits.listed')}</th>
          <th scope="col">{t('hits.likeness')}</th>
          <th scope="col" className="table-action">
            <span className="visually-hidden">{t('hits.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <tr key={`${hit.thirdPartyId} ${hit.key}`}>
            <th scope="row">{hit.partyName}</th>
            <td>
              {hit.asked.name}
              <span className="table-second">{t(`hits.roles.${hit.asked.role}`)}</span>
            </td>
            <td>
              {hit.listedName}
              <span className="table-second">
                {hit.source}, {t('lists.editionOf', { day: dayText(hit.editionOn) })}
              </span>
            </td>
            <td>{percentText(hit.scoreMille * 10)}</td>
            <td className="table-action">
              <Button isSmall aria-label={t('hits.lookAt', { listed: hit.listedName, party: hit.partyName })} onClick={() => onLook(hit)}>
                {t('hits.look')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
