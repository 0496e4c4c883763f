// A long evening at the desk: mistakes, changed minds, a crash, a lost disk. What was typed is kept, and the screen says what is so.
import { renameSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { addCrownJewel, makeVault, openVault, startAssessment } from './support/steps.ts'

const party = 'Maple Ledger Cloud Ltd'
let place: Place
let running: RunningApp

// One evening: the tests go on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  place = makePlace()
  running = await startOnSlowMachine(place)
  await makeVault(running, place)
  await recordExamples(running.page)
  await startAssessment(running.page, party, { relationship: 'Supplier', depth: 'Full' })
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const question = (page: Page, id: string) => page.locator(`#question-${id}`)
const saved = /Saved \d\d:\d\d/

async function openSection(page: Page, title: RegExp): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' })
  await sections.getByRole('button', { name: title }).click()
  await expect(sections.getByRole('button', { name: title })).toHaveAttribute('aria-current', 'step')
}

async function openDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: new RegExp(`: ${party}`) }).click()
  await expect(page.getByRole('heading', { name: party })).toBeVisible()
}

async function restart(): Promise<void> {
  await running.app.close()
  running = await startOnSlowMachine(place)
  await openVault(running, place)
  await openDraft(running.page)
}

/** A choice of an answer; react-aria hides nothing, but covers the radio with its own look. */
const choice = (card: Locator, name: string) => card.getByRole('radio', { name, exact: true }).first()

test('every kind of answer saves and is there after a restart', async () => {
  const { page } = running
  await question(page, 'PR-10').getByLabel('Answer to PR-10').fill('Book-keeping in the cloud')
  const countries = question(page, 'PR-09')
  await countries.getByRole('combobox', { name: 'Country for PR-09' }).click()
  await page.keyboard.type('Germ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await countries.getByRole('group', { name: 'What happens in Germany' }).getByLabel('Works here').check()
  await question(page, 'PR-04').getByLabel('Financial data').check()
  await question(page, 'PR-05').getByLabel('Financial data').fill('12,500')
  await expect(question(page, 'PR-05').getByText(saved)).toBeVisible()

  await openSection(page, /^Crown jewels/)
  await question(page, 'CJ-05').getByRole('checkbox').first().check()
  await openSection(page, /^Ownership/)
  const owners = question(page, 'OW-02')
  await owners.getByRole('button', { name: 'Add an owner' }).click()
  await expect(owners.getByText('Not saved yet')).toBeVisible()
  await owners.getByLabel('Name').fill('Ledger Holding 山田')
  await owners.getByLabel('Share').fill('62.5')
  await expect(owners.getByText(saved)).toBeVisible()
  await question(page, 'OW-03').getByLabel('Answer to OW-03 in percent').fill('62.5')
  await openSection(page, /^Contract/)
  await question(page, 'CT-05').getByRole('textbox', { name: 'Date for CT-05' }).fill('2026-10-01')
  await expect(question(page, 'CT-05').getByText(saved)).toBeVisible()

  await restart()
  const after = running.page
  await openSection(after, /^Scope/)
  await expect(question(after, 'PR-10').getByLabel('Answer to PR-10')).toHaveValue('Book-keeping in the cloud')
  await expect(question(after, 'PR-09').getByRole('group', { name: 'What happens in Germany' }).getByLabel('Works here')).toBeChecked()
  await expect(question(after, 'PR-05').getByLabel('Financial data')).toHaveValue('12,500')
  await openSection(after, /^Crown jewels/)
  await expect(question(after, 'CJ-05').getByRole('checkbox').first()).toBeChecked()
  await openSection(after, /^Ownership/)
  await expect(question(after, 'OW-02').getByLabel('Name')).toHaveValue('Ledger Holding 山田')
  await expect(question(after, 'OW-02').getByLabel('Share')).toHaveValue('62.5')
  await expect(question(after, 'OW-03').getByLabel('Answer to OW-03 in percent')).toHaveValue('62.5')
  await openSection(after, /^Contract/)
  await expect(question(after, 'CT-05').getByRole('textbox', { name: 'Date for CT-05' })).toHaveValue('1 Oct 2026')
})

test('an answer is cleared, given again and changed, and the last word stays', async () => {
  const { page } = running
  await openSection(page, /^Access/)
  const card = question(page, 'AD-01')
  for (const word of ['Yes', 'No']) {
    await choice(card, word).click()
    await expect(card.getByText(saved)).toBeVisible()
    await card.getByRole('button', { name: 'Clear answer' }).press('Enter')
    await expect(card.getByText('Not answered')).toBeVisible()
    // The button is gone; the question it belonged to takes the next key.
    await expect(card).toBeFocused()
  }
  await choice(card, 'Yes').click()
  await choice(card, 'Partly').click()
  await expect(card.getByText(saved)).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await openDraft(page)
  await openSection(page, /^Access/)
  await expect(choice(question(page, 'AD-01'), 'Partly')).toBeChecked()
  await question(page, 'AD-01').getByRole('button', { name: 'Clear answer' }).click()
  await expect(question(page, 'AD-01').getByText('Not answered')).toBeVisible()
})

test('Ctrl+Z takes the last choices back, one by one, in the vault too', async () => {
  const { page } = running
  const card = question(page, 'AD-01')
  await card.focus()
  // Beside the question the same keys mean nothing.
  await page.getByRole('button', { name: 'Home', exact: true }).focus()
  for (const key of ['1', 'u', 'x']) await page.keyboard.press(key)
  await expect(card.getByText('Not answered')).toBeVisible()
  await card.focus()
  await page.keyboard.press('1')
  await page.keyboard.press('3')
  await expect(choice(card, 'No')).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(choice(card, 'Yes')).toBeChecked()
  await expect(card.getByText(saved)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(card.getByText('Not answered')).toBeVisible()
})

test('N/A counts as unsaved until its reason is typed, and locking asks', async () => {
  const { page } = running
  const card = question(page, 'AD-01')
  await card.focus()
  await page.keyboard.press('x')
  await expect(card.getByText('Not saved yet: the reason is empty')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '1 answer is not saved' })).toBeVisible()
  await page.getByRole('button', { name: 'Lock' }).click()
  const asked = page.getByRole('alertdialog', { name: '1 answer is not saved' })
  await expect(asked).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await card.getByLabel('Reason why this does not apply').fill('They have no account with us')
  await expect(card.getByText(saved)).toBeVisible()
})

