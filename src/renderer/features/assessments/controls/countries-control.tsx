import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountryNotice } from '#shared/contract/reference.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import type { ControlProps } from './control-props.ts'
import type { TypedValue } from '../answer-draft.ts'
import { useDesk } from '../desk.ts'
import { CountryNotes } from '../reference/country-notes.tsx'
import { informsOnly } from '../reference/notice-words.ts'

type Countries = Extract<TypedValue, { kind: 'countries' }>

function CountryNote({ notice }: { readonly notice: CountryNotice | undefined }) {
  return notice === undefined ? null : <CountryNotes notice={notice} />
}

/** Countries, each with the roles it plays. Every country is treated alike here. */
export function CountriesControl({ question, type, value, onChange, isReadOnly }: ControlProps<'countries'>) {
  const { t } = useTranslation('answer-controls')
  const [typed, setTyped] = useState('')
  const [round, setRound] = useState(0)
  const [repeated, setRepeated] = useState('')
  const listed: Countries['countries'] = value?.kind === 'countries' ? value.countries : []
  const { asOf } = useDesk()
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const reference = useQuery('reference.countries', { codes: listed.map((country) => country.code), onDay: asOf })
  const notices = reference.state === 'ready' ? reference.value.countries : []
  const change = (countries: Countries['countries']) => onChange(countries.length === 0 ? null : { kind: 'countries', countries }, 'now')
  const add = (code: string) => {
    setTyped(code)
    const isListed = listed.some((country) => country.code === code)
    setRepeated(isListed ? code : '')
    if (code === '' || isListed) return
    const onlyRole = type.roles.length === 1 ? type.roles[0] : undefined
    change([...listed, { code, roles: onlyRole === undefined ? [] : [onlyRole.id] }])
    setTyped('')
    setRound(round + 1)
    focusNext(onlyRole === undefined ? `[data-country="${code}"] [type="checkbox"]` : '.combo input')
  }
  return (
    <div className="rows" ref={box}>
      {listed.map((country) => (
        <div key={country.code} className="row-card" data-country={country.code}>
          <div className="row-card-head">
            <strong>
              {countryName(country.code)} <span className="code">{country.code}</span>
            </strong>
            {isReadOnly ? null : (
              <Button
                look="quiet"
                isSmall
                aria-label={t('countries.remove', { country: countryName(country.code) })}
                onClick={() => {
                  change(listed.filter((one) => one !== country))
                  focusNext('.combo input')
                }}
              >
                {t('remove')}
              </Button>
            )}
          </div>
          <CheckList
            label={t('countries.happens', { country: countryName(country.code) })}
            isLabelHidden
            items={type.roles}
            checked={country.roles}
            onChange={(roles) => change(listed.map((one) => (one === country ? { ...country, roles } : one)))}
            isReadOnly={isReadOnly}
            error={country.roles.length === 0 ? t('countries.noRole', { country: countryName(country.code) }) : undefined}
          />
          <CountryNote notice={notices.find((notice) => notice.code === country.code)} />
        </div>
      ))}
      {isReadOnly ? null : (
        <CountryField
          key={round}
          label={t(listed.length === 0 ? 'countries.first' : 'countries.another', { id: question.id })}
          isLabelHidden
          code={typed}
          onChange={add}
          error={repeated === '' ? undefined : t('countries.repeated', { country: countryName(repeated) })}
        />
      )}
      {listed.length === 0 ? null : <p className="control-hint">{informsOnly}</p>}
    </div>
  )
}
