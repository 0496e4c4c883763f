// Turns the promises and the figures of the last long run into the tables of docs/security.md.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Requirement } from '../requirement.ts'

const Figure = z.strictObject({
  requirement: z.string(),
  measure: z.string(),
  count: z.int(),
  what: z.string(),
  note: z.string().optional(),
})
const NotRun = z.strictObject({ requirement: z.string(), what: z.string(), notRun: z.string() })

/** What a run leaves in docs/trust-figures.json. */
export const TrustRecord = z.strictObject({
  /** The day of the run. */
  ranOn: z.string(),
  machine: z.string(),
  /** What a reader must know about these figures; empty after one whole run that passed. */
  remark: z.string(),
  figures: z.array(Figure),
  notRun: z.array(NotRun),
})
export type TrustRecord = z.infer<typeof TrustRecord>
export const FigureFile = z.union([Figure, NotRun])

const emptyRecord: TrustRecord = { ranOn: 'never', machine: '', remark: '', figures: [], notRun: [] }

export const recordPath = 'docs/trust-figures.json'

/** The figures that are committed. */
export function readTrustRecord(root: string): TrustRecord {
  const path = join(root, recordPath)
  return existsSync(path) ? TrustRecord.parse(JSON.parse(readFileSync(path, 'utf8'))) : emptyRecord
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const number = (count: number) => count.toLocaleString('en')

function proofCell({ proofs, notHere }: Requirement): string {
  const named = proofs.map(({ file, title }) => `\`${file}\` › ${cell(title)}`)
  return [...named, ...(notHere === undefined ? [] : [`*Not here:* ${cell(notHere)}`])].join('<br>')
}

function figureCell({ id }: Requirement, record: TrustRecord): string {
  const own = record.figures
    .filter(({ requirement }) => requirement === id)
    .map(({ count, measure, what, note }) => `${number(count)} ${measure} (${cell(note === undefined ? what : `${what}; ${note}`)})`)
  const notRun = record.notRun
    .filter(({ requirement }) => requirement === id)
    .map(({ what, notRun }) => `not run: ${cell(what)}, because ${cell(notRun)}`)
  return [...own, ...notRun].join('<br>')
}

function promiseTable(requirements: readonly Requirement[], record: TrustRecord): string {
  const rows = requirements.map((one) => `| ${one.id} | ${cell(one.promise)} | ${proofCell(one)} | ${figureCell(one, record)} |`)
  return ['| | promise | test | counted |', '|---|---|---|---|', ...rows].join('\n')
}

function totalTable({ ranOn, machine, remark, figures }: TrustRecord): string {
  const measures = [...new Set(figures.map(({ measure }) => measure))].toSorted()
  const total = (measure: string) => figures.filter((figure) => figure.measure === measure).reduce((sum, { count }) => sum + count, 0)
  const rows = measures.map((measure) => `| ${measure} | ${number(total(measure))} |`)
  return [[`Counted on ${ranOn}: ${machine}.`, remark].join(' ').trim(), '', '| counted | |', '|---|---:|', ...rows].join('\n')
}

function between(page: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/security.md has no place for ${name}.`)
  return `${page.slice(0, from + start.length)}\n\n${content}\n\n${page.slice(to)}`
}

/** The page with its two tables made anew; everything else stays. */
export function securityPage(page: string, requirements: readonly Requirement[], record: TrustRecord): string {
  return between(between(page, 'totals', totalTable(record)), 'promises', promiseTable(requirements, record))
}
