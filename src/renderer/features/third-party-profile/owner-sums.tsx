import { useTranslation } from 'react-i18next'
import { ownerLayers, repeatedHolders } from '#shared/domain/owner-shares.ts'
import type { Holder } from '#shared/domain/owner-tree.ts'
import { percentText } from '#renderer/ui/numbers.ts'

/** What the layers explain of the third party, and who stands at several places. */
export function OwnerSums({ holders }: { readonly holders: readonly Holder[] }) {
  const { t } = useTranslation('third-party-profile')
  const repeated = repeatedHolders(holders)
  return (
    <section className="entries" aria-label={t('owners.sums')}>
      <h3>{t('owners.sums')}</h3>
      <table className="layer-sums">
        <caption className="visually-hidden">{t('owners.sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('owners.layer')}</th>
            <th scope="col">{t('owners.explained')}</th>
            <th scope="col">{t('owners.unexplained')}</th>
          </tr>
        </thead>
        <tbody>
          {ownerLayers(holders).map(({ layer, heldBp, unexplainedBp }) => (
            <tr key={layer}>
              <th scope="row">{layer === 1 ? t('owners.directLayer') : layer}</th>
              <td>{percentText(heldBp, 2)}</td>
              <td>{percentText(unexplainedBp, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {repeated.map(({ name, effectiveBp }) => (
        <p key={name}>{t('owners.together', { name, share: percentText(effectiveBp, 2) })}</p>
      ))}
      <p className="field-hint">{t('owners.rounding')}</p>
    </section>
  )
}
