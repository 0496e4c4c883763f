import { useId } from 'react'
import { useWhyFixed } from './changes.tsx'
import { KeyHint } from './key-hint.tsx'

interface CheckListProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly items: readonly { readonly id: string; readonly label: string; readonly detail?: string; readonly keyHint?: string }[]
  readonly checked: readonly string[]
  readonly onChange: (checked: string[]) => void
  readonly error?: string | undefined
  readonly isReadOnly?: boolean
}

/** Any number of a list, as native checkboxes. */
export function CheckList({ label, isLabelHidden = false, items, checked, onChange, error, isReadOnly = false }: CheckListProps) {
  const errorId = useId()
  const whyFixed = useWhyFixed()
  return (
    <fieldset
      className={items.length > 7 ? 'check-list check-list-long' : 'check-list'}
      disabled={isReadOnly || whyFixed !== null}
      title={whyFixed ?? undefined}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <legend className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</legend>
      {items.map((item) => (
        <label key={item.id} className="check">
          <input
            type="checkbox"
            checked={checked.includes(item.id)}
            onChange={(event) => {
              onChange(event.target.checked ? [...checked, item.id] : checked.filter((id) => id !== item.id))
            }}
          />
          <KeyHint of={item.keyHint} />
          <span>
            {item.label}
            {item.detail === undefined ? null : <span className="check-detail">{item.detail}</span>}
          </span>
        </label>
      ))}
      {error === undefined ? null : (
        <div id={errorId} className="field-error">
          {error}
        </div>
      )}
    </fieldset>
  )
}
