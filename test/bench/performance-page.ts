// Puts the table of a whole run into docs/performance.md, between its two marks; the words around it are kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measurement } from './measurement.ts'
import { markdownTable } from './table.ts'

const from = '<!-- figures: begin (npm run bench -- --write) -->'
const to = '<!-- figures: end -->'

export function writePerformancePage(
  root: string,
  run: { readonly machine: readonly string[]; readonly measurements: readonly Measurement[] },
): void {
  const path = join(root, 'docs/performance.md')
  const page = readFileSync(path, 'utf8')
  const [before, after] = [page.indexOf(from), page.indexOf(to)]
  if (before === -1 || after < before) throw new Error('docs/performance.md has lost the marks between which the figures stand.')
  const figures = [
    from,
    `Taken on ${new Date().toISOString().slice(0, 10)}.`,
    ...run.machine.map((line) => `- ${line}`),
    '',
    markdownTable(run.measurements),
    '',
  ].join('\n')
  writeFileSync(path, `${page.slice(0, before)}${figures}${page.slice(after)}`)
}
