import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
import { entryKeys, placeOf, withEntry, withoutEntry } from './entry-list.ts'

/** A form for one entry; `save` resolves to whether it was saved. */
export interface EntryFormProps<Entry> {
  readonly entry: Entry | null
  readonly save: (entry: Entry) => Promise<boolean>
  readonly onClose: () => void
}

interface EntrySectionProps<Entry> {
  readonly title: string
  readonly entries: readonly Entry[]
  /** What is said while there is none. */
  readonly empty: string
  readonly addLabel: string
  readonly describe: (entry: Entry) => { readonly name: string; readonly second: string; readonly kind?: string }
  readonly Form: ComponentType<EntryFormProps<Entry>>
  /** Saves what `make` makes of the list; `removed` names an entry that is gone from it. */
  readonly change: (make: (now: readonly Entry[]) => Entry[], removed?: string) => Promise<boolean>
}

type Editing<Entry> = { readonly what: 'new' } | { readonly what: 'one'; readonly entry: Entry } | null

/** A list of things that are known of a third party: each can be changed and removed, and one more added, in place. */
export function EntrySection<Entry>(props: EntrySectionProps<Entry>) {
  const { title, entries, empty, addLabel, Form, change } = props
  const [editing, setEditing] = useState<Editing<Entry>>(null)
  // The form goes away with the focus in it; the button that opened it takes it back.
  const [lastEdited, setLastEdited] = useState<Editing<Entry>>(null)
  const { place, giveWay } = useGivingWay()
  const edit = (next: Editing<Entry>) => giveWay(() => setEditing(next))
  const close = (edited: Editing<Entry>) => {
    setLastEdited(edited)
    setEditing(null)
  }
  const edited = editing?.what === 'one' ? editing.entry : null
  const save = async (given: Entry) => {
    const isSaved = await change((now) => withEntry(now, edited, given))
    if (isSaved) close(edited === null ? { what: 'new' } : { what: 'one', entry: given })
    return isSaved
  }
  const form = (
    <FormPlace value={place}>
      <Form entry={edited} save={save} onClose={() => close(editing)} />
    </FormPlace>
  )
  // An entry that went away while it is being changed keeps its form, below the others.
  const isGone = edited !== null && placeOf(entries, edited) === -1
  const listed = isGone ? [...entries, edited] : entries
  const editedAt = edited === null ? -1 : placeOf(listed, edited)
  const focusedAt = editing === null && lastEdited?.what === 'one' ? placeOf(listed, lastEdited.entry) : -1
  const keys = entryKeys(listed)
  return (
    <section className="entries" aria-label={title}>
      <div className="part-head">
        <h3>{title}</h3>
        {editing?.what === 'new' ? null : (
          <Button changes isSmall autoFocus={lastEdited?.what === 'new'} onClick={() => edit({ what: 'new' })}>
            <Icon name="plus" /> {addLabel}
          </Button>
        )}
      </div>
      {entries.length === 0 && editing === null ? <p className="entries-empty">{empty}</p> : null}
      <ul className="entry-list">
        {listed.map((entry, at) => (
          <li key={keys[at]} className="entry">
            {editedAt === at ? (
              form
            ) : (
              <EntryLine
                {...props.describe(entry)}
                isFocused={focusedAt === at}
                onChange={() => edit({ what: 'one', entry })}
                onRemove={(name) => void change((now) => withoutEntry(now, entry), name)}
              />
            )}
          </li>
        ))}
        {editing?.what === 'new' ? <li className="entry">{form}</li> : null}
      </ul>
    </section>
  )
}

interface EntryLineProps {
  readonly name: string
  readonly second: string
  readonly kind?: string
  readonly isFocused: boolean
  readonly onChange: () => void
  readonly onRemove: (name: string) => void
}

function EntryLine({ name, second, kind, isFocused, onChange, onRemove }: EntryLineProps) {
  const { t } = useTranslation('third-party-profile')
  return (
    <>
      <div className="entry-text">
        <span className="entry-name">{name}</span>
        {kind === undefined ? null : <span className="chip">{kind}</span>}
        {second === '' ? null : <span className="table-second">{second}</span>}
      </div>
      <div className="entry-actions">
        <Button changes look="quiet" isSmall aria-label={t('changeOne', { name })} autoFocus={isFocused} onClick={onChange}>
          {t('change')}
        </Button>
        <Button changes look="quiet" isSmall aria-label={t('removeOne', { name })} onClick={() => onRemove(name)}>
          {t('remove')}
        </Button>
      </div>
    </>
  )
}
