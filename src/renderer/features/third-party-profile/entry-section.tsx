import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'

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
  /** Saves the changed list; `removed` names an entry that is gone from it. */
  readonly change: (entries: Entry[], removed?: string) => Promise<boolean>
}

type Editing = number | 'new' | null

/** A list of things that are known of a third party: each can be changed and removed, and one more added, in place. */
export function EntrySection<Entry>({ title, entries, empty, addLabel, describe, Form, change }: EntrySectionProps<Entry>) {
  const { t } = useTranslation('third-party-profile')
  const [editing, setEditing] = useState<Editing>(null)
  // The form goes away with the focus in it; the button that opened it takes it back.
  const [lastEdited, setLastEdited] = useState<Editing>(null)
  const close = () => {
    setLastEdited(editing)
    setEditing(null)
  }
  const saveWith = (put: (given: Entry) => Entry[]) => async (given: Entry) => {
    const isSaved = await change(put(given))
    if (isSaved) close()
    return isSaved
  }
  return (
    <section className="entries" aria-label={title}>
      <div className="part-head">
        <h3>{title}</h3>
        {editing === 'new' ? null : (
          <Button changes isSmall autoFocus={lastEdited === 'new'} onClick={() => setEditing('new')}>
            <Icon name="plus" /> {addLabel}
          </Button>
        )}
      </div>
      {entries.length === 0 && editing !== 'new' ? <p className="entries-empty">{empty}</p> : null}
      <ul className="entry-list">
        {entries.map((entry, at) => {
          const { name, second, kind } = describe(entry)
          return (
            // Entries have no id of their own; each change of the list is saved and drawn anew.
            <li key={at} className="entry">
              {editing === at ? (
                <Form entry={entry} save={saveWith((given) => entries.with(at, given))} onClose={close} />
              ) : (
                <>
                  <div className="entry-text">
                    <span className="entry-name">{name}</span>
                    {kind === undefined ? null : <span className="chip">{kind}</span>}
                    {second === '' ? null : <span className="table-second">{second}</span>}
                  </div>
                  <div className="entry-actions">
                    <Button
                      changes
                      look="quiet"
                      isSmall
                      aria-label={t('changeOne', { name })}
                      autoFocus={lastEdited === at}
                      onClick={() => setEditing(at)}
                    >
                      {t('change')}
                    </Button>
                    <Button
                      changes
                      look="quiet"
                      isSmall
                      aria-label={t('removeOne', { name })}
                      onClick={() => void change(entries.toSpliced(at, 1), name)}
                    >
                      {t('remove')}
                    </Button>
                  </div>
                </>
              )}
            </li>
          )
        })}
        {editing === 'new' ? (
          <li className="entry">
            <Form entry={null} save={saveWith((given) => [...entries, given])} onClose={close} />
          </li>
        ) : null}
      </ul>
    </section>
  )
}
