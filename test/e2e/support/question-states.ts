// States of the questionnaire that a screen just opened does not show, each brought about without a word of the language.
import type { Page } from '@playwright/test'

export interface QuestionState {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
  /** What is there then, as a CSS selector. */
  readonly ready: string
  readonly leave: (page: Page) => Promise<void>
}

async function jumpTo(page: Page, typed: string): Promise<void> {
  await page.locator('[data-jump]').fill(typed)
  await page.locator('[data-jump]').press('Enter')
}

async function emptyJump(page: Page): Promise<void> {
  await page.locator('[data-jump]').fill('')
}

const escape = (page: Page) => page.keyboard.press('Escape')
/** The n-th button of the filters above the questions: all, not answered, unknown, flagged. */
const filter = (page: Page, place: number) => page.locator('.filters .choice').nth(place).click()

/** From the questions of an open assessment, and back to them. */
export const questionStates: readonly QuestionState[] = [
  {
    name: 'the list of keys',
    show: (page) => page.locator('article.question').first().press('?'),
    ready: '[role="dialog"]',
    leave: escape,
  },
  { name: 'a jump to nothing', show: (page) => jumpTo(page, '?'), ready: '.jump .field-error', leave: emptyJump },
  { name: 'a jump to no question of the pack', show: (page) => jumpTo(page, 'ZZ-99'), ready: '.jump .field-error', leave: emptyJump },
  {
    name: 'an answer that waits for its reason, and then is taken back',
    show: async (page) => {
      await page.locator('article.question').first().press('x')
      await page.locator('.reason textarea').first().focus()
      await page.locator('[data-jump]').focus()
    },
    ready: '.save-line-open',
    leave: async (page) => {
      await page.locator('article.question').first().press('Control+z')
      await page.locator('.undo-line-shown').waitFor()
    },
  },
  { name: 'what was taken back', show: () => Promise.resolve(), ready: '.undo-line-shown', leave: () => Promise.resolve() },
  {
    name: 'only the questions without an answer, and one answered since',
    show: async (page) => {
      await filter(page, 1)
      await page.locator('article.question').first().press('u')
    },
    ready: '.filters .button',
    leave: async (page) => {
      await page.locator('article.question').first().press('Control+z')
      await filter(page, 0)
    },
  },
  { name: 'only flagged questions', show: (page) => filter(page, 3), ready: 'article.question, .empty', leave: (page) => filter(page, 0) },
]
