// The rules of the list of ways to open a vault: never none, never a device's memory alone, and not too many.
import { VaultProblem } from '../vault-problem.ts'
import type { KeySlot } from './key-list.ts'

export const mostPassphrases = 4
export const mostDevices = 8

/** The slots with this one in them, in the place of the one with its id. */
export function withSlot(slots: readonly KeySlot[], slot: KeySlot): KeySlot[] {
  return slots.some(({ id }) => id === slot.id) ? slots.map((one) => (one.id === slot.id ? slot : one)) : [...slots, slot]
}

const countOf = (slots: readonly KeySlot[], kind: KeySlot['kind']) => slots.filter((slot) => slot.kind === kind).length

/** Returns the slots as they are, or refuses with `last-way` or `too-many-ways`. */
export function keepRules(slots: readonly KeySlot[]): KeySlot[] {
  if (slots.every((slot) => slot.kind === 'device')) {
    throw new VaultProblem(
      'last-way',
      'This is the last passphrase or recovery code of the vault; without it nobody could open it. Add another one first.',
    )
  }
  if (countOf(slots, 'passphrase') > mostPassphrases || countOf(slots, 'device') > mostDevices || countOf(slots, 'recovery') > 1) {
    throw new VaultProblem(
      'too-many-ways',
      `A vault has at most ${mostPassphrases} passphrases and ${mostDevices} remembered devices. Remove one that is not used any more first.`,
    )
  }
  return [...slots]
}

/** The slot with this id; refuses with `way-unknown`. */
export function slotOf<Kind extends KeySlot['kind']>(
  slots: readonly KeySlot[],
  id: string,
  kinds: readonly Kind[],
): Extract<KeySlot, { kind: Kind }> {
  const isOfKind = (slot: KeySlot): slot is Extract<KeySlot, { kind: Kind }> => kinds.some((kind) => kind === slot.kind)
  const found = slots.find((slot) => slot.id === id)
  if (found !== undefined && isOfKind(found)) return found
  throw new VaultProblem('way-unknown', 'This way to open the vault is not there any more. Look at the list again.')
}
