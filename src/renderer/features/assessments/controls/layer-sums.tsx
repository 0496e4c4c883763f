import { useTranslation } from 'react-i18next'
import type { Owner } from '#shared/domain/answer.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { percentText } from '#renderer/ui/numbers.ts'
import { layerSums } from '../answer-checks.ts'

/** What the owners of each layer add up to, and what that leaves unexplained. More than the whole is refused with a sentence. */
export function LayerSums({ owners }: { readonly owners: readonly Owner[] }) {
  const { t } = useTranslation('answer-controls')
  return (
    <table className="layer-sums">
      <caption className="visually-hidden">{t('owners.sums')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('owners.layer')}</th>
          <th scope="col">{t('owners.explained')}</th>
          <th scope="col">{t('owners.unexplained')}</th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {layerSums(owners).map(({ layer, heldBp, unexplainedBp }) => (
          <tr key={layer} className={unexplainedBp < 0 ? 'layer-over' : undefined}>
            <th scope="row">{layer === 1 ? t('owners.direct', { layer }) : layer}</th>
            <td>{percentText(heldBp, 2)}</td>
            <td>
              {unexplainedBp < 0 ? (
                <>
                  <Icon name="warning" size={14} /> {t('owners.tooMuch', { share: percentText(-unexplainedBp, 2) })}
                </>
              ) : (
                percentText(unexplainedBp, 2)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
