import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

interface PartyChoiceProps {
  /** Null for everybody. */
  readonly parties: readonly ThirdPartyId[] | null
  readonly onParties: (parties: readonly ThirdPartyId[] | null) => void
  readonly error: string | undefined
}

const mostShown = 12

/** Everybody, or some who are looked for by name. */
export function PartyChoice({ parties, onParties, error }: PartyChoiceProps) {
  const { t } = useTranslation('screening')
  return (
    <fieldset className="check-list-plain screening-who">
      <legend className="field-label">{t('run.who')}</legend>
      <label className="check">
        <input type="radio" name="screening-who" checked={parties === null} onChange={() => onParties(null)} />
        <span>{t('run.everybody')}</span>
      </label>
      <label className="check">
        <input type="radio" name="screening-who" checked={parties !== null} onChange={() => onParties([])} />
        <span>{t('run.chosen')}</span>
      </label>
      {parties === null ? null : <Finder parties={parties} onParties={onParties} error={error} />}
    </fieldset>
  )
}

function Finder({ parties, onParties, error }: PartyChoiceProps & { readonly parties: readonly ThirdPartyId[] }) {
  const { t } = useTranslation('screening')
  const [search, setSearch] = useState('')
  const query = useQuery('thirdParties.list', { filter: search === '' ? {} : { search }, limit: mostShown, offset: 0 })
  const found = query.state === 'ready' ? query.value.thirdParties : []
  const shown = new Set<string>(found.map(({ id }) => id))
  return (
    <>
      <TextField label={t('run.search')} type="search" value={search} maxLength={200} onChange={(event) => setSearch(event.target.value)} />
      <CheckList
        label={t('run.found')}
        isLabelHidden
        items={found.map(({ id, legalName }) => ({ id, label: legalName }))}
        checked={parties}
        onChange={(checked) => {
          const isChosen = new Set(checked)
          // Who was chosen and is not among those shown stays chosen.
          onParties([...parties.filter((id) => !shown.has(id)), ...found.filter(({ id }) => isChosen.has(id)).map(({ id }) => id)])
        }}
        error={error}
      />
      <p role="status" className="screening-quiet">
        {t('run.count', { count: parties.length })}
      </p>
    </>
  )
}