test('the engine is killed in the middle of a word: the lock says so, and the word is saved after the vault is opened again', async () => {
  const { app, page } = running
  const note = () => question(page, 'AD-01').getByLabel('Note on AD-01')
  await note().fill('Kept before the crash.')
  await expect(question(page, 'AD-01').getByText(saved)).toBeVisible()
  const pid = await app.evaluate((electron) => electron.app.getAppMetrics().find((one) => one.name === 'Gatehouse engine')?.pid)
  if (pid === undefined) throw new Error('The engine is not among the processes of the app.')
  await note().pressSequentially(' Typed while')
  process.kill(pid, 'SIGKILL')
  await note().pressSequentially(' it died.')
  await expect(page.getByRole('alert')).toContainText('The part of Gatehouse that holds the vault has stopped.')
  await openVault(running, place)
  await expect(note()).toHaveValue(/^Kept before the crash\. Typed while/)
  const text = await note().inputValue()
  await expect(question(page, 'AD-01').getByText(saved)).toBeVisible()
  await restart()
  await openSection(running.page, /^Access/)
  await expect(question(running.page, 'AD-01').getByLabel('Note on AD-01')).toHaveValue(text)
})

test('the disk goes away: the text stays, closing the window asks, and saving works again when the disk is back', async () => {
  const { app, page } = running
  const card = question(page, 'AD-01')
  renameSync(place.vault, `${place.vault}-away`)
  await card.getByLabel('Note on AD-01').fill('Typed without a disk')
  await expect(card.getByRole('alert')).toContainText('Not saved.')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const asked = page.getByRole('alertdialog', { name: '1 answer is not saved' })
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await expect(card.getByLabel('Note on AD-01')).toHaveValue('Typed without a disk')
  renameSync(`${place.vault}-away`, place.vault)
  await card.getByRole('button', { name: 'Try again' }).click()
  await expect(card.getByText(saved)).toBeVisible()
})

test('a comment on a question that an answer takes away waits for it, and stands there again', async () => {
  const { page } = running
  await openSection(page, /^Scope/)
  const kinds = question(page, 'PR-04')
  const counts = question(page, 'PR-05')
  await counts.getByRole('button', { name: 'Their comment… on PR-05' }).click()
  await counts.getByLabel('What the third party says').fill('Twelve thousand at most.')
  await kinds.getByLabel('None of these').check({ force: true })
  await expect(counts).toBeHidden()
  await expect(page.getByText('The comment on PR-05 is not saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('alertdialog', { name: 'This form is not saved' }).getByRole('button', { name: 'Stay here' }).click()
  await kinds.focus()
  await page.keyboard.press('Control+z')
  await expect(counts.getByLabel('What the third party says')).toHaveValue('Twelve thousand at most.')
  await expect(page.getByText('The comment on PR-05 is not saved.')).toBeHidden()
  await counts.getByRole('button', { name: 'Save the comment' }).click()
  await expect(counts.locator('.comment-text')).toHaveText('Twelve thousand at most.')
})

test('leaving a form that is not saved asks first', async () => {
  const { page } = running
  const contact = page.getByLabel('Contact for this report (optional)')
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  const before = await contact.inputValue()
  await contact.fill('Somebody else')
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await expect(contact).toHaveValue('Somebody else')
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await expect(contact).toHaveValue(before)
})

test('single-key shortcuts can be switched off: no character does anything by itself, and the arrows still do', async () => {
  const { page } = running
  const settings = page.getByRole('button', { name: 'Settings', exact: true })
  const switchKeys = page.getByRole('checkbox', { name: /^Single-key shortcuts/ })
  await settings.click()
  await switchKeys.click()
  await expect(switchKeys).not.toBeChecked()
  await openDraft(page)
  const cards = page.locator('article.question')
  await cards.first().focus()
  for (const key of ['j', '?', 'g']) await page.keyboard.press(key)
  await expect(cards.first()).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Keyboard', exact: true })).toBeVisible()
  await expect(cards.locator('kbd')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1)).toBeFocused()
  await settings.click()
  // Two switches in one breath are two changes.
  const switchRecents = page.getByRole('checkbox', { name: /^Keep a list of the vaults opened last/ })
  await expect(switchKeys).not.toBeChecked()
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLInputElement>('.check input'))
      if (box.closest('label')?.innerText.match(/^(Single|Keep)/)) box.click()
  })
  await expect(switchKeys).toBeChecked()
  await expect(switchRecents).not.toBeChecked()
  await switchRecents.click()
  await openDraft(page)
  await cards.first().focus()
  await page.keyboard.press('j')
  await expect(cards.nth(1)).toBeFocused()
})

