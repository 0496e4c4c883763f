// Takes a picture of every screen of the sample vault and of states that it can be in, light and dark, for the manual and for whoever judges how it looks.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from '@playwright/test'
import { allScreens, type Look, showScreen } from '../e2e/support/all-screens.ts'
import { makePlace, type RunningApp, startApp } from '../e2e/support/app.ts'
import { openSample } from '../e2e/support/sample.ts'
import { makeVault, openVault } from '../e2e/support/steps.ts'
import { emptyScreens, screenStates, showState } from './screen-states.ts'

const pictures = resolve(import.meta.dirname, '../../docs/manual/images')

async function takePicture({ app }: RunningApp, name: string): Promise<void> {
  const encoded = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? ''
  })
  writeFileSync(resolve(pictures, `${name}.png`), Buffer.from(encoded, 'base64'))
}

const looks: readonly Look[] = [
  { theme: 'light', width: 1280, height: 800, zoom: 1 },
  { theme: 'dark', width: 1280, height: 800, zoom: 1 },
]

async function lookAt({ app, page }: RunningApp, { theme, width, height }: Look): Promise<void> {
  // Playwright shows every page light unless it is told to leave that to the app.
  await page.emulateMedia({ colorScheme: null })
  await app.evaluate(
    ({ BrowserWindow, nativeTheme }, { theme, width, height }) => {
      nativeTheme.themeSource = theme
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    },
    { theme, width, height },
  )
}

/** Waits out what fades in. */
const still = (running: RunningApp) => running.page.waitForTimeout(250)

test('a picture of every screen and of states that it can be in', async () => {
  const place = makePlace()
  const running = await startApp(place)
  const { app, page } = running
  mkdirSync(pictures, { recursive: true })
  try {
    await page.evaluate(() => document.fonts.ready)
    await takePicture(running, 'unlock-light')
    await openSample(running, place)
    for (const look of looks) {
      await lookAt(running, look)
      for (const screen of await allScreens(page)) {
        await showScreen(page, screen)
        await still(running)
        await takePicture(running, `${screen.name}-${look.theme}`)
      }
      for (const state of screenStates) {
        await showState(running, place, state)
        await still(running)
        await takePicture(running, `state-${state.name}-${look.theme}`)
        await state.leave?.(page)
      }
    }
  } finally {
    await app.close()
    place.remove()
  }
})

test('a picture of every list before anything is in it, and of a passphrase that is wrong', async () => {
  const place = makePlace()
  const running = await startApp(place)
  const { app, page } = running
  try {
    await makeVault(running, place)
    for (const look of looks) {
      await lookAt(running, look)
      for (const screen of emptyScreens) {
        await showScreen(page, screen)
        await still(running)
        await takePicture(running, `state-${screen.name}-${look.theme}`)
      }
      await page.getByRole('button', { name: 'Lock', exact: true }).click()
      await openVault(running, place, 'not the passphrase at all')
      await page.getByRole('alert').waitFor()
      await takePicture(running, `state-wrong-passphrase-${look.theme}`)
      await openVault(running, place)
      await page.locator('.places').waitFor()
    }
  } finally {
    await app.close()
    place.remove()
  }
})
