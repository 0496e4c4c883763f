import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderId } from '#shared/domain/owner-tree.ts'
import type { PlacedHolder } from '#shared/domain/owner-shares.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { percentText } from '#renderer/ui/numbers.ts'

interface HolderTableProps {
  readonly placed: readonly PlacedHolder[]
  readonly onAdd: (holds: HolderId) => void
  readonly onChange: (id: HolderId) => void
  readonly onRemove: (id: HolderId) => void
  /** Whose button takes the focus back. */
  readonly focused: HolderId | null
}

/** The tree as a table: each holder below what it holds, set in by its layer. */
export function HolderTable({ placed, onAdd, onChange, onRemove, focused }: HolderTableProps) {
  const { t } = useTranslation('third-party-profile')
  return (
    <table className="table holders">
      <caption className="visually-hidden">{t('owners.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('owners.holder')}</th>
          <th scope="col">{t('owners.layer')}</th>
          <th scope="col">{t('owners.direct')}</th>
          <th scope="col">{t('owners.effective')}</th>
          <th scope="col">{t('owners.unexplained')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ holder, layer, effectiveBp, unexplainedBp }) => {
          const indent: CSSProperties & Record<'--layer', number> = { '--layer': layer - 1 }
          const about = [t(`owners.kinds.${holder.kind}`), holder.country === '' ? '' : countryName(holder.country), holder.note]
          return (
            <tr key={holder.id}>
              <th scope="row" className="holder-name" style={indent}>
                {holder.name}
                <span className="table-second">{about.filter(Boolean).join(' · ')}</span>
              </th>
              <td data-label={t('owners.layer')}>{layer}</td>
              <td data-label={t('owners.direct')}>{percentText(holder.shareBp, 2)}</td>
              <td data-label={t('owners.effective')}>{percentText(effectiveBp, 2)}</td>
              <td data-label={t('owners.unexplained')}>
                {unexplainedBp === null ? (
                  <span className="table-none">{t(holder.kind === 'person' ? 'owners.lastOne' : 'owners.noHolders')}</span>
                ) : (
                  percentText(unexplainedBp, 2)
                )}
              </td>
              <td className="table-action">
                {holder.kind === 'person' ? null : (
                  <Button
                    changes
                    look="quiet"
                    isSmall
                    aria-label={t('owners.addOf', { name: holder.name })}
                    onClick={() => onAdd(holder.id)}
                  >
                    {t('owners.addHolder')}
                  </Button>
                )}
                <Button
                  changes
                  look="quiet"
                  isSmall
                  aria-label={t('changeOne', { name: holder.name })}
                  autoFocus={focused === holder.id}
                  onClick={() => onChange(holder.id)}
                >
                  {t('change')}
                </Button>
                <Button changes look="quiet" isSmall aria-label={t('removeOne', { name: holder.name })} onClick={() => onRemove(holder.id)}>
                  {t('remove')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
