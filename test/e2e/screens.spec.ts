// Every screen, light and dark, at 100 and 200 %: accessible, nothing cut off sideways, walked through with Tab, nothing refused by the page's policy.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { PackCheck } from '#shared/contract/packs.ts'
import type { Question } from '#shared/domain/question.ts'
import { madeUp, pseudoOverlay } from '../generators/pseudo-pack.ts'
import { shippedPack } from '../generators/shipped-pack.ts'
import { allScreens, ask, type Look, openDetails, showScreen } from './support/all-screens.ts'
import { answerOpenDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { questionStates } from './support/question-states.ts'
import { openSample } from './support/sample.ts'
import { accessibilityFaults, cutOffSideways, scrolledSideways, startsOfBars, walkByTab } from './support/screen-checks.ts'
import { delayAnswers, movedWhileOpening } from './support/stillness.ts'
import { outlineFaults } from './support/screen-reader.ts'
import { knownWords, literalsOn, vaultWords } from './support/untranslated.ts'

let place: Place
let running: RunningApp
const complaints: string[] = []

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startOnSlowMachine(place)
  running.page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await openSample(running, place)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

async function lookAt({ theme, width, height, zoom }: Look): Promise<void> {
  // Playwright shows every page light unless it is told to leave that to the app.
  await running.page.emulateMedia({ colorScheme: null })
  await running.app.evaluate(
    ({ BrowserWindow, nativeTheme }, { theme, width, height, zoom }) => {
      nativeTheme.themeSource = theme
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(zoom)
    },
    { theme, width, height, zoom },
  )
  const isDark = () => running.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await expect.poll(isDark).toBe(theme === 'dark')
}

const plainLook: Look = { theme: 'light', width: 1280, height: 800, zoom: 1 }
const looks: readonly (readonly [string, Look])[] = [
  ['light at 1280×800', plainLook],
  ['dark at 1920×1080', { theme: 'dark', width: 1920, height: 1080, zoom: 1 }],
  ['light at 200 %', { theme: 'light', width: 1280, height: 800, zoom: 2 }],
  ['dark at 200 %', { theme: 'dark', width: 1280, height: 800, zoom: 2 }],
]

for (const [name, look] of looks) {
  test(`every screen is accessible and whole, ${name}`, async () => {
    test.setTimeout(240_000)
    const { page } = running
    await lookAt(look)
    for (const screen of await allScreens(page)) {
      await showScreen(page, screen)
      expect.soft(await accessibilityFaults(page), `${screen.name}, ${name}`).toEqual([])
      expect.soft(await cutOffSideways(page), `${screen.name}, ${name}: cut off sideways`).toEqual([])
      expect.soft(await outlineFaults(page), `${screen.name}, ${name}: the outline`).toEqual([])
    }
  })
}

test('the Tab key goes through every screen, and one always sees where the focus is', async () => {
  test.setTimeout(240_000)
  const { page } = running
  await lookAt(plainLook)
  for (const screen of await allScreens(page)) {
    await showScreen(page, screen)
    const { stops, faults } = await walkByTab(page, 60)
    expect.soft(faults, `${screen.name}: the focus is lost or unseen`).toEqual([])
    // Places, palette, lock and at least one thing of its own.
    expect.soft(stops, `${screen.name} can be walked through`).toBeGreaterThan(12)
  }
})

/** Parts of the page whose words are not in catalogues yet, by the screens that show them. Nothing else may hold a word that no catalogue gave. */
const stillEnglish: Readonly<Record<string, string>> = {
  // The pages of the manual and their titles are texts of their own: their translation is another folder.
  help: 'main h1, main .button',
}

async function speak(page: Page, language: string): Promise<void> {
  const { settings } = await ask<{ settings: object }>(page, 'settings.read', {})
  await ask(page, 'settings.save', { ...settings, language })
  await page.reload()
  await page.locator('.places').waitFor()
}

/** What the check finds of a text, a name and a word of the vault that are put on the screen in English. */
async function plantedLiterals(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  const before = await literalsOn(page, known)
  await page.evaluate(
    (ofVault) => {
      const planted = document.createElement('p')
      planted.id = 'planted'
      planted.title = 'Nor this'
      planted.append('Nobody translated this', document.createElement('br'), ofVault ?? '')
      document.body.append(planted)
    },
    [...known].find((words) => words.length > 12),
  )
  const after = await literalsOn(page, known)
  await page.evaluate(() => document.querySelector('#planted')?.remove())
  const texts = after.filter((fault) => !before.includes(fault)).map((fault) => fault.split('  ←')[0] ?? '')
  return texts.toSorted()
}

/** The entries of the menu with a letter that no made-up language has. The last one is for developers, and in no packaged app. */
const untranslatedInMenu = () =>
  running.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? [])
      .flatMap(({ label, submenu }) => [label, ...(submenu?.items ?? []).map((item) => item.label)])
      .filter((label) => /[a-zA-Z]/.test(label)),
  )

