// Lists the tokens that a module sees, with the certificates that can be read without a PIN.
import type { FoundToken } from '../token-job.ts'
import { tokenLimits } from '../token-job.ts'
import { type Cryptoki, openModule, type Ulong } from './cryptoki.ts'
import { ATTRIBUTE, findObjects, listSlots, OBJECT_CLASS, openSession, type Place, readAttribute, readToken } from './token-reading.ts'

function readCertificates(place: Place): FoundToken['certificates'] {
  return findObjects(place, [[ATTRIBUTE.class, OBJECT_CLASS.certificate]]).flatMap((object) => {
    const der = readAttribute(place, object, { type: ATTRIBUTE.value, most: tokenLimits.certificateBytes })
    const id = readAttribute(place, object, { type: ATTRIBUTE.id, most: tokenLimits.idBytes })
    return der === null || der.length === 0 ? [] : [{ keyId: Buffer.from(id ?? []).toString('hex'), der: Uint8Array.from(der) }]
  })
}

function describeToken(module: Cryptoki, slot: Ulong): readonly FoundToken[] {
  const found = readToken(module, slot)
  if (found === null) return []
  const { needsPin: _, ...state } = found
  return [{ ...state, certificates: state.isReady ? readCertificates({ module, session: openSession(module, slot) }) : [] }]
}

/** Every token in a slot of the module at `modulePath`; none is an empty list. Throws `TokenStop`. */
export function listTokens(modulePath: string): FoundToken[] {
  const module = openModule(modulePath)
  return listSlots(module).flatMap((slot) => describeToken(module, slot))
}
