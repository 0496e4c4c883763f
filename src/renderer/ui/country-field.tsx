import { useId } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { useWhyFixed } from './changes.tsx'
import { countries, isCountryMatch, type Country } from './countries.ts'

interface CountryFieldProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly isOptional?: boolean
  readonly code: string
  readonly onChange: (code: string) => void
  readonly onBlur?: () => void
  readonly error?: string | undefined
  readonly isReadOnly?: boolean
}

/** A country by typing part of its name or its two-letter code. Empty means not known. */
export function CountryField({
  label,
  isLabelHidden = false,
  isOptional = false,
  code,
  onChange,
  onBlur,
  error,
  isReadOnly = false,
}: CountryFieldProps) {
  const { t } = useTranslation('controls')
  const errorId = useId()
  const whyFixed = useWhyFixed()
  return (
    <ComboBox
      className="field combo"
      defaultItems={countries}
      selectedKey={code === '' ? null : code}
      onSelectionChange={(key) => onChange(typeof key === 'string' ? key : '')}
      isDisabled={isReadOnly || whyFixed !== null}
      isInvalid={error !== undefined}
      defaultFilter={isCountryMatch}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {isOptional ? <span className="field-optional"> {t('optional')}</span> : null}
      </Label>
      <span className="combo-box">
        <Input className="input" placeholder={t('country')} aria-describedby={error === undefined ? undefined : errorId} />
        <Button className="combo-button" aria-label={t('showCountries', { label })}>
          <span aria-hidden="true">▾</span>
        </Button>
      </span>
      {error === undefined ? null : (
        <div id={errorId} className="field-error">
          {t('fieldError', { label, error: inPageLanguage(error) })}
        </div>
      )}
      <Popover className="popover">
        <ListBox<Country> className="list-box">
          {(country) => (
            <ListBoxItem id={country.code} textValue={`${country.name} (${country.code})`} className="list-box-item">
              <span>{country.name}</span>
              <span className="list-box-code">{country.code}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
