// Runs inside the network namespace: starts one window under strace, drives it, and prints what was sent as one line of JSON.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { electronPath, holdUntilAttached, type Place, startApp } from './app.ts'
import { hostileHost, hostileVectors, portOf } from './hostile-vectors.ts'
import { packetsOnWire } from './network-space.ts'
import { tracedCalls } from './network-trace.ts'
import { layOutStockApp } from './stock-window.ts'
import { walkFromAnswers, walkToAnswers, wordsFor } from './tour.ts'

/** Long enough for Electron's late look-ups: the spelling dictionaries are asked for within the first seconds. */
const patienceMs = 4_000

const [scene = '', folder = ''] = process.argv.slice(2)
const place: Place = {
  folder,
  userData: join(folder, 'user-data'),
  temporary: folder,
  vault: join(folder, 'Example.gatehouse'),
  remove: () => undefined,
}

/** A program that is Electron under strace. */
function tracedElectron(): string {
  const path = join(folder, 'traced-electron')
  writeFileSync(
    path,
    `#!/bin/sh\nexec strace -f -yy --seccomp-bpf -s 0 -e trace=${tracedCalls.join(',')} -o '${join(folder, 'trace.txt')}' '${electronPath()}' "$@"\n`,
  )
  chmodSync(path, 0o755)
  return path
}

const pause = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs))

async function attack(page: Page): Promise<void> {
  for (const vector of hostileVectors) {
    // What the page says to it does not count: only the trace does.
    await Promise.race([page.evaluate(vector.run, `${hostileHost}:${portOf(vector)}`).catch(() => undefined), pause(400)])
  }
  await Promise.race([page.evaluate(() => fetch('http://gatehouse-leak.example/')).catch(() => undefined), pause(400)])
  await pause(patienceMs)
}

async function takeTour(executablePath = tracedElectron()): Promise<void> {
  const running = await startApp(place, executablePath)
  const words = wordsFor((field) => `Words for ${field}`)
  await walkToAnswers(running, place, words)
  await walkFromAnswers(running, place, words)
  await pause(patienceMs)
  await running.app.close()
}

async function attackApp(): Promise<void> {
  const running = await startApp(place, tracedElectron())
  await attack(running.page)
  // A page that died at the first blow would prove nothing.
  const address = await running.page.evaluate(() => location.href)
  if (!address.startsWith('app://vault/')) throw new Error(`The page is at ${address} after the attack.`)
  await running.app.close()
}

async function attackStockWindow(): Promise<void> {
  const stock = layOutStockApp(place)
  const app = await _electron.launch({
    executablePath: tracedElectron(),
    args: [...holdUntilAttached, '--no-sandbox', `--user-data-dir=${place.userData}`, stock],
    cwd: stock,
  })
  await attack(await app.firstWindow())
  await app.close()
}

/** The tour where there is nothing to count on: no interface but loopback. */
async function takeTourAlone(): Promise<void> {
  const interfaces = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2)
  if (interfaces.some((line) => line.trim() !== '' && !line.trim().startsWith('lo:'))) throw new Error('There is a network here.')
  await takeTour(electronPath())
}

const scenes: Readonly<Record<string, () => Promise<void>>> = {
  alone: takeTourAlone,
  tour: () => takeTour(),
  attack: attackApp,
  stock: attackStockWindow,
}

const play = scenes[scene]
if (play === undefined) throw new Error(`There is no scene "${scene}".`)
const packets = () => (scene === 'alone' ? 0 : packetsOnWire(readFileSync('/proc/self/net/dev', 'utf8')))
const before = packets()
await play()
process.stdout.write(`${JSON.stringify({ packets: packets() - before })}\n`)
