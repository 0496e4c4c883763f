// Opens the data key of a vault with what a person knows, has, or let a device remember.
import { VaultProblem } from '../vault-problem.ts'
import { workOf } from './key-cost.ts'
import { hasTrueSeal, type KeyList, type KeySlot } from './key-list.ts'
import { openDeviceSlot, openKeySlot } from './key-slot.ts'
import type { MediumKey } from './medium-key.ts'
import { normalizeRecoveryCode } from './recovery-code.ts'

/** What is shown to open a vault: a passphrase (with its key file) or recovery code, or the secret that a device keeps. */
export type Proof =
  | { readonly kind: 'secret'; readonly secret: string; readonly mediumKey: MediumKey | null }
  | { readonly kind: 'device'; readonly slotId: string; readonly secret: Buffer }

export interface OpenedKeys {
  readonly list: KeyList
  /** The slot that opened. */
  readonly slot: KeySlot
  /** The 32-byte data key. */
  readonly dataKey: Buffer
  /** The data key that is to replace it, while one is and the proof opens that, too. */
  readonly nextDataKey: Buffer | null
  /** How much derivation work this machine did in a millisecond, in KiB-passes; null when there was none. */
  readonly workPerMs: number | null
}

type SecretProof = Extract<Proof, { kind: 'secret' }>
type OpenedSlot = Pick<OpenedKeys, 'slot' | 'dataKey' | 'workPerMs'>

function attemptsOf(slots: readonly KeySlot[], proof: SecretProof) {
  const recoveryCode = normalizeRecoveryCode(proof.secret)
  const recovery = slots.flatMap((slot) => (slot.kind === 'recovery' && recoveryCode !== null ? [{ slot, secret: recoveryCode }] : []))
  const fingerprint = proof.mediumKey?.fingerprint ?? null
  const passphrases = slots.flatMap((slot) =>
    slot.kind === 'passphrase' && (slot.keyFile === null || slot.keyFile === fingerprint) ? [{ slot, secret: proof.secret }] : [],
  )
  return [...recovery, ...passphrases]
}

async function openSlots(vaultId: KeyList['vaultId'], slots: readonly KeySlot[], proof: Proof): Promise<OpenedSlot | null> {
  if (proof.kind === 'device') {
    const slot = slots.find(({ id }) => id === proof.slotId)
    const dataKey = slot?.kind === 'device' ? openDeviceSlot(vaultId, slot, proof.secret) : null
    return slot === undefined || dataKey === null ? null : { slot, dataKey, workPerMs: null }
  }
  for (const { slot, secret } of attemptsOf(slots, proof)) {
    const startedAt = performance.now()
    const dataKey = await openKeySlot(vaultId, slot, { secret, mediumKey: proof.mediumKey })
    const tookMs = Math.max(1, performance.now() - startedAt)
    if (dataKey !== null) return { slot, dataKey, workPerMs: workOf(slot.derivation) / tookMs }
  }
  return null
}

/** Why nothing opened, told apart as far as can be told without helping somebody who guesses. */
function whyClosed(list: KeyList, proof: Proof): VaultProblem {
  if (proof.kind === 'device') {
    return new VaultProblem(
      'device-forgotten',
      'This device is no longer remembered for this vault. Open it with the passphrase; you can have the device remembered again in the settings.',
    )
  }
  const passphrases = list.slots.filter((slot) => slot.kind === 'passphrase')
  const withFile = passphrases.filter((slot) => slot.keyFile !== null)
  const { mediumKey } = proof
  if (mediumKey !== null && withFile.length > 0 && withFile.every((slot) => slot.keyFile !== mediumKey.fingerprint)) {
    return new VaultProblem(
      'key-file-wrong',
      'That key file belongs to another vault, or to a passphrase that was changed since. Choose the one that was made for this passphrase.',
    )
  }
  const isCode = normalizeRecoveryCode(proof.secret) !== null
  if (mediumKey === null && !isCode && withFile.length > 0 && withFile.length === passphrases.length) {
    return new VaultProblem(
      'key-file-needed',
      'The passphrase of this vault needs its key file beside it. Connect the medium it is on and choose the file, or use the recovery code.',
    )
  }
  return new VaultProblem(
    'wrong-secret',
    'That is not the passphrase or recovery code of this vault. Check capital letters and the keyboard language, then try again.',
  )
}

/**
 * Opens the first of `lists` (copies of one generation) that the proof opens and whose seal is true. Refuses with `keys-changed` when one
 * opens but was changed by somebody else, otherwise with `wrong-secret`, `key-file-needed`, `key-file-wrong` or `device-forgotten`.
 */
export async function openKeys(lists: readonly KeyList[], proof: Proof): Promise<OpenedKeys> {
  let problem: VaultProblem | null = null
  for (const list of lists) {
    const opened = await openSlots(list.vaultId, list.slots, proof)
    if (opened !== null && hasTrueSeal(list, opened.dataKey)) {
      const next = list.next === null ? null : await openSlots(list.vaultId, list.next.slots, proof)
      return { list, ...opened, nextDataKey: next?.dataKey ?? null }
    }
    opened?.dataKey.fill(0)
    const changed = () =>
      new VaultProblem(
        'keys-changed',
        'keys.json was changed by something other than Gatehouse, so nothing was opened. Copy keys.json and keys.json.bak from a backup of this vault.',
      )
    if (problem?.code !== 'keys-changed') problem = opened === null ? whyClosed(list, proof) : changed()
  }
  if (problem === null) throw new Error('There is no key list to open.')
  throw problem
}

/** The vault's 32-byte data key for a passphrase or recovery code; refuses like {@link openKeys}. */
export async function openDataKey(list: KeyList, secret: string): Promise<Buffer> {
  return (await openKeys([list], { kind: 'secret', secret, mediumKey: null })).dataKey
}
