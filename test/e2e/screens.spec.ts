// Every screen, light and dark, at two sizes and at 200 % zoom: accessible, nothing cut off sideways, nothing refused by the page's policy.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { makeVault } from './support/steps.ts'

let place: Place
let running: RunningApp
const complaints: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startApp(place)
  running.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await makeVault(running, place)
  await recordExamples(running.page)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const home = (page: Page) => page.getByRole('button', { name: 'Home', exact: true }).click()

const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['home', home],
  ['organization', (page) => page.getByRole('button', { name: 'Organization', exact: true }).click()],
  [
    'third party',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /^Open Norrland/ }).click()
    },
  ],
  [
    'questions',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /: Norrland.*Partner/ }).click()
      // Everything is answered, so the assessment opens where it is decided.
      await page.getByRole('button', { name: 'Back to the questions' }).click()
      const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' })
      await sections.waitFor()
      // At 200 % the list is folded away behind the section that is open.
      const unfold = sections.getByRole('button', { name: /^Section \d+ of/ })
      if (await unfold.isVisible()) await unfold.click()
      await sections.getByRole('button', { name: /^Ownership/ }).click()
    },
  ],
  [
    'decision',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /: Halcyon.*Investor/ }).click()
      await page.getByRole('heading', { name: /^Decide on/ }).waitFor()
    },
  ],
  [
    'report',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /: Kestrel.*Supplier/ }).click()
      await page.getByRole('heading', { name: /^Report on/ }).waitFor()
    },
  ],
  [
    'settings',
    async (page) => {
      await page.getByRole('button', { name: 'Settings', exact: true }).click()
      await page.getByRole('list', { name: 'Ways to open this vault' }).waitFor()
      await page.getByText('What each protects against').click()
    },
  ],
  [
    'compare',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /: Norrland.*Partner/ }).click()
      const back = page.getByRole('button', { name: 'Back to the questions' })
      await page.getByRole('button', { name: 'Compare', exact: true }).or(back).first().waitFor()
      if (await back.isVisible()) await back.click()
      await page.getByRole('button', { name: 'Compare', exact: true }).click()
      await page.getByLabel('Compare with').selectOption({ index: 1 })
      await page.getByRole('table', { name: /^Gaps by domain/ }).waitFor()
    },
  ],
  [
    'question packs',
    async (page) => {
      await page.getByRole('button', { name: 'Question packs' }).click()
      await page.getByRole('list', { name: 'Question packs' }).waitFor()
    },
  ],
  [
    'the result opened, and what a check against lists gave',
    async (page) => {
      await home(page)
      await page.getByRole('button', { name: /: Halcyon.*Investor/ }).click()
      const back = page.getByRole('button', { name: 'Back to the questions' })
      const rail = page.getByRole('complementary', { name: 'Live result' })
      await rail.or(back).first().waitFor()
      if (await back.isVisible()) await back.click()
      await rail.waitFor()
      for (const part of await rail.locator('details').all()) await part.evaluate((element) => element.setAttribute('open', ''))
      await rail.getByRole('button', { name: /Enter what a check gave|Change/ }).click()
      await page.getByRole('alertdialog', { name: 'Screening against lists' }).waitFor()
    },
  ],
  ['check a report', (page) => page.getByRole('button', { name: 'Check a report' }).click()],
]

/** What an independent checker finds against WCAG 2.2 A and AA. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Visible elements that reach beyond the right edge of the window. */
async function cutOffSideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')].flatMap((element) => {
      const { right, width, height } = element.getBoundingClientRect()
      const isVisible = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
      return isVisible && right > window.innerWidth + 1 ? [element.outerHTML.slice(0, 120)] : []
    }),
  )
}

const looks = [
  { name: 'light at 1280×800', theme: 'light', width: 1280, height: 800, zoom: 1 },
  { name: 'dark at 1920×1080', theme: 'dark', width: 1920, height: 1080, zoom: 1 },
  { name: 'light at 200 %', theme: 'light', width: 1280, height: 800, zoom: 2 },
] as const

for (const look of looks) {
  test(`every screen is accessible and whole, ${look.name}`, async () => {
    const { app, page } = running
    await app.evaluate(({ BrowserWindow, nativeTheme }, { theme, width, height, zoom }) => {
      nativeTheme.themeSource = theme
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(zoom)
    }, look)
    for (const [name, open] of screens) {
      await open(page)
      await page.waitForTimeout(300)
      expect.soft(await accessibilityFaults(page), `${name}, ${look.name}`).toEqual([])
      expect.soft(await cutOffSideways(page), `${name}, ${look.name}: cut off sideways`).toEqual([])
      const cancel = page.getByRole('button', { name: 'Cancel' })
      if (await cancel.isVisible()) await cancel.click()
    }
  })
}

test('the checks above find a picture without words, pale text and a line that is too wide', async () => {
  const { page } = running
  await page.evaluate(() => {
    const planted = document.createElement('div')
    planted.id = 'planted'
    planted.append(document.createElement('img'), document.createElement('p'))
    const pale = planted.querySelector('p')
    if (pale) {
      pale.textContent = 'pale text'
      pale.style.color = '#eeeeee'
      pale.style.background = '#ffffff'
      pale.style.width = '6000px'
    }
    document.querySelector('main')?.append(planted)
  })
  const found = (await accessibilityFaults(page)).join('\n')
  expect(found).toContain('image-alt')
  expect(found).toContain('color-contrast')
  expect((await cutOffSideways(page)).join('\n')).toContain('pale text')
  await page.evaluate(() => document.querySelector('#planted')?.remove())
})

test('no screen was refused anything by the page policy, and none logged an error', () => {
  expect(complaints).toEqual([])
  expect(running.errors()).not.toContain('fault ')
})
