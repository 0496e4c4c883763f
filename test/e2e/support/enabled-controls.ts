// Presses everything that can be pressed on a screen, and keeps what the app was asked for meanwhile and how it answered.
import type { ElectronApplication, Page } from '@playwright/test'
import { type ShownScreen, showScreen } from './all-screens.ts'

export interface Asked {
  readonly name: string
  /** `ok`, or the code it was refused with. */
  readonly outcome: string
}

/** From now on every call of the page is written down. Returns what was asked for since the last look, once all of it is answered. */
export async function recordCalls(app: ElectronApplication): Promise<() => Promise<readonly Asked[]>> {
  await app.evaluate(({ ipcMain }) => {
    type Answer = (...call: readonly unknown[]) => Promise<{ ok: boolean; fault?: { code: string } }>
    const doors: Map<string, Answer> = Reflect.get(ipcMain, '_invokeHandlers')
    const record: { asked: Asked[]; openCount: number } = { asked: [], openCount: 0 }
    Reflect.set(globalThis, 'recordOfCalls', record)
    for (const [channel, answer] of doors) {
      doors.set(channel, async (...call) => {
        record.openCount += 1
        const outcome = await answer(...call)
        record.openCount -= 1
        record.asked.push({ name: String(call[1]), outcome: outcome.ok ? 'ok' : (outcome.fault?.code ?? 'unknown') })
        return outcome
      })
    }
  })
  return () =>
    app.evaluate(async () => {
      const record: { asked: Asked[]; openCount: number } = Reflect.get(globalThis, 'recordOfCalls')
      for (let quiet = 0; quiet < 3; quiet = record.openCount === 0 ? quiet + 1 : 0) await new Promise((resolve) => setTimeout(resolve, 10))
      return record.asked.splice(0)
    })
}

const elsewhere: ShownScreen = { name: 'about', route: { screen: 'about' }, ready: 'main dl' }

/**
 * Presses what is enabled on a screen, and in each dialog that opens. Of controls that look alike, as in the rows of a table, only the
 * first: the others do the same for different rows. `spared` are controls that lead out of the vault. Returns what was pressed.
 */
export async function pressEverything(page: Page, screen: ShownScreen, spared: readonly string[]): Promise<readonly string[]> {
  const pressed: string[] = []
  for (;;) {
    // Left and gone to anew, so that a filter that was pressed does not stay.
    await showScreen(page, elsewhere)
    await showScreen(page, screen)
    const done = await page.evaluate(pressSome, { pressed, spared })
    pressed.push(...done)
    if (done.length === 0) return pressed
  }
}

// Runs in the page: presses one after the other until the screen is another one.
async function pressSome({ pressed, spared }: { readonly pressed: readonly string[]; readonly spared: readonly string[] }) {
  const pause = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const controls = 'button, [role="button"], input[type="checkbox"], input[type="radio"]'
  const enabledIn = (part: Element) =>
    [...part.querySelectorAll<HTMLElement>(controls)].filter((one) => !one.matches(':disabled, [aria-disabled="true"]'))
  const kindOf = (one: HTMLElement) => {
    const text = one.classList.contains('button') ? (one.textContent ?? '').trim() : ''
    return [one.tagName, one.getAttribute('type') ?? '', one.className, text].join(' ')
  }
  const done: string[] = []
  const main = document.querySelector('main')
  if (main === null) return done
  // Another question of the same assessment is the same screen.
  const placeNow = () => JSON.stringify({ ...window.history.state, questionId: undefined })
  const place = placeNow()
  for (const folded of main.querySelectorAll('details')) folded.open = true
  await pause()
  await pause()
  for (const one of enabledIn(main)) {
    const kind = kindOf(one)
    if (pressed.includes(kind) || done.includes(kind) || spared.includes((one.textContent ?? '').trim()) || !one.isConnected) continue
    done.push(kind)
    one.click()
    await pause()
    const dialog = document.querySelector('[role="dialog"], [role="alertdialog"]')
    if (dialog !== null) {
      for (const inside of enabledIn(dialog)) if (inside.isConnected) inside.click()
      await pause()
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      await pause()
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) throw new Error(`A dialog stays open after "${kind}".`)
    }
    if (placeNow() !== place) break
  }
  return done
}
