import { useState } from 'react'
import type { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
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
  const close = () => setEditing({ what: 'nothing' })
  if (query.state === 'loading') return <Waiting what="Reading the crown jewels…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { crownJewels } = query.value
  const add = (
    <Button look={crownJewels.length === 0 ? 'primary' : 'secondary'} onClick={() => setEditing({ what: 'new' })}>
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
                onRemove={() => void remove.run({ id: jewel.id })}
              />
            ),
          )}
        </ul>
      )}
      {editing.what === 'new' ? <JewelForm jewel={null} onDone={close} /> : crownJewels.length === 0 ? null : add}
    </>
  )
}

interface JewelLineProps {
  readonly jewel: CrownJewel
  readonly onChange: () => void
  readonly onRemove: () => void
}

function JewelLine({ jewel, onChange, onRemove }: JewelLineProps) {
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
        <Button look="quiet" isSmall aria-label={`Change ${jewel.name}`} onClick={onChange}>
          Change
        </Button>
        <Button look="quiet" isSmall aria-label={`Remove ${jewel.name}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </li>
  )
}
