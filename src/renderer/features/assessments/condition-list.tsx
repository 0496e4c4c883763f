import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'

interface ConditionListProps {
  readonly conditions: readonly string[]
  readonly onChange: (conditions: string[]) => void
  readonly error: string | undefined
  /** True when the decision is to proceed, which goes with no condition. */
  readonly hasProceed: boolean
}

/** What must be true for the decision to stand, one line each. */
export function ConditionList({ conditions, onChange, error, hasProceed }: ConditionListProps) {
  const { t } = useTranslation('deciding')
  const { box, focusNext } = useFocusNext<HTMLFieldSetElement>()
  return (
    <fieldset className="condition-list" ref={box}>
      <legend className="field-label">{t('form.conditions')}</legend>
      {conditions.map((condition, index) => (
        // A condition's place is its identity while it is typed.
        <div key={index} className="condition-row" data-condition={index}>
          <TextField
            label={t('form.condition', { number: index + 1 })}
            isLabelHidden
            value={condition}
            onChange={(event) => onChange(conditions.with(index, event.target.value))}
          />
          <Button
            changes
            look="quiet"
            isSmall
            aria-label={t('form.removeCondition', { number: index + 1 })}
            onClick={() => {
              onChange(conditions.toSpliced(index, 1))
              focusNext('[data-add]')
            }}
          >
            {t('form.remove')}
          </Button>
        </div>
      ))}
      <Button
        changes
        isSmall
        data-add=""
        onClick={() => {
          onChange([...conditions, ''])
          focusNext(`[data-condition="${conditions.length}"] input`)
        }}
      >
        <Icon name="plus" /> {t('form.addCondition')}
      </Button>
      <div role="status">
        {hasProceed && conditions.length > 0 && error === undefined ? (
          <Notice tone="warning" title={t('form.proceedTitle')}>
            {t('form.proceedKeeps')}
          </Notice>
        ) : null}
      </div>
      {error === undefined ? null : (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </fieldset>
  )
}
