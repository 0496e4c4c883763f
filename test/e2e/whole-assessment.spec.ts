// A whole assessment with the keyboard alone, from the first screen to a signed report that is checked, and what a screen reader is told on the way.
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { choose, goByPalette, pointerSeen, press, tick, type, watchPointer } from './support/keyboard.ts'
import { heard, listen, outlineFaults } from './support/screen-reader.ts'
import { passphrase } from './support/steps.ts'

const party = 'Kestrel Sequencing Services Ltd'
let place: Place
let running: RunningApp
// One sitting: the tests go on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  place = makePlace()
  running = await startApp(place)
  await watchPointer(running.page)
  await listen(running.page)
})
test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const question = (page: Page, id: string) => page.locator(`#question-${id}`)
const saved = /Saved \d\d:\d\d/

/** Goes to a question by its id, whatever has the focus inside the questionnaire. */
async function goTo(page: Page, id: string): Promise<void> {
  await lookFor(page, id)
  await expect(question(page, id)).toBeFocused()
}

async function lookFor(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByLabel('Go to question')).toBeFocused()
  await page.keyboard.type(id)
  await page.keyboard.press('Enter')
}

const isSaved = (page: Page, id: string) => expect(question(page, id).getByText(saved)).toBeVisible()

test('from the first screen to the first question', async () => {
  const { page } = running
  await answerSaveDialog(running, place.vault)
  await press(page, 'New vault…')
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type(passphrase)
  await type(page, 'Passphrase again', passphrase)
  expect(await outlineFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Write down the recovery code' })).toBeFocused()
  const groups = await page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem').allTextContents()
  await type(page, 'Last group of the code', groups.at(-1) ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Home' })).toBeFocused()
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the content"
    - banner:
      - button "Search or go to… Ctrl K"
      - button "Help about this screen"
      - button "Lock"
    - navigation "Main":
      - button "Home"
    - main:
      - heading "Home" [level=1]
  `)

  await press(page, 'Organization')
  await type(page, 'Name', 'Brightwell Diagnostics, Inc.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await press(page, 'Crown jewels')
  await press(page, 'Add a crown jewel')
  await page.keyboard.type('Assay design')
  await choose(page, 'Harm if it is stolen, altered or stopped', /Severe/)
  await press(page, 'Add')
  await expect(page.getByRole('button', { name: 'Change Assay design' })).toBeVisible()

  await press(page, 'Home')
  await press(page, /^Add( a third party)?$/)
  await press(page, 'Add the third party')
  // What is missing has the focus, and a sentence that is read with it.
  await expect(page.getByLabel('Legal name')).toBeFocused()
  await expect(page.getByLabel('Legal name')).toHaveAccessibleDescription(/Legal name .+\.$/)
  await page.keyboard.type(party)
  await tick(page, page.getByRole('checkbox', { name: /^Supplier/ }))
  await press(page, 'Add the third party')
  await expect(page.getByRole('heading', { name: party, level: 1 })).toBeFocused()
  await choose(page, 'Assessed as', /Supplier/)
  await choose(page, 'How deep', /Full/)
  await press(page, 'Start the assessment')
  await expect(page.getByRole('navigation', { name: 'Sections of the questionnaire' })).toBeVisible()
  await expect(page.getByRole('heading', { name: party, level: 1 })).toBeFocused()
  expect(await outlineFaults(page)).toEqual([])
})

test('every kind of control is answered', async () => {
  const { page } = running
  // The first arrow leads into the questions, the next ones on; a text is left with Escape.
  await page.keyboard.press('ArrowDown')
  await expect(question(page, 'PR-10')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(question(page, 'PR-02')).toBeFocused()
  await page.keyboard.press('3')
  await page.keyboard.press('k')
  await page.keyboard.press('a')
  await page.keyboard.type('Sequencing of six hundred samples')
  await page.keyboard.press('Escape')
  await expect(question(page, 'PR-10')).toBeFocused()
  await isSaved(page, 'PR-10')
  // Several, and counts of each.
  await goTo(page, 'PR-04')
  await page.keyboard.press('1')
  await page.keyboard.press('7')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('a')
  await page.keyboard.type('12500')
  await page.keyboard.press('Tab')
  await page.keyboard.type('300')
  await isSaved(page, 'PR-05')
  // One of several, countries with what happens there, crown jewels.
  await goTo(page, 'PR-06')
  await page.keyboard.press('2')
  await goTo(page, 'PR-09')
  await page.keyboard.press('a')
  await page.keyboard.type('Germ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const germany = question(page, 'PR-09').getByRole('group', { name: 'What happens in Germany' })
  await expect(germany.getByRole('checkbox').first()).toBeFocused()
  await page.keyboard.press(' ')
  await isSaved(page, 'PR-09')
  await goTo(page, 'CJ-05')
  await page.keyboard.press('a')
  await page.keyboard.press(' ')
  await isSaved(page, 'CJ-05')
  // Owners, a share, a day.
  await goTo(page, 'OW-02')
  await press(page, 'Add an owner')
  await expect(page.getByRole('group', { name: 'Owner 1' }).getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Kestrel Holding 山田')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Finl')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await type(page, 'Share', '62.5')
  await press(page, 'Add an owner')
  await press(page, 'Remove owner 2')
  await expect(question(page, 'OW-02').getByRole('button', { name: 'Add an owner' })).toBeFocused()
  await isSaved(page, 'OW-02')
  await goTo(page, 'OW-03')
  await page.keyboard.press('a')
  await page.keyboard.type('62.5')
  await isSaved(page, 'OW-03')
  await goTo(page, 'CT-05')
  await page.keyboard.press('a')
  await page.keyboard.type('15.3.2027')
  await isSaved(page, 'CT-05')
  const day = question(page, 'CT-05').getByRole('textbox', { name: 'Date for CT-05' })
  await expect(day).toHaveAccessibleDescription('Monday 15 March 2027')
  await page.keyboard.press('Tab')
  await expect(day).toHaveValue('15 Mar 2027')
})

test('a note, a grade, a file, a reason, and a change of mind', async () => {
  const { page } = running
  // The system's own dialog is answered; the window is asked for it before the key, or the real one opens.
  const chooser = page.waitForEvent('filechooser')
  await goTo(page, 'AD-01')
  await page.keyboard.press('1')
  await page.keyboard.press('n')
  await page.keyboard.type('Their policy of March')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press(' ')
  await expect(question(page, 'AD-01').getByRole('radio', { name: /A document you checked/ })).toBeChecked()
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Add files… as evidence for AD-01' })).toBeFocused()
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name: 'policy.txt', mimeType: 'text/plain', buffer: Buffer.from('Named accounts only.') })
  await expect(question(page, 'AD-01').getByRole('list', { name: 'Files of evidence for AD-01' })).toContainText('policy.txt')
  await expect(question(page, 'AD-01')).toMatchAriaSnapshot(`
    - article /AD-01 Is access limited/:
      - text: /AD-01 Saved/
      - heading /Is access limited/ [level=3]
      - radiogroup "Answer to AD-01":
        - radio "Yes" [checked]
        - radio "Partly"
        - radio "No"
        - radio "Unknown"
        - radio "Declined"
        - radio "N/A"
      - textbox "Note on AD-01": Their policy of March
      - radiogroup "Evidence grade for AD-01":
        - radio /A document you checked yourself/ [checked]
      - list "Files of evidence for AD-01":
        - listitem:
          - button /policy.txt/
      - status: /1 file was encrypted and added/
  `)

  // Not applicable: the way into the answer leads to the reason.
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await expect(question(page, 'AD-02')).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('a')
  await expect(page.getByLabel('Reason why this does not apply')).toBeFocused()
  await page.keyboard.type('They sign in at our site only')
  await page.keyboard.press('Escape')
  await isSaved(page, 'AD-02')
  await page.keyboard.press('3')
  await isSaved(page, 'AD-02')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: the answer to AD-02. Ctrl+Shift+Z does it again.')).toBeVisible()
  await expect(question(page, 'AD-02').getByRole('radio', { name: 'N/A' })).toBeChecked()
  await page.keyboard.press('Control+Shift+z')
  await expect(question(page, 'AD-02').getByRole('radio', { name: 'No', exact: true })).toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(page.getByLabel('Reason why this does not apply')).toHaveValue('They sign in at our site only')
  await page.keyboard.press('g')
  await page.keyboard.type('ZZ-99')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('ZZ-99 is not in this pack.')

  const said = await heard(page)
  expect(said).toContain('Saving…')
  expect(said).toMatch(/^Saved \d\d:\d\d$/m)
  expect(said).toContain('1 answer is not saved')
  expect(said).toContain('1 file was encrypted and added.')
  expect(said).toContain('Taken back: the answer to AD-02.')
  expect(said).toContain('Done again: the answer to AD-02.')
  expect(said).toContain('ZZ-99 is not in this pack.')
  // The result is read out whenever it changes.
  expect(said).toMatch(/^Result so far.*because of/m)
})

interface OpenCard {
  readonly id: string
  /** The key of the answer that leaves no gap; null where the answer is a fact. */
  readonly goodKey: string | null
  readonly isHere: boolean
  /** True where one arrow leads to it. */
  readonly isNext: boolean
}

/** The first question of the section on the screen that nobody has answered; null when there is none. */
async function firstOpen(page: Page): Promise<OpenCard | null> {
  return page.locator('.questions').evaluate((list) => {
    const cards = [...list.querySelectorAll('article.question')]
    const open = cards.find((card) => card.querySelector('.save-line-blank') !== null)
    if (open === undefined) return null
    return {
      id: open.getAttribute('data-question') ?? '',
      goodKey: open.querySelector('.choice-good .choice-key')?.textContent ?? null,
      isHere: open === document.activeElement,
      isNext: cards[cards.indexOf(open) - 1] === document.activeElement,
    }
  })
}

test('every other question is answered, section by section', async () => {
  test.setTimeout(180_000)
  const { page } = running
  await goTo(page, 'PR-10')
  const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('listitem')
  const count = await sections.count()
  for (let section = 0; section < count; section += 1) {
    await expect(sections.nth(section).locator('[aria-current="step"]')).toBeVisible()
    // An answer may call for another question, or for one fewer.
    for (let open = await firstOpen(page); open !== null; open = await firstOpen(page)) {
      if (open.isNext) await page.keyboard.press('ArrowDown')
      else if (!open.isHere) await lookFor(page, open.id)
      // The answer before may just be taking this question off the screen.
      const focusedId = await page.evaluate(() => document.activeElement?.getAttribute('data-question'))
      if (focusedId === open.id) await page.keyboard.press(open.goodKey ?? 'u')
    }
    await expect(page.getByRole('status').filter({ hasText: saved })).toBeVisible()
    if (section + 1 < count) await page.keyboard.press(']')
  }
  await expect(page.getByRole('radio', { name: /^Not answered 0$/ })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Live result' })).toMatchAriaSnapshot(`
    - complementary "Live result":
      - heading "Result so far" [level=2]
      - region "Flags":
        - heading /Flags/ [level=3]
      - region "Gaps by domain":
        - heading "Gaps by domain" [level=3]
        - group: /Crown jewels \\d/
        - group: /Ownership and control/
      - region "Ask these first"
      - region "Confidence":
        - heading "Confidence" [level=3]
  `)
})

test('it is decided, signed and checked', async () => {
  test.setTimeout(120_000)
  const { page } = running
  await goByPalette(page, 'Decide and sign')
  await expect(page.getByRole('heading', { name: `Decide on ${party}` })).toBeFocused()
  expect(await outlineFaults(page)).toEqual([])
  await choose(page, 'Decision', /^Proceed with conditions/)
  await press(page, 'Add a condition')
  await expect(page.getByLabel('Condition 1', { exact: true })).toBeFocused()
  await page.keyboard.type('Named accounts before the first delivery')
  await press(page, 'Save the decision')
  // The first thing that is missing has the focus.
  await expect(page.getByLabel('Decided by')).toBeFocused()
  await expect(page.getByLabel('Decided by')).toHaveAccessibleDescription(/Decided by .+\.$/)
  await page.keyboard.type('Dana Whitfield, COO')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The decision is saved.')).toBeVisible()
  await type(page, 'Name', 'Dana Whitfield')
  await type(page, 'Role (optional)', 'COO')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: /^Dana Whitfield, COO/ })).toBeFocused()
  await press(page, 'Sign and freeze…')
  await press(page, 'Sign and freeze')
  await expect(page.getByRole('heading', { name: `Report on ${party}` })).toBeFocused({ timeout: 60_000 })
  const said = await heard(page)
  for (const sentence of ['The decision is saved.', 'Signed and frozen']) expect(said).toContain(sentence)
  // Which of the steps is caught depends on how fast they are.
  expect(said).toMatch(
    /^(Collecting the data|Setting the pages|Checking them for the archive|Signing|Checking the signature|Keeping it in the vault)$/m,
  )
  expect(await outlineFaults(page)).toEqual([])

  const copy = join(place.folder, 'report.pdf')
  await answerSaveDialog(running, copy)
  await press(page, 'Save a copy…')
  await expect(page.getByText('Saved as report.pdf')).toBeVisible()
  await press(page, 'Check a report')
  await answerOpenDialog(running, copy)
  await press(page, /^Choose a file/)
  await expect(page.getByRole('heading', { name: 'report.pdf' })).toBeFocused({ timeout: 30_000 })
  await expect(page.getByRole('region', { name: 'What the check found' })).toContainText('Dana Whitfield')
  expect(await outlineFaults(page)).toEqual([])
})

test('no mouse, pen or finger took part, and the watch would have seen one', async () => {
  const { page } = running
  expect(await pointerSeen(page)).toEqual([])
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  expect(await pointerSeen(page)).toEqual(['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
})
