// The app laid out as an installed program and started by an ordinary user: sandboxed, deaf to debugging switches, and unwilling to run without its sandbox.
import { expect, test } from '@playwright/test'
import { appArguments, electronPath, makePlace, type Place } from './support/app.ts'
import { makePackagedApp, type PackagedApp } from './support/packaged-app.ts'
import { type Started, startPlainly, waitForRenderer } from './support/plain-start.ts'
import { listeningSocketsOf, namespaceOf, processTree, rendererPids, statusOf } from './support/process-tree.ts'

let place: Place
let installed: PackagedApp
let started: Started | null = null

test.beforeAll(() => {
  place = makePlace()
  installed = makePackagedApp(place)
})

test.afterEach(async () => {
  await started?.end()
  started = null
})

test.afterAll(() => place.remove())

const settleMs = 1_500

test('the page runs in a process that has no system calls, no network and no other processes to reach', async () => {
  const running = installed.start([])
  started = running
  // The first page process may give way to another when the page's own address is loaded, so all is asked of one that is there.
  await expect(async () => {
    const renderer = await waitForRenderer(running)
    expect(statusOf(renderer, 'Seccomp')).toBe('2')
    expect(statusOf(renderer, 'NoNewPrivs')).toBe('1')
    expect(statusOf(renderer, 'CapEff')).toMatch(/^0+$/)
    for (const kind of ['net', 'pid'] as const) expect(namespaceOf(renderer, kind)).not.toBe(namespaceOf(running.pid, kind))
  }).toPass({ timeout: 20_000 })
})

for (const port of ['--remote-debugging-port=0', '--remote-debugging-port=9333']) {
  test(`${port} opens nothing`, async () => {
    started = installed.start([port])
    await waitForRenderer(started)
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    expect(started.errors()).not.toContain('DevTools listening')
    expect(listeningSocketsOf(processTree(started.pid))).toEqual([])
  })
}

test('the look for open ports finds the one a developer’s start opens', async () => {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const own = makePlace()
  started = startPlainly([electronPath(), '--remote-debugging-port=0', ...appArguments(own)], { env: { ...env, TMPDIR: own.temporary } })
  try {
    const { pid } = started
    await expect.poll(() => listeningSocketsOf(processTree(pid)).length).toBeGreaterThan(0)
  } finally {
    await started.end()
    own.remove()
  }
})

test('developer tools do not open in an installed app, whatever it is started with', async () => {
  const ways = [['--auto-open-devtools-for-tabs'], ['--auto-open-devtools-for-tabs', '--remote-debugging-port=0']]
  for (const words of ways) {
    started = installed.start(words)
    await waitForRenderer(started)
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    expect(rendererPids(started.pid)).toHaveLength(1)
    await started.end()
  }
})

for (const danger of ['--no-sandbox', '--single-process', '--disable-seccomp-filter-sandbox']) {
  test(`${danger} is refused with a sentence`, async () => {
    started = installed.start([danger])
    expect(await started.ended).toBe(1)
    expect(started.errors()).toContain(`Gatehouse does not start with ${danger}, because it would run without its sandbox.`)
  })
}
