// The page docs/sources.md, made from the sources of the pack and of the reference data.
import type { Pack } from '../domain/pack.ts'
import { datedItemsOf, datedItemsOfPack } from './overdue.ts'
import { citingParts, referenceFiles, type ReferenceData } from './reference-data.ts'
import type { Basis } from './row.ts'

/** What a reader needs to know of a source, wherever it stands. */
interface ListedSource {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly publishedOn: string
  readonly basis: Basis
  readonly verifyBy: string
  readonly verified: string
  readonly notVerified: string
  readonly where: string
}

const basisWords: Readonly<Record<Basis, string>> = {
  primary: 'its own text, or a copy',
  secondary: 'as others report it',
  unverified: 'not read',
}

function listedSources({ pack, reference }: SourcesPageInput): ListedSource[] {
  const ofPack = pack.sources.map((source) => ({
    ...source,
    where: `pack ${pack.id} ${pack.version}`,
    verified: basisWords[source.basis],
    notVerified: source.note ?? '',
  }))
  const ofReference = citingParts.flatMap((part) =>
    reference[part].sources.map((source) => ({
      ...source,
      where: referenceFiles[part],
      notVerified: source.notVerified ?? '',
    })),
  )
  return [...ofPack, ...ofReference]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

const byDay = (a: { verifyBy: string; id: string }, b: { verifyBy: string; id: string }) =>
  a.verifyBy.localeCompare(b.verifyBy) || a.id.localeCompare(b.id)

function handChecks({ openChecks }: ReferenceData): string {
  const ordered = [
    ...openChecks.checks.filter((check) => check.kind === 'first'),
    ...openChecks.checks.filter((check) => check.kind === 'text'),
  ]
  return table(
    ['', 'What is open', 'What is known', 'Where to look', 'Until then', 'Questions', 'By'],
    ordered.map((check, index) => [
      String(index + 1),
      check.question,
      check.known,
      check.lookAt,
      check.untilThen,
      check.affects.join(', '),
      check.verifyBy,
    ]),
  )
}

/** One line for each day: which sources and rows are due, file by file. */
function calendar({ pack, reference }: SourcesPageInput): string {
  const items = [...datedItemsOf(reference), ...datedItemsOfPack(pack)].filter((item) => item.kind !== 'open-check')
  const days = [...new Set(items.map((item) => item.verifyBy))].toSorted()
  const idsOf = (day: string, where: string, kind: string) =>
    items.filter((item) => item.verifyBy === day && item.where === where && item.kind === kind).map((item) => item.id)
  const places = [...new Set(items.map((item) => item.where))]
  return table(
    ['By', 'Stands in', 'Sources to read again', 'Rows that rest on them'],
    days.flatMap((day) =>
      places
        .map((where) => [day, where, idsOf(day, where, 'source').join(', '), idsOf(day, where, 'row').join(', ')])
        .filter(([, , sources, rows]) => sources !== '' || rows !== ''),
    ),
  )
}

function counts(sources: readonly ListedSource[]): string {
  const countOf = (basis: Basis) => sources.filter((source) => source.basis === basis).length
  return (
    `${sources.length} sources: ${countOf('primary')} read in their own text or in a copy of it, ${countOf('secondary')} known from what others ` +
    `report, ${countOf('unverified')} not read. "Read" covers the part named and nothing more: many could be read only in part.`
  )
}

function packTable(sources: readonly ListedSource[]): string {
  return table(
    ['Id', 'Source', 'Date', 'How it was read', 'What was read or is open', 'Check by'],
    sources
      .toSorted(byDay)
      .map((one) => [one.id, `${one.title}. ${one.publisher}`, one.publishedOn, basisWords[one.basis], one.notVerified, one.verifyBy]),
  )
}

function referenceTable(sources: readonly ListedSource[]): string {
  return table(
    ['Id', 'Source', 'Date', 'How it was read', 'What was verified', 'What was not', 'Check by'],
    sources
      .toSorted(byDay)
      .map((one) => [
        one.id,
        `${one.title}. ${one.publisher}`,
        one.publishedOn,
        basisWords[one.basis],
        one.verified,
        one.notVerified,
        one.verifyBy,
      ]),
  )
}

export interface SourcesPageInput {
  readonly pack: Pack
  readonly reference: ReferenceData
}

/** The whole page as Markdown with a final line feed. The same data gives the same text. */
export function sourcesPage(input: SourcesPageInput): string {
  const { pack, reference } = input
  const sources = listedSources(input)
  const packPlace = `pack ${pack.id} ${pack.version}`
  const parts = [
    '# Sources',
    `<!-- Made by "node scripts/generate-sources-page.ts" from resources/packs and resources/reference. Change those, not this page. -->`,
    'Every source of the questions and of the reference data: what was verified, what was not, and what to look at again when. ' +
      `Questions: ${pack.title}, version ${pack.version} of ${pack.publishedOn}. Reference data: editions of ` +
      `${[...new Set(Object.values(reference).map((file) => file.edition))].toSorted().join(', ')}.`,
    '**Lists inform, they never decide.** No country changes a score, and no list of countries is read by the method. Every country gets the ' +
      'same questions with the same weights. A listing is a fact about the list, with its day. What it means for a deal is for a lawyer to say: ' +
      'counsel review needed. No source is a news article.',
    counts(sources),
    '## Check by hand first',
    reference.openChecks.description,
    handChecks(reference),
    '## What to look at again, and when',
    'After the day named, somebody should read the source anew and set a new day. A row is overdue from the day after.',
    calendar(input),
    '## Sources of the questions',
    packTable(sources.filter((source) => source.where === packPlace)),
    ...citingParts.flatMap((part) => [
      `## Sources of \`${referenceFiles[part]}\``,
      reference[part].description,
      referenceTable(sources.filter((source) => source.where === referenceFiles[part])),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}
