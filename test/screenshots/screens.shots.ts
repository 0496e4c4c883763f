// Takes a picture of every screen of the sample vault, light and dark, for the manual and for whoever judges how it looks.
import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from '@playwright/test'
import { allScreens, type Look, showScreen } from '../e2e/support/all-screens.ts'
import { makePlace, type RunningApp, startApp } from '../e2e/support/app.ts'
import { openSample } from '../e2e/support/sample.ts'

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

test('a picture of every screen', async () => {
  const place = makePlace()
  const running = await startApp(place)
  const { app, page } = running
  mkdirSync(pictures, { recursive: true })
  try {
    await page.evaluate(() => document.fonts.ready)
    await takePicture(running, 'unlock-light')
    await openSample(running, place)
    // Playwright shows every page light unless it is told to leave that to the app.
    await page.emulateMedia({ colorScheme: null })
    for (const { theme, width, height } of looks) {
      await app.evaluate(
        ({ BrowserWindow, nativeTheme }, { theme, width, height }) => {
          nativeTheme.themeSource = theme
          BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
        },
        { theme, width, height },
      )
      for (const screen of await allScreens(page)) {
        await showScreen(page, screen)
        await page.waitForTimeout(250)
        await takePicture(running, `${screen.name}-${theme}`)
      }
    }
  } finally {
    await app.close()
    place.remove()
  }
})
