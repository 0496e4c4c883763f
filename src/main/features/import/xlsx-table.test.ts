// XLSX files: what a person sees in a cell is what is read, and what was made to harm is refused with a sentence.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared/contract/refusal.ts'
import { type TestCell, withParts, xlsxParts, zipOf } from '#test/support/xlsx-file.ts'
import { listLimits } from './limits.ts'
import { openXlsx } from './xlsx-package.ts'
import { dayOfSerial, readSheetTable } from './xlsx-table.ts'
import { readWorkbook } from './xlsx-workbook.ts'

async function read(bytes: Buffer, at = 0) {
  const zip = await openXlsx(bytes)
  const workbook = await readWorkbook(zip)
  const sheet = workbook.sheets[at]
  if (sheet === undefined) throw new Error('There is no such sheet.')
  return { workbook, ...(await readSheetTable(zip, workbook, sheet)) }
}

const refusalOf = (bytes: Buffer) =>
  read(bytes).then(
    () => 'was read',
    (error: unknown) => (error instanceof Refusal ? error.message : `threw ${String(error)}`),
  )

const rowsOf = (rows: readonly (readonly TestCell[])[]) => zipOf(xlsxParts([{ name: 'List', rows }]))
const cell = (attributes: string, content: string): TestCell => ({ xml: (reference) => `<c r="${reference}" ${attributes}>${content}</c>` })

const sheetXml = (content: string) => ({
  path: 'xl/worksheets/sheet1.xml',
  content: `<worksheet><sheetData>${content}</sheetData></worksheet>`,
})
const one = xlsxParts([{ name: 'List', rows: [['Name'], ['Kestrel']] }])

describe('an XLSX file', () => {
  test('gives its sheets, and the cells of one with their rows and columns', async () => {
    const bytes = zipOf(
      xlsxParts([
        { name: 'Notes & more', state: 'hidden', rows: [['x']] },
        { name: 'Vendors', rows: [['Name', '', 'Country'], [], ['Kestrel <Ltd>', '', ' IE ']] },
      ]),
    )
    const { workbook, rows } = await read(bytes, 1)
    expect(workbook.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Notes & more', true],
      ['Vendors', false],
    ])
    expect(rows).toEqual([
      { number: 1, cells: ['Name', '', 'Country'] },
      { number: 3, cells: ['Kestrel <Ltd>', '', 'IE'] },
    ])
  })

  test('shows numbers, days, truths, formulas and errors as the person sees them', async () => {
    const { rows } = await read(
      rowsOf([
        [
          cell('', '<v>4.5E+8</v>'),
          cell('s="1"', '<v>46348.75</v>'),
          cell('s="2"', '<v>46348</v>'),
          cell('s="3"', '<v>2</v>'),
          cell('t="b"', '<v>1</v>'),
          cell('t="str"', '<f>CONCATENATE("Kes","trel")</f><v>Kestrel</v>'),
          cell('t="e"', '<f>#REF!</f><v>#REF!</v>'),
          cell('t="inlineStr"', '<is><r><t>Kes</t></r><r><t>trel</t></r><rPh><t>spoken</t></rPh></is>'),
          cell('t="d"', '<v>2026-11-22</v>'),
          cell('t="s"', '<v>999</v>'),
          cell('', '<f>1/0</f>'),
          cell('t="inlineStr"', '<is><t>a_x000A_b</t></is>'),
        ],
      ]),
    )
    expect(rows[0]?.cells).toEqual([
      '450000000',
      '2026-11-22',
      '2026-11-22',
      '2',
      'TRUE',
      'Kestrel',
      '#REF!',
      'Kestrel',
      '2026-11-22',
      '',
      '',
      'a\nb',
    ])
  })

  test('keeps the zeros in front of postal codes and register numbers that a cell format shows', async () => {
    const formatted = ['2139', '123456', '0', '-5', '2.5'].map((value) => cell('s="4"', `<v>${value}</v>`))
    const { rows } = await read(rowsOf([[...formatted, cell('s="5"', '<v>12345678</v>'), cell('s="6"', '<v>7</v>')]]))
    expect(rows[0]?.cells).toEqual(['02139', '123456', '00000', '-5', '2.5', '01-234 5678', '7'])
  })

  test('counts days from 1900 and from 1904, with the day that never was', async () => {
    expect([1, 59, 60, 61, 46_348].map((serial) => dayOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-28',
      '1900-03-01',
      '2026-11-22',
    ])
    expect(dayOfSerial(0, true)).toBe('1904-01-01')
    expect([-1, 3_000_000, Number.NaN].map((serial) => dayOfSerial(serial, false))).toEqual([null, null, null])
    const { rows } = await read(zipOf(xlsxParts([{ name: 'List', rows: [[cell('s="1"', '<v>44886</v>')]] }], true)))
    expect(rows[0]?.cells).toEqual(['2026-11-22'])
  })

  test('may leave references out, and may write its elements with a prefix', async () => {
    const bare = sheetXml(
      '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>3</v></c></row>',
    )
    expect((await read(zipOf(withParts(one, [bare])))).rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 2, cells: ['3'] },
    ])
    const prefixed = {
      path: bare.path,
      content: '<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    }
    expect((await read(zipOf(withParts(one, [prefixed])))).rows).toEqual([{ number: 1, cells: ['', '7'] }])
  })

  test('is read without styles and shared texts, which it may not have', async () => {
    const parts = withParts(one, [sheetXml('<row r="1"><c r="A1" s="1"><v>46348</v></c></row>')])
    const few = parts.filter(({ path }) => !/styles|sharedStrings/.test(path))
    expect((await read(zipOf(few))).rows).toEqual([{ number: 1, cells: ['46348'] }])
  })

  test('cuts a huge cell one character after its limit, so that its field says so', async () => {
    const { rows } = await read(rowsOf([['x'.repeat(50_000), cell('t="inlineStr"', `<is><t>${'y'.repeat(50_000)}</t></is>`)]]))
    expect(rows[0]?.cells.map((text) => text.length)).toEqual([listLimits.cellLength + 1, listLimits.cellLength + 1])
  })
})

