import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyFixed } from './changes.tsx'
import { DateCalendar } from './date-calendar.tsx'
import { exampleDay, writeDay, writeWholeDay } from './date-format.ts'
import { dayTold, isDay, notADay, readDay, type UnreadDay } from './day-reading.ts'
import { Field } from './field.tsx'

interface DateFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  /** `2026-11-22`, empty, or what says that the text is no day. */
  readonly day: string
  /** The whole day; null for an empty field; `notADay` while what is typed is none, which no schema takes. */
  readonly onDay: (day: string | null) => void
  readonly onBlur?: () => void
  readonly isReadOnly?: boolean
}

/** What is typed, and the day that the form was told for it. */
interface Draft {
  readonly text: string
  readonly day: string
  /** Why it is no day, once the person has moved on. */
  readonly why: UnreadDay | null
}

/** The draft of one field; it ends when the form brings in a day of its own. */
function useDraft(day: string, onDay: (day: string | null) => void) {
  const [kept, setDraft] = useState<Draft | null>(null)
  const draft = kept?.day === day ? kept : null
  return {
    draft,
    type: (text: string) => {
      const told = dayTold(text)
      setDraft({ text, day: told ?? '', why: null })
      onDay(told)
    },
    /** Once the person moves on, a day is written as days are written here, and anything else says why it is none. */
    settle: () => {
      if (draft === null || draft.text.trim() === '') return
      const reading = readDay(draft.text)
      setDraft(reading.ok ? { ...draft, text: writeDay(reading.day) } : { ...draft, why: reading.why })
    },
    choose: (chosen: string) => {
      setDraft({ text: writeDay(chosen), day: chosen, why: null })
      onDay(chosen)
    },
  }
}

/** Why the text is no day, said once the person moves on, or as soon as the form finds fault with it. */
function whyUnread(day: string, draft: Draft | null, error: string | undefined): UnreadDay | null {
  if (day !== notADay || error === undefined) return draft?.why ?? null
  const reading = readDay(draft?.text ?? '')
  return reading.ok ? null : reading.why
}

/** A calendar day, typed as the person likes and read back in full, or chosen from a calendar. */
export function DateField({ label, hint, error, isOptional, isLabelHidden, day: told, onDay, onBlur, isReadOnly }: DateFieldProps) {
  const { t } = useTranslation('controls')
  const whyFixed = useWhyFixed()
  const isFixed = isReadOnly === true || whyFixed !== null
  const readBackId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { draft, type, settle, choose } = useDraft(told, onDay)
  const day = isDay(told) ? told : ''
  const example = exampleDay()
  const readBack = draft === null || day === '' ? '' : writeWholeDay(day)
  const why = whyUnread(told, draft, error)
  const shownError = why === null ? error : t(`day.${why}`, { example })
  return (
    <Field label={label} hint={hint} error={shownError} isOptional={isOptional ?? false} isLabelHidden={isLabelHidden ?? false}>
      {({ inputId, describedBy, isInvalid }) => (
        <>
          <span className="date-box">
            <input
              id={inputId}
              type="text"
              className="input"
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              placeholder={isFixed ? undefined : t('day.example', { example })}
              value={draft?.text ?? (day === '' ? '' : writeDay(day))}
              readOnly={isFixed}
              title={whyFixed ?? undefined}
              aria-describedby={[describedBy, readBack === '' ? undefined : readBackId].filter(Boolean).join(' ') || undefined}
              aria-invalid={isInvalid || undefined}
              onChange={(event) => type(event.target.value)}
              onBlur={() => {
                settle()
                onBlur?.()
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') settle()
                if (event.key !== 'ArrowDown' || !event.altKey || isFixed) return
                event.preventDefault()
                setIsOpen(true)
              }}
            />
            {isFixed ? null : <DateCalendar label={label} day={day} isOpen={isOpen} onOpenChange={setIsOpen} onChoose={choose} />}
          </span>
          <span id={readBackId} className="date-read" aria-live="polite">
            {readBack}
          </span>
        </>
      )}
    </Field>
  )
}
