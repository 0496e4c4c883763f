// Keys and locks through the real app: what opens the vault, what no longer does, and what locks it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { commandLineOf, processTree, rendererPids } from './support/process-tree.ts'
import { makeVault, openVault, passphrase, startAssessment, describeOrganization } from './support/steps.ts'

let place: Place
let running: RunningApp

async function start(): Promise<void> {
  running = await startApp(place)
}

test.beforeEach(() => {
  place = makePlace()
})

test.afterEach(async () => {
  await running.app.close()
  place.remove()
})

const homeHeading = (page: Page) => page.getByRole('heading', { name: 'Home', exact: true })
const openSettings = (page: Page) => page.getByRole('button', { name: 'Settings', exact: true }).click()
const ways = (page: Page) => page.getByRole('list', { name: 'Ways to open this vault' })
const dialog = (page: Page) => page.getByRole('alertdialog')

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByLabel('Passphrase or recovery code')).toBeVisible()
}

function enginePid(): number | undefined {
  return processTree(running.app.process().pid ?? 0).find((pid) => commandLineOf(pid).includes('node.mojom.NodeService'))
}

/** What an independent checker finds against WCAG 2.2 A and AA. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([])
}

/** Settings as a person could have written them, before the app starts. */
function writeIdleSeconds(idleLockSeconds: number): void {
  mkdirSync(place.userData, { recursive: true })
  const settings = { format: 'gatehouse.settings', formatVersion: 1, settings: { idleLockSeconds } }
  writeFileSync(join(place.userData, 'settings.json'), JSON.stringify(settings))
}

