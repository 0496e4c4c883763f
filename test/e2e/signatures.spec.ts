// Signing beyond one signer made here: a certificate from a file, a reviewer after the assessor, a time-stamp carried by hand, and a client who countersigns.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { runTool } from '../fixtures/pdf/outside-tools.ts'
import { makeOddModule } from '../support/tokens/odd-module.ts'
import { makeSoftToken, pin, softTokenModule, useSoftToken } from '../support/tokens/soft-token.ts'
import { keysOf } from '../trust/support/vault-keys.ts'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { secretsInMemory } from './support/memory-search.ts'
import { processesWithModule } from './support/process-tree.ts'
import { makeVault, openVault, passphrase } from './support/steps.ts'

const keyFile = resolve(import.meta.dirname, '../fixtures/pkcs12/legacy-3des-rc2-40.p12')

let place: Place
let running: RunningApp

test.beforeEach(async () => {
  place = makePlace()
  // Where the cards of SoftHSM will be; the app hands its place on to the process that loads its module.
  useSoftToken({ configPath: join(place.folder, 'softhsm2.conf') })
  running = await startOnSlowMachine(place)
})

test.afterEach(async () => {
  await running.app.close()
  place.remove()
})

async function insistAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('an imported signer signs, a reviewer signs after, a request for a time-stamp is written, and a client countersigns the file', async () => {
  const { page } = running
  await makeVault(running, place)
  await recordExamples(page)

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Import a certificate file' }).click()
  const form = page.getByRole('form', { name: 'Import a certificate file' })
  await form.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(form.getByText('Choose the file first.')).toBeVisible()
  await answerOpenDialog(running, keyFile)
  await form.getByRole('button', { name: 'Choose the file…' }).click()
  await form.getByLabel('Passphrase of the file').fill('Secret')
  await form.getByLabel(/^Your role/).fill('Partner')
  await form.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(form.getByText('This passphrase does not open the certificate file.')).toBeVisible()
  await insistAccessible(page)
  await form.getByLabel('Passphrase of the file').fill('secret')
  await form.getByRole('button', { name: 'Import', exact: true }).click()
  const signers = page.getByRole('list', { name: 'Signers of this vault' })
  await expect(signers.getByText('Ada Byron, Partner')).toBeVisible()
  await expect(signers.getByText(/issued by Test Root/)).toBeVisible()

  const pem = join(place.folder, 'ada.pem')
  await answerSaveDialog(running, pem)
  await signers.getByRole('button', { name: 'Save the certificate of Ada Byron' }).click()
  await expect(page.getByText('Saved as ada.pem')).toBeVisible()
  expect(readFileSync(pem, 'utf8')).toContain('BEGIN CERTIFICATE')

  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: /: Norrland.*Partner/ }).click()
  await page.getByRole('radio', { name: /^Ada Byron, Partner/ }).check({ force: true })
  await page.getByRole('radio', { name: 'A reviewer, then the client', exact: true }).check({ force: true })
  const sign = async () => {
    await page.getByRole('button', { name: 'Sign and freeze…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign and freeze' }).click()
  }
  await sign()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(page.getByText('Stopped. Nothing was signed, frozen or kept.')).toBeVisible({ timeout: 30_000 })
  await sign()
  const steps = page.getByRole('list', { name: 'How far it is' })
  await expect(steps.getByRole('listitem')).toHaveText([
    /Collecting the data/,
    /Setting the pages/,
    /Checking them for the archive/,
    'Signing',
    'Checking the signature',
    'Keeping it in the vault',
  ])
  await expect(page.getByText('Signed and frozen')).toBeVisible({ timeout: 30_000 })

  const forms = page.getByRole('region', { name: 'Signatures and time-stamps' })
  await expect(forms.getByText('2 places are prepared for further signatures.')).toBeVisible()
  await forms.getByRole('button', { name: 'Sign in the next place…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Sign this report, too?' })
  await dialog
    .getByRole('radio', { name: /^(?!Ada)/ })
    .first()
    .check({ force: true })
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(forms.getByRole('row')).toHaveCount(3)
  await expect(page.getByText('Only further signatures, in the places that the first signer prepared for them.')).toBeVisible()
  await insistAccessible(page)

  const request = join(place.folder, 'report.tsq')
  await answerSaveDialog(running, request)
  await forms.getByRole('button', { name: '1. Save the request…' }).click()
  await expect(page.getByText('Saved as report.tsq')).toBeVisible()
  expect(readFileSync(request)[0]).toBe(0x30)
  await answerOpenDialog(running, request)
  await forms.getByRole('button', { name: '2. Take in the answer…' }).click()
  await expect(page.getByText('This file is not the answer of a time-stamp authority, or it is damaged.')).toBeVisible()

  const sent = join(place.folder, 'sent.pdf')
  await answerSaveDialog(running, sent)
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved as sent.pdf')).toBeVisible()

  await page.getByRole('button', { name: 'Check a report' }).click()
  await answerOpenDialog(running, sent)
  await page.getByRole('button', { name: /Choose (a|another) file/ }).click()
  await expect(page.getByText(/One place is left for a further signature/)).toBeVisible()
  const signed = join(place.folder, 'signed.pdf')
  await answerSaveDialog(running, signed)
  await page.getByRole('button', { name: 'Countersign this file…' }).click()
  await dialog
    .getByRole('radio', { name: /^(?!Ada)/ })
    .first()
    .check({ force: true })
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByText('Signed and saved as signed.pdf')).toBeVisible({ timeout: 15_000 })
  expect(existsSync(signed)).toBe(true)
  const [before, after] = [readFileSync(sent), readFileSync(signed)]
  expect(Buffer.compare(after.subarray(0, before.length), before)).toBe(0)
  await expect(page.getByText(/This vault does not keep this file/)).toBeVisible()
  await insistAccessible(page)
})

