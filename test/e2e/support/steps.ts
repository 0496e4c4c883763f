// What a person does in the app, step by step.
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, type Place, type RunningApp } from './app.ts'

export const passphrase = 'correct horse battery staple'

/** Makes a new vault and confirms its recovery code; returns the code. */
export async function makeVault(running: RunningApp, place: Place, secret = passphrase): Promise<string> {
  const { page } = running
  await answerSaveDialog(running, place.vault)
  await page.getByRole('button', { name: 'New vault…' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(secret)
  await page.getByLabel('Passphrase again').fill(secret)
  await page.getByRole('button', { name: 'Make the vault' }).click()
  await expect(page.getByRole('heading', { name: 'Write down the recovery code' })).toBeVisible()
  const groups = await page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem').allTextContents()
  await page.getByLabel('Last group of the code').fill(groups.at(-1) ?? '')
  await page.getByRole('button', { name: 'I have written it down' }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  return groups.join('-')
}

/** Opens the vault from the unlock screen: the one that was open last is asked for at once, any other is chosen first. */
export async function openVault(running: RunningApp, place: Place, secret = passphrase): Promise<void> {
  const { page } = running
  const choose = page.getByRole('button', { name: 'Open a vault…' })
  const field = page.getByLabel('Passphrase or recovery code')
  await expect(choose.or(field)).toBeVisible()
  if (await choose.isVisible()) {
    await answerOpenDialog(running, place.vault)
    await choose.click()
  }
  await field.fill(secret)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}

export async function describeOrganization(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
}

export async function addCrownJewel(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Crown jewels', exact: true }).click()
  await page.getByRole('button', { name: 'Add a crown jewel' }).click()
  await page.getByLabel('Crown jewel', { exact: true }).fill(name)
  await page.getByRole('radio', { name: /^3\s*Severe/ }).check({ force: true })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('button', { name: `Change ${name}` })).toBeVisible()
}

/** Adds a third party with one relationship and starts an assessment of it. */
export async function startAssessment(
  page: Page,
  legalName: string,
  choice: { readonly relationship: 'Supplier' | 'Partner' | 'Investor'; readonly depth: 'Lite' | 'Full' },
): Promise<void> {
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page
    .getByRole('button', { name: /^Add( a third party)?$/ })
    .first()
    .click()
  await page.getByLabel('Legal name').fill(legalName)
  const box = page.getByRole('checkbox', { name: new RegExp(`^${choice.relationship}`) })
  if (!(await box.isChecked())) await box.check({ force: true })
  await page.getByRole('button', { name: 'Add the third party' }).click()
  await page.getByRole('radio', { name: choice.relationship }).check({ force: true })
  await page.getByRole('radio', { name: new RegExp(`^${choice.depth}`) }).check({ force: true })
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await expect(page.getByRole('navigation', { name: 'Sections of the questionnaire' })).toBeVisible()
}
