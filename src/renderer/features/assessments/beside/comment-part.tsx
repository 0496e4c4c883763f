import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { isDay } from '#renderer/ui/day-reading.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useCancel, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { useBeside } from './beside.ts'
import type { CommentDraft } from './comment-drafts.ts'

/** What the third party says to an answer, in its own words. It changes no score. */
export function CommentPart({ questionId }: { readonly questionId: QuestionId }) {
  const { t } = useTranslation('answering')
  const { commentOf, commentDrafts, isReadOnly } = useBeside()
  // What was typed before the question left the screen stands here again.
  const [isOpen, setIsOpen] = useState(() => !isReadOnly && commentDrafts.of(questionId) !== undefined)
  // The form goes away with the focus in it; the button that opens it takes it.
  const [wasOpen, setWasOpen] = useState(false)
  const close = () => {
    setWasOpen(true)
    setIsOpen(false)
  }
  const comment = commentOf(questionId)
  if (isOpen) return <CommentForm questionId={questionId} comment={comment} onDone={close} />
  if (comment === undefined)
    return isReadOnly ? null : (
      <Button
        look="quiet"
        isSmall
        className="comment-add"
        autoFocus={wasOpen}
        onClick={() => setIsOpen(true)}
        aria-label={t('comment.addTo', { id: questionId })}
      >
        {t('comment.add')}
      </Button>
    )
  return (
    <blockquote className="comment">
      <p className="comment-head">
        {comment.saidBy === ''
          ? t('comment.saidOn', { day: dayText(comment.saidOn) })
          : t('comment.saidBy', { name: comment.saidBy, day: dayText(comment.saidOn) })}
        {isReadOnly ? null : (
          <Button
            look="quiet"
            isSmall
            autoFocus={wasOpen}
            onClick={() => setIsOpen(true)}
            aria-label={t('comment.changeOn', { id: questionId })}
          >
            {t('comment.change')}
          </Button>
        )}
      </p>
      <p className="comment-text" dir="auto">
        {comment.text}
      </p>
    </blockquote>
  )
}

interface CommentFormProps {
  readonly questionId: QuestionId
  readonly comment: ThirdPartyComment | undefined
  readonly onDone: () => void
}

/** What is typed, kept for as long as the questionnaire is on the screen, also when this question is not. */
function useCommentDraft(questionId: QuestionId, comment: ThirdPartyComment | undefined) {
  const { commentDrafts } = useBeside()
  const [begunOn] = useState(() => comment?.saidOn ?? calendarDayOf(new Date()))
  const standing = { text: comment?.text ?? '', saidBy: comment?.saidBy ?? '', saidOn: begunOn }
  const [typed, setTyped] = useState<CommentDraft>(() => commentDrafts.of(questionId) ?? standing)
  const isChanged = typed.text !== standing.text || typed.saidBy !== standing.saidBy || typed.saidOn !== standing.saidOn
  // A form that stays after it was given up keeps its text all the same.
  const isKept = useSyncExternalStore(commentDrafts.subscribe, () => commentDrafts.of(questionId) !== undefined)
  const isOver = useRef(false)
  useEffect(() => {
    if (!isOver.current && (isChanged || isKept)) commentDrafts.put(questionId, isChanged ? typed : null)
  }, [commentDrafts, questionId, isChanged, isKept, typed])
  useEffect(() => commentDrafts.open(questionId), [commentDrafts, questionId])
  const forget = useUnsavedForm(isChanged)
  const drop = () => {
    isOver.current = true
    forget()
    commentDrafts.put(questionId, null)
  }
  return { typed, isChanged, type: (part: Partial<CommentDraft>) => setTyped((before) => ({ ...before, ...part })), drop }
}

function CommentForm({ questionId, comment, onDone }: CommentFormProps) {
  const { t } = useTranslation('answering')
  const { assessmentId } = useBeside()
  const { typed, isChanged, type, drop } = useCommentDraft(questionId, comment)
  const { text, saidBy, saidOn } = typed
  const latest = useRef(typed)
  useEffect(() => {
    latest.current = typed
  })
  const save = useCommand('answerContext.comment', ['answerContext.read'])
  const close = () => {
    drop()
    onDone()
  }
  const cancel = useCancel(isChanged, close)
  const keep = async () => {
    const said = text.trim() === '' ? null : { text, saidBy, saidOn }
    const outcome = await save.run({ assessmentId, questionId, comment: said })
    // What was typed since is not saved yet.
    if (outcome.ok && latest.current === typed) close()
  }
  return (
    <form
      className="comment-form"
      aria-label={t('comment.form', { id: questionId })}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextArea
        label={t('comment.text')}
        hint={t('comment.hint')}
        rows={2}
        maxLength={5_000}
        value={text}
        onChange={(event) => type({ text: event.target.value })}
      />
      <div className="comment-who">
        <TextField
          label={t('comment.by')}
          isOptional
          maxLength={200}
          value={saidBy}
          onChange={(event) => type({ saidBy: event.target.value })}
        />
        <DateField label={t('comment.on')} day={saidOn} onDay={(day) => type({ saidOn: day ?? '' })} />
      </div>
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="comment-actions">
        <Button type="submit" isSmall look="primary" isBusy={save.isRunning} disabled={!isDay(saidOn) && text !== ''}>
          {t('comment.save')}
        </Button>
        <Button isSmall onClick={cancel}>
          {t('comment.cancel')}
        </Button>
      </div>
    </form>
  )
}
