// Holds what was typed into cells of the matrix until the vault has it, one save after the other.
import { useRef, useState } from 'react'
import type { ExposureCell, Reach } from '#shared/domain/exposure.ts'
import type { JewelId, ThirdPartyId } from '#shared/domain/ids.ts'
import { call, type CallFault } from '#renderer/bridge/call.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useTurns } from '#renderer/bridge/use-turns.ts'
import { useWhyBarred } from '#renderer/ui/changes.tsx'
import { cellKey } from './cells.ts'

interface CellPlace {
  readonly thirdPartyId: ThirdPartyId
  readonly jewelId: JewelId
}

export interface Cells {
  /** The cell as it stands on the screen: with what was typed and is not saved yet. */
  readonly cellOf: (place: CellPlace) => ExposureCell | undefined
  /** Does nothing while the vault cannot be changed. */
  readonly set: (place: CellPlace, reach: Reach | null) => void
  /** Why the last save did not work; what was typed is taken back then. */
  readonly fault: CallFault<'exposure.set'> | null
}

/** `cells` as they were read. Quick keys lose nothing: each is kept here and saved in its turn. */
export function useCells(cells: readonly ExposureCell[]): Cells {
  const whyBarred = useWhyBarred()
  const [typed, setTyped] = useState<ReadonlyMap<string, Reach | null>>(new Map())
  const [fault, setFault] = useState<CallFault<'exposure.set'> | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [seen, setSeen] = useState(cells)
  // What was typed stands until the list has come with it: before that, the cells that were read are older.
  if (seen !== cells) {
    setSeen(cells)
    if (!isSaving) setTyped(new Map())
  }
  const inTurn = useTurns()
  const waiting = useRef(0)
  const read = new Map(cells.map((cell) => [cellKey(cell.thirdPartyId, cell.jewelId), cell]))

  const save = async ({ thirdPartyId, jewelId }: CellPlace, reach: Reach | null) => {
    const outcome = await call('exposure.set', { thirdPartyId, jewelId, reach })
    setFault(outcome.ok ? null : outcome.fault)
    waiting.current -= 1
    if (waiting.current > 0) return
    setIsSaving(false)
    if (!outcome.ok) setTyped(new Map())
    refresh('exposure.list', 'exposure.read', 'jewelRegister.list')
  }
  return {
    cellOf: ({ thirdPartyId, jewelId }) => {
      const key = cellKey(thirdPartyId, jewelId)
      const stored = read.get(key)
      const reach = typed.get(key)
      return reach === undefined ? stored : { assessmentId: stored?.assessmentId ?? null, thirdPartyId, jewelId, reach }
    },
    set: (place, reach) => {
      if (whyBarred !== null) return
      setTyped((before) => new Map(before).set(cellKey(place.thirdPartyId, place.jewelId), reach))
      setIsSaving(true)
      waiting.current += 1
      void inTurn(() => save(place, reach))
    },
    fault,
  }
}
