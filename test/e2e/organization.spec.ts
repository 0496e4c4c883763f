// The first steps of a new firm: described once, its crown jewels listed, its own answers used in an assessment, and who can reach what.
import { expect, type Page, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { accessibilityFaults } from './support/screen-checks.ts'
import { makeVault, startAssessment } from './support/steps.ts'

let place: Place
let running: RunningApp

// One journey: the tests go on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  place = makePlace()
  running = await startOnSlowMachine(place)
  await makeVault(running, place)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const goTo = (page: Page, name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true }).click()
const guide = (page: Page) => page.getByRole('region', { name: 'First steps' })

test('every list of a new vault says that it is empty and leads to what fills it', async () => {
  const { page } = running
  for (const [place, title, next] of [
    ['Third parties', 'No third party yet', 'Add a third party'],
    ['Findings', 'No findings yet', 'Go to the third parties'],
    ['Screening', 'No list yet', 'Add a list…'],
    ['Portfolio', 'Nothing assessed yet', 'Go to the third parties'],
    ['Crown jewels', 'No crown jewel is listed yet', 'Add a crown jewel'],
    ['Check a report', 'Choose a PDF to check', 'Choose a file…'],
    ['Home', 'No third party yet', 'Add a third party'],
  ] as const) {
    await goTo(page, place)
    const empty = page.locator('.empty').filter({ hasText: title })
    await expect(empty.locator('.empty-text')).toHaveText(/^\p{Lu}.+\.$/u)
    await expect(empty.getByRole('button', { name: next })).toBeVisible()
  }
  await goTo(page, 'Reports')
  await expect(page.locator('.empty')).toContainText('Decide on an assessment and sign it')
  await expect(page.getByRole('button', { name: 'New report…' })).toBeVisible()
  await goTo(page, 'Crown jewels')
  await page.getByRole('button', { name: 'Who can reach them' }).click()
  await page.getByRole('button', { name: 'Open the crown jewels' }).click()
  await goTo(page, 'Home')
})

