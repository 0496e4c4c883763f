import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { JewelEntry, type ListedJewel } from '#shared/contract/crown-jewels.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangeForm } from '#renderer/ui/changes.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useCancel, useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'
import { impacts, jewelLists } from './jewel-lists.ts'

const blank: JewelEntry = { name: '', impact: 2, note: '', ownerName: '', places: '', whoCanReach: '', reviewOn: null }

function entryOf({ name, impact, note, ownerName, places, whoCanReach, reviewOn }: ListedJewel): JewelEntry {
  return { name, impact, note, ownerName, places, whoCanReach, reviewOn }
}

/** Adds a crown jewel, or changes one. */
export function JewelForm({ jewel, onDone }: { readonly jewel: ListedJewel | null; readonly onDone: () => void }) {
  const { t } = useTranslation('crown-jewels')
  const add = useCommand('jewelRegister.add', jewelLists)
  const change = useCommand('jewelRegister.change', jewelLists)
  const fault = add.fault ?? change.fault
  const form = useForm({ resolver: zodResolver(JewelEntry), defaultValues: jewel === null ? blank : entryOf(jewel) })
  const { errors } = form.formState
  useUnsavedForm(form.formState.isDirty)
  const cancel = useCancel(form.formState.isDirty, onDone)
  const submit = form.handleSubmit(async (input) => {
    const outcome = jewel === null ? await add.run(input) : await change.run({ ...input, id: jewel.id })
    if (outcome.ok) onDone()
  })
  return (
    <ChangeForm
      className="form form-inset"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={jewel === null ? t('newForm') : t('changeForm', { name: jewel.name })}
    >
      <TextField label={t('name')} hint={t('nameHint')} error={errors.name?.message} autoFocus {...form.register('name')} />
      <Controller
        control={form.control}
        name="impact"
        render={({ field }) => (
          <div className="field">
            <span className="field-label">{t('impact')}</span>
            <ChoiceBar
              label={t('impact')}
              choices={impacts.map((impact) => ({ id: String(impact), label: `${impact} ${t(`impacts.${impact}`)}` }))}
              chosen={String(field.value)}
              onChoose={(id) => field.onChange(Number(id))}
            />
          </div>
        )}
      />
      <div className="form-row">
        <TextField label={t('owner')} isOptional error={errors.ownerName?.message} {...form.register('ownerName')} />
        <Controller
          control={form.control}
          name="reviewOn"
          render={({ field }) => (
            <DateField
              label={t('reviewOn')}
              isOptional
              day={field.value ?? ''}
              onDay={field.onChange}
              onBlur={field.onBlur}
              error={errors.reviewOn?.message}
            />
          )}
        />
      </div>
      <TextArea label={t('places')} hint={t('placesHint')} isOptional error={errors.places?.message} {...form.register('places')} />
      <TextArea label={t('reach')} hint={t('reachHint')} isOptional error={errors.whoCanReach?.message} {...form.register('whoCanReach')} />
      <TextArea label={t('note')} isOptional error={errors.note?.message} {...form.register('note')} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={add.isRunning || change.isRunning}>
          {jewel === null ? t('addIt') : t('save')}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </ChangeForm>
  )
}
