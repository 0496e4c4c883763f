// The frame around the screens, in the real app: the palette by keyboard, the menu, the manual, preferences, and the vaults opened last.
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerSaveDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { accessibilityFaults } from './support/screen-checks.ts'
import { makeVault, passphrase } from './support/steps.ts'

let place: Place
let running: RunningApp

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startOnSlowMachine(place)
  await makeVault(running, place)
  await recordExamples(running.page)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const field = (page: Page) => page.getByRole('combobox', { name: 'Search or go to' })
const chosenOption = (page: Page) => page.getByRole('option', { selected: true })

/** Clicks an entry of the application menu, as its shortcut would. */
const clickMenu = (id: string) => running.app.evaluate(({ Menu }, entry) => Menu.getApplicationMenu()?.getMenuItemById(entry)?.click(), id)

/** Opens the palette and types; what is typed at once must not be lost. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue(text)
}

test('with the keyboard alone the palette leads to a third party, an assessment, one of its questions, a place and a page of the manual', async () => {
  const { page } = running
  await type(page, 'norr')
  await expect(chosenOption(page)).toContainText('Norrland Institute')
  // A screen reader follows the field, which names the chosen line.
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosenOption(page).getAttribute('id'))
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Norrland/, level: 1 })).toBeVisible()

  await type(page, 'norrland partner')
  await expect(page.getByRole('group', { name: 'Assessments' })).toBeHidden()
  for (let count = 0; count < 16; count += 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('kestrel')
  await expect(page.getByRole('group', { name: 'Assessments' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(chosenOption(page)).toContainText('Supplier')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Kestrel/, level: 1 })).toBeVisible()

  await type(page, 'PR-02')
  await expect(page.getByRole('group', { name: 'Questions of this assessment' }).getByRole('option').first()).toContainText('PR-02')
  while (!((await chosenOption(page).textContent()) ?? '').startsWith('PR-02')) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('#question-PR-02')).toBeFocused()

  await type(page, 'crown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Crown jewels', level: 1 })).toBeVisible()
  await type(page, 'forgotten code nosuchword')
  await expect(page.getByText('Nothing found.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeHidden()

  // What was chosen last is on top, and the bar's button opens the same.
  await page.getByRole('button', { name: /^Search or go to/ }).click()
  await expect(page.getByRole('group', { name: 'Chosen last' }).getByRole('option').first()).toContainText('Crown jewels')
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeHidden()
})

test('the menu leads to every place, and the portfolio’s map to the assessments behind a number, two of them side by side', async () => {
  const { page } = running
  for (const [id, heading] of [
    ['third-parties', 'Third parties'],
    ['findings', 'Findings'],
    ['screening', 'Screening'],
    ['organization', 'Organization'],
    ['verify', 'Check a signed report'],
    ['history', 'History'],
    ['settings', 'Settings'],
    ['home', 'Home'],
    ['portfolio', 'Portfolio'],
  ] as const) {
    await clickMenu(id)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
  }
  const rows = page.getByRole('table', { name: 'Assessments that count' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  const cell = page.getByRole('button', { name: /inherent, gap .*: 1 assessment$/ }).first()
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Name' }).fill('KESTREL')
  await expect(rows).toHaveCount(2)
  await page.getByRole('checkbox', { name: /^Choose Kestrel/ }).press('Space')
  await page.getByRole('searchbox', { name: 'Name' }).fill('norr')
  await page.getByRole('checkbox', { name: /^Choose Norrland/ }).press('Space')
  await page.getByRole('button', { name: 'Compare the two' }).press('Enter')
  await expect(page.getByRole('heading', { name: /^Compare/, level: 1 })).toBeVisible()
})

test('the manual answers about the screen, finds what is misspelt, and the bill of materials is saved', async () => {
  const { page } = running
  await clickMenu('portfolio')
  await page.getByRole('button', { name: 'Help about this screen' }).click()
  await expect(page.getByRole('heading', { name: 'Portfolio', level: 2 })).toBeFocused()
  await page.getByLabel('Search the manual').fill('recovry code')
  await page.getByRole('button', { name: 'Vaults: make, open, lock' }).last().press('Enter')
  await expect(page.getByRole('heading', { name: 'Vaults: make, open, lock', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'About Gatehouse' }).click()
  await page.getByLabel('Name or licence').fill('react-dom')
  await page.getByText(/^react-dom \d/).click()
  await expect(page.getByText('Permission is hereby granted').first()).toBeVisible()
  const saved = join(place.folder, 'bill.json')
  await answerSaveDialog(running, saved)
  await page.getByRole('button', { name: 'Save the bill of materials…' }).click()
  await expect(page.getByText('Saved as bill.json')).toBeVisible()
  expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' })
})

const zoomFactor = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
/** What the page takes the colours from; the driver would show it light whatever the system says. */
async function isDark(page: Page): Promise<boolean> {
  await page.emulateMedia({ colorScheme: null })
  return page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches)
}

test('preferences apply at once and after a restart, with the window where it stood', async () => {
  test.setTimeout(60_000)
  await clickMenu('settings')
  await running.page.getByLabel('Light or dark').selectOption('dark')
  await running.page.getByLabel('Days are written').selectOption('iso')
  await expect.poll(() => isDark(running.page)).toBe(true)
  await clickMenu('zoom-in')
  await expect.poll(zoomFactor).toBeCloseTo(1.1)
  await expect(running.page.getByLabel('Size', { exact: true })).toHaveValue('110')
  await clickMenu('home')
  await expect(running.page.getByText(/^Draft, dated \d{4}-\d\d-\d\d$/).first()).toBeVisible()
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1010, height: 720 }))
  await expect.poll(() => existsSync(join(place.userData, 'window.json'))).toBe(true)
  await running.app.close()

  running = await startOnSlowMachine(place)
  expect(await isDark(running.page)).toBe(true)
  await expect.poll(zoomFactor).toBeCloseTo(1.1)
  const bounds = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  expect(bounds).toMatchObject({ width: 1010, height: 720 })
})

test('the first screen offers the vault that was open last, says when it is gone, and forgets it', async () => {
  const { page } = running
  const recent = page.getByRole('button', { name: /^Open Example/ })
  await expect(recent).toBeVisible()
  expect(await page.content()).not.toContain(place.folder)
  expect(await accessibilityFaults(page)).toEqual([])
  await recent.press('Enter')
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByText('Back', { exact: true }).click()
  await page.getByRole('button', { name: 'Read the manual' }).click()
  await expect(page.getByRole('heading', { name: 'Vaults: make, open, lock', level: 1 })).toBeVisible()
  renameSync(place.vault, `${place.vault}.away`)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByText('Back', { exact: true }).click()
  await expect(page.getByText(/^not there now/)).toBeVisible()
  await expect(recent).toBeHidden()
  await page.getByRole('button', { name: 'Take Example off this list' }).click()
  await expect(page.getByText('Opened last')).toBeHidden()
  expect(existsSync(join(place.userData, 'recent-vaults.json'))).toBe(false)
})
