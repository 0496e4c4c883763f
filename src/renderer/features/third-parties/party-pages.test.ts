import { describe, expect, test } from 'vitest'
import { ListedThirdParty, type ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { createPartyPages, pageSize, type PartyPagesState, rowAt } from './party-pages.ts'

const viewOf = (search: string): ThirdPartyView => ({ filter: { search }, sort: { by: 'name', isDescending: false } })
const everything = viewOf('')

const party = (legalName: string, index: number) =>
  ListedThirdParty.parse({
    id: `00000001-0000-4000-8000-${String(index).padStart(12, '0')}`,
    legalName,
    nativeName: '',
    country: '',
    relationships: ['supplier'],
    tags: [],
    isArchived: false,
    tier: null,
    isUnconfirmed: false,
    driver: null,
    stopCount: 0,
    status: 'none',
    assessedOn: null,
    dueOn: null,
    due: 'never',
  })

/** A list of 1,000 rows whose pages arrive when they are let through. */
function open() {
  const waiting: (() => void)[] = []
  const offsets: number[] = []
  let isFailing = false
  let state: PartyPagesState = { list: null, fault: null }
  const pages = createPartyPages(
    async ({ view, offset, limit }) => {
      offsets.push(offset)
      await new Promise<void>((resolve) => waiting.push(resolve))
      if (isFailing) return { ok: false, fault: { code: 'vault-locked', detail: '', path: null } }
      const thirdParties = Array.from({ length: limit }, (_, row) =>
        party(`${view.filter.search ?? ''}${String(offset + row)}`, offset + row),
      )
      return { ok: true, value: { thirdParties, matchCount: 1_000, allCount: 1_000, archivedCount: 0, staleCount: 0 } }
    },
    (next) => {
      state = next
    },
  )
  const letThrough = async () => {
    for (const resolve of waiting.splice(0)) resolve()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  const nameAt = (index: number) => (state.list === null ? undefined : rowAt(state.list, index)?.legalName)
  return { pages, offsets, letThrough, nameAt, state: () => state, fail: (fails: boolean) => void (isFailing = fails) }
}

describe('the pages of the list', () => {
  test('are read once each, as they come into sight', async () => {
    const { pages, offsets, letThrough, nameAt } = open()
    pages.show(everything)
    await letThrough()
    pages.need(0, 20)
    pages.need(pageSize - 3, pageSize + 10)
    pages.need(pageSize, pageSize + 15)
    await letThrough()
    expect(offsets).toEqual([0, pageSize])
    expect([nameAt(0), nameAt(pageSize + 1), nameAt(3 * pageSize)]).toEqual(['0', String(pageSize + 1), undefined])
  })

  test('of the old view stay until the first one of the new view is there, and one that comes too late is dropped', async () => {
    const { pages, letThrough, nameAt } = open()
    pages.show(everything)
    await letThrough()
    pages.show(viewOf('a'))
    pages.show(viewOf('b'))
    expect(nameAt(0)).toBe('0')
    pages.need(0, 200)
    await letThrough()
    expect([nameAt(0), nameAt(pageSize)]).toEqual(['b0', undefined])
  })

  test('are read anew where one is looking, and a fault is told until a reading succeeds', async () => {
    const { pages, offsets, letThrough, nameAt, state, fail } = open()
    pages.again()
    expect(offsets).toEqual([])
    pages.show(everything)
    await letThrough()
    pages.need(2 * pageSize, 2 * pageSize + 10)
    await letThrough()
    fail(true)
    pages.again()
    await letThrough()
    expect(state().fault?.code).toBe('vault-locked')
    expect(nameAt(0)).toBe('0')
    fail(false)
    pages.again()
    await letThrough()
    expect(state().fault).toBeNull()
    expect(offsets.slice(-2)).toEqual([2 * pageSize, 2 * pageSize])
    expect([nameAt(0), nameAt(2 * pageSize)]).toEqual([undefined, String(2 * pageSize)])
  })
})
