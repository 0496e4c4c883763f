import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import { DecisionOutcome, type Decision } from '#shared/domain/decision.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { beginSave } from '#renderer/ui/saved-form.ts'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { ConditionList } from './condition-list.tsx'
import { outcomeWords } from './outcome-words.ts'

interface DecisionFormProps {
  readonly assessmentId: AssessmentId
  readonly decision: Decision | null
  readonly onSaved: (decision: Decision) => void
}

const DecisionInput = contract['decision.save'].input.shape.decision

/** The decision: what, why, on which conditions, and who decides. */
export function DecisionForm({ assessmentId, decision, onSaved }: DecisionFormProps) {
  const { t } = useTranslation('deciding')
  const save = useCommand('decision.save', ['assessments.read', 'assessments.list', 'decision.readCase', 'findings.list', 'home.read'])
  const form = useForm({
    resolver: zodResolver(DecisionInput),
    defaultValues: decision ?? { rationale: '', conditions: [], decidedBy: '' },
  })
  const { errors } = form.formState
  const outcome = useWatch({ control: form.control, name: 'outcome' })
  useUnsavedForm(form.formState.isDirty)
  const submit = form.handleSubmit(async (input) => {
    const takeSaved = beginSave(form)
    const outcome = await save.run({ assessmentId, decision: input })
    if (outcome.ok) {
      takeSaved(outcome.value.decision)
      onSaved(outcome.value.decision)
    }
  })
  return (
    <ChangeForm className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t('form.label')}>
      <Controller
        control={form.control}
        name="outcome"
        render={({ field }) => (
          <div className="field" ref={field.ref} tabIndex={-1}>
            <span className="field-label" id="outcome-label">
              {t('form.label')}
            </span>
            <ChoiceBar
              label={t('form.label')}
              layout="column"
              choices={DecisionOutcome.options.map((id) => ({ id, label: outcomeWords[id].title, detail: outcomeWords[id].meaning }))}
              chosen={field.value ?? null}
              onChoose={field.onChange}
            />
            {errors.outcome === undefined ? null : (
              <div className="field-error" role="alert">
                {t('form.empty')}
              </div>
            )}
          </div>
        )}
      />
      <Controller
        control={form.control}
        name="conditions"
        render={({ field }) => (
          <ConditionList
            conditions={field.value ?? []}
            onChange={field.onChange}
            error={conditionError(errors.conditions)}
            hasProceed={outcome === 'proceed'}
          />
        )}
      />
      <TextArea
        label={t('form.why')}
        isOptional
        rows={4}
        hint={t('form.whyHint')}
        error={errors.rationale?.message}
        {...form.register('rationale')}
      />
      <TextField label={t('form.by')} hint={t('form.byHint')} error={errors.decidedBy?.message} {...form.register('decidedBy')} />
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <div className="form-actions">
        <Button type="submit" look={form.formState.isDirty || decision === null ? 'primary' : 'secondary'} isBusy={save.isRunning}>
          {save.isRunning ? t('form.saving') : t('form.save')}
        </Button>
        <span role="status" className="form-saved">
          {decision !== null && !form.formState.isDirty ? t('form.saved') : t('form.unsaved')}
        </span>
      </div>
    </ChangeForm>
  )
}

// The error of the list as a whole, or of its first bad entry, as a sentence.
function conditionError(errors: unknown, what?: string): string | undefined {
  const t = wordsIn('deciding')
  if (typeof errors !== 'object' || errors === null) return undefined
  if ('message' in errors && typeof errors.message === 'string')
    return wordsIn('controls')('fieldError', { label: what ?? t('form.conditionList'), error: inPageLanguage(errors.message) })
  if ('root' in errors) return conditionError(errors.root)
  return Object.entries(errors)
    .map(([index, error]) => conditionError(error, t('form.condition', { number: Number(index) + 1 })))
    .find((sentence) => sentence !== undefined)
}
