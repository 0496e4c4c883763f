// Makes resources/fonts from the npm packages that carry the originals: renames each family to a private name,
// cuts the East Asian ones down to common characters, and lists which characters each family has.
// Run by hand: node scripts/make-fonts.mjs [FOLDER-WITH-THE-PACKAGES-INSTALLED]. The result is committed.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { codePointsOf, readName, readTables, writeNames, writeTables } from './fonts/sfnt.mjs'

const packages = {
  inter: '0.4.2',
  'source-serif-4': '0.4.1',
  'jetbrains-mono': '0.4.1',
  'noto-sans-arabic': '0.4.3',
  'noto-sans-hebrew': '0.4.1',
  'noto-sans-devanagari': '0.4.1',
  'noto-sans-thai': '0.4.2',
  'noto-sans-sc': '0.4.3',
  'noto-sans-kr': '0.4.3',
}
const subsetterVersion = '2.9.0'

// Style names follow the packages' folders, such as 400Regular_Italic.
const families = [
  {
    id: 'sans',
    name: 'Gatehouse Sans',
    from: 'inter',
    file: 'Inter',
    styles: ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold'],
  },
  {
    id: 'serif',
    name: 'Gatehouse Serif',
    from: 'source-serif-4',
    file: 'SourceSerif4',
    styles: ['400Regular', '400Regular_Italic', '600SemiBold'],
  },
  { id: 'mono', name: 'Gatehouse Mono', from: 'jetbrains-mono', file: 'JetBrainsMono', styles: ['400Regular', '500Medium'] },
  { id: 'arabic', name: 'Gatehouse Arabic', from: 'noto-sans-arabic', file: 'NotoSansArabic', styles: ['400Regular'] },
  { id: 'hebrew', name: 'Gatehouse Hebrew', from: 'noto-sans-hebrew', file: 'NotoSansHebrew', styles: ['400Regular'] },
  { id: 'devanagari', name: 'Gatehouse Devanagari', from: 'noto-sans-devanagari', file: 'NotoSansDevanagari', styles: ['400Regular'] },
  { id: 'thai', name: 'Gatehouse Thai', from: 'noto-sans-thai', file: 'NotoSansThai', styles: ['400Regular'] },
  { id: 'han', name: 'Gatehouse Han', from: 'noto-sans-sc', file: 'NotoSansSC', styles: ['400Regular'], characters: commonHan },
  { id: 'hangul', name: 'Gatehouse Hangul', from: 'noto-sans-kr', file: 'NotoSansKR', styles: ['400Regular'], characters: commonHangul },
]

/** Common characters of the national standards: GB 2312, level 1 of Big5 and JIS X 0208, with their punctuation and kana. */
function commonHan() {
  return [
    decodeRows('gbk', [0xa1, 0xa3], [0xa1, 0xfe]),
    decodeRows('gbk', [0xb0, 0xf7], [0xa1, 0xfe]),
    decodeRows('big5', [0xa4, 0xc6], [0x40, 0xfe]),
    decodeRows('euc-jp', [0xa4, 0xa5], [0xa1, 0xfe]),
    decodeRows('euc-jp', [0xb0, 0xcf], [0xa1, 0xfe]),
  ].join('')
}

/** The 2,350 syllables of KS X 1001 and the compatibility letters. */
function commonHangul() {
  return decodeRows('euc-kr', [0xa4, 0xa4], [0xa1, 0xfe]) + decodeRows('euc-kr', [0xb0, 0xc8], [0xa1, 0xfe])
}

function decodeRows(encoding, [firstLead, lastLead], [firstTrail, lastTrail]) {
  const decoder = new TextDecoder(encoding)
  const characters = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if ([...text].length === 1 && text !== '\ufffd') characters.push(text)
    }
  }
  return characters.join('')
}

function installPackages() {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-fonts-'))
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const names = Object.entries(packages).map(([name, version]) => `@expo-google-fonts/${name}@${version}`)
  process.stdout.write(`Fetching ${names.length} font packages; they are about 200 MB and are deleted afterwards.\n`)
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...names, `subset-font@${subsetterVersion}`], {
    cwd: folder,
    stdio: 'inherit',
  })
  return folder
}

function renamed(bytes, family, style) {
  const font = readTables(bytes)
  const original = font.tables.get('name')
  const styleName = style.replace(/^\d+/, '').replace('Regular_Italic', 'Italic')
  const texts = new Map([
    [0, readName(original, 0)],
    [1, styleName === 'Regular' || styleName === 'Italic' ? family.name : `${family.name} ${styleName}`],
    [2, styleName === 'Italic' ? 'Italic' : 'Regular'],
    [3, `${family.name} ${styleName}; from ${readName(original, 5) ?? 'unknown version'}`],
    [4, `${family.name} ${styleName}`],
    [5, readName(original, 5) ?? 'Version 1.0'],
    [6, `${family.name.replaceAll(' ', '')}-${styleName}`],
    [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    [14, 'https://openfontlicense.org'],
    [16, family.name],
    [17, styleName],
  ])
  font.tables.set('name', writeNames(texts))
  // A signature of the original bytes no longer holds.
  font.tables.delete('DSIG')
  return writeTables(font)
}

/** Ascending code points as a flat list of first, last, first, last. */
function asRanges(points) {
  const ranges = []
  for (const point of points) {
    if (ranges.length > 0 && point === ranges.at(-1) + 1) ranges[ranges.length - 1] = point
    else ranges.push(point, point)
  }
  return ranges
}

async function main() {
  const given = process.argv[2]
  const folder = given === undefined ? installPackages() : resolve(given)
  const subsetFont = createRequire(join(folder, 'package.json'))('subset-font')
  const target = resolve(import.meta.dirname, '../resources/fonts')
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  const listed = []
  for (const family of families) {
    const source = join(folder, 'node_modules/@expo-google-fonts', family.from)
    const files = []
    let points = []
    for (const style of family.styles) {
      let bytes = new Uint8Array(readFileSync(join(source, style, `${family.file}_${style}.ttf`)))
      const names = readTables(bytes).tables.get('name')
      if (family.characters !== undefined) {
        bytes = new Uint8Array(
          await subsetFont(Buffer.from(bytes), family.characters(), { targetFormat: 'sfnt', noHinting: true, preserveNameIds: [0, 5] }),
        )
      }
      const result = renamed(withNames(bytes, names), family, style)
      const file = `${family.name.replaceAll(' ', '')}-${style.replace(/^\d+/, '').replace('Regular_Italic', 'Italic')}.ttf`
      writeFileSync(join(target, file), result)
      files.push(file)
      const own = codePointsOf(readTables(result).tables.get('cmap'))
      // Only characters that every style has can be printed in any style.
      points = points.length === 0 ? own : points.filter((point) => own.includes(point))
      process.stdout.write(`${file}: ${(result.length / 1024).toFixed(0)} KB, ${own.length} characters\n`)
    }
    copyFileSync(join(source, 'LICENSE_FONT'), join(target, `OFL-${family.name.replaceAll(' ', '')}.txt`))
    listed.push({
      id: family.id,
      name: family.name,
      from: `@expo-google-fonts/${family.from}@${packages[family.from]}`,
      files,
      ranges: asRanges(points),
    })
  }
  writeFileSync(join(target, 'fonts.json'), `${JSON.stringify({ families: listed })}\n`)
  if (given === undefined) rmSync(folder, { recursive: true, force: true })
}

function withNames(bytes, names) {
  const font = readTables(bytes)
  font.tables.set('name', names)
  return writeTables(font)
}

await main()
