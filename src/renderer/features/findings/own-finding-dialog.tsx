import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { ManualFinding } from '#shared/domain/manual-finding.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { Tier } from '#shared/domain/tier.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Field } from '#renderer/ui/field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useDialogForm } from '#renderer/ui/unsaved-forms.ts'

interface OwnFindingDialogProps {
  readonly assessmentId: AssessmentId
  readonly pack: Pack
  /** Null for a new one. */
  readonly finding: ManualFinding | null
  readonly onClose: () => void
}

const Details = contract['findings.add'].input.shape.details
const shownBy = ['decision.readCase', 'findings.list', 'home.read'] as const
const formId = 'own-finding-form'
const blank = { title: '', detail: '', severity: 'moderate', domainId: null, firstStep: '' } as const

function startOf(finding: ManualFinding | null) {
  if (finding === null) return blank
  const { id: _id, addedAt: _added, ...details } = finding
  return details
}

/** Writes down something that no question asks. */
export function OwnFindingDialog({ assessmentId, pack, finding, onClose }: OwnFindingDialogProps) {
  const { t } = useTranslation('findings')
  const add = useCommand('findings.add', shownBy)
  const change = useCommand('findings.change', shownBy)
  const remove = useCommand('findings.remove', shownBy)
  const form = useForm({ resolver: zodResolver(Details), defaultValues: startOf(finding) })
  const { errors, isDirty } = form.formState
  const close = useDialogForm(isDirty, onClose)
  const submit = form.handleSubmit(async (details) => {
    const outcome =
      finding === null ? await add.run({ assessmentId, details }) : await change.run({ assessmentId, id: finding.id, details })
    if (outcome.ok) onClose()
  })
  const fault = add.fault ?? change.fault ?? remove.fault
  const isSaving = add.isRunning || change.isRunning
  return (
    <Dialog
      title={t(finding === null ? 'own.addTitle' : 'own.editTitle')}
      kind="alert"
      isOpen
      onClose={close}
      actions={
        <>
          <Button type="submit" form={formId} look="primary" isBusy={isSaving}>
            {isSaving ? t('own.saving') : t('own.save')}
          </Button>
          <Button onClick={close}>{t('own.cancel')}</Button>
          {finding === null ? null : (
            <Button
              changes
              look="quiet"
              isBusy={remove.isRunning}
              onClick={() => void remove.run({ assessmentId, id: finding.id }).then((outcome) => (outcome.ok ? onClose() : undefined))}
            >
              {t('own.remove')}
            </Button>
          )}
        </>
      }
    >
      <form id={formId} className="form" onSubmit={(event) => void submit(event)} noValidate>
        <p className="field-hint">{t('own.hint')}</p>
        <TextField label={t('own.title')} error={errors.title?.message} {...form.register('title')} />
        <TextArea label={t('own.detail')} isOptional rows={3} error={errors.detail?.message} {...form.register('detail')} />
        <Controller
          control={form.control}
          name="severity"
          render={({ field }) => (
            <div className="field">
              <span className="field-label">{t('own.severity')}</span>
              <ChoiceBar
                label={t('own.severity')}
                choices={Tier.options.map((id) => ({ id, label: t(`tiers.${id}`) }))}
                chosen={field.value}
                onChoose={field.onChange}
              />
            </div>
          )}
        />
        <Field label={t('own.domain')} isOptional>
          {({ inputId }) => (
            <select id={inputId} className="input" {...form.register('domainId', { setValueAs: (id: unknown) => (id === '' ? null : id) })}>
              <option value="">{t('own.noDomain')}</option>
              {pack.domains.map((domain) => (
                <option key={domain.id} value={domain.id}>
                  {domain.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={t('own.firstStep')} isOptional error={errors.firstStep?.message} {...form.register('firstStep')} />
        {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      </form>
    </Dialog>
  )
}
