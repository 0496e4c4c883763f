// What a tree of owners comes to: each holder's layer and effective share, and what stays unexplained.
import type { Owner } from './answer.ts'
import { type Holder, type HolderId, heldOf, wholeBp } from './owner-tree.ts'

/** A holder with its place in a sound tree. */
export interface PlacedHolder {
  readonly holder: Holder
  /** 1 holds the third party itself. */
  readonly layer: number
  /**
   * Its part of the third party, in hundredths of a percent: the shares along the way multiplied, exactly, and the product
   * rounded down once. Rounded down, so that a layer never adds up to more than the whole and no share reaches a threshold by rounding.
   */
  readonly effectiveBp: number
  /** What nobody in the tree holds of this holder; null when nobody is named who holds it. */
  readonly unexplainedBp: number | null
}

const whole = BigInt(wholeBp)

/** Every holder of a sound tree, each before those who hold it, siblings by share and then by name. A tree with a circle gives what hangs on the third party. */
export function placeHolders(holders: readonly Holder[]): PlacedHolder[] {
  const held = heldOf(holders)
  const below = Map.groupBy(holders, ({ holds }) => holds)
  const walk = (of: HolderId | null, layer: number, way: bigint): PlacedHolder[] =>
    (below.get(of) ?? [])
      .toSorted((one, other) => other.shareBp - one.shareBp || one.name.localeCompare(other.name, 'en'))
      .flatMap((holder) => {
        const product = way * BigInt(holder.shareBp)
        const heldBp = held.get(holder.id)
        const placed: PlacedHolder = {
          holder,
          layer,
          effectiveBp: Number(product / whole ** BigInt(layer - 1)),
          unexplainedBp: heldBp === undefined ? null : wholeBp - heldBp,
        }
        return [placed, ...walk(holder.id, layer + 1, product)]
      })
  return walk(null, 1, 1n)
}

export interface LayerOfOwners {
  readonly layer: number
  /** Effective shares of the third party that the layer's holders have together, in hundredths of a percent, never above 10,000. */
  readonly heldBp: number
  readonly unexplainedBp: number
}

/** The layers of a sound tree, from the direct holders outwards. What rounding takes from the holders counts as unexplained. */
export function ownerLayers(holders: readonly Holder[]): LayerOfOwners[] {
  const byLayer = Map.groupBy(placeHolders(holders), ({ layer }) => layer)
  return [...byLayer].map(([layer, placed]) => {
    const heldBp = placed.reduce((sum, { effectiveBp }) => sum + effectiveBp, 0)
    return { layer, heldBp, unexplainedBp: wholeBp - heldBp }
  })
}

/** What somebody who stands at several places of a tree has together, in hundredths of a percent. Only those at more than one place. */
export function repeatedHolders(
  holders: readonly Holder[],
): { readonly name: string; readonly country: string; readonly effectiveBp: number }[] {
  const byName = Map.groupBy(placeHolders(holders), ({ holder }) => `${holder.name.normalize('NFC').trim()}\n${holder.country}`)
  return [...byName.values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0
      ? []
      : [
          {
            name: first.holder.name,
            country: first.holder.country,
            effectiveBp: [first, ...others].reduce((sum, { effectiveBp }) => sum + effectiveBp, 0),
          },
        ],
  )
}

/** The tree as an answer about owners: effective shares by layer, which is what its question asks for. */
export function ownersAnswer(holders: readonly Holder[]): Owner[] {
  return placeHolders(holders).map(({ holder: { name, country }, layer, effectiveBp }) => ({ name, country, shareBp: effectiveBp, layer }))
}

/** The holders without one of them and all who hold it. */
export function withoutHolder(holders: readonly Holder[], id: HolderId): Holder[] {
  const gone = new Set<HolderId>([id])
  for (;;) {
    const more = holders.filter((holder) => holder.holds !== null && gone.has(holder.holds) && !gone.has(holder.id))
    if (more.length === 0) return holders.filter((holder) => !gone.has(holder.id))
    for (const { id: other } of more) gone.add(other)
  }
}