test('the first steps lead on, tick themselves off, and can be hidden and found again', async () => {
  const { page } = running
  await expect(guide(page)).toContainText('0 of 7 done')
  await guide(page).getByRole('button', { name: 'Describe the organization' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Alder Peak Robotics')
  await page.getByRole('checkbox', { name: 'Autonomous systems' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await goTo(page, 'Home')
  await expect(guide(page)).toContainText('1 of 7 done')
  await guide(page).getByRole('button', { name: 'Hide the first steps' }).click()
  await expect(guide(page)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('first steps')
  await expect(page.getByRole('option', { name: 'First steps', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Show the first steps on Home' }).click()
  await goTo(page, 'Home')
  await expect(guide(page)).toBeVisible()
})

test('a suggestion for its field becomes a crown jewel with owner and day of review', async () => {
  const { page } = running
  await goTo(page, 'Crown jewels')
  await page.getByRole('button', { name: 'Add Command links and their keys' }).click()
  await page.getByRole('button', { name: 'Change Command links and their keys' }).click()
  const form = page.getByRole('form', { name: 'Change Command links and their keys' })
  await form.getByLabel('Who owns it (optional)').fill('N. Abara, Flight Software')
  const day = form.getByRole('textbox', { name: 'Look at it again by' })
  await day.fill('31.1.26')
  await day.press('Tab')
  await expect(day).toHaveAccessibleDescription(/^Look at it again by needs a year of four digits/)
  await day.fill('Jan 24, 2026')
  await expect(day).toHaveAccessibleDescription('Saturday 24 January 2026')
  await day.press('Alt+ArrowDown')
  await expect(page.getByRole('grid')).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeHidden()
  await expect(day).toBeFocused()
  await expect(day).toHaveValue('31 Jan 2026')
  await form.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'Command links and their keys' })
  await expect(line).toContainText('N. Abara, Flight Software')
  await expect(line).toContainText('due since')
})

test('an answer about the firm is given once and stands in the next assessment', async () => {
  const { page } = running
  await goTo(page, 'Organization')
  await page.locator('summary').filter({ hasText: 'Crown jewels' }).click()
  const card = page.getByRole('article', { name: /^CJ-01 / })
  await card.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await expect(card).toContainText('Answered on')
  // What is typed beside it goes with the next choice, and of choices in haste the last one stands.
  await card.locator('summary').first().click()
  await card.getByLabel('Note').fill('Dana said so on the phone.')
  await card.evaluate(async (element) => {
    for (const word of ['No', 'Yes', 'Partly']) {
      const choices = [...element.querySelectorAll<HTMLElement>('.choice')]
      choices.find((choice) => choice.textContent === word)?.click()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  await expect(card.getByRole('button', { name: 'Save the note' })).toHaveCount(0)
  await expect(card.getByLabel('Note')).toHaveValue('Dana said so on the phone.')
  await goTo(page, 'Home')
  await goTo(page, 'Organization')
  await page.locator('summary').filter({ hasText: 'Crown jewels' }).click()
  await expect(card.getByLabel('Note')).toHaveValue('Dana said so on the phone.')
  await expect(card.getByRole('radio', { name: 'Partly' })).toBeChecked()
  // What was saved never gives way to what it replaced.
  await card.getByLabel('Note').fill('Dana wrote it down.')
  const seen = await card.evaluate(async (element) => {
    const notes = new Set<string>()
    const save = [...element.querySelectorAll('button')].find((button) => button.textContent === 'Save the note')
    save?.click()
    for (let look = 0; look < 100; look += 1) {
      notes.add(element.querySelector('textarea')?.value ?? '')
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return [...notes]
  })
  expect(seen).toEqual(['Dana wrote it down.'])
  await card.getByRole('button', { name: 'Take back' }).press('Enter')
  await expect(card).toContainText('Taken back, with its note.')
  await expect(card.getByRole('radio', { name: 'Partly' })).not.toBeChecked()
  await expect(card.getByRole('button', { name: 'Put it back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card.getByLabel('Note')).toHaveValue('Dana wrote it down.')
  await expect(card.getByRole('radio', { name: 'Partly' })).toBeChecked()
  await startAssessment(page, 'Fern Hollow Sensors Ltd', { relationship: 'Supplier', depth: 'Lite' })
  await page
    .getByRole('navigation', { name: 'Sections of the questionnaire' })
    .getByRole('button', { name: /^Crown jewels/ })
    .click()
  await expect(page.locator('#question-CJ-01').getByRole('radio', { name: 'Partly' })).toBeChecked()
})

test('the exposure matrix is filled in with the keyboard alone', async () => {
  const { page } = running
  await goTo(page, 'Crown jewels')
  await page.getByRole('button', { name: 'Who can reach them' }).press('Enter')
  await page.getByLabel('Find a third party').fill('fern')
  await expect(page.getByRole('table', { name: 'Third parties and the crown jewels they can reach' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  await page.keyboard.press('4')
  const cell = (reach: string) => page.getByRole('button', { name: `Fern Hollow Sensors Ltd, Command links and their keys: ${reach}` })
  await expect(cell('see, stop')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('checkbox', { name: 'stop' }).press('Space')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter')
  await expect(cell('see')).toBeVisible()
  await page.getByLabel('Find a third party').fill('')
  await expect(cell('see')).toBeVisible()
  await goTo(page, 'Crown jewels')
  await expect(page.getByRole('button', { name: 'Archive Command links and their keys' })).toBeVisible()

  // Where one was last may be gone from a narrower matrix; the Tab key comes into it all the same.
  const suggestion = page.getByRole('region', { name: 'Suggestions' }).getByRole('button').first()
  await suggestion.press('Enter')
  await expect(page.getByRole('button', { name: /^(Archive|Remove) / })).toHaveCount(2)
  // The suggestion has left the list, and the next one has the focus.
  await expect(suggestion).toBeFocused()
  await page.getByRole('button', { name: 'Who can reach them' }).press('Enter')
  const search = page.getByLabel('Find a third party')
  const cells = page.getByRole('button', { name: /^Fern Hollow Sensors Ltd, / })
  for (const at of [0, 1]) {
    await page.getByLabel('Crown jewel', { exact: true }).selectOption('All crown jewels')
    await expect(cells).toHaveCount(2)
    await cells.nth(at).focus()
    await page.getByLabel('Crown jewel', { exact: true }).selectOption('Command links and their keys')
    await expect(cells).toHaveCount(1)
    await search.press('Tab')
    await expect(cells).toBeFocused()
  }

  // Whatever leaves the register, the way to add another takes the focus.
  await goTo(page, 'Crown jewels')
  await page.getByRole('button', { name: /^Remove / }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(page.getByRole('button', { name: /^Remove / })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Add a crown jewel' })).toBeFocused()
})
