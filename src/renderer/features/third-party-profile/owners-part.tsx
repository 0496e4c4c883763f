import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderId } from '#shared/domain/owner-tree.ts'
import { placeHolders, withoutHolder } from '#shared/domain/owner-shares.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { HolderForm } from './holder-form.tsx'
import { HolderTable } from './holder-table.tsx'
import { OwnerSource } from './owner-source.tsx'
import { OwnerSums } from './owner-sums.tsx'
import { UndoLine } from './undo-line.tsx'
import { type OwnersOnScreen, useOwners } from './use-owners.ts'

/** Who holds a third party, and who holds its holders. Each change is saved at once. */
export function OwnersPart({ thirdParty }: { readonly thirdParty: ThirdParty }) {
  const { t } = useTranslation('third-party-profile')
  const { query, onScreen } = useOwners(thirdParty.id)
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  if (onScreen === null) return <Waiting what={t('owners.reading')} />
  return (
    <section className="part" aria-labelledby="owners-title">
      <h2 id="owners-title">{t('owners.title')}</h2>
      <p className="part-lead">{t('owners.lead', { name: thirdParty.legalName })}</p>
      <OwnerEditor {...onScreen} partyName={thirdParty.legalName} />
    </section>
  )
}

type Editing =
  | { readonly what: 'nothing' }
  | { readonly what: 'new'; readonly holds: HolderId | null }
  | { readonly what: 'one'; readonly id: HolderId }

function OwnerEditor({ partyName, ...onScreen }: OwnersOnScreen & { readonly partyName: string }) {
  const { t } = useTranslation('third-party-profile')
  const { owners, change, removal, undo, fault } = onScreen
  const [editing, setEditing] = useState<Editing>({ what: 'nothing' })
  const [focused, setFocused] = useState<HolderId | 'new' | null>(null)
  const { holders } = owners
  const edited = editing.what === 'one' ? (holders.find(({ id }) => id === editing.id) ?? null) : null
  const close = () => {
    setFocused(editing.what === 'one' ? editing.id : 'new')
    setEditing({ what: 'nothing' })
  }
  const remove = (id: HolderId) => {
    const rest = withoutHolder(holders, id)
    const name = holders.find((holder) => holder.id === id)?.name ?? ''
    const others = holders.length - rest.length - 1
    void change({ ...owners, holders: rest }, others === 0 ? name : t('owners.withOthers', { name, count: others }))
  }
  const add = (
    <Button
      changes
      look={holders.length === 0 ? 'primary' : 'secondary'}
      autoFocus={focused === 'new'}
      onClick={() => setEditing({ what: 'new', holds: null })}
    >
      <Icon name="plus" /> {t('owners.add')}
    </Button>
  )
  const isEditing = editing.what === 'new' || edited !== null
  return (
    <>
      <UndoLine removed={removal?.name ?? null} onUndo={() => void undo()} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {holders.length === 0 && !isEditing ? (
        <EmptyState title={t('owners.empty')} action={add}>
          {t('owners.emptyText')}
        </EmptyState>
      ) : null}
      {holders.length === 0 ? null : (
        <HolderTable
          placed={placeHolders(holders)}
          onAdd={(holds) => setEditing({ what: 'new', holds })}
          onChange={(id) => setEditing({ what: 'one', id })}
          onRemove={remove}
          focused={focused === 'new' ? null : focused}
        />
      )}
      {isEditing ? (
        <HolderForm
          key={editing.what === 'one' ? editing.id : 'new'}
          owners={owners}
          change={change}
          holder={edited}
          holds={editing.what === 'new' ? editing.holds : null}
          partyName={partyName}
          onClose={close}
        />
      ) : holders.length === 0 ? null : (
        <div className="form-actions">{add}</div>
      )}
      {holders.length === 0 ? null : (
        <>
          <OwnerSums holders={holders} />
          <OwnerSource key={`${owners.asOf} ${owners.source}`} owners={owners} change={change} />
        </>
      )}
    </>
  )
}