test('the passphrase is changed: the old one opens nothing any more, the new one does', async () => {
  await start()
  const { page } = running
  await makeVault(running, place)
  await openSettings(page)
  await page.getByRole('button', { name: 'Change: Passphrase' }).click()
  await dialog(page).getByLabel('New passphrase', { exact: true }).fill('four quite different words')
  await dialog(page).getByLabel('New passphrase again').fill('four quite different words')
  await dialog(page).getByLabel('The passphrase until now, or the recovery code').fill('not it')
  await dialog(page).getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('does not open this vault')
  await dialog(page).getByLabel('The passphrase until now, or the recovery code').fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Change the passphrase' }).click()
  await expect(dialog(page)).toBeHidden()
  await lock(page)
  await openVault(running, place)
  await expect(page.getByRole('alert')).toContainText('does not open this vault')
  await openVault(running, place, 'four quite different words')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('a key file is needed beside the passphrase, and a wrong, damaged or missing one is told apart', async () => {
  await start()
  const { page } = running
  await makeVault(running, place)
  await openSettings(page)
  const path = join(place.folder, 'stick.key')
  await answerSaveDialog(running, path)
  await page.getByRole('button', { name: 'Require a key file: Passphrase' }).click()
  await dialog(page).getByRole('button', { name: 'Choose where to make it…' }).click()
  await expect(dialog(page).getByText('stick.key')).toBeVisible()
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Make the key file' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(ways(page)).toContainText('With a key file, since')
  await lock(page)

  const open = page.getByRole('button', { name: 'Open', exact: true })
  const choose = page.getByRole('button', { name: /^Choose (the key file|another)…$/ })
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await open.click()
  await expect(page.getByRole('alert')).toContainText('needs its key file beside it')
  const wrong = join(place.folder, 'wrong.key')
  const text = readFileSync(path, 'utf8')
  for (const [content, words] of [
    ['{}', 'not a key file of Gatehouse, or it is damaged'],
    [text.replace(/"secret": "./, '"secret": "g'), 'not a key file of Gatehouse, or it is damaged'],
  ] as const) {
    writeFileSync(wrong, content)
    await answerOpenDialog(running, wrong)
    await choose.click()
    await open.click()
    await expect(page.getByRole('alert')).toContainText(words)
  }
  await answerOpenDialog(running, join(place.folder, 'gone.key'))
  await choose.click()
  await open.click()
  await expect(page.getByRole('alert')).toContainText('no longer where you chose it')
  await answerOpenDialog(running, path)
  await choose.click()
  await open.click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('every dialog of the keys and the steps after the recovery code are accessible, and work from the keyboard', async () => {
  await start()
  const { page } = running
  const code = await makeVault(running, place)
  await openSettings(page)
  for (const name of [
    'Change: Passphrase',
    'Require a key file: Passphrase',
    'Remove: Passphrase',
    'Add a passphrase',
    'Replace the recovery code',
    'Change the key of the vault',
  ]) {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByRole('button', { name, exact: true })).toBeFocused()
  }
  await lock(page)
  await expectAccessible(page)
  await openVault(running, place, code)
  await expect(page.getByRole('heading', { name: 'Set a new passphrase' })).toBeVisible()
  await expectAccessible(page)
})

test('the recovery code opens a vault whose passphrase is forgotten, and leads to a new passphrase', async () => {
  await start()
  const { page } = running
  const code = await makeVault(running, place)
  await lock(page)
  await openVault(running, place, code.toLowerCase())
  await expect(page.getByRole('heading', { name: 'Set a new passphrase' })).toBeVisible()
  await page.getByLabel('New passphrase', { exact: true }).fill('words for the second time')
  await page.getByLabel('New passphrase again').fill('words for the first time')
  await page.getByRole('button', { name: 'Set the new passphrase' }).click()
  await expect(page.getByText('is not the same as the first')).toBeVisible()
  await page.getByLabel('New passphrase again').fill('words for the second time')
  await page.getByRole('button', { name: 'Set the new passphrase' }).click()
  await expect(homeHeading(page)).toBeVisible()
  await lock(page)
  await openVault(running, place, 'words for the second time')
  await expect(homeHeading(page)).toBeVisible()
})

test('the key of the vault is changed: a new code is shown, and the old one opens nothing', async () => {
  await start()
  const { page } = running
  const code = await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await openSettings(page)
  await page.getByRole('button', { name: 'Change the key of the vault' }).click()
  await dialog(page).getByLabel('The passphrase that is to stay').fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Change the key' }).click()
  const groups = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  await expect(groups).toHaveCount(8)
  const fresh = (await groups.allTextContents()).join('-')
  expect(fresh).not.toBe(code)
  await page.getByLabel('Last group of the code').fill(fresh.slice(-4))
  await page.getByRole('button', { name: 'I have written it down' }).click()
  await expect(dialog(page)).toBeHidden()
  await lock(page)
  await openVault(running, place, code)
  await expect(page.getByRole('alert')).toContainText('does not open this vault')
  await openVault(running, place, fresh)
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await expect(page.getByText('Brightwell Diagnostics, Inc.')).toBeVisible()
})

test('locking loses no typed text, ends the processes that had it, and leads back to the same question', async () => {
  await start()
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await startAssessment(page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Full' })
  const answer = page.getByLabel('Answer to PR-10')
  await answer.click()
  await answer.pressSequentially('Sequencing of six hundred sam')
  const before = { engine: enginePid(), pages: rendererPids(running.app.process().pid ?? 0) }
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByText('The vault is locked. Everything was saved.')).toBeVisible()
  expect(before.engine).toBeDefined()
  expect(enginePid()).not.toBe(before.engine)
  expect(processTree(running.app.process().pid ?? 0)).not.toContain(before.engine)
  await expect.poll(() => rendererPids(running.app.process().pid ?? 0).filter((pid) => before.pages.includes(pid))).toEqual([])
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Kestrel')
  await openVault(running, place)
  await expect(answer).toHaveValue('Sequencing of six hundred sam')
  await expect(page.getByRole('heading', { name: 'Kestrel Sequencing Services Ltd' })).toBeVisible()
})

test('an unused window locks itself after the time in the settings file, and not before', async () => {
  writeIdleSeconds(4)
  await start()
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await openSettings(page)
  await expect(page.getByLabel('Lock when nobody has used this window for')).toHaveValue('4')
  // Somebody who keeps typing or moving the mouse is not locked out.
  for (let round = 0; round < 6; round += 1) {
    await page.mouse.move(100 + round * 20, 300)
    await page.waitForTimeout(1_000)
  }
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  const engine = enginePid()
  await expect(page.getByText('The vault locked itself, because nobody used this window for a while.')).toBeVisible({ timeout: 15_000 })
  expect(processTree(running.app.process().pid ?? 0)).not.toContain(engine)
  await openVault(running, place)
  await page.getByLabel('Lock when nobody has used this window for').selectOption('600')
  await expect(page.getByLabel('Lock when nobody has used this window for')).toHaveValue('600')
  expect(readFileSync(join(place.userData, 'settings.json'), 'utf8')).toContain('"idleLockSeconds": 600')
})

test('the screen lock and sleep lock the vault, the menu does, and a form that is not saved waits for its vault', async () => {
  await start()
  const { app, page } = running
  await makeVault(running, place)
  for (const [event, words] of [
    ['lock-screen', 'locked itself with the screen'],
    ['suspend', 'when the computer went to sleep'],
    ['resume', 'when the computer went to sleep'],
  ] as const) {
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
    await expect(page.getByText(words)).toBeVisible()
    await openVault(running, place)
    await expect(homeHeading(page)).toBeVisible()
  }
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click())
  await expect(page.getByText('The vault is locked. Everything was saved.')).toBeVisible()
  await openVault(running, place)
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Typed and not saved')
  // Even with a question on the screen that nobody answers.
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(dialog(page)).toContainText('This form is not saved')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByText('could not be saved, and waits in this window')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toBeHidden()
  await expect(dialog(page)).toBeHidden()
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await close()
  await dialog(page).getByRole('button', { name: 'Stay here' }).click()
  await openVault(running, place)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Typed and not saved')
  await expect(dialog(page)).toBeHidden()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('May be lost')
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByText('could not be saved, and waits in this window')).toBeVisible()
  await close()
  const closed = app.waitForEvent('close')
  // Pressed a moment later: a click that closes its page has nobody left to say that it was made.
  const leave = dialog(page).getByRole('button', { name: 'Close without saving' })
  await leave.evaluate((button: HTMLButtonElement) => void setTimeout(() => button.click()))
  await closed
})

test('the menu leads to the settings, and settings that cannot be read are said to be so', async () => {
  mkdirSync(place.userData, { recursive: true })
  writeFileSync(join(place.userData, 'settings.json'), '{ half')
  await start()
  const { app, page } = running
  await makeVault(running, place)
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click())
  await expect(page.getByText('The settings of this program could not be read')).toBeVisible()
  await page.getByLabel('Lock when nobody has used this window for').selectOption('null')
  await expect(page.getByText('The settings of this program could not be read')).toBeHidden()
})

test('a copied recovery code leaves the clipboard on lock', async () => {
  await start()
  const { app, page } = running
  await makeVault(running, place)
  const clipboardText = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await openSettings(page)
  await page.getByRole('button', { name: 'Replace the recovery code' }).click()
  await dialog(page).getByLabel('Your passphrase or the recovery code').fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Make the code' }).click()
  const groups = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem')
  await expect(groups).toHaveCount(8)
  const code = (await groups.allTextContents()).join('-')
  await page.getByRole('button', { name: 'Copy for a password manager' }).click()
  await expect.poll(clipboardText).toBe(code)
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByLabel('Passphrase or recovery code')).toBeVisible()
  await expect.poll(clipboardText).toBe('')
})

test('a device is remembered only where the system keeps secrets, opens the vault by itself, and is forgotten again', async () => {
  await start()
  const { app, page } = running
  await makeVault(running, place)
  await openSettings(page)
  // Without a keyring, as here, Electron would seal with a password that anybody can read.
  await expect(page.getByText('has no keyring that other programs cannot read')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remember on this device' })).toHaveCount(0)
  const refused = await page.evaluate((secret) => {
    const { bridge } = window as unknown as { bridge: { call(name: string, input: unknown): Promise<unknown> } }
    return bridge.call('device.remember', { proof: { secret, keyFile: null } })
  }, passphrase)
  expect(refused).toMatchObject({ ok: false, fault: { code: 'no-secret-store' } })

  // As on a system with a keyring: Electron says that it has one and seals.
  await app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true)
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
  })
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await openSettings(page)
  await page.getByRole('button', { name: 'Remember on this device' }).click()
  await dialog(page).getByLabel('Your passphrase or the recovery code').fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Remember', exact: true }).click()
  await expect(ways(page)).toContainText('This device, remembered')
  expect(existsSync(join(place.userData, 'remembered'))).toBe(true)
  await lock(page)
  await page.getByRole('button', { name: 'Open with this device' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await page.getByRole('button', { name: /^Forget: / }).click()
  await dialog(page).getByLabel('Your passphrase or the recovery code').fill(passphrase)
  await dialog(page).getByRole('button', { name: 'Forget the device' }).click()
  await expect(page.getByRole('button', { name: 'Remember on this device' })).toBeVisible()
  await lock(page)
  await expect(page.getByRole('button', { name: 'Open with this device' })).toHaveCount(0)
})
