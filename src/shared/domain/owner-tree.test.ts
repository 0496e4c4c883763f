// Trees of owners: what is refused, what shares come to, and that rounding never makes more of a share than it is.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Owner } from './answer.ts'
import { ownerLayers, ownersAnswer, placeHolders, repeatedHolders, withoutHolder } from './owner-shares.ts'
import { type Holder, HolderId, mostLayers, OwnerTree, treeProblems, wholeBp } from './owner-tree.ts'

const idAt = (number: number) => HolderId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

function holding(number: number, holds: number | null, shareBp: number): Holder {
  const of = holds === null ? null : idAt(holds)
  return { id: idAt(number), holds: of, name: `Holder ${number}`, country: '', kind: 'company', shareBp, note: '' }
}

const refusalOf = (holders: readonly Holder[]) => OwnerTree.safeParse({ holders, asOf: '', source: '' }).error?.issues[0]?.message

/** Sound trees: each holder holds the third party or an earlier holder, and takes a part of what is left of it. */
const soundTree = fc
  .array(fc.record({ holds: fc.nat(), part: fc.nat(wholeBp), isDirect: fc.boolean() }), { maxLength: 25 })
  .map((drawn) => {
    const left = new Map<number | null, number>()
    return drawn.map(({ holds, part, isDirect }, number) => {
      const of = isDirect || number === 0 ? null : holds % number
      const rest = left.get(of) ?? wholeBp
      const shareBp = Math.floor((rest * part) / wholeBp)
      left.set(of, rest - shareBp)
      return holding(number, of, shareBp)
    })
  })
  .filter((holders) => treeProblems(holders).length === 0)

