import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { Field } from '#renderer/ui/field.tsx'
import { readNumber } from './values.ts'

interface NumberInputProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly unit: string
  /** Null shows an empty field, NaN leaves whatever was typed. */
  readonly number: number | null
  /** Digits after the point that are kept. */
  readonly decimals: 0 | 2
  readonly min?: number
  readonly max: number
  readonly hint?: ReactNode
  readonly onChange: (number: number | null) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

export function NumberInput(props: NumberInputProps) {
  const { t } = useTranslation('answer-controls')
  const { label, isLabelHidden = false, unit, number, decimals, min = 0, max, hint, onChange, onBlur, isReadOnly } = props
  const [text, setText] = useState(() =>
    number === null || Number.isNaN(number) ? '' : number.toLocaleString(pageLocale, { maximumFractionDigits: decimals }),
  )
  const read = (typed: string) => {
    const typedNumber = readNumber(typed, decimals, max)
    return typedNumber !== null && typedNumber < min ? Number.NaN : typedNumber
  }
  const isBad = Number.isNaN(read(text))
  const range = t(decimals === 0 ? 'number.whole' : 'number.decimal', { least: min, most: max })
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={isBad ? range : undefined}>
      {({ inputId, describedBy, isInvalid }) => (
        <span className="number">
          <input
            id={inputId}
            className="input input-number"
            inputMode={decimals === 0 ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={text}
            readOnly={isReadOnly}
            aria-describedby={describedBy}
            aria-invalid={isInvalid || undefined}
            onChange={(event) => {
              setText(event.target.value)
              onChange(read(event.target.value))
            }}
            onBlur={onBlur}
          />
          <span className="number-unit">{unit}</span>
        </span>
      )}
    </Field>
  )
}
