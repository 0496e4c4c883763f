import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScreeningOutcome, type Screening } from '#shared/domain/assessment-screening.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDialogForm } from '#renderer/ui/unsaved-forms.ts'
import { useSession } from '../session/use-session.ts'
import { readScreening, screeningDraftOf } from './screening-draft.ts'
import { ScreeningLists } from './screening-lists.tsx'
import { outcomeWords } from './screening-words.ts'

interface ScreeningDialogProps {
  readonly stored: Screening | null
  readonly onClose: () => void
  readonly onSaved: (screening: Screening | null) => void
}

/** The form for what a check of names gave: which lists of which day, and the outcome over all of them. */
export function ScreeningDialog({ stored, onClose, onSaved }: ScreeningDialogProps) {
  const { t } = useTranslation('screening')
  const session = useSession()
  const save = useCommand('screening.save', ['assessments.list'])
  const [start] = useState(() => screeningDraftOf(stored, calendarDayOf(new Date())))
  const [draft, setDraft] = useState(start)
  const close = useDialogForm(JSON.stringify(draft) !== JSON.stringify(start), onClose)
  const [sentence, setSentence] = useState<string | null>(null)
  const send = async (screening: Screening | null) => {
    const outcome = await save.run({ assessmentId: session.id, screening })
    if (!outcome.ok) return
    session.takeResult(outcome.value.result, outcome.value.savedAt)
    onSaved(screening)
  }
  const submit = () => {
    const read = readScreening(draft)
    setSentence(read.ok ? null : read.sentence)
    if (read.ok) void send(read.screening)
  }
  return (
    <Dialog
      title={t('assessment.title')}
      isOpen
      onClose={close}
      kind="alert"
      actions={
        <>
          <Button look="primary" isBusy={save.isRunning} onClick={submit}>
            {t('assessment.save')}
          </Button>
          {stored === null ? null : (
            <Button look="danger" isBusy={save.isRunning} onClick={() => void send(null)}>
              {t('assessment.notDone')}
            </Button>
          )}
          <Button onClick={close}>{t('cancel')}</Button>
        </>
      }
    >
      <div className="form screening-form">
        <p>{t('assessment.intro')}</p>
        {stored?.hits === undefined ? null : <p>{t('assessment.byHand')}</p>}
        <DateField
          label={t('assessment.checkedOn')}
          day={draft.screenedOn}
          onDay={(day) => setDraft({ ...draft, screenedOn: day ?? '' })}
          error={draft.screenedOn === '' ? t('assessment.emptyDay') : undefined}
        />
        <ScreeningLists editions={draft.editions} onChange={(editions) => setDraft({ ...draft, editions })} />
        <div className="field">
          <span className="field-label">{t('assessment.gaveAll')}</span>
          <ChoiceBar
            label={t('assessment.gave')}
            layout="column"
            choices={ScreeningOutcome.options.map((id) => ({ id, label: outcomeWords(id).title, detail: outcomeWords(id).meaning }))}
            chosen={draft.outcome}
            onChoose={(id) => {
              const read = ScreeningOutcome.safeParse(id)
              if (read.success) setDraft({ ...draft, outcome: read.data })
            }}
          />
        </div>
        {sentence === null ? null : (
          <p className="field-error" role="alert">
            {sentence}
          </p>
        )}
        {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      </div>
    </Dialog>
  )
}
