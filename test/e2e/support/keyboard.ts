// What a person does with the keyboard alone, and the proof that no mouse took part.
import { expect, type Locator, type Page } from '@playwright/test'

const mostSteps = 250

/** Moves the focus with Tab until it is on the element. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Goes to a button and presses it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, page.getByRole('button', { name, exact: typeof name === 'string' }).first())
  await page.keyboard.press('Enter')
}

/** Goes to a field and types over what is in it. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await reach(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Chooses in a row of choices: Tab enters it, arrows move, space chooses. */
export async function choose(page: Page, group: string, option: RegExp): Promise<void> {
  const choices = page.getByRole('radiogroup', { name: group })
  const wanted = choices.getByRole('radio', { name: option })
  await expect(choices).toBeVisible()
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (await choices.evaluate((element) => element.contains(document.activeElement))) break
    await page.keyboard.press('Tab')
  }
  for (let steps = 0; steps < 8; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press(' ')
  await expect(wanted).toBeChecked()
}

/** Ticks a box that is not ticked. */
export async function tick(page: Page, box: Locator): Promise<void> {
  await reach(page, box)
  if (!(await box.isChecked())) await page.keyboard.press(' ')
  await expect(box).toBeChecked()
}

/** Goes to a place, a third party or anything else by its name in the palette. */
export async function goByPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('dialog').getByRole('combobox')
  await expect(field).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { selected: true })).toContainText(new RegExp(words, 'i'))
  await page.keyboard.press('Enter')
  await expect(field).toBeHidden()
}

/** Counts what a mouse, a pen or a finger does on this page from now on. */
export async function watchPointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { pointerSeen: seen })
    const note = (event: Event) => {
      // A click that a key makes has no count of presses.
      if (!(event instanceof MouseEvent) || event.type !== 'click' || event.detail > 0) seen.push(event.type)
    }
    for (const name of [
      'pointerdown',
      'pointerup',
      'mousedown',
      'mouseup',
      'touchstart',
      'wheel',
      'click',
      'dblclick',
      'contextmenu',
      'drop',
    ])
      window.addEventListener(name, note, { capture: true })
  })
}

/** What a mouse, a pen or a finger did since `watchPointer`. */
export async function pointerSeen(page: Page): Promise<unknown> {
  return page.evaluate('window.pointerSeen')
}
