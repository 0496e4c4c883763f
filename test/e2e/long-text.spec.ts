// Ten thousand characters in every text field: each is taken or refused with a sentence, and what was typed stays.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { allScreens, settle, type ShownScreen, showScreen } from './support/all-screens.ts'
import { makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { makeVault } from './support/steps.ts'

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
  running.app.process().kill('SIGKILL')
  place.remove()
})

// Letters of several scripts, both directions, a character beyond the first plane, what means something to HTML and to spreadsheets.
const odd = 'Ünïcode 山田 שלום ﷺ 🜚 \u200f<b>&amp;</b> =1+1 '
const long = odd.repeat(Math.ceil(10_000 / odd.length)).slice(0, 10_000)

interface Field {
  readonly name: string
  readonly kept: boolean
  readonly told: boolean
}

/** Fills every text field of a form, sends it, and says of each field whether the text is still there and whether a sentence says what came of it: what is wrong, or that it is saved. */
async function overfill(form: Locator): Promise<Field[]> {
  const fields = form.locator(
    'input[type="text"]:not([role="combobox"]):not([inputmode]), input:not([type]):not([role="combobox"]), textarea',
  )
  const count = await fields.count()
  for (let index = 0; index < count; index += 1) {
    const field = fields.nth(index)
    if (await field.isEditable()) await field.fill(long)
  }
  const send = form.locator('button[type="submit"]').first()
  if ((await send.count()) > 0 && (await send.isEnabled())) await send.click()
  await form.page().waitForTimeout(1_000)
  return fields.evaluateAll(
    (elements, text) =>
      elements.flatMap((element) => {
        if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) || element.readOnly || element.disabled)
          return []
        const ids = (element.getAttribute('aria-describedby') ?? '').split(' ')
        const beside = ids.some((id) => document.getElementById(id)?.className.includes('field-error') === true)
        const nearby = element.closest('form, article, [role="dialog"], [role="alertdialog"]')
        const isSaved = element.closest('article')?.querySelector('.save-line-saved') instanceof Element
        const told = beside || isSaved || nearby?.querySelector('.field-error, [role="alert"]') !== null
        // A short field may stop taking characters at its limit, where one sees it.
        const isFull = element.maxLength > 0 && element.value.length === element.maxLength
        return [{ name: element.labels?.[0]?.textContent ?? element.name, kept: isFull || element.value === text, told: isFull || told }]
      }),
    long,
  )
}

/** Goes to another screen, and lets what is not saved go. */
async function leaveFor(page: Page, screen: ShownScreen): Promise<void> {
  const isAsked = page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Leave/ })
    .click({ timeout: 1_500 })
    .catch(() => undefined)
  await Promise.all([isAsked, showScreen(page, screen)])
  // While it was asked, the screen before was still there, and ready.
  await settle(page, screen)
}

async function formsOf(page: Page): Promise<Locator[]> {
  return page.getByRole('main').locator('form:visible').all()
}

test('ten thousand odd characters are taken or refused with a sentence, and stay', async () => {
  test.setTimeout(240_000)
  const { page } = running
  const found: string[] = []
  let seen = 0
  const note = (screen: string, fields: readonly Field[]) => {
    seen += fields.length
    for (const { name, kept, told } of fields) {
      if (!kept) found.push(`${screen}: ${name} loses text`)
      if (!told) found.push(`${screen}: ${name} says nothing`)
    }
  }
  const wanted = new Set(['new-third-party', 'third-party-profile', 'organization', 'decision', 'settings', 'questions'])
  for (const screen of await allScreens(page)) {
    if (!wanted.has(screen.name)) continue
    await leaveFor(page, screen)
    const forms = await formsOf(page)
    for (const form of forms.slice(0, 4)) note(screen.name, await overfill(form))
  }
  expect(found).toEqual([])
  expect(seen).toBeGreaterThan(15)
})
