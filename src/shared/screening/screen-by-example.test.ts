// Screening by example: what finds a party, what is told of it, and what the score takes.
import { describe, expect, test } from 'vitest'
import { csvOf, listOf, type ListRow, tables } from '#test/generators/screening.ts'
import { prepareList, screeningOf, screenParty, thresholdMille } from './screen.ts'

function prepared(list: readonly ListRow[]) {
  return prepareList(listOf(csvOf(list)), tables)
}

const list = prepared([
  { name: 'ORIENT OPTICS JSC', source: 'Entity List', type: '', alt_names: 'Vostok Optika' },
  { name: 'MARINER', source: 'SDN', type: 'Vessel', alt_names: '' },
  { name: '***', source: 'SDN', type: '', alt_names: '' },
])

describe('a party', () => {
  test('is found under any of its names, with the name that found it, once for each entry', () => {
    const { outcome, hits, notComparable } = screenParty(['Lens SARL', 'Optika Vostok', 'Orient Optics'], list, tables)
    expect(outcome).toBe('possible-match')
    expect(hits.map(({ askedName, listedName, listedKind, scoreMille }) => ({ askedName, listedName, listedKind, scoreMille }))).toEqual([
      { askedName: 'Orient Optics', listedName: 'ORIENT OPTICS JSC', listedKind: 'primary', scoreMille: 1_000 },
    ])
    expect(notComparable).toEqual([])
    expect(screenParty(['Orient Optics', 'Optika Vostok', 'Lens SARL'], list, tables).hits).toEqual(hits)
  })

  test('of another name is clear of this list, with what was not compared told', () => {
    expect(screenParty(['Lens SARL', '', '镜头公司', '?'], list, tables)).toEqual({
      outcome: 'no-match',
      hits: [],
      notComparable: ['镜头公司', '?'],
      thresholdMille,
    })
  })

  test('with only a name in a script that has no safe table is not cleared', () => {
    expect(screenParty(['镜头公司'], list, tables).outcome).toBe('could-not-screen')
    expect(screenParty([], list, tables).outcome).toBe('could-not-screen')
  })

  test('is not compared with vessels and people unless somebody asks for it', () => {
    const read = listOf(csvOf([{ name: 'MARINER', source: 'SDN', type: 'Vessel', alt_names: '' }]))
    expect(prepareList(read, tables)).toMatchObject({ entries: [], leftOutCount: 1 })
    expect(screenParty(['Mariner Ltd'], prepareList(read, tables, ['vessel']), tables).hits).toHaveLength(1)
  })

  test('is told which entries of the list can neither be found nor ruled out', () => {
    expect(list.withoutKey.map((entry) => entry.names[0]?.text)).toEqual(['***'])
  })

  test('has its findings ordered by how alike they are', () => {
    const both = prepared([
      { name: 'Orient Optik', source: 'A', type: '', alt_names: '' },
      { name: 'Orient Optics', source: 'B', type: '', alt_names: '' },
    ])
    expect(screenParty(['Orient Optics'], both, tables).hits.map((hit) => hit.entry.source)).toEqual(['B', 'A'])
  })
})

describe('what the score takes', () => {
  const clear = { listId: 'us-csl', editionOn: '2026-11-20', outcome: 'no-match' as const }
  test.each([
    ['no list', [], 'could-not-screen'],
    ['a clear list', [clear], 'no-match'],
    ['a list with a possible match', [clear, { ...clear, listId: 'eu', outcome: 'possible-match' as const }], 'possible-match'],
    ['a list that could not be read', [clear, { ...clear, listId: 'eu', outcome: null }], 'could-not-screen'],
    [
      'a possible match beside a list that could not be read',
      [
        { ...clear, outcome: null },
        { ...clear, listId: 'eu', outcome: 'possible-match' as const },
      ],
      'possible-match',
    ],
  ])('of %s is told as a whole', (_, lists, outcome) => {
    expect(screeningOf('2026-11-22', lists)).toEqual({
      screenedOn: '2026-11-22',
      lists: lists.filter((one) => one.outcome !== null).map(({ listId, editionOn }) => ({ listId, editionOn })),
      outcome,
    })
  })

  test('is nothing when an edition is younger than the screening', () => {
    expect(screeningOf('2026-11-19', [clear])).toBeNull()
  })
})
