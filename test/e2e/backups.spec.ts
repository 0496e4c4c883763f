// Backups through the real window: made and tested, the vault damaged, restored beside, salvaged, and its history shown and checked.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { addCrownJewel, describeOrganization, makeVault, openVault, passphrase } from './support/steps.ts'

let place: Place
let running: RunningApp

test.beforeEach(async () => {
  place = makePlace()
  running = await startApp(place)
})
test.afterEach(async () => {
  await running.app.close()
  place.remove()
})

const pageBytes = 4_096

/** Zeroes some pages of the locked vault's database. */
function damage(vault: string, pages: readonly number[]): void {
  const path = join(vault, 'vault.db')
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0, (page - 1) * pageBytes, page * pageBytes)
  writeFileSync(path, bytes)
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([])
}

async function fillVault(page: Page): Promise<void> {
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await addCrownJewel(page, 'Assay design')
}

const backUpNow = async (page: Page) => {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Done: the backup was made, opened and checked.')).toBeVisible()
}

const dialogOf = (page: Page) => page.getByRole('alertdialog')

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByText('The vault is locked.')).toBeVisible()
}

/** From the lock screen, wherever it stands, into the vault of this path. */
async function unlock(path: string): Promise<void> {
  const { page } = running
  const back = page.getByRole('button', { name: 'Back', exact: true })
  if (await back.isVisible()) await back.click()
  await openVault(running, { ...place, vault: path })
}

test('a backup is made, tested with the passphrase and copied to a second place', async () => {
  const { page } = running
  await makeVault(running, place)
  await fillVault(page)
  await backUpNow(page)
  await expect(page.getByRole('cell', { name: /0 third parties/ }).first()).toBeVisible()

  await page
    .getByRole('button', { name: /^Test the backup/ })
    .first()
    .click()
  await dialogOf(page).getByLabel('Passphrase or recovery code').fill('something else')
  await page.getByRole('button', { name: 'Test it' }).click()
  await expect(dialogOf(page).getByRole('alert')).toContainText('does not open')
  await dialogOf(page).getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Test it' }).click()
  await expect(dialogOf(page)).toContainText('This backup opens, and everything in it can be read.')
  await page.getByRole('button', { name: 'Done' }).click()

  await answerOpenDialog(running, place.temporary)
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByRole('button', { name: 'Copy there now' }).click()
  await expect(page.getByText(/connected\. Last copy/)).toBeVisible()
  await expectNoViolation(page)
})

test('a damaged vault offers its newest backup and is salvaged; each makes a vault beside it that opens', async () => {
  const { page } = running
  await makeVault(running, place)
  await fillVault(page)
  await backUpNow(page)
  await lock(page)
  damage(place.vault, [1, 2, 3])
  const damaged = readFileSync(join(place.vault, 'vault.db'))

  await unlock(place.vault)
  await page.getByRole('button', { name: 'See what can be saved' }).click()
  await expect(page.getByRole('heading', { name: 'Example.gatehouse is damaged' })).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('button', { name: /^Restore the newest, of/ }).click()
  await answerSaveDialog(running, join(place.folder, 'Restored.gatehouse'))
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Choose a place and restore…' }).click()
  await page.getByRole('button', { name: 'Open Restored.gatehouse' }).click()
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Crown jewels', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Change Assay design' })).toBeVisible()
  await lock(page)

  await unlock(place.vault)
  await page.getByRole('button', { name: 'See what can be saved' }).click()
  await page.getByRole('button', { name: 'Salvage the vault…' }).click()
  await answerSaveDialog(running, join(place.folder, 'Salvaged.gatehouse'))
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Choose a place and salvage…' }).click()
  await expect(page.getByText('What can be read was saved. Something is lost.')).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('button', { name: 'Open Salvaged.gatehouse' }).click()
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'What could be read of a damaged vault was saved here' })).toBeVisible()
  expect(readFileSync(join(place.vault, 'vault.db'))).toEqual(damaged)
})

test('a lost vault comes back from a copy in the second place', async () => {
  const { page } = running
  await makeVault(running, place)
  await fillVault(page)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await answerOpenDialog(running, place.temporary)
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByRole('button', { name: 'Copy there now' }).click()
  await expect(page.getByText(/connected\. Last copy/)).toBeVisible()
  await lock(page)
  const back = page.getByRole('button', { name: 'Back', exact: true })
  if (await back.isVisible()) await back.click()
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByRole('button', { name: /^Restore the newest, of/ }).click()
  await answerSaveDialog(running, place.vault)
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Choose a place and restore…' }).click()
  // The vault is still there, and nothing is written over it.
  await expect(page.getByRole('alert')).toContainText('already a vault with this name')
  await answerSaveDialog(running, join(place.folder, 'Back again'))
  await page.getByRole('button', { name: 'Choose a place and restore…' }).click()
  await expect(page.getByRole('button', { name: 'Open Back again.gatehouse' })).toBeVisible()
})

test('the history shows every change in words, narrows by kind and day, and is checked', async () => {
  const { page } = running
  await makeVault(running, place)
  await fillVault(page)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(page.getByRole('rowheader').first()).toHaveText('A crown jewel was addedAssay design')
  await page.getByLabel('Kind').selectOption('Organization')
  await expect(rows).toHaveCount(2)
  await page.getByRole('textbox', { name: 'Day' }).fill('2020-01-01')
  await expect(page.getByText('No entry fits')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Check the history' }).click()
  await expect(page.getByText(/The chain is intact, checked on/)).toBeVisible()
  await expectNoViolation(page)
})
