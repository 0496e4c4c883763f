// Reads the pages of SQLite's trees: where a page leads, and the records it holds (https://www.sqlite.org/fileformat2.html).
import { usableSizeBytes } from './encrypted-pages.ts'

export type SqlCell = string | number | bigint | Uint8Array | null

/** A record with the pages it is on. `cells` is null when a page of it is damaged; then only what comes before is known. */
export interface FoundRecord {
  readonly rowid: bigint | null
  readonly cells: readonly SqlCell[] | null
  /** The columns that stand on the record's own page, when others are lost. */
  readonly head: readonly SqlCell[]
  readonly overflowPages: readonly number[]
}

/** `table`: rows by rowid. `index`: rows of a table without rowid, or an index. */
export interface TreePage {
  readonly kind: 'table' | 'index'
  /** Pages below, in order; empty for a leaf. */
  readonly children: readonly number[]
  readonly records: readonly FoundRecord[]
}

export type GetPage = (number: number) => Buffer | null

interface Varint {
  readonly value: bigint
  readonly next: number
}

function readVarint(page: Buffer, at: number): Varint {
  let value = 0n
  for (let index = 0; index < 8; index += 1) {
    const byte = page.readUInt8(at + index)
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return { value, next: at + index + 1 }
  }
  return { value: (value << 8n) | BigInt(page.readUInt8(at + 8)), next: at + 9 }
}

const intSizes = [0, 1, 2, 3, 4, 6, 8] as const

function sizeOf(type: number): number {
  if (type >= 12) return (type - 12 - (type % 2)) / 2
  return type === 7 ? 8 : (intSizes[type] ?? 0)
}

function readInteger(bytes: Buffer): number | bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  const signed = BigInt.asIntN(bytes.length * 8, value)
  return signed >= Number.MIN_SAFE_INTEGER && signed <= Number.MAX_SAFE_INTEGER ? Number(signed) : signed
}

function readCell(type: number, bytes: Buffer): SqlCell {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type < 7) return readInteger(bytes)
  return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8')
}

/** The columns of a record, as far as `payload` reaches. */
function readColumns(payload: Buffer): SqlCell[] {
  const header = readVarint(payload, 0)
  const end = Number(header.value)
  const types: number[] = []
  let at = header.next
  while (at < end && at < payload.length) {
    const type = readVarint(payload, at)
    types.push(Number(type.value))
    at = type.next
  }
  const cells: SqlCell[] = []
  let position = end
  for (const type of types) {
    const size = sizeOf(type)
    if (position + size > payload.length) break
    cells.push(readCell(type, payload.subarray(position, position + size)))
    position += size
  }
  return cells
}

function countColumns(payload: Buffer): number {
  const header = readVarint(payload, 0)
  let count = 0
  for (let at = header.next; at < Number(header.value); count += 1) at = readVarint(payload, at).next
  return count
}

/** All columns of a whole record; null when they do not add up. */
function readAllColumns(payload: Buffer): SqlCell[] | null {
  const cells = readColumns(payload)
  return cells.length === countColumns(payload) ? cells : null
}

/** How much of a payload stands on the record's own page. */
function localSize(kind: TreePage['kind'], size: number): number {
  const most = kind === 'table' ? usableSizeBytes - 35 : Math.floor(((usableSizeBytes - 12) * 64) / 255) - 23
  if (size <= most) return size
  const least = Math.floor(((usableSizeBytes - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (usableSizeBytes - 4))
  return fitting <= most ? fitting : least
}

interface Chain {
  readonly bytes: Buffer | null
  readonly pages: readonly number[]
}

/** The rest of a long payload, page by page; null bytes when a page is damaged or the chain does not add up. */
function readChain(first: number, size: number, getPage: GetPage): Chain {
  const pages: number[] = []
  const pieces: Buffer[] = []
  let [number, missing] = [first, size]
  while (missing > 0) {
    const page = number === 0 || pages.includes(number) ? null : getPage(number)
    pages.push(number)
    if (page === null) return { bytes: null, pages }
    const piece = page.subarray(4, 4 + Math.min(missing, usableSizeBytes - 4))
    pieces.push(piece)
    missing -= piece.length
    number = page.readUInt32BE(0)
  }
  return { bytes: Buffer.concat(pieces), pages }
}

function readRecord(page: Buffer, at: number, cell: { readonly kind: TreePage['kind']; readonly getPage: GetPage }): FoundRecord {
  const { kind, getPage } = cell
  const size = readVarint(page, at)
  const id = kind === 'table' ? readVarint(page, size.next) : null
  const start = id?.next ?? size.next
  const length = Number(size.value)
  const local = localSize(kind, length)
  const own = page.subarray(start, start + local)
  const rowid = id === null ? null : BigInt.asIntN(64, id.value)
  if (local === length) return { rowid, cells: readAllColumns(own), head: [], overflowPages: [] }
  const { bytes, pages } = readChain(page.readUInt32BE(start + local), length - local, getPage)
  if (bytes === null) return { rowid, cells: null, head: readColumns(own), overflowPages: pages }
  return { rowid, cells: readAllColumns(Buffer.concat([own, bytes])), head: [], overflowPages: pages }
}

const pageKinds = new Map([
  [0x02, { kind: 'index' as const, isLeaf: false }],
  [0x05, { kind: 'table' as const, isLeaf: false }],
  [0x0a, { kind: 'index' as const, isLeaf: true }],
  [0x0d, { kind: 'table' as const, isLeaf: true }],
])

function readTree(page: Buffer, start: number, getPage: GetPage): TreePage | null {
  const found = pageKinds.get(page.readUInt8(start))
  if (found === undefined) return null
  const { kind, isLeaf } = found
  const count = page.readUInt16BE(start + 3)
  const pointers = start + (isLeaf ? 8 : 12)
  const places = Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index))
  const children = isLeaf ? [] : [...places.map((at) => page.readUInt32BE(at)), page.readUInt32BE(start + 8)]
  // Inner pages of a rowid table hold no rows, only the way to them.
  const holdsRecords = isLeaf || kind === 'index'
  const records = holdsRecords ? places.map((at) => readRecord(page, isLeaf ? at : at + 4, { kind, getPage })) : []
  return { kind, children, records }
}

/** A page of a tree; null when the page is not one. `getPage` gives the pages that long records go on in. */
export function readTreePage(number: number, getPage: GetPage): TreePage | null {
  const page = getPage(number)
  if (page === null) return null
  try {
    return readTree(page, number === 1 ? 100 : 0, getPage)
  } catch {
    // Something else that only begins like a page of a tree.
    return null
  }
}
