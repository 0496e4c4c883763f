// The list of third parties with the keyboard: found, sorted, chosen, changed at once and back, kept as a view, written out, and left as it was found again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answerSaveDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { makeVault } from './support/steps.ts'

let place: Place
let running: RunningApp
const complaints: string[] = []

// One look at one list: each test goes on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startOnSlowMachine(place)
  running.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await makeVault(running, place)
  await addMany(running.page, 150)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

/** Adds many, of which the first three are assessed by one answer. */
async function addMany(page: Page, count: number): Promise<void> {
  await page.evaluate(async (most) => {
    type Reply = { ok: boolean; fault?: unknown; value: Record<string, { id: string }> }
    const { bridge } = window as unknown as { bridge: { call(name: string, input: unknown): Promise<Reply> } }
    const perform = async (name: string, input: unknown) => {
      const reply = await bridge.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
      return reply.value
    }
    await perform('organization.save', { name: 'Brightwell Diagnostics', country: 'US', activity: 'Blood tests', contact: '' })
    for (let number = 1; number <= most; number += 1) {
      const { thirdParty } = await perform('thirdParties.add', {
        legalName: `Ørsta Metalworks ${String(number).padStart(3, '0')}`,
        nativeName: '',
        registrationNumber: '',
        country: number % 2 === 0 ? 'NO' : 'SE',
        relationships: ['supplier'],
        note: '',
      })
      if (number > 3) continue
      const start = { thirdPartyId: thirdParty?.id, relationship: 'supplier', profile: 'lite' }
      const { assessment } = await perform('assessments.start', start)
      const answer = { questionId: 'AD-01', value: { kind: 'practice', choice: 'no' }, note: '', evidenceGrade: 'U' }
      await perform('answer.save', { assessmentId: assessment?.id, baseRevision: 0, answer })
    }
  }, count)
}

const rows = (page: Page) => page.getByRole('grid').locator('[aria-rowindex]')
const focused = (page: Page) => page.locator('[aria-rowindex]:focus')
const isCounted = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Notes how many rows there are when the screen that comes next is first shown. */
const countWhenShown = (page: Page) =>
  page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      if (document.querySelector('.settled .party-row') === null) return
      watcher.disconnect()
      Reflect.set(window, 'rowsWhenShown', document.querySelectorAll('.party-row').length)
    })
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true })
  })

test('a long list is moved through with the keyboard and draws only what is in sight, at once', async () => {
  const { page } = running
  await countWhenShown(page)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Third parties', exact: true }).click()
  await isCounted(page, '150 third parties')
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await page.evaluate(() => Reflect.get(window, 'rowsWhenShown'))).toBe(await rows(page).count())
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '151')
  expect(await rows(page).count()).toBeLessThan(60)
  await rows(page).nth(1).focus()
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '151')
  await expect(focused(page)).toContainText('Ørsta Metalworks 150')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '2')
  expect(await violations(page)).toEqual([])
})

test('it is searched as one types, filtered and sorted, and a view of it is kept', async () => {
  const { page } = running
  await page.getByLabel('Search', { exact: true }).fill('orsta 00')
  await isCounted(page, '10 of 150')
  await page.getByLabel('Country', { exact: true }).selectOption('NO')
  await isCounted(page, '5 of 150')
  await page.getByRole('button', { name: 'Name' }).press('Enter')
  await expect(rows(page).nth(1)).toContainText('100')
  await page.getByRole('button', { name: 'Save this view…' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('First of Norway')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('View', { exact: true }).locator('option:checked')).toHaveText('First of Norway')
  await page.getByRole('button', { name: 'Clear the filters' }).press('Enter')
  await isCounted(page, '150 third parties')
  await page.getByLabel('View', { exact: true }).selectOption('First of Norway')
  await isCounted(page, '5 of 150')
})

test('many are changed at once and taken back, put aside and brought back, and the list is written out', async () => {
  const { page } = running
  await rows(page).nth(1).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+a')
  await isCounted(page, '5 chosen')
  await page.getByRole('button', { name: 'Change…' }).press('Enter')
  await page.getByLabel('Tag', { exact: true }).last().fill('steel')
  await page.keyboard.press('Enter')
  await isCounted(page, '5 third parties changed.')
  await expect(rows(page).nth(1)).toContainText('steel')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await isCounted(page, '5 third parties are as before.')
  await expect(page.getByRole('group', { name: 'What was chosen' })).toBeFocused()
  await expect(rows(page).nth(1)).not.toContainText('steel')
  await page.getByRole('button', { name: 'Put aside' }).press('Enter')
  await isCounted(page, '0 of 145')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.getByLabel('Put aside (5)').check()
  await isCounted(page, '5 third parties')
  await page.getByLabel('Choose all 5 that fit').click()
  await isCounted(page, '5 chosen')
  await page.getByRole('button', { name: 'Bring back' }).press('Enter')
  await page.getByRole('button', { name: 'Clear the filters' }).press('Enter')
  await isCounted(page, '150 third parties')

  const path = join(place.folder, 'parties.csv')
  await answerSaveDialog(running, path)
  await page.getByRole('button', { name: 'Export as CSV…' }).press('Enter')
  await isCounted(page, 'Saved 150 third parties as parties.csv')
  expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toHaveLength(151)
})

test('Enter opens a third party, and going back finds the list as it was left', async () => {
  const { page } = running
  await page.getByLabel('Worst tier', { exact: true }).selectOption('none')
  await isCounted(page, '147 of 150')
  await rows(page).nth(1).focus()
  const name = await rows(page).nth(1).getByRole('rowheader').innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: name.trim() })).toBeVisible()
  await page.evaluate(() => window.history.back())
  await isCounted(page, '147 of 150')
  expect(complaints).toEqual([])
})

/** Says of the first so many third parties that they can see a crown jewel. */
async function exposeMany(page: Page, count: number): Promise<void> {
  await page.evaluate(async (most) => {
    type Reply = { ok: boolean; fault?: unknown; value: { crownJewel: { id: string }; thirdParties: { id: string }[] } }
    const { bridge } = window as unknown as { bridge: { call(name: string, input: unknown): Promise<Reply> } }
    const { crownJewel } = (await bridge.call('crownJewels.add', { name: 'Recipes', impact: 4, note: '' })).value
    const { thirdParties } = (await bridge.call('thirdParties.list', { limit: most })).value
    const reach = { see: true, copy: false, change: false, stop: false }
    for (const { id } of thirdParties) await bridge.call('exposure.set', { thirdPartyId: id, jewelId: crownJewel.id, reach })
  }, count)
}

test('a long exposure matrix draws what is in sight, and every row for whoever goes there by keyboard or scrolls', async () => {
  const { page } = running
  await exposeMany(page, 60)
  const open = async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Crown jewels', exact: true }).click()
    await page.getByRole('button', { name: 'Who can reach them' }).press('Enter')
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '51')
  }
  const drawn = page.getByRole('table').locator('tr[aria-rowindex]')
  await open()
  expect(await drawn.count()).toBeLessThan(40)
  await page.getByRole('button', { name: 'Ørsta Metalworks 001', exact: true }).focus()
  for (let row = 2; row <= 50; row += 1) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Ørsta Metalworks 050', exact: true })).toBeFocused()
  expect(await violations(page)).toEqual([])
  await open()
  expect(await drawn.count()).toBeLessThan(40)
  await page.getByRole('button', { name: 'Later' }).scrollIntoViewIfNeeded()
  await expect(drawn).toHaveCount(51)
  await expect(drawn.last()).toContainText('Ørsta Metalworks 050')
  expect(complaints).toEqual([])
})
