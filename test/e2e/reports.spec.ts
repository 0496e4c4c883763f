// Reports beyond one assessment: a look of one's own, a report on all third parties, and the list of everything that was signed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pngOf } from '../support/pictures.ts'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { accessibilityFaults, cutOffSideways } from './support/screen-checks.ts'
import { addCrownJewel, describeOrganization, makeVault, startAssessment } from './support/steps.ts'

let place: Place
let running: RunningApp

test.beforeEach(async () => {
  place = makePlace()
  running = await startOnSlowMachine(place)
})

test.afterEach(async () => {
  await running.app.close()
  place.remove()
})

test('a consultant gives reports a look, signs one on all third parties, and finds it again', async () => {
  const { page } = running
  await makeVault(running, place)
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await addCrownJewel(page, 'Assay design')
  await startAssessment(page, 'Kestrel Sequencing Services Ltd', { relationship: 'Supplier', depth: 'Lite' })
  await expect(page.getByRole('complementary', { name: 'Live result' })).toBeVisible()
  const goTo = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true }).click()

  await goTo('Settings')
  const section = page.getByRole('region', { name: 'Reports' })
  await section.getByRole('radio', { name: 'Letter (US)' }).click()
  await section.getByLabel('Colour', { exact: true }).fill('#ffcc00')
  await expect(section.getByText('is too light to read on white')).toBeVisible()
  await expect(section.getByRole('button', { name: 'Save the look' })).toBeDisabled()
  await section.getByLabel('Colour', { exact: true }).fill('#7a1f3d')
  await section.getByLabel('Made by').fill('Whitfield Advisory')
  await section.getByRole('button', { name: 'Save the look' }).click()
  await expect(section.getByText('Saved. Reports signed from now on look like this.')).toBeVisible()
  const logo = join(place.folder, 'logo.png')
  writeFileSync(logo, 'not a picture')
  await answerOpenDialog(running, logo)
  await section.getByRole('button', { name: 'Choose a picture…' }).click()
  await expect(section.getByText('That file is neither a PNG nor a JPEG.')).toBeVisible()
  writeFileSync(logo, pngOf({ widthPx: 240, heightPx: 60 }))
  await section.getByRole('button', { name: 'Choose a picture…' }).click()
  await expect(section.getByRole('img', { name: 'The logo for the reports' })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])

  await goTo('Reports')
  await expect(page.getByText('No report yet')).toBeVisible()
  await page.getByRole('button', { name: 'New report…' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Dana Whitfield')
  await dialog.getByRole('button', { name: 'Make the signer' }).click()
  await dialog.getByRole('radio', { name: /^Your own programme/ }).click()
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(dialog.getByText('The organization has answered nothing about itself yet.')).toBeVisible({ timeout: 30_000 })
  await dialog.getByRole('radio', { name: /^All third parties/ }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByText('Signed and kept in the vault')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'Portfolio: Brightwell Diagnostics, Inc.' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What the check found' })).toContainText(/intact/i)

  const copy = join(place.folder, 'portfolio.pdf')
  await answerSaveDialog(running, copy)
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved as portfolio.pdf')).toBeVisible()
  expect(readFileSync(copy).subarray(0, 5).toString()).toBe('%PDF-')
  const data = join(place.folder, 'portfolio.json')
  await answerSaveDialog(running, data)
  await page.getByRole('button', { name: 'Save as JSON…' }).click()
  await expect(page.getByText('Saved as portfolio.json')).toBeVisible()
  expect(JSON.parse(readFileSync(data, 'utf8'))).toMatchObject({
    format: 'gatehouse.portfolio',
    parties: [{ legalName: 'Kestrel Sequencing Services Ltd' }],
  })

  await page.getByRole('button', { name: 'All reports' }).click()
  await page.getByLabel('Search').fill('BRIGHTWELL')
  await expect(page.getByRole('button', { name: /^Open Portfolio on Brightwell Diagnostics, Inc\./ })).toBeVisible()
  await page.getByLabel('Kind').selectOption('Assessment')
  await expect(page.getByText('No report fits')).toBeVisible()
  await page.getByLabel('Kind').selectOption('Portfolio')
  await expect(page.getByText('1 to 1 of 1')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await cutOffSideways(page)).toEqual([])
  expect(running.errors()).not.toContain('Refused')
})
