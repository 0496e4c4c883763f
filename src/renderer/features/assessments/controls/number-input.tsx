import { useState } from 'react'
import { Field } from '#renderer/ui/field.tsx'

interface NumberInputProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly unit: string
  /** Null shows an empty field, NaN leaves whatever was typed. */
  readonly number: number | null
  /** Digits after the point that are kept. */
  readonly decimals: 0 | 2
  readonly max: number
  readonly onChange: (number: number | null) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

/** Reads a number as people write it: spaces and thousands commas are ignored. NaN for what is not a number in the range, null for nothing. */
export function readNumber(text: string, decimals: 0 | 2, max: number): number | null {
  const plain = text.replaceAll(/[\s,_\u00a0\u202f]/gu, '').replace(/%$/, '')
  if (plain === '') return null
  const form = decimals === 0 ? /^\d{1,15}$/ : /^\d{1,3}(\.\d{1,2})?$/
  const number = form.test(plain) ? Number(plain) : Number.NaN
  return number <= max ? number : Number.NaN
}

export function NumberInput({ label, isLabelHidden = false, unit, number, decimals, max, onChange, onBlur, isReadOnly }: NumberInputProps) {
  const [text, setText] = useState(() => (number === null || Number.isNaN(number) ? '' : number.toLocaleString('en-GB', { maximumFractionDigits: decimals })))
  const isBad = Number.isNaN(readNumber(text, decimals, max))
  const range = `is not a ${decimals === 0 ? 'whole ' : ''}number from 0 to ${max.toLocaleString('en-GB')}; correct it`
  return (
    <Field label={label} isLabelHidden={isLabelHidden} error={isBad ? range : undefined}>
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
              onChange(readNumber(event.target.value, decimals, max))
            }}
            onBlur={onBlur}
          />
          <span className="number-unit">{unit}</span>
        </span>
      )}
    </Field>
  )
}
