// What a run of the trust suite counted: printed, and left as one small file each for the table in docs/security.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where the figures of this run stand until the table is made from them. */
const figuresFolder = resolve(import.meta.dirname, '../../../out/trust/figures')

/** What is counted. The last four must be 0. */
type Measure =
  | 'faults injected'
  | 'bad inputs tried'
  | 'acknowledged writes checked'
  | 'files searched'
  | 'acknowledged writes lost'
  | 'wrong data shown'
  | 'plaintext found'
  | 'packets sent'

export interface Figure {
  /** Such as `F03`. */
  readonly requirement: string
  readonly measure: Measure
  readonly count: number
  /** What was counted, in a few words that are the same in every run. */
  readonly what: string
  /** What else this run found out. */
  readonly note?: string
}

const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

function leave(name: string, content: object): void {
  mkdirSync(figuresFolder, { recursive: true })
  writeFileSync(join(figuresFolder, `${slug(name)}.json`), JSON.stringify(content))
}

/** Prints a figure and keeps it. */
export function recordFigure(figure: Figure): void {
  leave(`${figure.requirement} ${figure.what} ${figure.measure}`, figure)
  process.stdout.write(
    `${figure.requirement}: ${figure.count.toLocaleString('en')} ${figure.measure} (${figure.what}${figure.note === undefined ? '' : `; ${figure.note}`})\n`,
  )
}

/** Says aloud that something could not be tried on this machine, and why. */
export function recordNotRun(requirement: string, what: string, reason: string): void {
  leave(`${requirement} ${what} not run`, { requirement, what, notRun: reason })
  process.stdout.write(`${requirement}: not run here (${what}): ${reason}\n`)
}
