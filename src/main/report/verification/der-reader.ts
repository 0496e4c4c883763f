// Reads DER strictly: definite minimal lengths, no trailing bytes, bounded depth; anything else is refused.

/** Thrown for bytes that are not strict DER or not the expected ASN.1 shape. */
export class DerError extends Error {
  override name = 'DerError'
}

/** Thrown for BER that is not DER but that other software may write: nothing is wrong with it, it is just not read here. */
export class BerError extends DerError {
  override name = 'BerError'
}

export type DerNode = {
  /** The identifier octet: class, constructed bit and number (numbers above 30 are refused). */
  readonly tag: number
  readonly children: readonly DerNode[]
  /** The whole encoding, identifier and length included. */
  readonly encoded: Uint8Array
  readonly content: Uint8Array
}

export const DER = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
  context2: 0xa2,
  context3: 0xa3,
} as const

const MAX_DEPTH = 40
const MAX_NODES = 50_000

type Budget = { nodes: number }

/**
 * The one DER value that fills `bytes` exactly.
 * Throws DerError on anything lenient parsers let through.
 */
export function readDer(bytes: Uint8Array): DerNode {
  const node = readNode(bytes, MAX_DEPTH, { nodes: MAX_NODES })
  if (node.encoded.length !== bytes.length) throw new DerError('There are bytes after the DER value.')
  return node
}

/**
 * The DER value at the start of `bytes` when only zero bytes follow it, as in a padded PDF signature.
 */
export function readZeroPaddedDer(bytes: Uint8Array): DerNode {
  const node = readNode(bytes, MAX_DEPTH, { nodes: MAX_NODES })
  for (let at = node.encoded.length; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) throw new DerError('The padding after the DER value is not zero.')
  }
  return node
}

function readNode(bytes: Uint8Array, depthLeft: number, budget: Budget): DerNode {
  if (depthLeft === 0) throw new DerError('The DER value is nested too deeply.')
  budget.nodes -= 1
  if (budget.nodes < 0) throw new DerError('The DER value has too many parts.')
  const tag = bytes[0]
  if (tag === undefined) throw new DerError('The DER value is empty.')
  if ((tag & 0x1f) === 0x1f) throw new DerError('Long DER tags are not accepted.')
  const { length, headerBytes } = readLength(bytes)
  const end = headerBytes + length
  if (end > bytes.length) throw new DerError('The DER value is cut short.')
  const content = bytes.subarray(headerBytes, end)
  checkPrimitive(tag, content)
  const children = (tag & 0x20) === 0 ? [] : readChildren(content, depthLeft - 1, budget)
  return { tag, children, encoded: bytes.subarray(0, end), content }
}

function readChildren(content: Uint8Array, depthLeft: number, budget: Budget): readonly DerNode[] {
  const children: DerNode[] = []
  for (let at = 0; at < content.length;) {
    const child = readNode(content.subarray(at), depthLeft, budget)
    children.push(child)
    at += child.encoded.length
  }
  return children
}

function readLength(bytes: Uint8Array): { length: number; headerBytes: number } {
  const first = bytes[1]
  if (first === undefined) throw new DerError('The DER value is cut short.')
  if (first < 0x80) return { length: first, headerBytes: 2 }
  const count = first & 0x7f
  if (count === 0) throw new BerError('The signature is encoded in BER, which this version does not read.')
  if (count > 4) throw new DerError('The DER length is too large.')
  let length = 0
  for (let index = 0; index < count; index += 1) {
    const octet = bytes[2 + index]
    if (octet === undefined) throw new DerError('The DER value is cut short.')
    length = length * 256 + octet
  }
  if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('The DER length is not minimal.')
  return { length, headerBytes: 2 + count }
}

function checkPrimitive(tag: number, content: Uint8Array): void {
  if (tag === DER.boolean && (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))) {
    throw new DerError('A DER boolean is malformed.')
  }
  if (tag === DER.null && content.length !== 0) throw new DerError('A DER null is malformed.')
  if (tag !== DER.integer) return
  const [first, second] = content
  if (first === undefined) throw new DerError('A DER integer is empty.')
  if (second === undefined) return
  if ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)) {
    throw new DerError('A DER integer is not minimal.')
  }
}

/** `node` when it carries `tag`; throws DerError naming `what` otherwise. */
export function expectTag(node: DerNode | undefined, tag: number, what: string): DerNode {
  if (node === undefined || node.tag !== tag) throw new DerError(`The ${what} is missing or has the wrong type.`)
  return node
}

/** The children of a constructed value that has exactly `count` of them. */
export function expectChildren(node: DerNode, count: number, what: string): readonly DerNode[] {
  if (node.children.length !== count) throw new DerError(`The ${what} has the wrong number of parts.`)
  return node.children
}

/** An object identifier in dotted form. */
export function readOid(node: DerNode | undefined, what: string): string {
  const { content } = expectTag(node, DER.oid, what)
  const arcs: number[] = []
  let value = 0
  let isStart = true
  for (const octet of content) {
    if (isStart && octet === 0x80) throw new DerError(`The ${what} is not minimal.`)
    value = value * 128 + (octet & 0x7f)
    if (!Number.isSafeInteger(value)) throw new DerError(`The ${what} is too large.`)
    isStart = (octet & 0x80) === 0
    if (isStart) {
      arcs.push(value)
      value = 0
    }
  }
  const [head, ...rest] = arcs
  if (head === undefined || !isStart) throw new DerError(`The ${what} is cut short.`)
  const root = Math.min(Math.floor(head / 40), 2)
  return [root, head - root * 40, ...rest].join('.')
}

/** The octets of a BIT STRING without unused bits, as signatures and keys are. */
export function readBitString(node: DerNode | undefined, what: string): Uint8Array {
  const { content } = expectTag(node, DER.bitString, what)
  if (content[0] !== 0) throw new DerError(`The ${what} is malformed.`)
  return content.subarray(1)
}

/** A small non-negative INTEGER. */
export function readSmallInteger(node: DerNode | undefined, what: string): number {
  const { content } = expectTag(node, DER.integer, what)
  if (content.length > 4 || (content[0] ?? 0) >= 0x80) throw new DerError(`The ${what} is out of range.`)
  return content.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** Whether two byte strings are equal; the content is public, so timing does not matter. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((octet, index) => octet === right[index])
}
