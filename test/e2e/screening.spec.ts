// Screening in the real app by keyboard: a list taken in, names compared, a possible match decided, and the assessment that follows.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { restrictedList } from '../support/restricted-list.ts'
import { answerOpenDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { accessibilityFaults } from './support/screen-checks.ts'
import { makeVault } from './support/steps.ts'
import { ask, showScreen } from './support/all-screens.ts'

let place: Place
let running: RunningApp

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

test('a list is taken in, names are compared with it, and what a person says of a possible match stands', async () => {
  test.setTimeout(120_000)
  const { page } = running
  const path = join(place.folder, 'list.csv')
  writeFileSync(
    path,
    restrictedList([{ id: '1', name: 'KESTREL SEQUENCING WORKS', programs: 'EXAMPLE-1', addresses: '1 Quay, Town, PA' }, 'too,few']),
  )
  await answerOpenDialog(running, path)
  await page.getByRole('button', { name: 'Screening', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Screening', level: 1 })).toBeFocused()
  await page.getByRole('button', { name: 'Add a list…' }).press('Enter')
  await expect(page.getByText('Line 3: it has more or fewer columns than the first line')).toBeVisible()
  await page.getByRole('textbox', { name: 'Day of the edition' }).fill('2023-11-03')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep this edition' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Lists in this vault' })).toContainText(/3 Nov 2023[\d,]+ days old: bring a newer one/)

  await page.getByRole('button', { name: 'Compare names…' }).press('Enter')
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await expect(page.getByText('1 possible match was found.')).toBeVisible()
  await page.getByRole('button', { name: /^Look at KESTREL SEQUENCING WORKS/ }).press('Enter')
  await expect(page.getByRole('region', { name: 'The list' })).toContainText('EXAMPLE-1')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Save and look at the next' }).press('Enter')
  await expect(page.getByText('Choose what you say.')).toBeVisible()
  await page.getByRole('radio', { name: /^Not the same Two/ }).press('Space')
  await page.getByLabel('Reason').fill('Another register number.')
  await page.getByLabel('Your name').fill('Ana Ruiz')
  await page.getByRole('button', { name: 'Save and look at the next' }).press('Enter')
  await expect(page.getByText('No open possible matches.', { exact: false })).toBeVisible()
  await page.getByRole('radio', { name: /^Not the same 1/ }).press('Space')
  await expect(page.getByRole('table', { name: 'Possible matches' })).toContainText('KESTREL SEQUENCING WORKS')
  expect(await accessibilityFaults(page)).toEqual([])

  // Taken back by whoever says so now, in nobody else's name.
  await page.getByRole('button', { name: /^Look at KESTREL SEQUENCING WORKS/ }).press('Enter')
  await page.getByLabel('Your name').fill('')
  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  await expect(page.getByText('Type your name first')).toBeVisible()
  await page.getByLabel('Your name').fill('Bob Burns')
  await page.getByRole('button', { name: 'Take it back' }).press('Enter')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('possible matches that wait are one step away from the questions', async () => {
  const { page } = running
  type Hits = { readonly hits: readonly { readonly thirdPartyId: string; readonly key: string }[] }
  const wanted = { state: 'open', thirdPartyId: null, offset: 0, limit: 1 }
  const [hit] = (await ask<Hits>(page, 'screening.hits', wanted)).hits
  const thirdPartyId = hit?.thirdPartyId ?? ''
  const { history } = await ask<{ readonly history: readonly { readonly decidedBy: string }[] }>(page, 'screening.hit', {
    thirdPartyId,
    key: hit?.key,
  })
  expect(history.map(({ decidedBy }) => decidedBy)).toEqual(['Bob Burns', 'Ana Ruiz'])
  const start = { thirdPartyId, relationship: 'supplier', profile: 'lite' }
  const { assessment } = await ask<{ readonly assessment: { readonly id: string } }>(page, 'assessments.start', start)
  await ask(page, 'screening.takeOver', { assessmentId: assessment.id })
  await showScreen(page, { name: 'questions', route: { screen: 'assessment', id: assessment.id }, ready: '.rail' })
  const part = page.getByRole('region', { name: 'Screening against lists' })
  await expect(part).toContainText('1 possible match waits for somebody.')
  await part.getByRole('button', { name: 'Change…' }).press('Enter')
  await expect(page.getByRole('alertdialog')).toContainText('Saving an entry by hand ends that')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).press('Enter')
  await part.getByRole('button', { name: 'Look at them under Screening' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Screening', level: 1 })).toBeFocused()
  await expect(page.getByText('Only those of one third party are shown.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Look at KESTREL SEQUENCING WORKS/ })).toBeVisible()
})

test('the page of a third party says whether its names were compared, compares them, and leads to what waits', async () => {
  const { page } = running
  const facts = { legalName: 'Kestrel Sequencing Works Ltd', nativeName: '', registrationNumber: '', country: 'IE', note: '' }
  type Added = { readonly thirdParty: { readonly id: string } }
  const { thirdParty } = await ask<Added>(page, 'thirdParties.add', { ...facts, relationships: ['supplier'] })
  await showScreen(page, { name: 'third-party', route: { screen: 'third-party', id: thirdParty.id }, ready: '.party-screening button' })
  const part = page.getByRole('region', { name: 'Screening' })
  await expect(part.getByRole('status')).toHaveText('Its names were not compared with a list yet.')
  await part.getByRole('button', { name: 'Compare names…' }).press('Enter')
  await expect(page.getByText('1 third party is chosen.')).toBeVisible()
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await expect(part.getByText(/^Its names were compared with .+ on \d+ \w+ \d{4}\. 1 possible match waits for somebody\.$/)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await part.getByRole('button', { name: 'Look at them' }).press('Enter')
  await expect(page.getByText('Only those of one third party are shown.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Look at KESTREL SEQUENCING WORKS/ })).toBeVisible()
})
