// Kills the real app with SIGKILL while answers are being saved: an answer that was acknowledged is always there afterwards.
import { expect, test } from '@playwright/test'
import { answerOpenDialog, makePlace, type Place, type RunningApp, startApp, startOnSlowMachine } from './support/app.ts'
import { recordFigure } from '../trust/support/figures.ts'
import { commandLineOf, processTree } from './support/process-tree.ts'
import { describeOrganization, makeVault, passphrase, startAssessment } from './support/steps.ts'

// No second chance: one failure here is a loss, not a mood of the machine.
test.describe.configure({ retries: 0 })

interface StoredAnswer {
  readonly questionId: string
  readonly revision: number
  readonly value: { readonly text: string }
}
/** What the page's bridge answers, as far as this test looks at it. */
interface BridgeAnswer {
  readonly ok: boolean
  readonly fault: { readonly detail: string }
  readonly value: {
    readonly place: { readonly handle: string }
    readonly answers: readonly StoredAnswer[]
    readonly assessments: readonly { readonly assessment: { readonly id: string } }[]
    readonly problems: readonly string[]
  }
}
interface BridgeWindow {
  bridge: { call(name: string, input: unknown): Promise<BridgeAnswer> }
  acknowledged(count: number): void
}

const tries = Number(process.env['GATEHOUSE_KILLS'] ?? '100')

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It ended by itself, or with its parent.
  }
}

function killTree(rootId: number): void {
  for (const id of processTree(rootId)) kill(id)
}

/** In two tries of three one process dies a moment before the rest: the one that holds the vault, or the page's. */
async function killOneFirst(rootId: number, attempt: number): Promise<void> {
  const words = [null, 'node.mojom.NodeService', '--type=renderer'][attempt % 3]
  const first = processTree(rootId).find((id) => words !== null && words !== undefined && commandLineOf(id).includes(words))
  if (first === undefined) return
  kill(first)
  await new Promise((resolve) => setTimeout(resolve, attempt % 7))
}

/** Starts that took a second try: a loaded machine now and then shows no window in time, which is late but no loss. */
let lateStarts = 0

async function startPatiently(place: Place): Promise<RunningApp> {
  try {
    return await startOnSlowMachine(place)
  } catch {
    lateStarts += 1
    return startOnSlowMachine(place)
  }
}

/** Opens the vault through the page's own bridge, as the unlock screen does, and reads what is stored. */
async function openAndRead(running: RunningApp, place: Place, assessmentId: string) {
  await answerOpenDialog(running, place.vault)
  return running.page.evaluate(
    async ({ id, secret }) => {
      const { bridge } = window as unknown as BridgeWindow
      const { place: chosen } = (await bridge.call('vault.chooseExisting', {})).value
      const opened = await bridge.call('vault.open', { handle: chosen.handle, secret })
      if (!opened.ok) throw new Error(opened.fault.detail)
      const { answers } = (await bridge.call('assessments.read', { id })).value
      const checked = (await bridge.call('vault.check', {})).value
      const answer = answers.find((candidate) => candidate.questionId === 'PR-10')
      return { text: answer?.value.text ?? '', revision: answer?.revision ?? 0, problems: checked.problems }
    },
    { id: assessmentId, secret: passphrase },
  )
}

/** Saves one revision after another, reporting each as soon as it is acknowledged. */
async function saveWithoutEnd(
  running: RunningApp,
  from: { readonly assessmentId: string; readonly revision: number },
  onAcknowledged: (count: number) => void,
): Promise<void> {
  await running.page.exposeFunction('acknowledged', onAcknowledged)
  await running.page.evaluate(
    ({ id, start }) => {
      const page = window as unknown as BridgeWindow
      const next = async (revision: number): Promise<void> => {
        const answer = { questionId: 'PR-10', value: { kind: 'text', text: `revision ${revision + 1}` }, note: '', evidenceGrade: 'U' }
        const saved = await page.bridge.call('answer.save', { assessmentId: id, baseRevision: revision, answer })
        if (!saved.ok) throw new Error(saved.fault.detail)
        page.acknowledged(revision + 1)
        return next(revision + 1)
      }
      void next(start)
    },
    { id: from.assessmentId, start: from.revision },
  )
}