/** Adds the card's only certificate as a signer, with a module that is among the suggested ones. */
async function addCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Smart card or token' }).click()
  const part = page.getByRole('region', { name: 'Signer on a smart card or token' })
  await part.getByRole('radio', { name: /^SoftHSM/ }).check({ force: true })
  await part.getByRole('radio', { name: /^Ada Byron/ }).check({ force: true })
  await part.getByLabel(/^Your role/).fill('Partner')
  await part.getByRole('button', { name: 'Try it and add the signer' }).click()
  await expect(part.getByText('is empty; type the PIN')).toBeVisible()
  await expect(part.getByLabel('PIN', { exact: true })).toBeFocused()
  await part.getByLabel('PIN', { exact: true }).fill('000000')
  await part.getByRole('button', { name: 'Try it and add the signer' }).click()
  await expect(part.getByText(/^This PIN is wrong/)).toBeVisible()
  await expect(part.getByLabel('PIN', { exact: true })).toBeFocused()
  await insistAccessible(page)
  await part.getByLabel('PIN', { exact: true }).fill(pin)
  await part.getByRole('button', { name: 'Try it and add the signer' }).click()
  await expect(page.getByRole('list', { name: 'Signers of this vault' }).getByText('Ada Byron, Partner')).toBeVisible()
}

/** Signs the open assessment with the card up to the point where the card has the word. */
async function beginSigning(page: Page): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Sign and freeze…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign and freeze' }).click()
}

/** The processes of the app that loaded a module. */
const processesWith = (modulePath: string) => processesWithModule(running.app.process().pid ?? 0, modulePath)

test('a signer on a smart card signs with the PIN; a module that hangs knows nothing of the vault and ends with a cancel or a lock', async () => {
  const { page } = running
  makeSoftToken({ folder: place.folder })
  await makeVault(running, place)
  await recordExamples(page)
  await addCard(page)

  const hanging = makeOddModule(place.folder, ['AT_SIGN', 'HANGS'])
  await answerOpenDialog(running, hanging)
  const setModule = page.getByRole('button', { name: 'Choose the module for the token of Ada Byron' })
  await setModule.click()
  await expect(page.getByText('The module shows the token of this signer and is used from now on.')).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: /: Norrland.*Partner/ }).click()
  await page.getByRole('radio', { name: /^Ada Byron, Partner/ }).check({ force: true })
  await expect(page.getByText('Example card is in the reader.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign and freeze…' }).click()
  await expect(page.getByText('is empty; type the PIN')).toBeVisible()
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  // What was typed for one token never goes to another: it is gone as soon as another signer is chosen.
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'New signer' }).click()
  const making = page.getByRole('form', { name: 'New signer' })
  await making.getByLabel('Name').fill('Ben Ito')
  await making.getByRole('button', { name: 'Make the signer' }).click()
  await expect(page.getByRole('radio', { name: /^Ben Ito/ })).toBeChecked()
  await page.getByRole('radio', { name: /^Ada Byron, Partner/ }).check({ force: true })
  await expect(page.getByLabel('PIN', { exact: true })).toHaveValue('')
  await beginSigning(page)
  await expect(page.getByText(/^Waiting for the token/)).toBeVisible()
  await expect.poll(() => processesWith(hanging)).toHaveLength(1)
  const [tokenProcess = 0] = processesWith(hanging)
  const keys = await keysOf(place.vault, passphrase)
  const secrets = [keys.dataKey, keys.database, keys.auditMac, ...['Norrland', passphrase].map((text) => Buffer.from(text))]
  // The search is a real one: it finds what the process does know.
  expect(secretsInMemory(tokenProcess, [Buffer.from('SOFTHSM2_CONF')])?.size).toBe(1)
  expect(secretsInMemory(tokenProcess, secrets)?.size).toBe(0)
  expect(readFileSync(`/proc/${tokenProcess}/environ`, 'utf8')).not.toContain('GATEHOUSE')
  expect(readFileSync(`/proc/${tokenProcess}/cmdline`, 'utf8')).not.toContain(pin)
  await page.getByRole('button', { name: 'Cancel the signature' }).click()
  await expect(page.getByText('It was cancelled before the token had answered. Nothing was signed.')).toBeVisible()
  expect(processesWith(hanging)).toEqual([])

  await beginSigning(page)
  await expect.poll(() => processesWith(hanging)).toHaveLength(1)
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByText('The vault is locked.')).toBeVisible()
  expect(processesWith(hanging)).toEqual([])

  await openVault(running, place)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await answerOpenDialog(running, softTokenModule())
  await setModule.click()
  await expect(page.getByText('The module shows the token of this signer and is used from now on.')).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: /: Norrland.*Partner/ }).click()
  await page.getByRole('radio', { name: /^Ada Byron, Partner/ }).check({ force: true })
  await beginSigning(page)
  await expect(page.getByText('Signed and frozen')).toBeVisible({ timeout: 30_000 })
  const copy = join(place.folder, 'card.pdf')
  await answerSaveDialog(running, copy)
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved as card.pdf')).toBeVisible()
  const { text } = runTool('pdfsig', [copy])
  expect(text).toContain('Signature is Valid')
  expect(text).toContain('Total document signed')
})
