import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '#shared/contract/contract.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { ReviewVerdict } from '#shared/domain/review.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useCancel, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { isSamePerson } from './same-person.ts'

interface ReviewFormProps {
  readonly assessmentId: AssessmentId
  /** Who decides; empty while nobody does. */
  readonly decidedBy: string
  readonly onKept: () => void
  readonly onCancel: () => void
}

const Details = contract['reviews.add'].input.shape.review

/** What a second person says. */
export function ReviewForm({ assessmentId, decidedBy, onKept, onCancel }: ReviewFormProps) {
  const { t } = useTranslation('deciding')
  const add = useCommand('reviews.add', ['decision.readCase'])
  const form = useForm({ resolver: zodResolver(Details), defaultValues: { reviewerName: '', reviewerRole: '', note: '' } })
  const { errors } = form.formState
  const reviewerName = useWatch({ control: form.control, name: 'reviewerName' })
  const forget = useUnsavedForm(form.formState.isDirty)
  const cancel = useCancel(form.formState.isDirty, onCancel)
  const submit = form.handleSubmit(async (review) => {
    if (!(await add.run({ assessmentId, review })).ok) return
    forget()
    onKept()
  })
  return (
    <ChangeForm className="form form-inset" aria-label={t('review.add')} onSubmit={(event) => void submit(event)} noValidate>
      <div className="form-row">
        <TextField label={t('review.name')} error={errors.reviewerName?.message} {...form.register('reviewerName')} />
        <TextField label={t('review.role')} isOptional error={errors.reviewerRole?.message} {...form.register('reviewerRole')} />
      </div>
      {isSamePerson(reviewerName ?? '', decidedBy) ? <Notice tone="warning" title={t('review.sameName')} /> : null}
      <Controller
        control={form.control}
        name="verdict"
        render={({ field, fieldState }) => (
          <div className="field" ref={field.ref} tabIndex={-1}>
            <span className="field-label">{t('review.verdict')}</span>
            <ChoiceBar
              label={t('review.verdict')}
              choices={ReviewVerdict.options.map((id) => ({ id, label: t(`review.verdicts.${id}`) }))}
              chosen={field.value ?? null}
              onChoose={field.onChange}
            />
            {fieldState.error === undefined ? null : (
              <div className="field-error" role="alert">
                {t('review.verdictMissing')}
              </div>
            )}
          </div>
        )}
      />
      <TextArea label={t('review.note')} isOptional rows={3} error={errors.note?.message} {...form.register('note')} />
      {add.fault === null ? null : <Refusal words={wordsFor(add.fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={add.isRunning}>
          {add.isRunning ? t('review.keeping') : t('review.keep')}
        </Button>
        <Button onClick={cancel}>{t('review.cancel')}</Button>
        <span className="form-saved">{t('review.forGood')}</span>
      </div>
    </ChangeForm>
  )
}
