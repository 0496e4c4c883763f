// Says how well names are matched, on labelled pairs, a list and names that are not on it: node scripts/measure-screening.ts PAIRS.csv LIST.csv NAMES.csv
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { compareNames } from '../src/shared/screening/compare-names.ts'
import { takeApart } from '../src/shared/screening/name.ts'
import { NameTablesFile, readNameTables } from '../src/shared/screening/name-tables.ts'
import { type PreparedList, prepareList, screenParty, thresholdMille } from '../src/shared/screening/screen.ts'
import { readScreeningList } from '../src/shared/screening/screening-list.ts'

const [pairsPath, listPath, namesPath] = process.argv.slice(2)
if (pairsPath === undefined || listPath === undefined || namesPath === undefined)
  throw new Error('Use: node scripts/measure-screening.ts PAIRS.csv LIST.csv NAMES.csv')

const tablesFile = new URL('../resources/screening/name-tables.json', import.meta.url)
const tables = readNameTables(NameTablesFile.parse(JSON.parse(readFileSync(tablesFile, 'utf8'))))

const Pair = z.object({
  schema: z.string(),
  name1: z.string(),
  name2: z.string(),
  is_match: z.enum(['true', 'false']).transform((text) => text === 'true'),
  category: z.string(),
})
type Pair = z.infer<typeof Pair>

/** Half of the pairs, by a hash of the first name: the settings were chosen on these. */
function isForTuning(pair: Pair): boolean {
  return Number.parseInt(createHash('sha256').update(pair.name1).digest('hex').slice(0, 4), 16) % 2 === 0
}

function tell(title: string, pairs: readonly Pair[]): void {
  const found = pairs.filter((pair) => {
    const { scoreMille } = compareNames(takeApart(pair.name1, tables), takeApart(pair.name2, tables))
    return scoreMille >= thresholdMille
  })
  const right = found.filter((pair) => pair.is_match).length
  const precision = right / found.length
  const recall = right / pairs.filter((pair) => pair.is_match).length
  const f1 = (2 * precision * recall) / (precision + recall)
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join(' / ')
  process.stdout.write(`${title}: ${pairs.length} pairs, precision / recall / F1 ${figures}\n`)
}

const pairs = z.array(Pair).parse(parse(readFileSync(pairsPath, 'utf8'), { columns: true }))
const companies = pairs.filter((pair) => pair.schema !== 'Person')
tell('companies, tuned on', companies.filter(isForTuning))
tell(
  'companies, held back',
  companies.filter((pair) => !isForTuning(pair)),
)
tell(
  'companies, human-made',
  companies.filter((pair) => !pair.category.startsWith('LLM')),
)
tell('companies, all', companies)

const read = readScreeningList(readFileSync(listPath, 'utf8'))
if (!read.ok) throw new Error(read.problem.message)
const names = z.array(z.object({ name: z.string() })).parse(parse(readFileSync(namesPath, 'utf8'), { columns: true }))

function tellAlerts(whom: string, list: PreparedList): void {
  const startedAt = performance.now()
  const alerts = names.filter(({ name }) => screenParty([name], list, tables).outcome === 'possible-match').length
  const perNameMs = (performance.now() - startedAt) / names.length
  process.stdout.write(
    `${names.length} names that are not on the list: ${alerts} alerts (${((100 * alerts) / names.length).toFixed(2)} %), ${perNameMs.toFixed(2)} ms each against ${list.entries.length} ${whom}\n`,
  )
}

const people = read.list.entries.filter(({ type }) => type === 'individual')
const list = prepareList(read.list, tables)
tellAlerts('organizations', list)
tellAlerts('people', prepareList({ entries: people }, tables, ['individual']))
const missed = list.entries.filter((entry) => {
  const { hits } = screenParty(
    entry.names.slice(0, 1).map((name) => name.text),
    list,
    tables,
  )
  return hits.every((hit) => hit.entry !== entry)
}).length
process.stdout.write(`${list.entries.length} entries screened under their own name: ${missed} missed\n`)
