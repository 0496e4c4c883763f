import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type Holder, HolderId, holderKinds } from '#shared/domain/owner-tree.ts'
import { withoutHolder } from '#shared/domain/owner-shares.ts'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EntryFormFrame } from './entry-form.tsx'
import { blankDraft, draftOf, HolderDraft, withDraft } from './holder-draft.ts'
import type { OwnersOnScreen } from './use-owners.ts'

interface HolderFormProps extends Pick<OwnersOnScreen, 'owners' | 'change'> {
  /** The holder that is changed; null for a new one. */
  readonly holder: Holder | null
  /** Whom a new one holds; null for the third party. */
  readonly holds: HolderId | null
  readonly partyName: string
  readonly onClose: () => void
}

/** Adds somebody who holds the third party or one of its holders, or changes one. */
export function HolderForm({ owners, change, holder, holds, partyName, onClose }: HolderFormProps) {
  const { t } = useTranslation('third-party-profile')
  const form = useForm({
    resolver: zodResolver(HolderDraft),
    defaultValues: holder === null ? blankDraft(holds) : draftOf(holder),
  })
  const [refusal, setRefusal] = useState<string | null>(null)
  const kind = useWatch({ control: form.control, name: 'kind' })
  const { errors, isDirty, isSubmitting } = form.formState
  // Nobody may hold itself, so what is above a holder is not offered.
  const others = holder === null ? owners.holders : withoutHolder(owners.holders, holder.id)
  // Nor does anybody hold a person.
  const offered = others.filter((one) => one.kind !== 'person' || one.id === holder?.holds)
  const submit = form.handleSubmit(async (draft) => {
    const id = holder?.id ?? HolderId.parse(crypto.randomUUID())
    // The tree may have changed since this form was drawn.
    const onNow = (now: OwnersOnScreen['owners']) => {
      const made = withDraft(now, draft, id)
      setRefusal(made.ok ? null : made.sentence)
      return made.ok ? made.tree : null
    }
    if (await change(onNow)) onClose()
  })
  return (
    <EntryFormFrame label={t('owners.form')} isDirty={isDirty} isBusy={isSubmitting} onSubmit={submit} onClose={onClose}>
      {refusal === null ? null : (
        <Notice tone="bad" title={t('owners.noTree')} isUrgent>
          {t('owners.treeSentence', { sentence: refusal })}
        </Notice>
      )}
      <div className="form-row">
        <TextField label={t('owners.name')} error={errors.name?.message} autoFocus {...form.register('name')} />
        <SelectField
          label={t('owners.kind')}
          choices={holderKinds.map((id) => ({ id, label: t(`owners.kinds.${id}`) }))}
          {...form.register('kind')}
        />
      </div>
      <div className="form-row">
        <TextField
          label={t('owners.share')}
          hint={t('owners.shareHint')}
          inputMode="decimal"
          error={errors.share?.message}
          {...form.register('share')}
        />
        <SelectField
          label={t('owners.holds')}
          choices={[{ id: '', label: partyName }, ...offered.map(({ id, name }) => ({ id, label: name }))]}
          {...form.register('holds')}
        />
      </div>
      {kind === 'person' ? (
        <p className="field-hint">{t('owners.personHint')}</p>
      ) : (
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <CountryField label={t('owners.country')} isOptional code={field.value} onChange={field.onChange} onBlur={field.onBlur} />
          )}
        />
      )}
      <TextField label={t('owners.note')} isOptional error={errors.note?.message} {...form.register('note')} />
    </EntryFormFrame>
  )
}
