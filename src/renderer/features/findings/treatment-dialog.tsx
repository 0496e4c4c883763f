import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { FindingLine } from '#shared/contract/findings.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { type Treatment, type TreatmentDetails, TreatmentResponse } from '#shared/domain/treatment.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { notADay } from '#renderer/ui/day-reading.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { useDialogForm } from '#renderer/ui/unsaved-forms.ts'
import { FindingTitle } from './finding-title.tsx'
import { AcceptanceFields, WorkFields } from './treatment-fields.tsx'

interface TreatmentDialogProps {
  readonly assessmentId: AssessmentId
  readonly line: FindingLine
  readonly onClose: () => void
  /** Told what is planned now; null for nothing. */
  readonly onChanged: (now: Treatment | null) => void
}

const Details = contract['treatments.save'].input.shape.treatment
const shownBy = ['decision.readCase', 'findings.list', 'findings.choices', 'home.read'] as const
const formId = 'treatment-form'

/** What the form begins with: what is planned, or the first step that somebody named. */
function startOf({ treatment, finding, firstStep }: FindingLine): TreatmentDetails {
  if (treatment !== null) {
    const { id: _id, changedAt: _changed, ...details } = treatment
    return details
  }
  return {
    finding,
    response: 'mitigate',
    action: firstStep,
    ownerName: '',
    dueOn: null,
    status: 'open',
    acceptedBy: '',
    acceptedUntil: null,
  }
}

/** Says what is done about one finding. */
export function TreatmentDialog({ assessmentId, line, onClose, onChanged }: TreatmentDialogProps) {
  const { t } = useTranslation('findings')
  const save = useCommand('treatments.save', shownBy)
  const remove = useCommand('treatments.remove', shownBy)
  const form = useForm({ resolver: zodResolver(Details), defaultValues: startOf(line) })
  const { errors, isDirty } = form.formState
  const close = useDialogForm(isDirty, onClose)
  const response = useWatch({ control: form.control, name: 'response' })
  // A text that is no day must not keep the form from being saved where nobody sees it any more.
  const dropUnseenDay = (next: string) => {
    const unseen = next === 'accept' ? 'dueOn' : 'acceptedUntil'
    if (form.getValues(unseen) === notADay) form.setValue(unseen, null)
  }
  const submit = form.handleSubmit(async (treatment) => {
    const outcome = await save.run({ assessmentId, treatment })
    if (!outcome.ok) return
    onChanged(outcome.value.treatment)
    onClose()
  })
  const takeBack = async () => {
    if (!(await remove.run({ assessmentId, finding: line.finding })).ok) return
    onChanged(null)
    onClose()
  }
  const fault = save.fault ?? remove.fault
  return (
    <Dialog
      title={t('plan.dialog')}
      kind="alert"
      isOpen
      onClose={close}
      actions={
        <>
          <Button type="submit" form={formId} look="primary" isBusy={save.isRunning}>
            {save.isRunning ? t('plan.saving') : t('plan.save')}
          </Button>
          <Button onClick={close}>{t('plan.cancel')}</Button>
          {line.treatment === null ? null : (
            <Button changes look="quiet" isBusy={remove.isRunning} onClick={() => void takeBack()}>
              {t('plan.remove')}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} className="form treatment-form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="treatment-finding">
          <FindingTitle line={line} />
        </p>
        <Controller
          control={form.control}
          name="response"
          render={({ field }) => (
            <div className="field">
              <span className="field-label">{t('plan.response')}</span>
              <ChoiceBar
                label={t('plan.response')}
                choices={TreatmentResponse.options.map((id) => ({
                  id,
                  label: t(`responses.${id}.name`),
                  detail: t(`responses.${id}.meaning`),
                }))}
                chosen={field.value}
                onChoose={(id) => {
                  field.onChange(id)
                  dropUnseenDay(id)
                }}
              />
            </div>
          )}
        />
        <TextArea
          label={response === 'accept' ? t('plan.reason') : t('plan.action')}
          isOptional
          rows={3}
          {...(line.treatment === null && line.firstStep !== '' && response !== 'accept' ? { hint: t('plan.actionHint') } : {})}
          error={errors.action?.message}
          {...form.register('action')}
        />
        {response === 'accept' ? <AcceptanceFields form={form} /> : <WorkFields form={form} />}
        {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      </form>
    </Dialog>
  )
}
