import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { EvidenceGrade } from '#shared/domain/answer.ts'
import { effectiveGrade, hasExpired } from '#shared/scoring/evidence.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { isDay } from '#renderer/ui/day-reading.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { gradeWords } from './answer-words.ts'
import { useDesk } from './desk.ts'

interface EvidenceChoiceProps {
  readonly questionId: string
  readonly grade: EvidenceGrade
  /** The last day on which the evidence holds; null when there is none, and no day while it cannot be read. */
  readonly expiresOn: string | null
  readonly onGrade: (grade: EvidenceGrade) => void
  readonly onExpiresOn: (day: string | null) => void
  readonly onBlur: () => void
  readonly isReadOnly: boolean
}

/** What the answer rests on, and until when. It never changes the tier, only how sure one may be of it. */
export function EvidenceChoice({ questionId, grade, expiresOn, onGrade, onExpiresOn, onBlur, isReadOnly }: EvidenceChoiceProps) {
  const { t } = useTranslation('questionnaire')
  return (
    <div className="evidence" data-evidence="">
      <span className="evidence-title">{t('evidence.title')}</span>
      <ChoiceBar
        label={t('evidence.label', { id: questionId })}
        choices={EvidenceGrade.options.map((option) => ({
          id: option,
          label: option,
          detail: <span className="visually-hidden">{t('evidence.meaning', { words: gradeWords[option] })}</span>,
        }))}
        chosen={grade}
        onChoose={(id) => {
          const read = EvidenceGrade.safeParse(id)
          if (read.success) onGrade(read.data)
        }}
        isReadOnly={isReadOnly}
      />
      <span className="evidence-words">{gradeWords[grade]}</span>
      {grade === 'U' ? null : <ValidUntil expiresOn={expiresOn} onExpiresOn={onExpiresOn} onBlur={onBlur} isReadOnly={isReadOnly} />}
      <ExpiryWords grade={grade} expiresOn={expiresOn} />
    </div>
  )
}

function ExpiryWords({ grade, expiresOn }: Pick<EvidenceChoiceProps, 'grade' | 'expiresOn'>) {
  const { t } = useTranslation('questionnaire')
  const { asOf } = useDesk()
  if (expiresOn === null || !isDay(expiresOn)) return null
  const evidence = { evidenceGrade: grade, evidenceExpiresOn: expiresOn }
  if (!hasExpired(evidence, asOf)) return null
  return (
    <p className="evidence-expired" role="status">
      <Icon name="warning" size={14} />{' '}
      <Trans
        t={t}
        i18nKey="evidence.expired"
        values={{ expiresOn: dayText(expiresOn), asOf: dayText(asOf), effective: effectiveGrade(evidence, asOf), grade }}
        components={{ strong: <strong /> }}
      />
    </p>
  )
}

/** The last day, once somebody asks for it: most evidence has none, and a card is long enough. */
function ValidUntil({ expiresOn, onExpiresOn, onBlur, isReadOnly }: Omit<EvidenceChoiceProps, 'questionId' | 'grade' | 'onGrade'>) {
  const { t } = useTranslation('questionnaire')
  const [isAsked, setIsAsked] = useState(expiresOn !== null)
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  // Once there is a field it stays: emptied, it waits for another day.
  if (expiresOn !== null && !isAsked) setIsAsked(true)
  if (expiresOn === null && !isAsked)
    return isReadOnly ? null : (
      <div className="evidence-until" ref={box}>
        <Button
          look="quiet"
          isSmall
          onClick={() => {
            setIsAsked(true)
            focusNext('input')
          }}
        >
          {t('evidence.until')}
        </Button>
      </div>
    )
  return (
    <div className="evidence-until" ref={box}>
      <DateField
        label={t('evidence.lastDay')}
        isOptional
        day={expiresOn ?? ''}
        onDay={onExpiresOn}
        onBlur={onBlur}
        isReadOnly={isReadOnly}
      />
    </div>
  )
}
