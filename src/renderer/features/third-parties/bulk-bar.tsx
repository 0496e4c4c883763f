import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { type BulkChange, oppositeOf } from '#shared/domain/third-party-view.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Selection } from './use-selection.ts'

interface Done {
  readonly change: BulkChange
  readonly ids: readonly ThirdPartyId[]
  readonly isUndone: boolean
}

interface BulkBarProps {
  readonly selection: Selection
  /** Whether the list shows those that were put aside. */
  readonly isArchive: boolean
}

/** What can be done with those that are chosen, and the way back from what was done last. */
export function BulkBar({ selection, isArchive }: BulkBarProps) {
  const { t } = useTranslation('third-parties')
  const command = useCommand('thirdParties.changeMany', ['thirdParties.list', 'thirdParties.facets', 'thirdParties.read'])
  const [done, setDone] = useState<Done | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const count = selection.ids.size
  const bar = useRef<HTMLDivElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  // What was pressed may be gone with those that were chosen; the way back has the focus then, or what was done.
  useEffect(() => {
    if (done !== null && document.activeElement === document.body) (undo.current ?? bar.current)?.focus()
  }, [done])
  const carryOut = async (change: BulkChange, ids: readonly ThirdPartyId[], isUndone: boolean) => {
    setChoosing(false)
    const outcome = await command.run({ ids: [...ids], change })
    if (!outcome.ok) return
    setDone({ change, ids: outcome.value.changedIds, isUndone })
    if (change.kind === 'archive' || change.kind === 'restore') selection.clear()
  }
  const isShown = count > 0 || done !== null || command.fault !== null
  return (
    <div ref={bar} tabIndex={-1} className={isShown ? 'party-bulk' : 'visually-hidden'} role="group" aria-label={t('bulk.label')}>
      {count === 0 ? null : (
        <>
          <strong role="status">{t('bulk.chosen', { count })}</strong>
          <Button changes isSmall onClick={() => setChoosing(true)}>
            {t('bulk.change')}
          </Button>
          <Button
            changes
            isSmall
            isBusy={command.isRunning}
            onClick={() => void carryOut({ kind: isArchive ? 'restore' : 'archive' }, [...selection.ids], false)}
          >
            {isArchive ? t('bulk.restore') : t('bulk.archive')}
          </Button>
          <Button isSmall look="quiet" onClick={selection.clear}>
            {t('bulk.clear')}
          </Button>
        </>
      )}
      <span role="status">{done === null ? '' : t(done.isUndone ? 'bulk.undone' : 'bulk.done', { count: done.ids.length })}</span>
      {done === null || done.isUndone || done.ids.length === 0 ? null : (
        <Button
          ref={undo}
          changes
          isSmall
          look="quiet"
          isBusy={command.isRunning}
          onClick={() => void carryOut(oppositeOf(done.change), done.ids, true)}
        >
          {t('bulk.undo')}
        </Button>
      )}
      {command.fault === null ? null : <Refusal words={wordsFor(command.fault)} />}
      {isChoosing ? (
        <BulkDialog
          count={count}
          onClose={() => setChoosing(false)}
          onApply={(change) => void carryOut(change, [...selection.ids], false)}
        />
      ) : null}
    </div>
  )
}
