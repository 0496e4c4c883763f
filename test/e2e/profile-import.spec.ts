// A list is imported and looked at, one of its third parties gets a profile and owners, and an assessment takes its answer from them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerOpenDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { accessibilityFaults } from './support/screen-checks.ts'
import { describeOrganization, makeVault } from './support/steps.ts'

let place: Place
let running: RunningApp

test.beforeAll(async () => {
  place = makePlace()
  running = await startOnSlowMachine(place)
  await makeVault(running, place)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

// Each step goes on from the one before.
test.describe.configure({ mode: 'serial' })

const list = `Vendor;LEI;Country;Type
Kestrel Sequencing Ltd;5493001KJTIIGC8Y1R12;Ireland;Supplier
Harrier Capital LP;5493001KJTIIGC8Y1R21;Atlantis;Investor
;;DE;
`

const tab = (name: string) => running.page.getByRole('navigation', { name: 'Parts of this third party' }).getByRole('button', { name })
const goTo = (name: string) => running.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true })

test('a list is imported after a look at its rows, and an import is undone, done again and undone', async () => {
  const { page } = running
  const path = join(place.folder, 'vendors.csv')
  writeFileSync(path, list)
  await answerOpenDialog(running, path)
  await goTo('Third parties').click()
  await page.getByRole('button', { name: 'Import a list…' }).click()
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(page.getByText('Read as UTF-8, cells separated by semicolon.')).toBeVisible()
  await expect(heading('What the columns hold')).toBeFocused()
  // Another row of names is another list; the field that says so keeps the focus.
  const names = page.getByLabel('Row with the names of the columns')
  await names.focus()
  await names.selectOption('None: every row is a third party')
  await expect(page.getByLabel('What the column “Column 1” holds')).toHaveValue('')
  await names.selectOption('1: Vendor · LEI · Country · Type')
  await expect(page.getByLabel('What the column “Vendor” holds')).toHaveValue('legalName')
  expect(await accessibilityFaults(page)).toEqual([])
  await expect(names).toBeFocused()
  await page.getByRole('button', { name: 'Look at the rows' }).press('Enter')
  await expect(page.getByText('1 cannot be imported')).toBeVisible()
  await expect(heading('What would happen')).toBeFocused()
  await page.getByRole('radio', { name: 'To look at (2)' }).check({ force: true })
  await expect(page.getByText('No name. The row is left out.')).toBeVisible()
  await expect(page.getByText('No country; goes into the note.')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expect(page.getByText('2 third parties added')).toBeVisible()
  await expect(page.getByRole('group', { name: 'The list is imported' })).toBeFocused()

  // Once more: both are there, so nothing is added, and the second import is taken back.
  await page.getByRole('button', { name: 'Import another list' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeFocused()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Look at the rows' }).click()
  await expect(page.getByLabel('1 has the LEI of a third party')).toHaveValue('skip')
  await page.getByLabel('1 has a name like one').selectOption('Add as a new one')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('1 third party added')).toBeVisible()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText(/^undone on/)).toBeVisible()
  await expect(page.getByText('2 added, 0 brought up to date')).toBeVisible()

  // And done again, and taken back once more.
  const again = page.getByRole('button', { name: 'Do the import of vendors.csv again' })
  await again.click()
  await expect(page.getByText('1 added, 0 brought up to date')).toBeVisible()
  await page.getByRole('button', { name: 'Undo the import of vendors.csv' }).first().click()
  await expect(again).toBeVisible()
})

test('a third party has a profile whose numbers are checked, and what is removed can be put back', async () => {
  const { page } = running
  await describeOrganization(page, 'Brightwell Diagnostics, Inc.')
  await goTo('Third parties').click()
  await page.getByText('Harrier Capital LP').first().click()
  await expect(page.getByRole('heading', { name: 'Harrier Capital LP' })).toBeVisible()
  await tab('Profile').click()
  await page.getByRole('textbox', { name: /^LEI/ }).fill('5493001KJTIIGC8Y1R21')
  await page.getByRole('form', { name: 'LEI and website' }).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('LEI has check digits that do not fit')).toBeVisible()
  await page.getByRole('textbox', { name: /^LEI/ }).fill('5067 00ge 1g29 325q x363')
  await page.getByRole('textbox', { name: /^LEI/ }).press('Enter')
  await expect(page.getByRole('textbox', { name: /^LEI/ })).toHaveValue('506700GE1G29325QX363')
  await expect(page.getByRole('textbox', { name: /^LEI/ })).toBeFocused()
  // What was typed while that was being saved is not lost.
  await page.getByRole('textbox', { name: /^Website/ }).fill('harrier.example')
  await page.getByRole('form', { name: 'LEI and website' }).evaluate(async (form) => {
    const website = form.querySelectorAll('input')[1]
    if (!(form instanceof HTMLFormElement) || website === undefined) throw new Error('There is no such form.')
    form.requestSubmit()
    await new Promise((resolve) => setTimeout(resolve, 0))
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(website, 'harrier.example/fund')
    website.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await expect(page.getByText('Not saved yet.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^Website/ })).toHaveValue('harrier.example/fund')
  await page.getByRole('textbox', { name: /^Website/ }).press('Enter')
  await expect(page.getByText('Not saved yet.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add a contact' }).click()
  await page.getByRole('form', { name: 'Contact at the third party' }).getByLabel('Name').fill('Nora Quill')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove Nora Quill' }).press('Enter')
  await expect(page.getByText('Nora Quill was removed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Change Nora Quill' })).toBeVisible()
})

test('a former name with an unreadable day is not saved', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Add a name' }).click()
  const form = page.getByRole('form', { name: 'Other name of the third party' })
  await form.getByLabel('Name').fill('Harrier Partners')
  const day = form.getByRole('textbox', { name: 'In use until' })
  await day.fill('22.11.26')
  await day.press('Enter')
  await expect(day).toHaveAccessibleDescription(/needs a year of four digits/)
  await day.fill('22.11.2')
  await expect(day).toHaveAccessibleDescription(/needs a year of four digits/)
  await day.fill('22.11.2026')
  await day.press('Enter')
  await expect(page.getByText('in use until 22 Nov 2026')).toBeVisible()
})

test('a contact that is being changed stays the same one while others are removed and put back around it', async () => {
  const { page } = running
  const form = page.getByRole('form', { name: 'Contact at the third party' })
  for (const name of ['Bob Marsh', 'Cyd Ferro']) {
    await page.getByRole('button', { name: 'Add a contact' }).click()
    await form.getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `Change ${name}` })).toBeVisible()
  }
  const contacts = page.getByRole('region', { name: 'People to ask' }).getByRole('listitem')
  await page.getByRole('button', { name: 'Change Bob Marsh' }).click()
  await form.getByLabel('Role').fill('Security')
  await page.getByRole('button', { name: 'Remove Nora Quill' }).click()
  await expect(page.getByText('Nora Quill was removed.')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(contacts).toContainText(['Bob MarshSecurity', 'Cyd Ferro'])

  await page.getByRole('button', { name: 'Remove Bob Marsh' }).click()
  await page.getByRole('button', { name: 'Change Cyd Ferro' }).click()
  await form.getByLabel('Role').fill('Accounts')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Change Bob Marsh' })).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(contacts).toContainText(['Bob MarshSecurity', 'Cyd FerroAccounts'])

  // The form of one gives way to the form of another only when a person says so.
  await page.getByRole('button', { name: 'Change Bob Marsh' }).click()
  await form.getByLabel('Role').fill('Night guard')
  await page.getByRole('button', { name: 'Change Cyd Ferro' }).click()
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await expect(form.getByLabel('Role')).toHaveValue('Night guard')
  await page.getByRole('button', { name: 'Add a contact' }).click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(form.getByLabel('Name')).toHaveValue('')
  // To cancel what is typed asks first, too; to cancel nothing does not.
  await form.getByLabel('Name').fill('Dee Hale')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await expect(form.getByLabel('Name')).toHaveValue('Dee Hale')
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await form.getByRole('button', { name: 'Cancel' }).click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page.getByRole('button', { name: 'Add a contact' })).toBeFocused()
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form).toHaveCount(0)
  await expect(contacts).toContainText(['Bob MarshSecurity', 'Cyd FerroAccounts'])

  // Two changes in one breath are two changes.
  await contacts.evaluateAll((entries) => {
    for (const entry of entries) entry.querySelectorAll('button')[1]?.click()
  })
  await expect(contacts).toHaveCount(0)
  await expect(page.getByText('Cyd Ferro was removed.')).toBeVisible()
})

