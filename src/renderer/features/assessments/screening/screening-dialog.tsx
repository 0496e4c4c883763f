import { useState } from 'react'
import { ScreeningOutcome, type Screening } from '#shared/domain/assessment-screening.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useDesk } from '../desk.ts'
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
  const session = useSession()
  const { asOf } = useDesk()
  const save = useCommand('screening.save', ['assessments.list'])
  const [draft, setDraft] = useState(() => screeningDraftOf(stored, asOf))
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
      title="Screening against lists"
      isOpen
      onClose={onClose}
      kind="alert"
      actions={
        <>
          <Button look="primary" isBusy={save.isRunning} onClick={submit}>
            Save
          </Button>
          {stored === null ? null : (
            <Button look="danger" isBusy={save.isRunning} onClick={() => void send(null)}>
              It was not done
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className="form screening-form">
        <p>
          Compare the names of the party and of its owners with the lists that matter to you, and enter what came out. A match sets a STOP
          and an unsettled one an open STOP; no match clears nothing that the answers set.
        </p>
        <DateField
          label="Checked on"
          day={draft.screenedOn}
          onDay={(day) => setDraft({ ...draft, screenedOn: day ?? '' })}
          error={draft.screenedOn === '' ? 'is empty; give the day' : undefined}
        />
        <ScreeningLists editions={draft.editions} onChange={(editions) => setDraft({ ...draft, editions })} />
        <div className="field">
          <span className="field-label">What the check gave, over all lists together</span>
          <ChoiceBar
            label="What the check gave"
            layout="column"
            choices={ScreeningOutcome.options.map((id) => ({ id, label: outcomeWords[id].title, detail: outcomeWords[id].meaning }))}
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
