import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ListedFinding } from '#shared/contract/findings.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { notADay } from '#renderer/ui/day-reading.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'

interface BulkBarProps {
  readonly chosen: readonly ListedFinding[]
  readonly onDone: () => void
}

const shownBy = ['findings.list', 'findings.choices', 'decision.readCase', 'home.read'] as const

/** Gives many findings an owner or a day at once, with a way back. */
export function BulkBar({ chosen, onDone }: BulkBarProps) {
  const { t } = useTranslation('findings')
  const assign = useCommand('treatments.assign', shownBy)
  const restore = useCommand('treatments.restore', shownBy)
  const [ownerName, setOwnerName] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [before, setBefore] = useState<OutputOf<'treatments.assign'> | null>(null)
  const [told, setTold] = useState('')
  const { box, focusNext } = useFocusNext<HTMLDivElement>()
  const isNothing = ownerName.trim() === '' && dueOn === null
  const apply = async () => {
    const places = chosen.map(({ assessmentId, finding }) => ({ assessmentId, finding }))
    const outcome = await assign.run({
      places,
      ownerName: ownerName.trim() === '' ? null : ownerName.trim(),
      dueOn,
    })
    if (!outcome.ok) return
    setBefore(outcome.value)
    setTold(t('bulk.done', { count: places.length }))
    setOwnerName('')
    setDueOn(null)
    focusNext('[data-undo]')
    onDone()
  }
  const undo = async () => {
    if (before === null || !(await restore.run(before)).ok) return
    setBefore(null)
    setTold(t('bulk.undone'))
    focusNext('[role="status"]')
  }
  const fault = assign.fault ?? restore.fault
  return (
    <div className="bulk" ref={box}>
      {chosen.length === 0 ? null : (
        <ChangeForm
          className="bulk-bar"
          aria-label={t('bulk.label')}
          onSubmit={(event) => {
            event.preventDefault()
            if (isNothing) setTold(t('bulk.nothing'))
            // The field itself says why its text is no day.
            else if (dueOn === notADay) setTold('')
            else void apply()
          }}
        >
          <strong>{t('bulk.selected', { count: chosen.length })}</strong>
          <TextField label={t('bulk.owner')} maxLength={200} value={ownerName} onChange={(event) => setOwnerName(event.target.value)} />
          <DateField label={t('bulk.due')} day={dueOn ?? ''} onDay={setDueOn} />
          <Button type="submit" look="primary" isSmall isBusy={assign.isRunning}>
            {t('bulk.apply')}
          </Button>
          <Button look="quiet" isSmall onClick={onDone}>
            {t('bulk.none')}
          </Button>
        </ChangeForm>
      )}
      <p className="bulk-told" role="status" tabIndex={-1}>
        {told}{' '}
        {before === null ? null : (
          <Button changes look="quiet" isSmall data-undo="" isBusy={restore.isRunning} onClick={() => void undo()}>
            {t('bulk.undo')}
          </Button>
        )}
      </p>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </div>
  )
}