describe('a hostile XLSX file', () => {
  const bomb = { path: 'xl/worksheets/sheet1.xml', content: '<worksheet/>' }
  const many = Array.from({ length: 200 }, (_, at) => `a${at}=""`).join(' ')
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`
  test.each([
    ['says that it unpacks to gigabytes', withParts(one, [{ ...bomb, claimedBytes: 3_000_000_000 }]), /unpacks to more/],
    ['unpacks to more than it says', withParts(one, [{ path: bomb.path, content: ' '.repeat(5_000_000), claimedBytes: 100 }]), /damaged/],
    ['has an entity that grows', withParts(one, [{ path: bomb.path, content: laughs }]), /document type/],
    ['names an unknown entity', withParts(one, [sheetXml('<row r="1"><c r="A1"><v>&b;</v></c></row>')]), /damaged/],
    ['is cut off in its XML', withParts(one, [{ path: bomb.path, content: '<worksheet><sheetData>' }]), /damaged/],
    ['nests without end', withParts(one, [{ path: bomb.path, content: '<a>'.repeat(500) }]), /damaged/],
    ['has attributes without end', withParts(one, [{ path: bomb.path, content: `<a ${many}/>` }]), /damaged/],
    ['is not UTF-8', withParts(one, [{ path: bomb.path, content: Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]) }]), /damaged/],
    ['is encrypted', withParts(one, [{ ...bomb, isEncrypted: true }]), /damaged/],
    ['holds a part twice', [...one, bomb], /damaged/],
    ['leads out of its folder', [...one, { path: '../../etc/passwd', content: 'x' }], /damaged/],
    ['has a column too many', withParts(one, [sheetXml('<row r="1"><c r="ZZ1"><v>1</v></c></row>')]), /200 columns/],
    ['has a row too many', withParts(one, [sheetXml('<row><c><v>1</v></c></row>'.repeat(listLimits.rows + 1))]), /50,000 rows/],
    ['has no sheet', withParts(one, [{ path: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' }]), /no sheet/],
    ['has too many sheets', xlsxParts(Array.from({ length: 101 }, (_, at) => ({ name: `S${at}`, rows: [] }))), /100 sheets/],
    ['has too many parts', Array.from({ length: 1_001 }, (_, at) => ({ path: `p${at}`, content: '' })), /unpacks to more/],
    ['is another kind of ZIP', [{ path: 'word/document.xml', content: '<x/>' }], /no XLSX list/],
  ])('that %s is refused', async (_, parts, sentence) => {
    expect(await refusalOf(zipOf(parts))).toMatch(sentence)
  })

  test('whose sheet lies on another machine has no such sheet', async () => {
    const path = 'xl/_rels/workbook.xml.rels'
    const away = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="https://example.com/sheet.xml" TargetMode="External"/></Relationships>`
    expect(await refusalOf(zipOf(withParts(one, [{ path, content: away }])))).toMatch(/no sheet/)
  })

  test('with bytes changed or cut off is read or refused, and breaks nothing', async () => {
    const sound = zipOf(one)
    const damage = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255), keep: fc.integer({ min: 1, max: sound.length }) })
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async ({ at, byte, keep }, isCut) => {
        const bytes = Buffer.from(sound)
        bytes[at] = byte
        expect(await refusalOf(isCut ? bytes.subarray(0, keep) : bytes)).not.toMatch(/^threw/)
      }),
      { numRuns: 400 },
    )
  })
})