test(`no acknowledged answer is lost in ${tries} kills`, async () => {
  test.setTimeout(tries * 10_000 + 60_000)
  const place = makePlace()
  const first = await startOnSlowMachine(place)
  await makeVault(first, place)
  await describeOrganization(first.page, 'Brightwell Diagnostics, Inc.')
  await startAssessment(first.page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Full' })
  const assessmentId = await first.page.evaluate(async () => {
    const { bridge } = window as unknown as BridgeWindow
    return String((await bridge.call('assessments.list', {})).value.assessments[0]?.assessment.id)
  })
  await first.app.close()

  let acknowledged = 0
  let total = 0
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const running = await startPatiently(place)
    const stored = await openAndRead(running, place, assessmentId)
    expect(stored.problems, `try ${attempt}`).toEqual([])
    expect(stored.revision, `try ${attempt}: acknowledged ${acknowledged}`).toBeGreaterThanOrEqual(acknowledged)
    expect(stored.text).toBe(stored.revision === 0 ? '' : `revision ${stored.revision}`)
    total += stored.revision - acknowledged
    acknowledged = stored.revision
    await saveWithoutEnd(running, { assessmentId, revision: stored.revision }, (count) => {
      acknowledged = Math.max(acknowledged, count)
    })
    // Spread over start, middle and end of transactions: a commit takes a few milliseconds.
    const aliveMs = 20 + ((attempt * 37) % 180) + Math.random() * 10
    await new Promise((resolve) => setTimeout(resolve, aliveMs))
    const closed = running.app.waitForEvent('close')
    await killOneFirst(running.app.process().pid ?? 0, attempt)
    killTree(running.app.process().pid ?? 0)
    await closed
  }
  const last = await startPatiently(place)
  expect(lateStarts).toBeLessThanOrEqual(Math.ceil(tries / 50))
  const stored = await openAndRead(last, place, assessmentId)
  expect(stored.problems).toEqual([])
  expect(stored.revision).toBeGreaterThanOrEqual(acknowledged)
  recordFigure({ requirement: 'F01', measure: 'faults injected', count: tries, what: 'SIGKILLs of the whole app, or of one process first' })
  recordFigure({
    requirement: 'F01',
    measure: 'acknowledged writes checked',
    count: acknowledged,
    what: 'answers',
    note: `${stored.revision} were saved, ${total} of them not yet acknowledged; ${lateStarts} starts took a second try`,
  })
  recordFigure({
    requirement: 'F01',
    measure: 'acknowledged writes lost',
    count: Math.max(0, acknowledged - stored.revision),
    what: 'answers',
  })
  expect(stored.revision).toBeGreaterThan(tries)
  await last.app.close()
  place.remove()
})

test('a page that crashes comes back with the vault still open, at the same question, with the answers in it', async () => {
  const place = makePlace()
  const running = await startApp(place)
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await startAssessment(page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Full' })
  await page.getByLabel('Go to question').fill('CT-01')
  await page.keyboard.press('Enter')
  const card = page.locator('#question-CT-01')
  await expect(card).toBeFocused()
  await page.keyboard.press('2')
  await expect(card.getByText(/Saved \d\d:\d\d/)).toBeVisible()
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(running.errors).toContain('in page process crashed')
  // Playwright gives up on a page whose process ended, so the window itself is asked.
  const there = () =>
    running.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.activeElement.id + " " + (document.querySelector("#question-CT-01 [aria-checked=true] .choice-label")?.textContent ?? "")',
        ) as Promise<unknown>,
    )
  await expect.poll(there, { timeout: 15_000 }).toBe('question-CT-01 Partly')
  await running.app.close()
  place.remove()
})

test('closing the window ends the app, also when no vault was ever opened', async () => {
  const place = makePlace()
  const { app } = await startApp(place)
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await ended).toBe(0)
  place.remove()
})