test('owners are a tree with effective shares, which refuses more than the whole, and answers the question about owners', async () => {
  const { page } = running
  await tab('Owners').click()
  const form = page.getByRole('form', { name: 'Holder', exact: true })
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await form.getByLabel('Name').fill('Merlin Holding plc')
  await form.getByLabel('Share', { exact: true }).fill('60')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await page.getByRole('button', { name: 'Add a holder of Merlin Holding plc' }).click()
  await expect(form.getByLabel('Holds').locator('option:checked')).toHaveText('Merlin Holding plc')
  await form.getByLabel('Name').fill('Ada Finch')
  await form.getByLabel('What it is').selectOption('Person')
  await expect(form.getByLabel('Country of registration')).toBeHidden()
  await form.getByLabel('Share', { exact: true }).fill('33,33')
  await page.keyboard.press('Enter')
  // Whoever is to hold something may hold a firm, and no person.
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await expect(form.getByLabel('Holds').locator('option')).toHaveText(['Harrier Capital LP', 'Merlin Holding plc'])
  await form.getByRole('button', { name: 'Cancel' }).click()
  const ada = page.getByRole('row', { name: /Ada Finch.*19\.99 %/ })
  await expect(ada).toBeVisible()
  // A form that stays on the screen after all is still not saved.
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  const cancel = async () => {
    await page.getByRole('button', { name: 'Cancel' }).click()
    await asked.getByRole('button', { name: 'Leave without saving' }).click()
  }
  const changeMerlin = page.getByRole('button', { name: 'Change Merlin Holding plc' })
  await changeMerlin.click()
  await form.getByLabel('Note').fill('Told by phone')
  await changeMerlin.click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(form.getByLabel('Note')).toHaveValue('Told by phone')
  await changeMerlin.click()
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await cancel()
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await form.getByLabel('Name').fill('Too Much LLC')
  await form.getByLabel('Share', { exact: true }).fill('40.01')
  await page.keyboard.press('Enter')
  await expect(page.getByText('hold more than the whole together')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await cancel()
  // An owner who is put back while another is saved is not overwritten: together they hold too much.
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await form.getByLabel('Name').fill('Back Again LLC')
  await form.getByLabel('Share', { exact: true }).fill('30')
  await page.keyboard.press('Enter')
  const again = page.getByRole('row', { name: /Back Again LLC/ })
  await page.getByRole('button', { name: 'Remove Back Again LLC' }).click()
  await expect(again).toBeHidden()
  await page.getByRole('button', { name: 'Add a direct owner' }).click()
  await form.getByLabel('Name').fill('Too Much LLC')
  await form.getByLabel('Share', { exact: true }).fill('40')
  await page.getByRole('button', { name: 'Undo', exact: true }).evaluate((undo) => {
    if (!(undo instanceof HTMLElement)) throw new Error('There is nothing to press.')
    undo.click()
    document.querySelector<HTMLFormElement>('form.entry-form')?.requestSubmit()
  })
  await expect(page.getByText('hold more than the whole together')).toBeVisible()
  await expect(again).toBeVisible()
  await cancel()

  await tab('Assessments').click()
  await page.getByRole('radio', { name: /^Lite/ }).check({ force: true })
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await page
    .getByRole('button', { name: /ownership/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Use the tree from the profile' }).click()
  await expect(page.getByRole('group', { name: 'Owner 2' }).getByLabel('Name')).toHaveValue('Ada Finch')
  await expect(page.getByRole('group', { name: 'Owner 2' }).getByLabel('Share')).toHaveValue('19.99')
  await expect(page.getByText(/Saved \d\d:\d\d/).first()).toBeVisible()

  await goTo('Third parties').click()
  await page.getByText('Harrier Capital LP').first().click()
  await tab('History').click()
  const what = page.locator('.timeline-what')
  await expect(what.first()).toContainText('1 answer changed')
  await expect(what.last()).toContainText('Imported from a list')
})
