// Reads and writes TrueType and OpenType files just enough to rename a font and to list the characters it has.

/** Tables of a font file by tag, in file order, as views on `bytes`. Throws when it is not a single sfnt font. */
export function readTables(bytes) {
  const view = viewOf(bytes)
  const version = view.getUint32(0)
  if (version !== 0x00010000 && version !== 0x4f54544f) throw new Error('This is not a TrueType or OpenType font.')
  const tables = new Map()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const offset = view.getUint32(entry + 8)
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(entry + 12)))
  }
  return { version, tables }
}

/** A font file from its tables, with sorted directory, padding and checksums as the format asks. */
export function writeTables({ version, tables }) {
  const tags = [...tables.keys()].toSorted((left, right) => (left < right ? -1 : 1))
  const power = 2 ** Math.floor(Math.log2(tags.length))
  let offset = 12 + tags.length * 16
  const sizeBytes = tags.reduce((sum, tag) => sum + padded(tables.get(tag).length), offset)
  const bytes = new Uint8Array(sizeBytes)
  const view = viewOf(bytes)
  view.setUint32(0, version)
  view.setUint16(4, tags.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, tags.length * 16 - power * 16)
  let headOffset = 0
  tags.forEach((tag, index) => {
    const table = Uint8Array.from(tables.get(tag))
    // The whole-file checksum is computed with this field at zero and written afterwards.
    if (tag === 'head') viewOf(table).setUint32(8, 0)
    if (tag === 'head') headOffset = offset
    bytes.set(table, offset)
    const entry = 12 + index * 16
    bytes.set(asciiBytes(tag), entry)
    view.setUint32(entry + 4, checksum(bytes.subarray(offset, offset + padded(table.length))))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.length)
    offset += padded(table.length)
  })
  view.setUint32(headOffset + 8, (0xb1b0afba - checksum(bytes)) >>> 0)
  return bytes
}

/** The text of a name-table record in Windows Unicode English, or `undefined`. */
export function readName(nameTable, nameId) {
  const view = viewOf(nameTable)
  const storage = view.getUint16(4)
  for (let index = 0; index < view.getUint16(2); index++) {
    const entry = 6 + index * 12
    if (view.getUint16(entry) !== 3 || view.getUint16(entry + 6) !== nameId) continue
    const start = storage + view.getUint16(entry + 10)
    return new TextDecoder('utf-16be').decode(nameTable.subarray(start, start + view.getUint16(entry + 8)))
  }
  return undefined
}

/** A name table that holds exactly these texts by name id, as Windows Unicode English. */
export function writeNames(texts) {
  const records = [...texts].toSorted(([left], [right]) => left - right)
  const encoded = records.map(([, text]) => utf16Bytes(text))
  const storage = 6 + records.length * 12
  const bytes = new Uint8Array(storage + encoded.reduce((sum, text) => sum + text.length, 0))
  const view = viewOf(bytes)
  view.setUint16(2, records.length)
  view.setUint16(4, storage)
  let offset = 0
  records.forEach(([nameId], index) => {
    const entry = 6 + index * 12
    const text = encoded[index]
    ;[3, 1, 0x0409, nameId, text.length, offset].forEach((value, field) => view.setUint16(entry + field * 2, value))
    bytes.set(text, storage + offset)
    offset += text.length
  })
  return bytes
}

/** All code points that a font's character map gives a glyph other than .notdef, ascending. */
export function codePointsOf(cmapTable) {
  const view = viewOf(cmapTable)
  const points = new Set()
  for (let index = 0; index < view.getUint16(2); index++) {
    const platform = view.getUint16(4 + index * 8)
    const encoding = view.getUint16(6 + index * 8)
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (!isUnicode) continue
    const offset = view.getUint32(8 + index * 8)
    const format = view.getUint16(offset)
    if (format === 4) readFormat4(view, offset, points)
    if (format === 12) readFormat12(view, offset, points)
  }
  return [...points].toSorted((left, right) => left - right)
}

function readFormat4(view, offset, points) {
  const doubled = view.getUint16(offset + 6)
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(offset + 14 + segment)
    const start = view.getUint16(offset + 16 + doubled + segment)
    const delta = view.getUint16(offset + 16 + 2 * doubled + segment)
    const rangeAt = offset + 16 + 3 * doubled + segment
    const range = view.getUint16(rangeAt)
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const raw = range === 0 ? point : view.getUint16(rangeAt + range + (point - start) * 2)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) points.add(point)
    }
  }
}

function readFormat12(view, offset, points) {
  for (let group = 0; group < view.getUint32(offset + 12); group++) {
    const entry = offset + 16 + group * 12
    const first = view.getUint32(entry)
    const glyph = view.getUint32(entry + 8)
    for (let point = first; point <= view.getUint32(entry + 4); point++) {
      if (glyph + point - first !== 0) points.add(point)
    }
  }
}

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function padded(length) {
  return Math.ceil(length / 4) * 4
}

function checksum(bytes) {
  const view = viewOf(bytes)
  let sum = 0
  for (let offset = 0; offset < bytes.length; offset += 4) sum = (sum + view.getUint32(offset)) >>> 0
  return sum
}

function asciiBytes(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function utf16Bytes(text) {
  const bytes = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index++) viewOf(bytes).setUint16(index * 2, text.charCodeAt(index))
  return bytes
}
