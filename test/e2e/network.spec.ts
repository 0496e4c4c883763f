// No packet, no look-up, no open port: the app under strace in a network namespace with a way out, beside a stock window that uses it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { appArguments, electronPath, makePlace, type Place } from './support/app.ts'
import { hostileHost, hostileVectors, portOf } from './support/hostile-vectors.ts'
import { inBareSpace, inSpace, packetsOnWire, requireSpace, runInSpace } from './support/network-space.ts'
import { recordFigure } from '../trust/support/figures.ts'
import { readTrace, type TraceReading } from './support/network-trace.ts'
import { startPlainly, waitForRenderer } from './support/plain-start.ts'
import { netDevOf, waitingSockets } from './support/process-tree.ts'

// No second chance: one failure here is a loss, not a mood of the machine.
test.describe.configure({ retries: 0 })

const driver = join(import.meta.dirname, 'support/network-driver.ts')

/** A trace of fewer calls means that the tracing broke, not that the app was quiet. */
const leastCalls = 100

let place: Place

test.beforeAll(requireSpace)

test.beforeEach(() => {
  place = makePlace()
})

test.afterEach(() => place.remove())

interface Observed extends TraceReading {
  readonly packets: number
  readonly trace: string
}

/** Plays a scene of the driver inside the namespace and reads what it left behind. */
async function observe(scene: 'tour' | 'attack' | 'stock'): Promise<Observed> {
  const ended = await runInSpace([process.execPath, driver, scene, place.folder], { env: process.env, timeoutMs: 100_000 })
  expect(ended.exitCode, ended.stderr).toBe(0)
  const { packets } = JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '')
  const trace = readFileSync(join(place.folder, 'trace.txt'), 'utf8')
  return { ...readTrace(trace), packets: Number(packets), trace }
}

function expectSilence(observed: Observed): void {
  expect(observed.callCount).toBeGreaterThan(leastCalls)
  // The test harness speaks to the app through exactly two doors of its own on 127.0.0.1.
  expect(observed.listeningPorts.length).toBeLessThanOrEqual(2)
  expect(observed.findings).toEqual([])
  expect(observed.packets).toBe(0)
}

test('a stock Electron window in the same harness is heard: look-ups, and every way out of a hostile page', async () => {
  const stock = await observe('stock')
  expect(stock.packets).toBeGreaterThan(0)
  expect(stock.findings.filter((line) => /htons\(53\)/.test(line)).length).toBeGreaterThan(0)
  const heard = new Set(
    Array.from(
      stock.findings.join('\n').matchAll(new RegExp(`htons\\((\\d+)\\), sin_addr=inet_addr\\("${hostileHost}"\\)`, 'g')),
      (match) => Number(match[1]),
    ),
  )
  const unheard = hostileVectors.filter((vector) => vector.reachesFromStockWindow && !heard.has(portOf(vector)))
  expect(unheard.map((vector) => vector.name)).toEqual([])
})

test('the whole tour from a new vault to a checked report sends nothing and asks nobody', async () => {
  const observed = await observe('tour')
  expectSilence(observed)
  recordFigure({
    requirement: 'S01',
    measure: 'packets sent',
    count: observed.packets,
    what: 'the whole tour',
    note: `${observed.callCount} calls traced`,
  })
})

test('the whole tour works where there is no network at all', async () => {
  const [program, ...words] = inBareSpace([process.execPath, driver, 'alone', place.folder])
  const ended = spawnSync(program ?? '', words, { env: process.env, encoding: 'utf8', timeout: 100_000 })
  expect(ended.status, ended.stderr).toBe(0)
  recordFigure({ requirement: 'S02', measure: 'faults injected', count: 1, what: 'the whole tour without a network' })
})

test('a hostile script in the page reaches nobody', async () => {
  const observed = await observe('attack')
  expectSilence(observed)
  recordFigure({
    requirement: 'S03',
    measure: 'packets sent',
    count: observed.packets,
    what: 'ways out of a hostile page',
    note: `${hostileVectors.length} ways`,
  })
})

test('started as a person starts it, the app waits for nobody and sends no packet', async () => {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const started = startPlainly(inSpace([electronPath(), ...appArguments(place)]), { env: { ...env, TMPDIR: place.temporary } })
  try {
    await waitForRenderer(started)
    // The spelling dictionaries of a stock window are asked for within this time.
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    await waitForRenderer(started)
    expect(waitingSockets(started.pid)).toEqual([])
    expect(packetsOnWire(netDevOf(started.pid))).toBe(0)
  } finally {
    await started.end()
  }
})

test('the check for open ports sees the one that a debugging switch opens', async () => {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const started = startPlainly(inSpace([electronPath(), '--remote-debugging-port=0', ...appArguments(place)]), {
    env: { ...env, TMPDIR: place.temporary },
  })
  try {
    await waitForRenderer(started)
    await expect.poll(() => waitingSockets(started.pid).length).toBeGreaterThan(0)
  } finally {
    await started.end()
  }
})
