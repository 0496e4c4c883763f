// Reads what stands on tokens: slots, the tokens in them, and the objects on a token.
import { z } from 'zod'
import type { TokenState } from '#shared/contract/tokens.ts'
import { tokenLimits } from '../token-job.ts'
import { block, type Cryptoki, layouts, readUlongs, structure, structures, Ulong, ulongBytes, ulongCell } from './cryptoki.ts'
import { RV, TokenStop } from './token-stop.ts'

/** Source: OASIS PKCS#11 3.1, header file. */
export const ATTRIBUTE = { class: 0x0, value: 0x11, id: 0x102, sign: 0x108, alwaysAuthenticate: 0x202 } as const
export const OBJECT_CLASS = { certificate: 0x1, privateKey: 0x3 } as const
const FLAG = {
  loginRequired: 0x4,
  pinInitialized: 0x8,
  pinPad: 0x1_00,
  initialized: 0x4_00,
  fewTries: 0x1_00_00,
  finalTry: 0x2_00_00,
  locked: 0x4_00_00,
} as const
const SERIAL_SESSION = 0x4

const SlotInfo = z.object({ description: z.instanceof(Uint8Array) })
const TokenInfo = z.object({
  label: z.instanceof(Uint8Array),
  maker: z.instanceof(Uint8Array),
  model: z.instanceof(Uint8Array),
  serial: z.instanceof(Uint8Array),
  flags: Ulong,
})

/** Text that a module padded with blanks, without anything that could confuse a reader. */
function textOf(bytes: Uint8Array): string {
  const shown = new TextDecoder().decode(bytes).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu, ' ')
  return shown.replaceAll(/\s+/g, ' ').trim()
}

/** The slots that hold a token. */
export function listSlots(module: Cryptoki): readonly Ulong[] {
  const count = ulongCell(tokenLimits.slots)
  const slots = block(tokenLimits.slots * ulongBytes)
  module.insist('C_GetSlotList', 1, slots.address, count.address)
  const found = Number(count.value())
  if (found > tokenLimits.slots) throw new TokenStop('token-module-failed')
  return readUlongs(slots, found)
}

/** The state of the token in `slot`, and whether it wants a PIN; null when it is gone or cannot be read. */
export function readToken(module: Cryptoki, slot: Ulong): (TokenState & { readonly needsPin: boolean }) | null {
  const [slotInfo, tokenInfo] = [structure(layouts.slotInfo), structure(layouts.tokenInfo)]
  if (module.tell('C_GetTokenInfo', slot, tokenInfo.address) !== RV.ok) return null
  const reader = module.tell('C_GetSlotInfo', slot, slotInfo.address) === RV.ok ? textOf(SlotInfo.parse(slotInfo.read()).description) : ''
  const { label, maker, model, serial, flags } = TokenInfo.parse(tokenInfo.read())
  const has = (flag: number) => (BigInt(flags) & BigInt(flag)) !== 0n
  return {
    label: textOf(label),
    maker: [textOf(maker), textOf(model)].filter((part) => part !== '').join(', '),
    serial: textOf(serial),
    reader,
    isReady: has(FLAG.initialized) && (has(FLAG.pinInitialized) || !has(FLAG.loginRequired)),
    pin: has(FLAG.locked) ? 'locked' : has(FLAG.finalTry) ? 'final-try' : has(FLAG.fewTries) ? 'few-tries' : 'fine',
    hasPinPad: has(FLAG.pinPad),
    needsPin: has(FLAG.loginRequired),
  }
}

/** A session with the token in `slot`, that changes nothing on it. */
export function openSession(module: Cryptoki, slot: Ulong): Ulong {
  const session = ulongCell()
  module.insist('C_OpenSession', slot, SERIAL_SESSION, null, null, session.address)
  return session.value()
}

export interface Place {
  readonly module: Cryptoki
  readonly session: Ulong
}

/** The objects of the token that have all of these attributes. */
export function findObjects({ module, session }: Place, wanted: readonly (readonly [type: number, value: number | Uint8Array])[]) {
  const entries = wanted.map(([type, value]) =>
    typeof value === 'number'
      ? { type, value: ulongCell(value).address, valueBytes: ulongBytes }
      : { type, value: block(value.length, value).address, valueBytes: value.length },
  )
  module.insist('C_FindObjectsInit', session, structures(layouts.attribute, entries), entries.length)
  const [handles, count] = [block(tokenLimits.certificates * ulongBytes), ulongCell()]
  module.insist('C_FindObjects', session, handles.address, tokenLimits.certificates, count.address)
  module.insist('C_FindObjectsFinal', session)
  const found = Number(count.value())
  if (found > tokenLimits.certificates) throw new TokenStop('token-module-failed')
  return readUlongs(handles, found)
}

/** The value of an attribute; null when the object has none or hides it. Throws `TokenStop` when it is longer than `most` bytes. */
export function readAttribute({ module, session }: Place, object: Ulong, { type, most }: { readonly type: number; readonly most: number }) {
  const Read = z.object({ valueBytes: Ulong })
  const room = block(most)
  const attribute = structure(layouts.attribute, { type, value: room.address, valueBytes: most })
  if (module.tell('C_GetAttributeValue', session, object, attribute.address, 1) !== RV.ok) return null
  const length = Number(Read.parse(attribute.read()).valueBytes)
  if (length > most) throw new TokenStop('token-module-failed')
  return room.bytes().subarray(0, length)
}
