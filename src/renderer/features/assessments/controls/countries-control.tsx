import { useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import type { ControlProps } from './control-props.ts'
import type { TypedValue } from '../answer-draft.ts'

type Countries = Extract<TypedValue, { kind: 'countries' }>

/** Countries, each with the roles it plays. Every country is treated alike here. */
export function CountriesControl({ question, type, value, onChange, isReadOnly }: ControlProps<'countries'>) {
  const [typed, setTyped] = useState('')
  const [round, setRound] = useState(0)
  const listed: Countries['countries'] = value?.kind === 'countries' ? value.countries : []
  const change = (countries: Countries['countries']) => onChange(countries.length === 0 ? null : { kind: 'countries', countries }, 'now')
  const add = (code: string) => {
    setTyped(code)
    if (code === '' || listed.some((country) => country.code === code)) return
    const onlyRole = type.roles.length === 1 ? type.roles[0] : undefined
    change([...listed, { code, roles: onlyRole === undefined ? [] : [onlyRole.id] }])
    setTyped('')
    setRound(round + 1)
  }
  return (
    <div className="rows">
      {listed.map((country) => (
        <div key={country.code} className="row-card">
          <div className="row-card-head">
            <strong>
              {countryName(country.code)} <span className="code">{country.code}</span>
            </strong>
            {isReadOnly ? null : (
              <Button
                look="quiet"
                isSmall
                aria-label={`Remove ${countryName(country.code)}`}
                onClick={() => change(listed.filter((one) => one !== country))}
              >
                Remove
              </Button>
            )}
          </div>
          <CheckList
            label={`What happens in ${countryName(country.code)}`}
            isLabelHidden
            items={type.roles}
            checked={country.roles}
            onChange={(roles) => change(listed.map((one) => (one === country ? { ...country, roles } : one)))}
            isReadOnly={isReadOnly}
          />
        </div>
      ))}
      {isReadOnly ? null : (
        <CountryField
          key={round}
          label={listed.length === 0 ? `Country for ${question.id}` : `Another country for ${question.id}`}
          isLabelHidden
          code={typed}
          onChange={add}
        />
      )}
    </div>
  )
}
