// A process of its own that works on a vault until it is done or stopped, and says each thing as it happens: node program.js VERB FOLDER …
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createEngine } from '#main/engine/engine.ts'
import { floorCost } from '#main/store/keys/key-cost.ts'
import type { Outcome } from '#shared/contract/fault.ts'

const [verb = '', directory = '', secret = '', ...rest] = process.argv.slice(2)
/** The last word may be an instant that stands for the present one. */
const clock = /^\d{4}-.*Z$/.exec(rest.at(-1) ?? '')?.[0] ?? new Date().toISOString()

/** Written at once, so that what was said is never ahead of or behind what was done. */
function say(...words: readonly (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

const engine = createEngine({
  resourcesDirectory: process.env['GATEHOUSE_RESOURCES'] ?? '',
  applicationVersion: '0.1.0',
  sqliteBinding: undefined,
  now: () => clock,
  keyCost: floorCost,
  log: (where, error) => {
    say('fault', where, error instanceof Error ? error.message.replaceAll('\n', ' ') : '')
    return 'child000'
  },
})

function grant(path: string): string {
  const handle = randomUUID()
  engine.grant(handle, path)
  return handle
}

function report(what: string, outcome: Outcome<unknown>): boolean {
  if (outcome.ok) say(what)
  else say('refused', what, outcome.fault.code)
  return outcome.ok
}

/** A note of several pages, so that a commit touches more than one. */
const note = (round: number) => `${round} `.repeat(600).slice(0, 2_000)

async function save(round: number): Promise<boolean> {
  const organization = { name: `Revision ${round}`, country: 'US', activity: note(round).slice(0, 400), contact: '' }
  return report(`saved ${round}`, await engine.call('organization.save', organization))
}

const verbs: Readonly<Record<string, () => Promise<unknown>>> = {
  create: async () => report('created', await engine.call('vault.create', { handle: grant(directory), passphrase: secret })),
  check: async () => {
    const checked = await engine.call('vault.check', {})
    say('checked', JSON.stringify(checked))
  },
  /** Saves revision after revision, also after one was refused. */
  write: async () => {
    const [first = '1', count = '1'] = rest
    for (let round = Number(first); round < Number(first) + Number(count); round += 1) await save(round)
  },
  sign: async () => {
    const [assessmentId = '', signerId = '', copy = ''] = rest
    const signed = await engine.call('reports.sign', { assessmentId, signerId })
    if (!report('signed', signed)) return
    const reports = await engine.call('reports.list', {})
    const [first] = reports.ok ? Object(reports.value).reports : []
    report('copied', await engine.call('reports.saveCopy', { reportId: first.id, handle: grant(copy) }))
  },
  /** Holds the vault until its standard input ends. */
  hold: async () => {
    process.stdin.resume()
    await new Promise((resolve) => process.stdin.once('end', resolve))
  },
}

const isReady = verb === 'create' || report('opened', await engine.call('vault.open', { handle: grant(directory), secret }))
if (isReady) await verbs[verb]?.()
await engine.close()
say('ended')
