import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedJewel } from '#shared/contract/crown-jewels.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { JewelForm } from './jewel-form.tsx'
import { JewelLine } from './jewel-line.tsx'
import { jewelLists } from './jewel-lists.ts'
import { type Leaving, LeaveRegisterDialog } from './leave-register-dialog.tsx'

type Editing = { readonly what: 'nothing' } | { readonly what: 'new' } | { readonly what: 'one'; readonly id: string }

/** The register: what would hurt most if it were stolen, altered or stopped. */
export function JewelList() {
  const { t } = useTranslation('crown-jewels')
  const query = useQuery('jewelRegister.list', {})
  const [editing, setEditing] = useState<Editing>({ what: 'nothing' })
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const [lastEdited, setLastEdited] = useState<string | null>(null)
  const [leftCount, setLeftCount] = useState(0)
  const addButton = useRef<HTMLButtonElement>(null)
  // A crown jewel that left took the button with it that the dialog would give the focus back to.
  useEffect(() => {
    if (leftCount > 0) addButton.current?.focus()
  }, [leftCount])
  const { place, giveWay } = useGivingWay()
  const edit = (next: Editing) => giveWay(() => setEditing(next))
  const close = () => {
    // The form goes away with the focus in it; the button that opened it takes it back.
    setLastEdited(editing.what === 'one' ? editing.id : editing.what)
    setEditing({ what: 'nothing' })
  }
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const inUse = query.value.jewels.filter((jewel) => jewel.archivedAt === null)
  const archived = query.value.jewels.filter((jewel) => jewel.archivedAt !== null)
  const add = (
    <Button
      ref={addButton}
      changes
      look={inUse.length === 0 ? 'primary' : 'secondary'}
      autoFocus={lastEdited === 'new'}
      onClick={() => edit({ what: 'new' })}
    >
      <Icon name="plus" /> {t('add')}
    </Button>
  )
  return (
    <FormPlace value={place}>
      {inUse.length === 0 && editing.what === 'nothing' ? (
        <EmptyState title={t('empty')} action={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className="jewels">
          {inUse.map((jewel) =>
            editing.what === 'one' && editing.id === jewel.id ? (
              <li key={jewel.id}>
                <JewelForm jewel={jewel} onDone={close} />
              </li>
            ) : (
              <JewelLine
                key={jewel.id}
                jewel={jewel}
                onChange={() => edit({ what: 'one', id: jewel.id })}
                isFocused={lastEdited === jewel.id}
                onLeave={(how) => setLeaving({ jewel, how })}
              />
            ),
          )}
        </ul>
      )}
      {editing.what === 'new' ? (
        <JewelForm jewel={null} onDone={close} />
      ) : inUse.length === 0 ? null : (
        <div className="form-actions">{add}</div>
      )}
      <Archived jewels={archived} />
      <LeaveRegisterDialog
        leaving={leaving}
        onClose={() => setLeaving(null)}
        onLeft={() => {
          setLastEdited('new')
          setLeftCount(leftCount + 1)
        }}
      />
    </FormPlace>
  )
}

function Archived({ jewels }: { readonly jewels: readonly ListedJewel[] }) {
  const { t } = useTranslation('crown-jewels')
  const restore = useCommand('jewelRegister.restore', jewelLists)
  if (jewels.length === 0) return null
  return (
    <details className="jewels-archived">
      <summary>{t('archived', { count: jewels.length })}</summary>
      {restore.fault === null ? null : <Refusal words={wordsFor(restore.fault)} />}
      <ul className="plain-list">
        {jewels.map((jewel) => (
          <li key={jewel.id} className="plain-row">
            <span>{jewel.name}</span>
            <Button
              changes
              isSmall
              look="quiet"
              isBusy={restore.isRunning}
              aria-label={`${t('restore')}: ${jewel.name}`}
              onClick={() => void restore.run({ id: jewel.id })}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
