import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Owner } from '#shared/domain/answer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import type { ControlProps, Pace } from './control-props.ts'
import { NumberInput } from './number-input.tsx'
import { LayerSums } from './layer-sums.tsx'
import { ProfileOwners } from './profile-owners.tsx'
import type { TypedValue } from '../answer-draft.ts'

const newOwner: Owner = { name: '', country: '', shareBp: Number.NaN, layer: 1 }

/** Who holds the third party, share by share and layer by layer. */
export function OwnersControl({ question, value, onChange, onBlur, isReadOnly }: ControlProps<'owners'>) {
  const { t } = useTranslation('answer-controls')
  const [removals, setRemovals] = useState(0)
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const owners = value?.kind === 'owners' ? value.owners : []
  const isNone = value?.kind === 'owners' && owners.length === 0
  const give = (next: readonly Owner[], pace: Pace) => onChange({ kind: 'owners', owners: [...next] } satisfies TypedValue, pace)
  return (
    <div className="rows" ref={box}>
      {owners.map((owner, index) => (
        <OwnerRow
          // A row's place is its identity while names are typed; after a removal all places are new.
          key={`${removals}-${index}`}
          number={index + 1}
          owner={owner}
          onChange={(changed) => give(owners.with(index, changed), 'typing')}
          onRemove={() => {
            setRemovals(removals + 1)
            focusNext('[data-add]')
            if (owners.length === 1) onChange(null, 'now')
            else give(owners.toSpliced(index, 1), 'now')
          }}
          onBlur={onBlur}
          isReadOnly={isReadOnly}
        />
      ))}
      {owners.length === 0 ? null : <LayerSums owners={owners} />}
      {isReadOnly ? null : (
        <ProfileOwners
          owners={owners}
          onUse={(given) => {
            setRemovals(removals + 1)
            give(given, 'now')
          }}
        />
      )}
      {isReadOnly ? (
        isNone ? (
          <p>{t('owners.nobody')}</p>
        ) : null
      ) : (
        <div className="row-actions">
          <Button
            isSmall
            data-add=""
            onClick={() => {
              give([...owners, newOwner], 'typing')
              focusNext(`[data-owner="${owners.length + 1}"] input`)
            }}
          >
            <Icon name="plus" /> {t('owners.add')}
          </Button>
          {owners.length > 0 ? null : (
            <label className="check">
              <input
                type="checkbox"
                checked={isNone}
                aria-label={t('owners.noOwners', { id: question.id })}
                onChange={(event) => (event.target.checked ? give([], 'now') : onChange(null, 'now'))}
              />
              <span>{t('owners.nobodyChoice')}</span>
            </label>
          )}
        </div>
      )}
    </div>
  )
}

interface OwnerRowProps {
  readonly number: number
  readonly owner: Owner
  readonly onChange: (owner: Owner) => void
  readonly onRemove: () => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

function OwnerRow({ number, owner, onChange, onRemove, onBlur, isReadOnly }: OwnerRowProps) {
  const { t } = useTranslation('answer-controls')
  return (
    <div className="row-card owner-row" role="group" aria-label={t('owners.one', { number })} data-owner={number}>
      <TextField
        label={t('owners.name')}
        value={owner.name}
        onChange={(event) => onChange({ ...owner, name: event.target.value })}
        onBlur={onBlur}
        readOnly={isReadOnly}
      />
      <CountryField
        label={t('owners.country')}
        isOptional
        code={owner.country}
        onChange={(country) => onChange({ ...owner, country })}
        onBlur={onBlur}
        isReadOnly={isReadOnly}
      />
      <NumberInput
        label={t('owners.share')}
        unit="%"
        decimals={2}
        max={100}
        number={Number.isNaN(owner.shareBp) ? null : owner.shareBp / 100}
        onChange={(percent) => onChange({ ...owner, shareBp: percent === null ? Number.NaN : Math.round(percent * 100) })}
        onBlur={onBlur}
        isReadOnly={isReadOnly}
      />
      <NumberInput
        label={t('owners.layer')}
        unit=""
        decimals={0}
        min={1}
        max={20}
        number={owner.layer}
        onChange={(layer) => onChange({ ...owner, layer: layer ?? Number.NaN })}
        onBlur={onBlur}
        isReadOnly={isReadOnly}
      />
      {isReadOnly ? null : (
        <Button look="quiet" isSmall aria-label={t('owners.removeOne', { number })} onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
    </div>
  )
}
