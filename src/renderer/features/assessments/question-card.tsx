import { zodResolver } from '@hookform/resolvers/zod'
import { memo, useEffect, useRef } from 'react'
import { Controller, useForm, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { AskingCaution } from './reference/asking-caution.tsx'
import { AnswerDraft, draftOf, readyDraft, type TypedValue } from './answer-draft.ts'
import { useCardAction } from './card-actions.ts'
import { AnswerControl } from './controls/answer-control.tsx'
import type { Pace } from './controls/control-props.ts'
import { EvidencePart } from './evidence-part.tsx'
import { BeforeLine } from './beside/before-line.tsx'
import { CommentPart } from './beside/comment-part.tsx'
import { EvidenceFiles } from './beside/evidence-files.tsx'
import { useDropzone } from '#renderer/ui/use-dropzone.ts'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'
import { fileGradeFor, useEvidence } from './beside/use-evidence.ts'
import { QuestionFlags } from './question-flags.tsx'
import { QuestionHelp } from './question-help.tsx'
import { focusQuestion } from './question-place.ts'
import { SaveLine } from './save-line.tsx'
import { ShownLine } from './shown-line.tsx'
import { useQuestionView, useSession } from './session/use-session.ts'

interface QuestionCardProps {
  readonly question: Question
  readonly pack: Pack
  readonly isCurrent: boolean
  readonly isReadOnly: boolean
}

/** Card of one question. The form inside is made anew when undo or the stored answer replaces what was typed. */
export const QuestionCard = memo(function QuestionCard({ question, pack, isCurrent, isReadOnly }: QuestionCardProps) {
  const view = useQuestionView(question.id)
  const titleId = `title-${question.id}`
  const grade = view.draft?.evidenceGrade ?? 'U'
  const evidence = useEvidence(question.id, fileGradeFor(grade))
  const dropzone = useDropzone(isReadOnly ? null : evidence.add)
  return (
    <article
      id={`question-${question.id}`}
      data-question={question.id}
      className={`question ${isCurrent ? 'question-current' : ''} ${dropzone.isOver ? 'question-dropping' : ''}`}
      tabIndex={-1}
      aria-labelledby={`code-${question.id} ${titleId}`}
      {...dropzone.handlers}
    >
      <header className="question-head">
        <span className="code" id={`code-${question.id}`}>
          {question.id}
        </span>
        <SaveLine questionId={question.id} view={view} />
      </header>
      <h3 id={titleId} className="question-text">
        {question.text}
      </h3>
      <p className="question-why">{question.help.why}</p>
      <ShownLine questionId={question.id} />
      <AskingCaution questionId={question.id} />
      <QuestionFlags question={question} />
      <BeforeLine question={question} />
      <AnswerForm key={view.outsideChanges} question={question} pack={pack} isReadOnly={isReadOnly} />
      <EvidenceFiles questionId={question.id} evidence={evidence} grade={grade} />
      <CommentPart questionId={question.id} />
      <QuestionHelp question={question} pack={pack} />
    </article>
  )
})

interface AnswerFormProps {
  readonly question: Question
  readonly pack: Pack
  readonly isReadOnly: boolean
}

function AnswerForm({ question, pack, isReadOnly }: AnswerFormProps) {
  const { t } = useTranslation('questionnaire')
  const hasSingleKeys = useSingleKeys()
  const session = useSession()
  const pace = useRef<Pace>('typing')
  const form = useForm({
    resolver: zodResolver(AnswerDraft),
    mode: 'onChange',
    defaultValues: draftOf(question.id, session.viewOf(question.id).draft),
  })

  useEffect(() => {
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const ready = readyDraft(values)
        if (ready.state === 'incomplete') session.hold(question.id, ready.answer, { why: ready.why, pace: pace.current })
        else session.change(question.id, ready.state === 'ready' ? ready.answer : null, pace.current)
        pace.current = 'typing'
      },
    })
  }, [form, session, question.id])

  const flush = () => void session.flush()
  const setValue = (value: TypedValue | null, changePace: Pace) => {
    pace.current = changePace
    form.setValue('value', value, { shouldDirty: true, shouldValidate: true })
  }
  const clear = () => {
    setValue(null, 'now')
    // The button goes with the answer.
    focusQuestion(question.id)
  }
  useCardAction(question.id, (change) => {
    if (!isReadOnly) setValue(change(form.getValues('value')), 'now')
  })
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault()
        flush()
      }}
      data-answer-form={question.id}
    >
      <Controller
        control={form.control}
        name="value"
        render={({ field }) => (
          <AnswerControl
            question={question}
            type={question.answer}
            pack={pack}
            value={field.value}
            onChange={setValue}
            onBlur={flush}
            isReadOnly={isReadOnly}
          />
        )}
      />
      <div className="answer-extra">
        <TextArea
          label={t('card.note', { id: question.id })}
          isLabelHidden
          placeholder={isReadOnly ? t('card.noNote') : t(hasSingleKeys ? 'card.notePlaceholder' : 'card.noteWithoutKey')}
          rows={1}
          readOnly={isReadOnly}
          error={form.formState.errors.note?.message}
          data-note=""
          {...form.register('note', { onBlur: flush })}
        />
        <EvidencePart
          form={form}
          questionId={question.id}
          isReadOnly={isReadOnly}
          onPace={(next) => (pace.current = next)}
          onBlur={flush}
        />
      </div>
      <ClearButton control={form.control} isReadOnly={isReadOnly} onClear={clear} />
    </form>
  )
}

interface ClearButtonProps {
  readonly control: Control<AnswerDraft>
  readonly isReadOnly: boolean
  readonly onClear: () => void
}

function ClearButton({ control, isReadOnly, onClear }: ClearButtonProps) {
  const { t } = useTranslation('questionnaire')
  const value = useWatch({ control, name: 'value' })
  if (isReadOnly || value === null) return null
  return (
    <Button look="quiet" isSmall className="answer-clear" onClick={onClear}>
      {t('card.clear')}
    </Button>
  )
}