for (const language of ['en-XA', 'ar-XB'] as const) {
  test(`nothing is cut off sideways in the made-up language ${language}, and no word is English that a translation could not change`, async () => {
    test.setTimeout(120_000)
    const { page } = running
    await lookAt(plainLook)
    await speak(page, language)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar-XB' ? 'rtl' : 'ltr')
    const known = await knownWords(page, await vaultWords(page))
    for (const screen of await allScreens(page)) {
      await showScreen(page, screen)
      expect.soft(await cutOffSideways(page), `${screen.name} in ${language}`).toEqual([])
      if (screen.name === 'compared') {
        const { right, left } = await startsOfBars(page)
        expect.soft(language === 'ar-XB' ? left : right, `bars that grow against the reading in ${language}`).toBe(0)
        expect.soft(right + left).toBeGreaterThan(0)
      }
      if (language === 'en-XA')
        expect.soft(await literalsOn(page, known, stillEnglish[screen.name]), `${screen.name}: words of no catalogue`).toEqual([])
    }
    if (language === 'en-XA') {
      const questions = (await allScreens(page)).find(({ name }) => name === 'questions')
      if (questions === undefined) throw new Error('There are no questions to look at.')
      await showScreen(page, questions)
      for (const state of questionStates) {
        await state.show(page)
        await page.locator(state.ready).first().waitFor()
        expect.soft(await literalsOn(page, known, stillEnglish['questions']), `${state.name}: words of no catalogue`).toEqual([])
        await state.leave(page)
      }
    }
    if (language === 'en-XA') expect(await plantedLiterals(page, known)).toEqual(['Nobody translated this', 'Nor this'])
    if (language === 'en-XA') expect(await untranslatedInMenu()).toEqual(['Toggle Developer Tools'])
    await speak(page, 'en')
  })
}

for (const [language, packLanguage] of [
  ['en-XA', 'en-XA'],
  ['ar-XB', 'he'],
] as const) {
  test(`a translated question pack is a file and needs no code: ${language} with questions in ${packLanguage}`, async () => {
    test.setTimeout(120_000)
    const { page } = running
    await lookAt(plainLook)
    await speak(page, language)
    const english = shippedPack()
    const path = join(place.temporary, `translation-${packLanguage}.json`)
    writeFileSync(path, JSON.stringify(pseudoOverlay(english, packLanguage)))
    await answerOpenDialog(running, path)
    const { handle } = await ask<{ handle: string }>(page, 'packs.choose', {})
    const { isAdded, check } = await ask<{ isAdded: boolean; check: PackCheck }>(page, 'packs.add', { handle })
    expect([isAdded, check.errorCount]).toEqual([true, 0])
    const { thirdParties } = await ask<{ thirdParties: readonly { readonly id: string; readonly relationships: readonly string[] }[] }>(
      page,
      'thirdParties.list',
      {},
    )
    const [party] = thirdParties
    const { assessment } = await ask<{ assessment: { readonly id: string } }>(page, 'assessments.start', {
      thirdPartyId: party?.id,
      relationship: party?.relationships[0],
      profile: 'full',
      packSha256: check.pack?.reference.sha256,
    })
    const shown = { name: 'translated', route: { screen: 'assessment', id: assessment.id }, ready: 'main article, main .question' }
    await showScreen(page, { ...shown, unfold: openDetails })
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/gu, ' ')
    const words = ({ text: asked, help }: Question) => [asked, help.why, help.good, help.proof, help.firstStep]
    expect(english.questions.flatMap(words).filter((sentence) => text.includes(sentence))).toEqual([])
    expect(english.questions.filter((question) => text.includes(madeUp[packLanguage](question.text))).length).toBeGreaterThan(10)
    expect(await cutOffSideways(page)).toEqual([])
    expect(await scrolledSideways(page, '.questionnaire > *')).toEqual([])
    await speak(page, 'en')
  })
}

test('the checks above find a picture without words, pale text, a line that is too wide and a focus that nobody sees', async () => {
  const { page } = running
  await page.locator('main h1').waitFor()
  await page.evaluate(() => {
    const planted = document.createElement('div')
    planted.id = 'planted'
    planted.append(document.createElement('img'), document.createElement('p'), document.createElement('button'))
    const pale = planted.querySelector('p')
    if (pale) {
      pale.textContent = 'pale text'
      pale.style.color = '#eeeeee'
      pale.style.background = '#ffffff'
      pale.style.width = '6000px'
    }
    const unseen = planted.querySelector('button')
    if (unseen) {
      unseen.textContent = 'unseen'
      unseen.style.outline = 'none'
      unseen.style.boxShadow = 'none'
    }
    document.body.prepend(planted)
  })
  const found = (await accessibilityFaults(page)).join('\n')
  expect(found).toContain('image-alt')
  expect(found).toContain('color-contrast')
  expect((await cutOffSideways(page)).join('\n')).toContain('pale text')
  expect((await scrolledSideways(page, '#planted')).join('\n')).toContain('pale text')
  expect((await walkByTab(page, 20)).faults.join('\n')).toContain('nothing shows where the focus is')
  await page.evaluate(() => document.querySelector('#planted')?.remove())
})

test('nothing that can be pressed moves away while a screen opens, however late its answers come', async () => {
  test.setTimeout(120_000)
  const { page } = running
  await lookAt(plainLook)
  await delayAnswers(running)
  for (const screen of await allScreens(page))
    expect.soft(await movedWhileOpening(page, screen.route), `${screen.name} moves while it opens`).toEqual([])
  await page.evaluate(() => {
    new MutationObserver((_, watch) => {
      // What comes before the screen is shown moves nothing.
      if (document.querySelector('main .settled h1') === null) return
      watch.disconnect()
      setTimeout(() => document.querySelector('main h1')?.before('A line that comes late'), 100)
    }).observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, attributes: true })
  })
  expect(await movedWhileOpening(page, { screen: 'import' })).not.toEqual([])
})

test('no screen was refused anything by the page policy, and none logged an error', () => {
  expect(complaints).toEqual([])
  expect(running.errors()).not.toContain('fault ')
})
