// Signs with a key that stays on its token: finds the token, proves the PIN, finds the key and has it sign.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { TokenJob } from '../token-job.ts'
import { tokenLimits } from '../token-job.ts'
import { block, type Cryptoki, layouts, openModule, structure, structures, Ulong, ulongCell } from './cryptoki.ts'
import { ATTRIBUTE, findObjects, listSlots, OBJECT_CLASS, openSession, type Place, readAttribute, readToken } from './token-reading.ts'
import { faultOf, RV, TokenStop } from './token-stop.ts'

type SignJob = Extract<TokenJob, { kind: 'sign' }>
type FoundState = NonNullable<ReturnType<typeof readToken>>
type Found = Place & { readonly slot: Ulong; readonly state: FoundState }

/** Who logs in. Source: OASIS PKCS#11 3.1, header file. */
const USER = { normal: 1, contextSpecific: 2 } as const
const CAN_SIGN = 0x800n
const MechanismInfo = z.object({ flags: Ulong })

/** A mechanism, and what it is given to sign. */
interface Way {
  readonly mechanism: number
  readonly input: (content: Uint8Array) => Uint8Array
}

// The DER that RSA signs before a SHA-256. Source: RFC 8017, section 9.2, note 1.
const SHA256_PREFIX = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const hashed = (name: string) => (content: Uint8Array) => createHash(name).update(content).digest()
const asItIs = (content: Uint8Array) => content

/** Ways to the same signature, the one that every card knows first. */
const WAYS: Readonly<Record<SignJob['algorithm'], readonly Way[]>> = {
  'rsa-pkcs1-sha256': [
    { mechanism: 0x1, input: (content) => Buffer.concat([SHA256_PREFIX, hashed('sha256')(content)]) },
    { mechanism: 0x40, input: asItIs },
  ],
  'ecdsa-sha256': [
    { mechanism: 0x1041, input: hashed('sha256') },
    { mechanism: 0x1044, input: asItIs },
  ],
  'ecdsa-sha384': [
    { mechanism: 0x1041, input: hashed('sha384') },
    { mechanism: 0x1045, input: asItIs },
  ],
  'ecdsa-sha512': [
    { mechanism: 0x1041, input: hashed('sha512') },
    { mechanism: 0x1046, input: asItIs },
  ],
}

function findToken(module: Cryptoki, wanted: Pick<SignJob, 'serial' | 'label'>): Found {
  const tokens = listSlots(module).flatMap((slot) => {
    const state = readToken(module, slot)
    return state === null ? [] : [{ slot, state }]
  })
  const found = tokens.find(({ state }) => state.serial === wanted.serial && state.label === wanted.label)
  // Some modules show an empty place as a token that was never set up.
  if (found === undefined) throw new TokenStop(tokens.some(({ state }) => state.isReady) ? 'token-other' : 'token-absent')
  if (found.state.pin === 'locked') throw new TokenStop('token-pin-locked')
  if (!found.state.isReady) throw new TokenStop('token-not-ready')
  return { module, session: openSession(module, found.slot), ...found }
}

/** Why a PIN was refused, after the token has counted that. */
function pinFault({ module, slot }: Found, returned: number): TokenStop {
  const fault = faultOf(returned)
  if (fault !== 'token-pin-wrong') return new TokenStop(fault)
  const left = readToken(module, slot)?.pin ?? 'fine'
  return new TokenStop(
    ({ fine: fault, 'few-tries': 'token-pin-few', 'final-try': 'token-pin-final', locked: 'token-pin-locked' } as const)[left],
  )
}

function logIn(found: Found, user: number, pin: Uint8Array | null): void {
  if (pin === null && !found.state.hasPinPad) throw new TokenStop('token-pin-needed')
  const held = pin === null || found.state.hasPinPad ? null : block(pin.length, pin)
  const returned = found.module.tell('C_Login', found.session, user, held?.address ?? null, held === null ? 0 : (pin?.length ?? 0))
  held?.wipe()
  if (returned !== RV.ok && returned !== RV.alreadyLoggedIn) throw pinFault(found, returned)
}

function isTrue(place: Place, key: Ulong, type: number): boolean | null {
  const value = readAttribute(place, key, { type, most: 1 })
  return value === null || value.length === 0 ? null : value[0] !== 0
}

function findKey(place: Place, keyId: string): Ulong {
  const [key] = findObjects(place, [
    [ATTRIBUTE.class, OBJECT_CLASS.privateKey],
    [ATTRIBUTE.id, Buffer.from(keyId, 'hex')],
  ])
  if (key === undefined) throw new TokenStop('token-key-missing')
  if (isTrue(place, key, ATTRIBUTE.sign) === false) throw new TokenStop('token-key-refused')
  return key
}

function chooseWay({ module, slot }: Found, algorithm: SignJob['algorithm']): Way {
  const knows = ({ mechanism }: Way) => {
    const info = structure(layouts.mechanismInfo)
    if (module.tell('C_GetMechanismInfo', slot, mechanism, info.address) !== RV.ok) return false
    return (BigInt(MechanismInfo.parse(info.read()).flags) & CAN_SIGN) !== 0n
  }
  const way = WAYS[algorithm].find(knows)
  if (way === undefined) throw new TokenStop('token-key-refused')
  return way
}

function signWith(found: Found, key: Ulong, { content, algorithm, pin }: SignJob): Uint8Array {
  const { module, session } = found
  const { mechanism, input } = chooseWay(found, algorithm)
  const wanted = structures(layouts.mechanism, [{ type: mechanism, parameter: null, parameterBytes: 0 }])
  const wantsPinAgain = isTrue(found, key, ATTRIBUTE.alwaysAuthenticate) === true
  module.insist('C_SignInit', session, wanted, key)
  if (wantsPinAgain) logIn(found, USER.contextSpecific, pin)
  const data = input(content)
  const [room, length] = [block(tokenLimits.signatureBytes), ulongCell(tokenLimits.signatureBytes)]
  module.insist('C_Sign', session, block(data.length, data).address, data.length, room.address, length.address)
  const written = Number(length.value())
  if (written > tokenLimits.signatureBytes) throw new TokenStop('token-module-failed')
  return Uint8Array.from(room.bytes().subarray(0, written))
}

/** The signature value as the token gives it. Throws `TokenStop`. */
export function signOnToken(job: SignJob): Uint8Array {
  const module = openModule(job.modulePath)
  const found = findToken(module, job)
  try {
    if (found.state.needsPin) logIn(found, USER.normal, job.pin)
    return signWith(found, findKey(found, job.keyId), job)
  } catch (error) {
    // Modules name a pulled-out token in many ways; whether it is still there is the surer sign.
    const isGone = error instanceof TokenStop && readToken(module, found.slot)?.serial !== job.serial
    throw isGone ? new TokenStop('token-removed') : error
  }
}
