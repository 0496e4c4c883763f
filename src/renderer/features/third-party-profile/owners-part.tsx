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
import { FormPlace, useGivingWay } from '#renderer/ui/unsaved-forms.ts'
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
  const { place, giveWay } = useGivingWay()
  const edit = (next: Editing) => giveWay(() => setEditing(next))
  const close = () => {
    setFocused(editing.what === 'one' ? editing.id : 'new')
    setEditing({ what: 'nothing' })
  }
  const remove = (id: HolderId) => {
    const rest = withoutHolder(holders, id)
    const name = holders.find((holder) => holder.id === id)?.name ?? ''
    const others = holders.length - rest.length - 1
    const take = () =>
      void change(
        (now) => ({ ...now, holders: withoutHolder(now.holders, id) }),
        others === 0 ? name : t('owners.withOthers', { name, count: others }),
      )
    // The form of a holder goes with the holder, and so does the form of one who is to hold it.
    const goesToo = editing.what === 'one' ? editing.id : editing.what === 'new' ? editing.holds : null
    if (goesToo === null || rest.some((holder) => holder.id === goesToo)) return take()
    return giveWay(() => {
      setEditing({ what: 'nothing' })
      take()
    })
  }
  const add = (
    <Button
      changes
      look={holders.length === 0 ? 'primary' : 'secondary'}
      autoFocus={focused === 'new'}
      onClick={() => edit({ what: 'new', holds: null })}
    >
      <Icon name="plus" /> {t('owners.add')}
    </Button>
  )
  const isEditing = editing.what === 'new' || edited !== null
  return (
    <>
      <UndoLine removal={removal} onUndo={() => void undo()} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {holders.length === 0 && !isEditing ? (
        <EmptyState title={t('owners.empty')} action={add}>
          {t('owners.emptyText')}
        </EmptyState>
      ) : null}
      {holders.length === 0 ? null : (
        <HolderTable
          placed={placeHolders(holders)}
          onAdd={(holds) => edit({ what: 'new', holds })}
          onChange={(id) => edit({ what: 'one', id })}
          onRemove={remove}
          focused={focused === 'new' ? null : focused}
        />
      )}
      {isEditing ? (
        <FormPlace value={place}>
          <HolderForm
            key={editing.what === 'new' ? `new ${editing.holds ?? ''}` : edited?.id}
            owners={owners}
            change={change}
            holder={edited}
            holds={editing.what === 'new' ? editing.holds : null}
            partyName={partyName}
            onClose={close}
          />
        </FormPlace>
      ) : holders.length === 0 ? null : (
        <div className="form-actions">{add}</div>
      )}
      {holders.length === 0 ? null : (
        <>
          <OwnerSums holders={holders} />
          <OwnerSource owners={owners} change={change} />
        </>
      )}
    </>
  )
}
