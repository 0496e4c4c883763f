// From answers to a signature and beyond, with the keyboard alone: decide, plan, review, sign, keep the plan, assess again.
import { expect, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { choose, goByPalette, press, reach, type } from './support/keyboard.ts'
import { accessibilityFaults } from './support/screen-checks.ts'
import { makeVault, openVault } from './support/steps.ts'

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

test('a decision is planned, reviewed, signed and superseded without a mouse', async () => {
  test.setTimeout(120_000)
  const { page } = running
  await makeVault(running, place)
  await recordExamples(page)

  await reach(page, page.getByRole('row').filter({ hasText: 'Norrland' }).getByRole('button', { name: 'Decide and sign' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Decide on/ })).toBeFocused()
  await type(page, 'Decided by', 'Dana Whitfield')
  // What is typed while it is being saved stays, and is not saved.
  const decidedBy = page.getByLabel('Decided by', { exact: true })
  await decidedBy.evaluate(async (field) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('This is no field to type in.')
    field.form?.requestSubmit()
    await new Promise((resolve) => setTimeout(resolve, 0))
    field.setRangeText(', COO', field.value.length, field.value.length)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await expect(decidedBy).toHaveValue('Dana Whitfield, COO')
  await expect(page.getByText('Save the decision first.').first()).toBeVisible()
  await press(page, 'Save the decision')
  await expect(page.getByText('The decision is saved.')).toBeVisible()

  // The plan of the most pressing finding begins with the first step that its question names.
  await press(page, /^Plan what is done about/)
  const plan = page.getByRole('alertdialog', { name: 'What is done about it' })
  await expect(plan.getByLabel(/^What is done/)).not.toBeEmpty()
  await type(page, 'Owner (optional)', 'Mira Okafor')
  await press(page, 'Save')
  await expect(plan).toHaveCount(0)
  await expect(page.getByText('Mira Okafor').first()).toBeVisible()
  await press(page, /^Undo the change of what is done about/)
  await expect(page.getByText('Mira Okafor')).toHaveCount(0)
  await press(page, /^Redo the change of what is done about/)
  await expect(page.getByText('Mira Okafor').first()).toBeVisible()
  // A day that cannot be read does not stand in the way where it is asked for no more.
  await press(page, /^Plan what is done about/)
  await plan.getByLabel('Due (optional)', { exact: true }).fill('soon')
  await choose(page, 'Response', /^Accept/)
  await plan.getByLabel('Accepted by', { exact: true }).fill('Dana Whitfield')
  await plan.getByLabel('Accepted until', { exact: true }).fill('2027-11-22')
  await plan.getByLabel('Accepted until', { exact: true }).press('Enter')
  await expect(plan).toHaveCount(0)
  await expect(page.getByText('Until 22 Nov 2027')).toBeVisible()
  await page
    .getByRole('button', { name: /^Undo the change of what is done about/ })
    .last()
    .press('Enter')
  await expect(page.getByText('Until 22 Nov 2027')).toHaveCount(0)
  await press(page, /^Plan what is done about/)
  await choose(page, 'Response', /^Accept/)
  await press(page, 'Save')
  await expect(plan.getByText(/^Accepted by names nobody/)).toBeVisible()
  // The vault locks itself over it, and Escape asks, so that a person who wants to leave says so.
  await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  await expect(page.getByText('could not be saved, and waits in this window')).toBeVisible()
  await expect(plan).toBeHidden()
  await openVault(running, place)
  await expect(plan.getByRole('radio', { name: /^Accept/ })).toBeChecked()
  await page.keyboard.press('Escape')
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  await asked.getByRole('button', { name: 'Stay here' }).press('Enter')
  await expect(plan.getByRole('radio', { name: /^Accept/ })).toBeChecked()
  await press(page, 'Cancel')
  await asked.getByRole('button', { name: 'Leave without saving' }).press('Enter')
  await expect(plan).toHaveCount(0)

  await press(page, /^Add a review/)
  await expect(page.getByLabel('Name of the reviewer')).toBeFocused()
  await type(page, 'Name of the reviewer', 'dana whitfield')
  await expect(page.getByText('This is the name of whoever decides.')).toBeVisible()
  await type(page, 'Name of the reviewer', 'Rita Sommer')
  await expect(page.getByText('Keep or cancel the review first.').first()).toBeVisible()
  // A decision that is changed and changed back is as saved as before.
  await type(page, 'Decided by', 'Dana Whitfield')
  await expect(page.getByText('Save the decision first.').first()).toBeVisible()
  await type(page, 'Decided by', 'Dana Whitfield, COO')
  await expect(page.getByText('Save the decision first.')).toHaveCount(0)
  await choose(page, 'The reviewer', /^Agrees/)
  await press(page, 'Keep the review')
  await expect(page.getByRole('button', { name: 'Add another review' })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'Rita Sommer' })).toContainText('Agrees')
  await expect(page.getByText('Keep or cancel the review first.')).toHaveCount(0)
  expect(await accessibilityFaults(page)).toEqual([])

  await press(page, 'Sign and freeze…')
  await press(page, 'Sign and freeze')
  await expect(page.getByText('Signed and frozen')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/^Look again by/)).toBeVisible()

  // The plan goes on, and the list of all findings knows it.
  await press(page, /^Change what is done about/)
  await choose(page, 'How far', /^Done/)
  await press(page, 'Save')
  await expect(plan).toHaveCount(0)
  await press(page, 'Start the new assessment')
  await expect(page.getByRole('heading', { name: /Norrland/ })).toBeVisible()
  await press(page, 'Decide and sign')
  await expect(page.getByText(/^This assessment takes the place of the one signed on/)).toBeVisible()
  await press(page, 'Open that one')
  await expect(page.getByText(/^A new assessment, begun on .+ will take its place/)).toBeVisible()

  // One that is started on the page of the third party takes the place of the signed one as well.
  await goByPalette(page, 'Norrland')
  await expect(page.getByText(/^It will take the place of the one signed on/)).toBeVisible()
  await page.getByRole('button', { name: 'Start the assessment' }).press('Enter')
  await page.getByRole('button', { name: 'Decide and sign' }).press('Enter')
  await expect(page.getByText(/^This assessment takes the place of the one signed on/)).toBeVisible()

  await goByPalette(page, 'Findings')
  await page.getByLabel('State', { exact: true }).selectOption('done')
  await expect(page.getByRole('row').filter({ hasText: 'Mira Okafor' })).toHaveCount(1)
  // A filter that nothing fits can be taken back where the person is: the bar and the focus stay.
  const due = page.getByLabel('Due', { exact: true })
  await due.focus()
  await due.selectOption('overdue')
  await expect(page.getByText('No finding fits this filter')).toBeVisible()
  await page.getByLabel('State', { exact: true }).selectOption('')
  await due.selectOption('')
  await expect(page.getByRole('checkbox', { name: 'Choose all that are shown' })).toBeVisible()
  await expect(due).toBeFocused()
  await reach(page, page.getByRole('checkbox', { name: 'Choose all that are shown' }))
  await page.keyboard.press(' ')
  await type(page, 'New owner', 'Sam Adeyemi')
  const day = page.getByRole('textbox', { name: 'New day' })
  await day.fill('22.11.26')
  await day.press('Enter')
  await expect(day).toHaveAccessibleDescription(/^New day needs a year of four digits/)
  await day.fill('')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/findings changed/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Sam Adeyemi' }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Put back as it was.')).toBeFocused()
  await expect(page.getByRole('row').filter({ hasText: 'Sam Adeyemi' })).toHaveCount(0)
  expect(await accessibilityFaults(page)).toEqual([])
})
