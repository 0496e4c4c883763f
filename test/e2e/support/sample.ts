// Makes the sample vault the way a person does, from the first screen, and opens it.
import { expect } from '@playwright/test'
import { answerSaveDialog, type Place, type RunningApp } from './app.ts'

/** Leaves the app on Home of the sample vault. Returns its passphrase. */
export async function openSample(running: RunningApp, place: Place): Promise<string> {
  const { page } = running
  await answerSaveDialog(running, place.vault)
  await page.getByRole('button', { name: /Try the sample/ }).click()
  await page.getByRole('button', { name: 'Make the sample vault' }).click()
  const open = page.getByRole('button', { name: 'Open the sample' })
  await open.waitFor({ timeout: 90_000 })
  const passphrase = await page.locator('.unlock-form .code').innerText()
  await open.click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  return passphrase
}
