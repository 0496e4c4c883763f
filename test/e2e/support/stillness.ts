// Whether a screen keeps still while it opens: nothing that can be pressed may move away from under the hand.
import type { Page } from '@playwright/test'
import type { RunningApp } from './app.ts'

/** Lets every answer to the page come between 20 and 140 ms later from now on, each at another time. */
export async function delayAnswers({ app }: RunningApp): Promise<void> {
  const channels = await app.evaluate(({ ipcMain }) => {
    type Handler = (...details: readonly unknown[]) => Promise<unknown>
    const handlers: Map<string, Handler> = Reflect.get(ipcMain, '_invokeHandlers')
    let count = 0
    const later = () => {
      count += 1
      return new Promise((resolve) => setTimeout(resolve, 20 + ((count * 47) % 120)))
    }
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...details) => {
        const answer = await handler(...details)
        await later()
        return answer
      })
    }
    return handlers.size
  })
  if (channels === 0) throw new Error('There is no channel whose answers could come later.')
}

/** Goes to a screen and watches until nothing has changed for a while. Returns what could be pressed, was in sight, and then moved. */
export async function movedWhileOpening(page: Page, route: Readonly<Record<string, string>>): Promise<string[]> {
  return page.evaluate(async (state) => {
    const quietMs = 300
    const leastPx = 3
    const first = new Map<Element, DOMRect>()
    const moved = new Set<string>()
    const main = document.querySelector('main')
    if (main === null) throw new Error('The page has no content.')
    let changedAt = performance.now()
    const watch = new MutationObserver(() => {
      changedAt = performance.now()
    })
    watch.observe(main, { subtree: true, childList: true, attributes: true, characterData: true })
    window.history.pushState(state, '')
    window.dispatchEvent(new PopStateEvent('popstate', { state }))
    while (performance.now() - changedAt < quietMs) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      for (const element of main.querySelectorAll('button, a, input, select, textarea, summary')) {
        const box = element.getBoundingClientRect()
        if (box.width < 2 || !element.checkVisibility({ visibilityProperty: true })) continue
        const before = first.get(element)
        if (before === undefined) first.set(element, box)
        else if (Math.max(Math.abs(before.left - box.left), Math.abs(before.top - box.top)) > leastPx)
          moved.add(element.outerHTML.slice(0, 140))
      }
    }
    watch.disconnect()
    return [...moved]
  }, route)
}
