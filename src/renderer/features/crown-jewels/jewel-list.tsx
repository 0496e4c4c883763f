import { useState } from 'react'
import type { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { impactWords } from '#renderer/ui/impact-words.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { JewelForm } from './jewel-form.tsx'

type Editing = { readonly what: 'nothing' } | { readonly what: 'new' } | { readonly what: 'one'; readonly id: string }

/** What would hurt most if it were stolen, altered or stopped. */
export function JewelList() {
  const query = useQuery('crownJewels.list', {})
  const remove = useCommand('crownJewels.remove', ['crownJewels.list'])
  const [editing, setEditing] = useState<Editing>({ what: 'nothing' })
  const [leaving, setLeaving] = useState<CrownJewel | null>(null)
  const [lastEdited, setLastEdited] = useState<string | null>(null)
  const close = () => {
    // The form goes away with the focus in it; the button that opened it takes it back.
    setLastEdited(editing.what === 'one' ? editing.id : editing.what)
    setEditing({ what: 'nothing' })
  }
  if (query.state === 'loading') return <Waiting what="Reading the crown jewels…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { crownJewels } = query.value
  const add = (
    <Button
      look={crownJewels.length === 0 ? 'primary' : 'secondary'}
      autoFocus={lastEdited === 'new'}
      onClick={() => setEditing({ what: 'new' })}
    >
      <Icon name="plus" /> Add a crown jewel
    </Button>
  )
  return (
    <>
      {remove.fault === null ? null : <Refusal words={wordsFor(remove.fault)} />}
      {crownJewels.length === 0 && editing.what === 'nothing' ? (
        <EmptyState title="No crown jewel is listed yet" action={add}>
          Think of what a competitor or a state would take first: a design, a process, a data set, a key person’s knowledge, a production
          line. Three to ten are enough.
        </EmptyState>
      ) : (
        <ul className="jewels">
          {crownJewels.map((jewel) =>
            editing.what === 'one' && editing.id === jewel.id ? (
              <li key={jewel.id}>
                <JewelForm jewel={jewel} onDone={close} />
              </li>
            ) : (
              <JewelLine
                key={jewel.id}
                jewel={jewel}
                onChange={() => setEditing({ what: 'one', id: jewel.id })}
                isFocused={lastEdited === jewel.id}
                onRemove={() => setLeaving(jewel)}
              />
            ),
          )}
        </ul>
      )}
      {editing.what === 'new' ? <JewelForm jewel={null} onDone={close} /> : crownJewels.length === 0 ? null : add}
      {leaving === null ? null : (
        <RemoveDialog
          jewel={leaving}
          onClose={() => setLeaving(null)}
          onRemove={() => {
            setLeaving(null)
            void remove.run({ id: leaving.id })
          }}
        />
      )}
    </>
  )
}

interface JewelLineProps {
  readonly jewel: CrownJewel
  readonly onChange: () => void
  readonly onRemove: () => void
  readonly isFocused: boolean
}

function JewelLine({ jewel, onChange, onRemove, isFocused }: JewelLineProps) {
  return (
    <li className="jewel">
      <span className={`impact impact-${jewel.impact}`} aria-hidden="true">
        {jewel.impact}
      </span>
      <div className="jewel-text">
        <strong>{jewel.name}</strong>
        <span className="jewel-impact">
          Impact {jewel.impact}: {impactWords[jewel.impact]}
        </span>
        {jewel.note === '' ? null : <p>{jewel.note}</p>}
      </div>
      <div className="jewel-actions">
        <Button look="quiet" isSmall aria-label={`Change ${jewel.name}`} autoFocus={isFocused} onClick={onChange}>
          Change
        </Button>
        <Button look="quiet" isSmall aria-label={`Remove ${jewel.name}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  )
}

interface RemoveDialogProps {
  readonly jewel: CrownJewel
  readonly onClose: () => void
  readonly onRemove: () => void
}

function RemoveDialog({ jewel, onClose, onRemove }: RemoveDialogProps) {
  return (
    <Dialog
      title={`Remove “${jewel.name}”?`}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="danger" onClick={onRemove}>
            Remove
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <p>New assessments will no longer offer it. Signed reports keep it.</p>
    </Dialog>
  )
}
