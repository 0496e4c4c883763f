// A file of canonical JSON with a hash over itself: any changed, added or lost byte is noticed.
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { Sha256Hex } from '../domain/ids.ts'
import { type ExchangeProblem, type FileReading, refused, schemaProblems } from './problem.ts'

/** SHA-256 of the UTF-8 bytes of a text as 64 lower-case hexadecimal digits. Given from outside, because this layer holds no cryptography. */
export type Sha256 = (text: string) => string

/** Deepest nesting of brackets that is read; Gatehouse itself writes far fewer. */
const deepest = 64

const damaged = 'does not read as Gatehouse wrote it. It was changed or damaged on its way; ask for it again'

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('A value without JSON cannot be written to a file.')
  return text
}

/** SHA-256 of the value's canonical JSON (RFC 8785). */
export function hashOf(value: object, sha256: Sha256): string {
  return sha256(canonical(value))
}

/**
 * The text of the file: canonical JSON (RFC 8785) of `body` with its own hash in `sha256`, and a final line feed.
 * The hash shows damage, not authorship: whoever changes the file on purpose can compute a new one.
 */
export function sealText(body: object, sha256: Sha256): string {
  return `${canonical({ ...body, sha256: hashOf(body, sha256) })}\n`
}

/** Deepest nesting of `{` and `[` outside strings, before anything parses the text. */
function nestingOf(text: string): number {
  let depth = 0
  let most = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInString && character === '\\') at += 1
    else if (character === '"') isInString = !isInString
    else if (!isInString && (character === '{' || character === '[')) most = Math.max(most, (depth += 1))
    else if (!isInString && (character === '}' || character === ']')) depth -= 1
  }
  return most
}

const Envelope = z.looseObject({ format: z.string(), formatVersion: z.int(), sha256: Sha256Hex })

/** What a file is expected to be. `schema` reads the whole file, its `sha256` included, and neither adds nor changes anything. */
export interface FileKind<T> {
  readonly format: string
  readonly formatVersion: number
  /** Longest file that is read, in UTF-16 units. */
  readonly maxLength: number
  readonly schema: z.ZodType<T>
}

function problem(code: ExchangeProblem['code'], path: string, message: string) {
  return refused([{ code, path, message }])
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

/** True when `text` is to the byte what {@link sealText} writes for this value. False also for text that has no canonical form, such as half a character. */
function isSealOf(text: string, value: object, sha256: Sha256): boolean {
  const { sha256: _, ...body } = { sha256: '', ...value }
  try {
    return sealText(body, sha256) === text
  } catch {
    return false
  }
}

/**
 * Reads the text of a sealed file, or says what is wrong with it. The text must be decoded strictly (UTF-8, no byte replaced, no mark
 * dropped). Never throws on any text.
 */
export function openSealed<T extends object>(text: string, kind: FileKind<T>, sha256: Sha256): FileReading<T> {
  if (text.length > kind.maxLength) return problem('too-large', '', `is longer than ${kind.maxLength} characters and was not read`)
  if (nestingOf(text) > deepest) return problem('too-deep', '', `nests deeper than ${deepest} levels and was not read`)
  const json = parsed(text)
  if (!json.ok) return problem('not-json', '', `is not JSON. The file ${damaged}`)
  const envelope = Envelope.safeParse(json.value)
  if (!envelope.success || envelope.data.format !== kind.format)
    return problem('wrong-format', 'format', `is not a file of the kind ${kind.format}; choose another file`)
  if (envelope.data.formatVersion > kind.formatVersion)
    return problem('newer-version', 'formatVersion', 'was made by a newer Gatehouse; update this one and try again')
  if (!isSealOf(text, envelope.data, sha256)) return problem('altered', 'sha256', `The file ${damaged}`)
  const value = kind.schema.safeParse(json.value)
  if (!value.success) return refused(schemaProblems(value.error))
  // A schema that fills in defaults would let two different files mean the same.
  if (!isSealOf(text, value.data, sha256)) return problem('altered', '', `The file ${damaged}`)
  return { ok: true, value: value.data }
}
