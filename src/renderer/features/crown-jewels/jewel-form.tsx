import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { contract } from '#shared/contract/contract.ts'
import type { CrownJewel, CrownJewelDetails } from '#shared/domain/crown-jewel.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { impactWords } from '#renderer/ui/impact-words.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextArea } from '#renderer/ui/text-area.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useUnsavedForm } from '#renderer/ui/unsaved-forms.ts'

const blank: CrownJewelDetails = { name: '', impact: 2, note: '' }

/** Adds a crown jewel, or changes one. */
export function JewelForm({ jewel, onDone }: { readonly jewel: CrownJewel | null; readonly onDone: () => void }) {
  const add = useCommand('crownJewels.add', ['crownJewels.list'])
  const change = useCommand('crownJewels.change', ['crownJewels.list'])
  const fault = add.fault ?? change.fault
  const form = useForm({
    resolver: zodResolver(contract['crownJewels.add'].input),
    defaultValues: jewel === null ? blank : { name: jewel.name, impact: jewel.impact, note: jewel.note },
  })
  const { errors } = form.formState
  useUnsavedForm(form.formState.isDirty)
  const submit = form.handleSubmit(async (input) => {
    const outcome = jewel === null ? await add.run(input) : await change.run({ ...input, id: jewel.id })
    if (outcome.ok) onDone()
  })
  return (
    <form
      className="form form-inset"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={jewel === null ? 'New crown jewel' : `Change ${jewel.name}`}
    >
      <TextField
        label="Crown jewel"
        hint="One thing, in a few words: “Sequencing raw data of the 2025 cohort”."
        error={errors.name?.message}
        autoFocus
        {...form.register('name')}
      />
      <Controller
        control={form.control}
        name="impact"
        render={({ field }) => (
          <div className="field">
            <span className="field-label">Harm if it is stolen, altered or stopped</span>
            <ChoiceBar
              label="Harm if it is stolen, altered or stopped"
              choices={[1, 2, 3, 4].map((impact) => ({ id: String(impact), label: `${impact} ${impactWords[impact] ?? ''}` }))}
              chosen={String(field.value)}
              onChoose={(id) => field.onChange(Number(id))}
            />
          </div>
        )}
      />
      <TextArea
        label="Note"
        isOptional
        hint="Where it is, who can reach it, who owns it."
        error={errors.note?.message}
        {...form.register('note')}
      />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <div className="form-actions">
        <Button type="submit" look="primary" isBusy={add.isRunning || change.isRunning}>
          {jewel === null ? 'Add' : 'Save'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
