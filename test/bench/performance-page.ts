// Puts the table of a whole run into docs/performance.md, between its two marks; the words around it are kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'
import { markdownTable } from './table.ts'

const from = '<!-- figures: begin (npm run bench -- --write) -->'
const to = '<!-- figures: end -->'

interface Run {
  readonly machine: readonly string[]
  readonly measurements: readonly Measurement[]
  readonly wanted: readonly string[]
  /** False when only some topics were measured: the other rows stay as they are. */
  readonly isWhole: boolean
}

const today = () => new Date().toISOString().slice(0, 10)
const titleOf = (row: string) => row.split('|')[1]?.trim() ?? ''

/** The rows of an older table with those of this run in their places; new ones come last. */
function mergedTable(old: readonly string[], measurements: readonly Measurement[]): string[] {
  const table = markdownTable(measurements).split('\n')
  const rows = new Map(table.slice(2).map((row) => [titleOf(row), row]))
  const kept = old.slice(2).map((row) => rows.get(titleOf(row)) ?? row)
  const known = new Set(kept.map(titleOf))
  return [...table.slice(0, 2), ...kept, ...[...rows.values()].filter((row) => !known.has(titleOf(row)))]
}

function wholePart({ machine, measurements }: Run): string[] {
  return [`Taken on ${today()}.`, ...machine.map((line) => `- ${line}`), '', markdownTable(measurements)]
}

function changedPart(old: readonly string[], { machine, measurements, wanted }: Run): string[] {
  const topics = wanted.join(', ')
  const facts = old.filter((line) => line !== '' && !line.startsWith('|') && !line.startsWith(`- ${topics}: taken again`))
  const again = `- ${topics}: taken again on ${today()}, ${machine.at(-1) ?? ''}`
  const table = old.filter((line) => line.startsWith('|'))
  return [...facts, again, '', ...mergedTable(table, measurements)]
}

/** Replaces the figures; those that were not measured this time stay. */
export function writePerformancePage(root: string, run: Run): void {
  const path = join(root, 'docs/performance.md')
  const page = readFileSync(path, 'utf8')
  const [before, after] = [page.indexOf(from), page.indexOf(to)]
  if (before === -1 || after < before) throw new Error('docs/performance.md has lost the marks between which the figures stand.')
  const old = page.slice(before + from.length, after).split('\n')
  const part = run.isWhole ? wholePart(run) : changedPart(old, run)
  writeFileSync(path, `${page.slice(0, before)}${[from, ...part, ''].join('\n')}${page.slice(after)}`)
}
