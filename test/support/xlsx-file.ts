// Makes XLSX files for tests, sound ones and such as nobody should send.
import { crc32, deflateRawSync } from 'node:zlib'

interface ZipPart {
  readonly path: string
  readonly content: string | Buffer
  /** What the file claims of the part's unpacked size; the truth when absent. */
  readonly claimedBytes?: number
  readonly isEncrypted?: boolean
}

/** A ZIP of these parts. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content, claimedBytes, isEncrypted = false } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(isEncrypted ? 0x801 : 0x800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimedBytes ?? bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, central, name]))
    pieces.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, list, Buffer.from('PK\u0005\u0006'), end])
}

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `A` for 0, `AA` for 26. */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

/** A cell as its XML, or a text that goes to the shared ones. */
export type TestCell = string | { readonly xml: (reference: string) => string }

interface TestSheet {
  readonly name: string
  readonly state?: 'hidden'
  readonly rows: readonly (readonly TestCell[])[]
}

/** The parts of a workbook with these sheets; tests replace some of them. */
export function xlsxParts(sheets: readonly TestSheet[], isFrom1904 = false): ZipPart[] {
  const texts: string[] = []
  const cellXml = (cell: TestCell, reference: string) => {
    if (typeof cell !== 'string') return cell.xml(reference)
    if (cell === '') return ''
    texts.push(cell)
    return `<c r="${reference}" t="s"><v>${texts.length - 1}</v></c>`
  }
  const rowXml = (row: readonly TestCell[], at: number) =>
    `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')}</row>`
  const sheetParts = sheets.map(({ rows }, at) => ({
    path: `xl/worksheets/sheet${at + 1}.xml`,
    content: xml(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
    ),
  }))
  const named = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? '' : ' state="hidden"'}/>`,
  )
  const related = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${relationTypes}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return [
    {
      path: '_rels/.rels',
      content: xml(
        `<Relationships><Relationship Id="rId1" Type="${relationTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      path: 'xl/workbook.xml',
      content: xml(
        `<workbook xmlns:r="${relationTypes}"><workbookPr date1904="${isFrom1904}"/><sheets>${named.join('')}</sheets></workbook>`,
      ),
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: xml(
        `<Relationships>${related.join('')}<Relationship Id="away" Type="${relationTypes}/externalLink" Target="https://example.com/x.xml" TargetMode="External"/></Relationships>`,
      ),
    },
    ...sheetParts,
    {
      path: 'xl/sharedStrings.xml',
      content: xml(`<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`),
    },
    {
      path: 'xl/styles.xml',
      content: xml(
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="171" formatCode="0.00&quot;days&quot;"/><numFmt numFmtId="172" formatCode="00000"/><numFmt numFmtId="173" formatCode="00\\-000&quot; &quot;0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="1"/></cellXfs></styleSheet>',
      ),
    },
  ]
}

/** The parts with some of them replaced or added. */
export function withParts(parts: readonly ZipPart[], changed: readonly ZipPart[]): ZipPart[] {
  const paths = new Set(changed.map(({ path }) => path))
  return [...parts.filter(({ path }) => !paths.has(path)), ...changed]
}
