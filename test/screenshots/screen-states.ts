// States that a screen just opened does not show: dialogs, faults, empty lists, a checked report.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { allScreens, showScreen } from '../e2e/support/all-screens.ts'
import { answerOpenDialog, answerSaveDialog, type Place, type RunningApp } from '../e2e/support/app.ts'

interface ScreenState {
  readonly name: string
  /** The screen it begins on, by its name in the list of all screens. */
  readonly on: string
  readonly show: (running: RunningApp, place: Place) => Promise<void>
  readonly leave?: (page: Page) => Promise<void>
}

const dialogOf = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const escape = async (page: Page) => {
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'hidden' })
}
const press = async (page: Page, name: RegExp) => {
  await page.getByRole('main').getByRole('button', { name }).first().click()
  await dialogOf(page).waitFor()
}

/** Of the sample vault. */
export const screenStates: readonly ScreenState[] = [
  {
    name: 'palette',
    on: 'home',
    show: async ({ page }) => {
      await page.keyboard.press('Control+k')
      await dialogOf(page).waitFor()
      await page.keyboard.type('kes')
      await page.getByRole('option').first().waitFor()
    },
    leave: escape,
  },
  {
    name: 'keys',
    on: 'questions',
    show: async ({ page }) => {
      await page.locator('article.question').first().press('?')
      await dialogOf(page).waitFor()
    },
    leave: escape,
  },
  {
    name: 'reason-wanted',
    on: 'questions',
    show: async ({ page }) => {
      await page.locator('article.question').first().press('x')
      await page.locator('.reason textarea').first().focus()
      await page.locator('[data-jump]').focus()
      await page.locator('.save-line-open').waitFor()
    },
    leave: async (page) => {
      await page.locator('article.question').first().press('Control+z')
      await page.locator('.undo-line-shown').waitFor()
    },
  },
  { name: 'plan', on: 'findings', show: ({ page }) => press(page, /^Plan/), leave: escape },
  { name: 'possible-match', on: 'screening', show: ({ page }) => press(page, /^Look at/), leave: escape },
  { name: 'compare-names', on: 'screening', show: ({ page }) => press(page, /^Compare names/), leave: escape },
  { name: 'new-report', on: 'reports', show: ({ page }) => press(page, /^New report/), leave: escape },
  { name: 'key-file', on: 'settings', show: ({ page }) => press(page, /^Require a key file/), leave: escape },
  {
    name: 'not-saved',
    on: 'organization',
    show: async ({ page }) => {
      await page.getByLabel('Name', { exact: true }).fill('Brightwell Diagnostics Holdings, Inc.')
      await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Home', exact: true }).click()
      await dialogOf(page).waitFor()
    },
    leave: async (page) => {
      await dialogOf(page)
        .getByRole('button', { name: /^Leave/ })
        .click()
      await dialogOf(page).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'refused',
    on: 'new-third-party',
    show: async ({ page }) => {
      await page.getByRole('button', { name: 'Add the third party' }).click()
      await page.locator('.field-error').first().waitFor()
    },
  },
  {
    name: 'checked-report',
    on: 'signed-report',
    show: async (running, place) => {
      const { page } = running
      const copy = join(place.folder, 'copy.pdf')
      await answerSaveDialog(running, copy)
      await page.getByRole('button', { name: 'Save a copy…' }).click()
      await page.getByText('Saved as copy.pdf').waitFor()
      await showScreen(page, { name: 'check-a-report', route: { screen: 'verify' }, ready: 'main button' })
      await answerOpenDialog(running, copy)
      await page.getByRole('button', { name: 'Choose a file…' }).click()
      await page.getByRole('region', { name: 'What the check found' }).waitFor({ timeout: 60_000 })
    },
  },
]

/** Goes to where a state begins, and brings it about. */
export async function showState(running: RunningApp, place: Place, state: ScreenState): Promise<void> {
  const screen = (await allScreens(running.page)).find(({ name }) => name === state.on)
  if (screen === undefined) throw new Error(`There is no screen "${state.on}".`)
  await showScreen(running.page, screen)
  await state.show(running, place)
}

/** Screens of a vault in which nothing is yet. */
export const emptyScreens = [
  { name: 'home-empty', route: { screen: 'home' }, ready: 'main h2' },
  { name: 'third-parties-empty', route: { screen: 'third-parties' }, ready: 'main .empty' },
  { name: 'findings-empty', route: { screen: 'findings' }, ready: 'main .empty' },
  { name: 'crown-jewels-empty', route: { screen: 'crown-jewels' }, ready: 'main .empty' },
  { name: 'reports-empty', route: { screen: 'reports' }, ready: 'main .empty' },
  { name: 'portfolio-empty', route: { screen: 'portfolio' }, ready: 'main .empty' },
  { name: 'screening-empty', route: { screen: 'screening' }, ready: 'main h2' },
] as const
