import { EvidenceGrade } from '#shared/domain/answer.ts'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { gradeWords } from './answer-words.ts'

interface EvidenceChoiceProps {
  readonly questionId: string
  readonly grade: EvidenceGrade
  readonly onChange: (grade: EvidenceGrade) => void
  readonly isReadOnly: boolean
}

/** What the answer rests on. It never changes the tier, only how sure one may be of it. */
export function EvidenceChoice({ questionId, grade, onChange, isReadOnly }: EvidenceChoiceProps) {
  return (
    <div className="evidence" data-evidence="">
      <span className="evidence-title">Evidence</span>
      <ChoiceBar
        label={`Evidence grade for ${questionId}`}
        choices={EvidenceGrade.options.map((option) => ({
          id: option,
          label: option,
          detail: <span className="visually-hidden">: {gradeWords[option]}</span>,
        }))}
        chosen={grade}
        onChoose={(id) => {
          const read = EvidenceGrade.safeParse(id)
          if (read.success) onChange(read.data)
        }}
        isReadOnly={isReadOnly}
      />
      <span className="evidence-words">{gradeWords[grade]}</span>
    </div>
  )
}
