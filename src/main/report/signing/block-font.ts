// Puts a whole fixed-width TrueType font into a PDF, so that those who sign later can write with it: read from its own tables, no library.
import { deflateSync } from 'node:zlib'
import type { UpdatedObject } from './incremental-update.ts'

type Table = { readonly at: number; readonly length: number }
type Font = { readonly bytes: Buffer; readonly tables: ReadonlyMap<string, Table> }

const postscriptName = 'GatehouseMono-Regular'
const perMille = 1000

/** The objects of the font; the first one is the font itself. Throws Error on a file that is not such a font. */
export function blockFontObjects(
  file: Uint8Array,
  takeNumber: () => number,
): { readonly fontNumber: number; readonly objects: readonly UpdatedObject[] } {
  const font = readFont(file)
  const [fontNumber, descendant, descriptor, program, map] = [takeNumber(), takeNumber(), takeNumber(), takeNumber(), takeNumber()]
  const object = (objectNumber: number, body: string): UpdatedObject => ({ objectNumber, generation: 0, body })
  return {
    fontNumber,
    objects: [
      object(
        fontNumber,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${postscriptName} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
      ),
      object(
        descendant,
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${postscriptName} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW ${widthOf(font)} /CIDToGIDMap /Identity >>`,
      ),
      object(descriptor, descriptorBody(font, program)),
      object(program, streamBody(file, ` /Length1 ${file.length}`)),
      object(map, streamBody(Buffer.from(characterMap(font), 'latin1'), '')),
    ],
  }
}

function streamBody(data: Uint8Array, more: string): string {
  const packed = deflateSync(data, { level: 9 })
  return `<< /Filter /FlateDecode /Length ${packed.length}${more} >>\nstream\n${packed.toString('latin1')}\nendstream`
}

function readFont(file: Uint8Array): Font {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const count = bytes.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16
    return [bytes.toString('latin1', at, at + 4), { at: bytes.readUInt32BE(at + 8), length: bytes.readUInt32BE(at + 12) }] as const
  })
  return { bytes, tables: new Map(entries) }
}

function tableAt({ tables }: Font, name: string): number {
  const table = tables.get(name)
  if (table === undefined) throw new Error(`The font for signatures has no table ${name}.`)
  return table.at
}

function scale(font: Font, units: number): number {
  return Math.round((units * perMille) / font.bytes.readUInt16BE(tableAt(font, 'head') + 18))
}

/** The width of every glyph. */
function widthOf(font: Font): number {
  return scale(font, font.bytes.readUInt16BE(tableAt(font, 'hmtx') + 4))
}

function descriptorBody(font: Font, program: number): string {
  const { bytes } = font
  const [head, hhea] = [tableAt(font, 'head'), tableAt(font, 'hhea')]
  const box = [36, 38, 40, 42].map((at) => scale(font, bytes.readInt16BE(head + at))).join(' ')
  const [ascent, descent] = [4, 6].map((at) => scale(font, bytes.readInt16BE(hhea + at)))
  // Fixed width (1) and symbolic (4), because codes are glyph numbers.
  const style = '/Flags 5 /ItalicAngle 0 /StemV 80'
  return `<< /Type /FontDescriptor /FontName /${postscriptName} ${style} /FontBBox [${box}] /Ascent ${ascent} /Descent ${descent} /CapHeight ${ascent} /FontFile2 ${program} 0 R >>`
}

/** Code points of the Basic Multilingual Plane with their glyphs, from the format 4 subtable. */
function charactersOf(font: Font): (readonly [glyph: number, code: number])[] {
  const { bytes } = font
  const cmap = tableAt(font, 'cmap')
  const offsets = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, index) => cmap + bytes.readUInt32BE(cmap + 8 + index * 8))
  const table = offsets.find((at) => bytes.readUInt16BE(at) === 4)
  if (table === undefined) throw new Error('The font for signatures has no character map of format 4.')
  const doubled = bytes.readUInt16BE(table + 6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + doubled * 2, 16 + doubled * 3]
  return Array.from({ length: doubled / 2 }, (_, index) => index * 2).flatMap((at) => {
    const word = (row: number) => bytes.readUInt16BE(table + row + at)
    const [end, start, delta, range] = [word(ends), word(starts), word(deltas), word(ranges)]
    return Array.from({ length: end - start + 1 }, (_, index) => start + index).map((code) => {
      const listed = range === 0 ? code : bytes.readUInt16BE(table + ranges + at + range + (code - start) * 2)
      return [range !== 0 && listed === 0 ? 0 : (listed + delta) % 0x10000, code] as const
    })
  })
}

/** From glyph to character, each glyph once and each character once. */
function characterMap(font: Font): string {
  const codes = new Map<number, number>()
  for (const [glyph, code] of charactersOf(font)) {
    const isLetter = glyph !== 0 && code >= 0x20 && code < 0xd800 && code !== 0xad
    if (isLetter && !codes.has(glyph)) codes.set(glyph, code)
  }
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
  const lines = [...codes].toSorted(([left], [right]) => left - right).map(([glyph, code]) => `<${hex(glyph)}> <${hex(code)}>`)
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => lines.slice(index * 100, (index + 1) * 100))
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}
