// The whole thread as a new user walks it: vault, organization, third party, 24 questions by keyboard, live result, decision, signature, check, tampering.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { addCrownJewel, describeOrganization, makeVault, openVault, startAssessment } from './support/steps.ts'

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

/** Walks through every section with the keyboard alone and answers each practice and fact; returns how many were answered. */
async function answerByKeyboard(page: Page): Promise<number> {
  const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('button')
  let answered = 0
  // Into the first question.
  await page.keyboard.press('ArrowDown')
  for (let section = 0; section < (await sections.count()); section += 1) {
    const ids = await page.locator('[role=article], article').evaluateAll((cards) => cards.map((card) => card.id))
    for (const [index, id] of ids.entries()) {
      if (index > 0) await page.keyboard.press('ArrowDown')
      // 1 is Yes where there is a Yes; U is Unknown, which every question takes.
      const isPractice = (await page.locator(`#${id}`).getByRole('radio', { name: 'Partly', exact: true }).count()) > 0
      await page.keyboard.press(isPractice ? '1' : 'u')
      await expect(page.locator(`#${id}`).getByText(/Saved \d\d:\d\d/)).toBeVisible()
      answered += 1
    }
    if (section + 1 < (await sections.count())) await page.keyboard.press(']')
  }
  return answered
}

test('a new user goes from an empty vault to a signed report that shows any tampering', async () => {
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await addCrownJewel(page, 'Assay design')
  await startAssessment(page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Lite' })

  const rail = page.getByRole('complementary', { name: 'Live result' })
  await expect(rail).toBeVisible()
  const before = await rail.textContent()
  const answered = await answerByKeyboard(page)
  expect(answered).toBeGreaterThanOrEqual(24)
  expect(await rail.textContent()).not.toBe(before)

  await page.getByRole('button', { name: 'Decide and sign' }).first().click()
  await page.getByRole('radio', { name: /^Escalate/ }).check({ force: true })
  await page.getByLabel('Decided by').fill('Dana Whitfield')
  await page.getByRole('button', { name: 'Save the decision' }).click()
  await expect(page.getByText('The decision is saved.')).toBeVisible()
  await page.getByRole('form', { name: 'New signer' }).getByLabel('Name', { exact: true }).fill('Dana Whitfield')
  await page.getByRole('button', { name: 'Make the signer' }).click()
  await page.getByRole('button', { name: 'Sign and freeze…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign and freeze' }).click()
  await expect(page.getByText('Signed and frozen')).toBeVisible({ timeout: 30_000 })

  const copy = join(place.folder, 'report.pdf')
  await answerSaveDialog(running, copy)
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved as report.pdf')).toBeVisible()
  expect(readFileSync(copy).subarray(0, 5).toString()).toBe('%PDF-')

  const check = async (path: string) => {
    await page.getByRole('button', { name: 'Check a report' }).click()
    await answerOpenDialog(running, path)
    await page.getByRole('button', { name: /Choose (a|another) file/ }).click()
    return page.getByRole('region', { name: 'What the check found' })
  }
  const good = await check(copy)
  await expect(good).toContainText(/intact/i)
  await expect(good).toContainText('Dana Whitfield')
  await expect(good).toContainText('every page is the same, byte by byte')
  await expect(good).toContainText('This vault keeps exactly this file')

  const pdf = readFileSync(copy)
  pdf[5_000] = (pdf[5_000] ?? 0) ^ 1
  const tampered = join(place.folder, 'tampered.pdf')
  writeFileSync(tampered, pdf)
  await expect(await check(tampered)).toContainText(/not what was signed|changed|broken/i)
  expect(running.errors()).not.toContain('fault ')
})

test('a vault locks, refuses a wrong passphrase and opens with its recovery code', async () => {
  const { page } = running
  const recoveryCode = await makeVault(running, place)
  await page.getByRole('button', { name: 'Lock' }).click()
  await openVault(running, place, 'not the passphrase')
  await expect(page.getByRole('alert')).toContainText('does not open this vault')
  await page.getByLabel('Passphrase or recovery code').fill(recoveryCode.toLowerCase())
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
})

test('text typed just before the window is closed is there when the vault is opened again', async () => {
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await startAssessment(page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Full' })
  await page.getByLabel('Answer to PR-10').fill('Sequencing of six hundred samples')
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await running.app.waitForEvent('close')
  running = await startApp(place)
  await openVault(running, place)
  await running.page.getByRole('button', { name: /Kestrel Sequencing Services Ltd, Supplier/ }).click()
  await expect(running.page.getByLabel('Answer to PR-10')).toHaveValue('Sequencing of six hundred samples')
})
