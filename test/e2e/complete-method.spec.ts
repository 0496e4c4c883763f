// The desk over the complete pack: why questions show, what evidence and owners are worth, what lists say, and what comes of it.
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerOpenDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { addCrownJewel, describeOrganization, makeVault, openVault, startAssessment } from './support/steps.ts'

const party = 'Tern Analytics Oy'
let place: Place
let running: RunningApp

// One evening: the tests go on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  place = makePlace()
  running = await startOnSlowMachine(place)
  await makeVault(running, place)
  await describeOrganization(running.page, 'Brightwell Diagnostics, Inc.')
  await addCrownJewel(running.page, 'Assay design')
  await startAssessment(running.page, party, { relationship: 'Supplier', depth: 'Full' })
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const question = (page: Page, id: string) => page.locator(`#question-${id}`)
const saved = /Saved \d\d:\d\d/
const rail = (page: Page) => page.getByRole('complementary', { name: 'Live result' })

async function jumpTo(page: Page, id: string): Promise<void> {
  await page.getByLabel('Go to question').fill(id)
  await page.getByLabel('Go to question').press('Enter')
  await expect(question(page, id)).toBeFocused()
}

async function openDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page
    .getByRole('button', { name: new RegExp(`: ${party}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: party })).toBeVisible()
}

test('a conditional question says which answer made it show, and leads there', async () => {
  const { page } = running
  await jumpTo(page, 'PR-05')
  await expect(question(page, 'PR-05')).toContainText('Shown because PR-04 is not yet known')
  await question(page, 'PR-05').getByRole('button', { name: 'Go to PR-04' }).first().click()
  await expect(question(page, 'PR-04')).toBeFocused()
  await question(page, 'PR-04').getByLabel('Health data').check()
  await expect(question(page, 'PR-05')).toContainText('Shown because you answered “Health data” to PR-04')
  const count = question(page, 'PR-05').getByLabel('Health data')
  await count.fill('10,000')
  await expect(question(page, 'PR-05')).toContainText('Bulk is more than 10,000 U.S. persons (28 CFR 202.205')
  await expect(question(page, 'PR-05')).toContainText('This is not above it.')
  await count.fill('10,001')
  await expect(question(page, 'PR-05')).toContainText('This is above it.')
  await expect(question(page, 'PR-05').getByText(saved)).toBeVisible()
})

test('a jump to a question that does not show says why, and changes nothing', async () => {
  const { page } = running
  await page.getByLabel('Go to question').fill('ZZ-99')
  await page.getByLabel('Go to question').press('Enter')
  await expect(page.getByRole('alert')).toContainText('ZZ-99 is not in this pack.')
  await page.getByLabel('Go to question').fill('nonsense')
  await page.getByLabel('Go to question').press('Enter')
  await expect(page.getByRole('alert')).toContainText('type two letters and a number')
  await page.getByLabel('Go to question').fill('ad1')
  await page.getByLabel('Go to question').press('Enter')
  await expect(question(page, 'AD-01')).toBeFocused()
})

test('evidence past its last day counts one grade lower, and says so after a restart, too', async () => {
  await jumpTo(running.page, 'AD-01')
  const card = () => question(running.page, 'AD-01')
  await card().getByRole('radio', { name: 'Yes', exact: true }).click()
  await card().getByRole('radio', { name: /^A/ }).click()
  await card().getByRole('button', { name: 'Valid until…' }).press('Enter')
  const day = () => card().getByRole('textbox', { name: 'Last day of the evidence' })
  await expect(day()).toBeFocused()
  await day().pressSequentially('01')
  await card().getByLabel('Note on AD-01').focus()
  await expect(card()).toContainText('is not complete; type day, month and year')
  await expect(card().getByText('Not saved yet')).toBeVisible()
  await day().fill('2026-01-31')
  await expect(card().getByText(saved)).toBeVisible()
  await expect(card()).toContainText('it counts as grade B instead of A')
  await running.app.close()
  running = await startOnSlowMachine(place)
  await openVault(running, place)
  await openDraft(running.page)
  await jumpTo(running.page, 'AD-01')
  await expect(day()).toHaveValue('31 Jan 2026')
  await expect(card()).toContainText('it counts as grade B instead of A')
  // Emptied, the field stays for the day that comes in its place.
  await day().fill('')
  await expect(card().getByText(saved)).toBeVisible()
  await expect(day()).toBeFocused()
  await day().fill('2026-01-31')
  await expect(card()).toContainText('it counts as grade B instead of A')
})

test('owners of one layer who hold more than the whole are not saved, and nothing typed is lost', async () => {
  const { page } = running
  await jumpTo(page, 'OW-02')
  const card = question(page, 'OW-02')
  for (const [index, name] of ['First Holding', 'Second Holding'].entries()) {
    await card.getByRole('button', { name: 'Add an owner' }).click()
    const owner = card.getByRole('group', { name: `Owner ${index + 1}` })
    await owner.getByLabel('Name').fill(name)
    await owner.getByLabel('Share').fill('60')
  }
  await expect(card.getByText(/Not saved yet: the owners of layer 1 hold 120.00 % together/)).toBeVisible()
  await expect(card.getByRole('table', { name: 'Shares added up by layer' })).toContainText('20.00 % too much')
  await card.getByRole('group', { name: 'Owner 2' }).getByLabel('Share').fill('25.5')
  await expect(card.getByText(saved)).toBeVisible()
  await expect(card.getByRole('row', { name: /direct/ })).toContainText('14.50 %')
  await expect(card.getByRole('group', { name: 'Owner 1' }).getByLabel('Name')).toHaveValue('First Holding')
})

test('a country shows what dated lists say of it, which changes no score, and a caution where asking can be a risk', async () => {
  const { page } = running
  await jumpTo(page, 'PR-09')
  const card = question(page, 'PR-09')
  for (const [typed, name] of [
    ['China', 'China mainland|China'],
    ['Chile', 'Chile'],
  ] as const) {
    await card.getByRole('combobox').click()
    await page.keyboard.type(typed)
    await page
      .getByRole('option', { name: new RegExp(`^(${name})`) })
      .first()
      .click()
    await card
      .getByRole('group', { name: new RegExp(`What happens in (${name})`) })
      .getByLabel('Works here')
      .check()
  }
  await expect(card.getByText(saved)).toBeVisible()
  const notes = card.locator('.notes')
  await expect(notes.first()).toContainText(/Named by \d+ dated lists · \d+ laws read/)
  await expect(notes.nth(1)).toContainText('Named by no list here · its laws were not read')
  await notes.first().locator('summary').first().click()
  await expect(notes.first()).toContainText('They change no score')
  await expect(notes.first()).toContainText('28 CFR 202.601')
  await notes.nth(1).locator('summary').first().click()
  await expect(notes.nth(1)).toContainText('That does not mean that there are none')
  await expect(rail(page).getByRole('region', { name: 'Ask these first' })).toContainText('asking itself can carry risk')
  await rail(page).getByRole('button', { name: 'Go to LG-11' }).click()
  await expect(question(page, 'LG-11')).toContainText('Asking itself can carry risk where the party sits')
  await expect(question(page, 'LG-11')).toContainText('Chile: its laws were not read; ask counsel.')
})

test('filters show what is open, unknown or flagged, and going to another question lifts them', async () => {
  const { page } = running
  await jumpTo(page, 'AD-02')
  await question(page, 'AD-02').getByRole('radio', { name: 'Unknown', exact: true }).click()
  await expect(question(page, 'AD-02').getByText(saved)).toBeVisible()
  const filters = page.getByRole('radiogroup', { name: 'Which questions to show' })
  await filters.getByRole('radio', { name: 'Unknown or declined 1' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await question(page, 'AD-02').getByRole('radio', { name: 'Yes', exact: true }).click()
  await expect(question(page, 'AD-02').getByText(saved)).toBeVisible()
  await page.getByRole('button', { name: 'Take out 1 that no longer matches' }).click()
  await expect(page.getByText('No question is under “Unknown or declined”')).toBeVisible()
  await jumpTo(page, 'AD-01')
  await expect(filters.getByRole('radio', { name: /^All/ })).toBeChecked()
})

test('what a check against lists gave sets a STOP, needs its lists and days, and can be taken back', async () => {
  const { page } = running
  await rail(page).getByRole('button', { name: 'Enter what a check gave…' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Screening against lists' })
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose what the check gave.')
  await dialog.getByRole('radio', { name: /^Listed, as a person says/ }).click()
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('names no list')
  await dialog.getByRole('checkbox', { name: /Consolidated Screening List/ }).check()
  await dialog.getByRole('textbox', { name: /^Edition of Consolidated/ }).fill('2026-11-20')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(rail(page).getByRole('region', { name: 'Screening against lists' })).toContainText('Listed, as a person says, 1 list')
  await expect(rail(page).getByRole('region', { name: 'Flags' })).toContainText(
    'A name was found on a restricted-party list. Stop, counsel review needed. screening',
  )
  await openDraft(page)
  await rail(page).getByRole('button', { name: 'Change…' }).click()
  await dialog.getByRole('button', { name: 'It was not done' }).click()
  await expect(rail(page).getByRole('region', { name: 'Screening against lists' })).toContainText('Names were not checked')
  await expect(rail(page).getByRole('region', { name: 'Flags' })).not.toContainText('counsel review needed. screening')
})

test('the result opens into findings, reasons and one line that can be copied', async () => {
  const { app, page } = running
  const vector = await rail(page).locator('.vector').textContent()
  expect(vector).toMatch(/^GH1\/three-steps:1\.0\.0\/supplier\/full\//)
  await rail(page).getByRole('button', { name: 'Copy' }).click()
  await expect(rail(page).getByText('Copied.')).toBeVisible()
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(vector)
  const confidence = rail(page).getByRole('region', { name: 'Confidence' })
  await confidence.getByText('Stale').click()
  await expect(confidence).toContainText('1 answer rests on expired evidence')
  await confidence.getByRole('button', { name: 'AD-01' }).click()
  await expect(question(page, 'AD-01')).toBeFocused()
  await expect(rail(page).getByRole('region', { name: 'Findings' })).toContainText(/Findings \d+/)
  await expect(rail(page).getByRole('region', { name: 'Next reassessment' })).toContainText('months after the day of this assessment')
})

test('two assessments of one party are compared, and there is something to say before there is a second', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByText('There is nothing to compare with yet')).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: `Open ${party}` }).click()
  await page.getByRole('radio', { name: /^Full/ }).click()
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await jumpTo(page, 'AD-01')
  await question(page, 'AD-01').getByRole('radio', { name: 'No', exact: true }).click()
  await expect(question(page, 'AD-01').getByText(saved)).toBeVisible()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  // The assessment before this one is chosen already.
  await expect(page.getByLabel('Compare with').locator('option:checked')).toContainText('Supplier, Full')
  const answers = page.getByRole('table', { name: 'Answers that changed' })
  const row = answers.getByRole('row', { name: /^AD-01/ })
  await expect(row).toContainText('Yes (grade B)')
  await expect(row).toContainText('No (grade U)')
  await expect(row).toContainText('worse')
  await expect(answers.getByRole('row', { name: /^OW-02/ })).toContainText('First Holding, 60.00 %, layer 1')
  await expect(page.getByRole('table', { name: 'The results side by side' })).toContainText('Before safeguards')
})

test('a file with mistakes is not added, each mistake has its line; a sound overlay is, and can be chosen', async () => {
  const { page } = running
  const file = join(place.folder, 'own.yaml')
  writeFileSync(file, 'format: 1\nid: acme.pack\nversion: 1.0\nquestions: []\n')
  await page.getByRole('button', { name: 'Question packs' }).click()
  const packs = page.getByRole('list', { name: 'Question packs' })
  await expect(packs.getByRole('listitem')).toHaveCount(1)
  await answerOpenDialog(running, file)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  const found = page.getByRole('region', { name: /^What was found in/ })
  await expect(found).toContainText(/cannot be used yet: \d+ errors\. Nothing was added\./)
  await expect(found.getByRole('row', { name: /version/ })).toContainText('3:10')
  await expect(packs.getByRole('listitem')).toHaveCount(1)
  await answerOpenDialog(running, resolve(import.meta.dirname, '../../examples/own-pack.overlay.yaml'))
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Add it to this vault' }).click()
  await expect(found).toContainText('is in this vault now.')
  await expect(packs.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: `Open ${party}` }).click()
  await expect(page.getByRole('radiogroup', { name: 'Question pack' }).getByRole('radio')).toHaveCount(2)
})
