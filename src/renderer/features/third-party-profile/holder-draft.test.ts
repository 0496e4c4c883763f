// Typed holders: a new one, a changed one, and what makes no tree.
import { describe, expect, test } from 'vitest'
import { emptyOwnerTree, HolderId } from '#shared/domain/owner-tree.ts'
import { blankDraft, draftOf, HolderDraft, withDraft } from './holder-draft.ts'

const first = HolderId.parse('00000000-0000-4000-8000-000000000001')
const second = HolderId.parse('00000000-0000-4000-8000-000000000002')
const draft = { ...blankDraft(null), name: 'Harrier', share: '60' }

function treeOfTwo() {
  const one = withDraft(emptyOwnerTree, draft, first)
  const two = one.ok
    ? withDraft(one.tree, { ...blankDraft(first), name: 'Ada Finch', kind: 'person', country: 'US', share: '50,5' }, second)
    : one
  if (!two.ok) throw new Error(two.sentence)
  return two.tree
}

describe('a typed holder', () => {
  test('is added below what it holds, a person without a country', () => {
    expect(treeOfTwo().holders).toMatchObject([
      { id: first, holds: null, shareBp: 6_000 },
      { id: second, holds: first, shareBp: 5_050, country: '', kind: 'person' },
    ])
  })

  test('is changed in its place', () => {
    const tree = treeOfTwo()
    const [holder] = tree.holders
    const typed = holder === undefined ? draft : draftOf(holder)
    expect(typed).toEqual(draft)
    const changed = withDraft(tree, { ...typed, share: '61' }, first)
    expect(changed.ok && changed.tree.holders.map(({ shareBp }) => shareBp)).toEqual([6_100, 5_050])
  })

  test('that would hold itself, or with others more than the whole, is refused with a sentence', () => {
    const tree = treeOfTwo()
    expect(withDraft(tree, { ...draft, holds: second }, first)).toMatchObject({ ok: false, sentence: expect.stringContaining('circle') })
    const third = HolderId.parse('00000000-0000-4000-8000-000000000003')
    expect(withDraft(tree, { ...draft, share: '40.01' }, third)).toMatchObject({ sentence: expect.stringContaining('more than the whole') })
  })

  test('has a share', () => {
    expect(HolderDraft.safeParse(draft).success).toBe(true)
    expect(HolderDraft.safeParse({ ...draft, share: 'most' }).error?.issues[0]?.message).toMatch(/type a number/)
  })
})
