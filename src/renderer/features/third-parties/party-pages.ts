// The rows of the list, read in pages as they come into sight; knows neither React nor the bridge.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ListedThirdParty, ThirdPartyView } from '#shared/domain/third-party-view.ts'
import type { CallFault } from '#renderer/bridge/call.ts'

/** As many as a usual window shows. */
export const pageSize = 20

type ListOutput = OutputOf<'thirdParties.list'>

/** What is read of a view: how many rows there are, and those that were in sight. */
export interface PartyList {
  readonly view: ThirdPartyView
  readonly counts: Omit<ListOutput, 'thirdParties'>
  readonly pages: ReadonlyMap<number, readonly ListedThirdParty[]>
}

export interface PartyPagesState {
  readonly list: PartyList | null
  readonly fault: CallFault<'thirdParties.list'> | null
}

type ReadPart = (part: {
  readonly view: ThirdPartyView
  readonly offset: number
  readonly limit: number
}) => Promise<{ readonly ok: true; readonly value: ListOutput } | { readonly ok: false; readonly fault: CallFault<'thirdParties.list'> }>

export interface PartyPages {
  /** Shows another view from its first row; the old one stays until that is there. */
  readonly show: (view: ThirdPartyView) => void
  /** Says which rows are in sight, so that they are read. */
  readonly need: (first: number, last: number) => void
  /** Reads what is in sight anew. */
  readonly again: () => void
}

/** The row at a place, when it is read. */
export function rowAt(list: PartyList, index: number): ListedThirdParty | undefined {
  return list.pages.get(Math.floor(index / pageSize))?.[index % pageSize]
}

/** A reading that is overtaken by another view, or by reading anew, is dropped. */
export function createPartyPages(readPart: ReadPart, onChange: (state: PartyPagesState) => void): PartyPages {
  let list: PartyList | null = null
  let wanted: ThirdPartyView | null = null
  let turn = 0
  let sight = { first: 0, last: 0 }
  let asked = new Set<number>()

  const read = async (view: ThirdPartyView, page: number) => {
    const mine = turn
    const isFirst = asked.size === 0
    asked.add(page)
    const outcome = await readPart({ view, offset: page * pageSize, limit: pageSize })
    if (mine !== turn) return
    if (!outcome.ok) {
      asked.delete(page)
      onChange({ list, fault: outcome.fault })
      return
    }
    const { thirdParties, ...counts } = outcome.value
    const others = isFirst || list === null ? [] : list.pages
    list = { view, counts, pages: new Map([...others, [page, thirdParties]]) }
    onChange({ list, fault: null })
    readInSight()
  }
  const readInSight = () => {
    // Until the view that is wanted is there, what is in sight is the old one.
    if (wanted === null || list?.view !== wanted) return
    for (let page = Math.floor(sight.first / pageSize); page <= Math.floor(sight.last / pageSize); page += 1)
      if (!asked.has(page)) void read(wanted, page)
  }
  const begin = (view: ThirdPartyView, page: number) => {
    turn += 1
    asked = new Set()
    void read(view, page)
  }
  return {
    show: (view) => {
      wanted = view
      sight = { first: 0, last: sight.last - sight.first }
      begin(view, 0)
    },
    need: (first, last) => {
      sight = { first, last }
      readInSight()
    },
    again: () => {
      if (wanted !== null) begin(wanted, Math.floor(sight.first / pageSize))
    },
  }
}
