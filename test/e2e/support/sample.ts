// Makes the sample vault the way a person does, from the first screen, and opens it.
import { expect } from '@playwright/test'
import { answerSaveDialog, type Place, type RunningApp } from './app.ts'

/** Leaves the app on Home of the sample vault. */
export async function openSample(running: RunningApp, place: Place): Promise<void> {
  const { page } = running
  await answerSaveDialog(running, place.vault)
  await page.getByRole('button', { name: /Try the sample/ }).click()
  await page.getByRole('button', { name: 'Make the sample vault' }).click()
  await page.getByRole('button', { name: 'Open the sample' }).click({ timeout: 90_000 })
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
}