test('a double click adds one crown jewel and one third party, not two', async () => {
  const { page } = running
  await addCrownJewel(page, 'A jewel to count')
  await page.getByRole('button', { name: 'Add a crown jewel' }).click()
  await page.getByLabel('Crown jewel', { exact: true }).fill('Added twice in haste')
  await page.getByRole('button', { name: 'Add', exact: true }).dblclick()
  await expect(page.getByRole('button', { name: 'Change Added twice in haste' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: 'Add a third party' }).first().click()
  await page.getByLabel('Legal name').fill('Hasty Partners Oy')
  await page.getByRole('checkbox', { name: /^Partner/ }).check()
  await page.getByRole('button', { name: 'Add the third party' }).dblclick()
  await expect(page.getByRole('heading', { name: 'Hasty Partners Oy' })).toBeVisible()
  await page.getByRole('button', { name: 'Start the assessment' }).dblclick()
  await expect(page.getByRole('navigation', { name: 'Sections of the questionnaire' })).toBeVisible()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('button', { name: /: Hasty Partners Oy/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Third parties', exact: true }).click()
  await expect(page.getByRole('row', { name: /Hasty Partners Oy/ })).toHaveCount(1)
})

test('a signed assessment can be read everywhere and changed nowhere', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page.getByRole('button', { name: /: Kestrel.*Supplier/ }).click()
  await expect(page.getByRole('heading', { name: /^Report on Kestrel/ })).toBeVisible()
  await expect(page.getByRole('form', { name: 'Decision' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Sign and freeze…' })).toHaveCount(0)
  await page.getByRole('button', { name: 'See the answers' }).click()
  await expect(page.getByText('Signed, read only')).toBeVisible()
  const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('button')
  for (let index = 0; index < (await sections.count()); index += 1) {
    await sections.nth(index).click()
    await expect(sections.nth(index)).toHaveAttribute('aria-current', 'step')
    const open = page
      .getByRole('article')
      .locator('input, textarea, button')
      .and(page.locator(':not(:disabled):not([readonly]):not(.link)'))
    expect(await open.evaluateAll((controls) => controls.map((control) => control.outerHTML.slice(0, 200)))).toEqual([])
  }
  const card = page.getByRole('article').first()
  const before = await card.textContent()
  await card.focus()
  await page.keyboard.press('3')
  await page.keyboard.press('x')
  await page.keyboard.press('Control+z')
  expect(await card.textContent()).toBe(before)
})

test('a screen that breaks says so with a number, and the way back works', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Assessments' }).first()).toBeVisible()
  // The sections are put in order with this; without it the screen cannot be drawn.
  await page.evaluate(() => {
    const { toSorted } = Array.prototype
    Object.assign(window, { putBack: () => Object.assign(Array.prototype, { toSorted }) })
    Object.assign(Array.prototype, { toSorted: undefined })
  })
  await page.getByRole('button', { name: new RegExp(`: ${party}`) }).click()
  await expect(page.getByRole('heading', { name: 'This screen stopped working' })).toBeVisible()
  await expect(page.locator('code.fault-id')).not.toBeEmpty()
  await page.evaluate('putBack()')
  await page.getByRole('button', { name: 'Show this screen again' }).click()
  await expect(page.getByRole('heading', { name: party })).toBeVisible()
})

test('quitting asks while a form is not saved, and goes without a word once nothing is', async () => {
  const { app, page } = running
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await page.getByLabel('Contact for this report (optional)').fill('Not saved when quitting')
  await app.evaluate(({ app: electron }) => electron.quit())
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  await asked.getByRole('button', { name: 'Stay here' }).click()
  await expect(asked).toBeHidden()
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await asked.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  const quit = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
  await quit
})