describe('a tree of owners', () => {
  test('takes holders of holders, and nothing at all', () => {
    expect(refusalOf([])).toBe(undefined)
    expect(refusalOf([holding(1, null, 6_000), holding(2, 1, wholeBp), holding(3, 2, 5_000), holding(4, 2, 5_000)])).toBe(undefined)
  })

  test('refuses circles, strangers, doubles, more than the whole and too many layers, each with a sentence', () => {
    expect(refusalOf([holding(1, 2, 100), holding(2, 1, 100)])).toMatch(/circle/)
    expect(refusalOf([holding(1, 1, 100)])).toMatch(/circle/)
    expect(refusalOf([holding(1, 9, 100)])).toMatch(/not in the tree/)
    expect(refusalOf([holding(1, null, 100), holding(1, null, 100)])).toMatch(/twice/)
    expect(refusalOf([holding(1, null, 6_000), holding(2, null, 4_001)])).toMatch(/more than the whole/)
    expect(refusalOf([holding(1, null, 1), holding(2, 1, 6_000), holding(3, 1, 4_001)])).toMatch(/more than the whole/)
    const chain = (length: number) => Array.from({ length }, (_, at) => holding(at + 1, at === 0 ? null : at, wholeBp))
    expect(refusalOf(chain(mostLayers))).toBe(undefined)
    expect(refusalOf(chain(mostLayers + 1))).toMatch(/20 layers/)
  })

  test('names no country for a person', () => {
    expect(refusalOf([{ ...holding(1, null, 100), kind: 'person', country: 'US' }])).toMatch(/nothing else/)
    expect(
      refusalOf([
        { ...holding(1, null, 100), kind: 'person' },
        { ...holding(2, null, 100), country: 'US' },
      ]),
    ).toBe(undefined)
  })

  test('refuses whatever is made a circle, however long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.nat(), (length, to) => {
        const chain = Array.from({ length }, (_, at) => holding(at, at === 0 ? to % length : at - 1, 10))
        expect(treeProblems(chain).map(({ kind }) => kind)).toContain('cycle')
        // A circle hangs on nothing, so it is not walked either.
        expect(placeHolders(chain)).toEqual([])
      }),
    )
  })

  test('multiplies shares along the way and rounds the product down, once', () => {
    const holders = [holding(1, null, 3_333), holding(2, 1, 3_333), holding(3, 2, 5_001), holding(4, null, 5_000)]
    const effective = placeHolders(holders).map(({ holder, layer, effectiveBp, unexplainedBp }) => [
      holder.id,
      layer,
      effectiveBp,
      unexplainedBp,
    ])
    // 0.3333 × 0.3333 = 0.11108889; × 0.5001 = 0.0555555538…
    expect(effective).toEqual([
      [idAt(4), 1, 5_000, null],
      [idAt(1), 1, 3_333, 6_667],
      [idAt(2), 2, 1_110, 4_999],
      [idAt(3), 3, 555, null],
    ])
    expect(ownerLayers(holders)).toEqual([
      { layer: 1, heldBp: 8_333, unexplainedBp: 1_667 },
      { layer: 2, heldBp: 1_110, unexplainedBp: 8_890 },
      { layer: 3, heldBp: 555, unexplainedBp: 9_445 },
    ])
  })

  test('never makes more of a share than it is, and no layer more than the whole or than the layer below it', () => {
    fc.assert(
      fc.property(soundTree, (holders) => {
        const placed = placeHolders(holders)
        expect(placed).toHaveLength(holders.length)
        const of = new Map(placed.map((one) => [one.holder.id, one]))
        for (const { holder, effectiveBp, layer } of placed) {
          const held = holder.holds === null ? null : of.get(holder.holds)
          const parent = held === null ? wholeBp : (held?.effectiveBp ?? 0)
          expect(layer).toBe((held?.layer ?? 0) + 1)
          expect(effectiveBp).toBeLessThanOrEqual(Math.min(parent, holder.shareBp))
          // Rounding once loses less than a hundredth of a percent; the one below was rounded, too.
          expect(effectiveBp).toBeGreaterThanOrEqual(Math.floor((parent * holder.shareBp) / wholeBp) - 1)
        }
        const layers = ownerLayers(holders)
        for (const [at, { heldBp, unexplainedBp }] of layers.entries()) {
          expect(heldBp + unexplainedBp).toBe(wholeBp)
          expect(heldBp).toBeLessThanOrEqual(layers[at - 1]?.heldBp ?? wholeBp)
        }
      }),
    )
  })

  test('gives an answer that the questionnaire takes', () => {
    fc.assert(
      fc.property(soundTree, (holders) => {
        const owners = ownersAnswer(holders)
        for (const owner of owners) Owner.parse(owner)
        const sums = Map.groupBy(owners, ({ layer }) => layer)
        for (const layer of sums.values()) expect(layer.reduce((sum, { shareBp }) => sum + shareBp, 0)).toBeLessThanOrEqual(wholeBp)
      }),
    )
  })

  test('adds up somebody who stands at several places', () => {
    const twice = { name: 'Harrier Holding', country: 'IE' }
    const holders = [holding(1, null, 4_000), { ...holding(2, null, 1_000), ...twice }, { ...holding(3, 1, 2_500), ...twice }]
    expect(repeatedHolders(holders)).toEqual([{ ...twice, effectiveBp: 2_000 }])
    expect(repeatedHolders([holding(1, null, 1)])).toEqual([])
  })

  test('loses a holder with all who hold it, and nobody else', () => {
    const holders = [holding(1, null, 10), holding(2, 1, 10), holding(3, 2, 10), holding(4, null, 10)]
    expect(withoutHolder(holders, idAt(1)).map(({ id }) => id)).toEqual([idAt(4)])
    fc.assert(
      fc.property(soundTree, fc.nat(24), (tree, at) => {
        const rest = withoutHolder(tree, idAt(at))
        expect(treeProblems(rest)).toEqual([])
        expect(rest.some(({ id }) => id === idAt(at))).toBe(false)
      }),
    )
    expect(withoutHolder(holders, HolderId.parse(randomUUID()))).toEqual(holders)
  })
})
