// What a screen must be: accessible, whole, and walked through with the Tab key without losing sight of where one is.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What an independent checker finds against WCAG 2.2 A and AA. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** Visible elements that reach beyond an edge of the window and cannot be scrolled to. */
export async function cutOffSideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    return [...document.body.querySelectorAll('*')].flatMap((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      const isVisible = width > 1 && height > 1 && getComputedStyle(element).visibility === 'visible'
      const isBeyond = (right > window.innerWidth + 1 || left < -1) && !element.matches('.skip-link')
      return isVisible && isBeyond && !scrolls(element.parentElement) ? [element.outerHTML.slice(0, 120)] : []
    })
  })
}

/** What reaches beyond the edge of a pane and could be seen only by scrolling it sideways. A pane is an element that `panes` selects. */
export async function scrolledSideways(page: Page, panes: string): Promise<string[]> {
  return page.evaluate((panes) => {
    return [...document.querySelectorAll(panes)].flatMap((pane) => {
      if (pane.scrollWidth <= pane.clientWidth + 1) return []
      const { left, right } = pane.getBoundingClientRect()
      const beyond = [...pane.querySelectorAll('*')].filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 1 && box.height > 1 && (box.right > right + 1 || box.left < left - 1)
      })
      return [`${pane.className}: ${beyond.at(-1)?.outerHTML.slice(0, 120) ?? 'nothing that shows'}`]
    })
  }, panes)
}

/** How many bars of gaps grow from their left end, and how many from their right; one that is full does from neither. */
export async function startsOfBars(page: Page): Promise<{ readonly left: number; readonly right: number }> {
  return page.evaluate(() => {
    const sides = [...document.querySelectorAll('.interval')].map((bar) => {
      const whole = bar.getBoundingClientRect()
      const sure = bar.querySelector('.interval-sure')?.getBoundingClientRect()
      if (sure === undefined || sure.width < 1 || whole.width - sure.width < 1) return 'neither'
      return Math.abs(sure.left - whole.left) < 1 ? 'left' : 'right'
    })
    const count = (side: string) => sides.filter((one) => one === side).length
    return { left: count('left'), right: count('right') }
  })
}

interface FocusStep {
  readonly what: string
  /** Null when nothing is wrong with where the focus is. */
  readonly fault: string | null
  readonly isFirstAgain: boolean
}

/** Looks at the element that has the focus now. The first one is marked, so that a walk knows when it is round. */
async function focusNow(page: Page): Promise<FocusStep> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body)
      return { what: 'the page itself', fault: 'the focus is nowhere', isFirstAgain: false }
    const what = element.outerHTML.slice(0, 140)
    const isFirstAgain = element.hasAttribute('data-walked-from')
    if (document.querySelector('[data-walked-from]') === null) element.setAttribute('data-walked-from', '')
    // A hidden native control shows its focus on what stands in for it.
    const shown = element.getBoundingClientRect().width > 2 ? element : (element.closest('label') ?? element.parentElement ?? element)
    const box = shown.getBoundingClientRect()
    const isInSight =
      box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth
    if (!isInSight) return { what, fault: 'the focus is out of sight', isFirstAgain }
    const rings = [shown, element, ...shown.querySelectorAll('*'), shown.parentElement].filter((one) => one !== null)
    const isRinged = rings.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    })
    return { what, fault: isRinged ? null : 'nothing shows where the focus is', isFirstAgain }
  })
}

export interface FocusWalk {
  readonly stops: number
  readonly faults: readonly string[]
  /** The walk came back to where it began, or had no more to see within its steps. */
  readonly isRound: boolean
}

/** Presses Tab from the top of the screen until the walk is round, for at most `mostSteps`. */
export async function walkByTab(page: Page, mostSteps: number): Promise<FocusWalk> {
  await page.evaluate(() => {
    document.querySelector('[data-walked-from]')?.removeAttribute('data-walked-from')
    // The walk begins above everything else, wherever the focus was.
    const start = document.createElement('span')
    start.tabIndex = -1
    start.dataset['walk'] = 'start'
    document.body.prepend(start)
    start.focus()
  })
  const faults: string[] = []
  let stops = 0
  let isRound = false
  // Leaving the last element passes through the window itself once.
  let gaps = 0
  while (stops < mostSteps && !isRound) {
    await page.keyboard.press('Tab')
    const { what, fault, isFirstAgain } = await focusNow(page)
    stops += 1
    isRound = isFirstAgain
    if (fault === 'the focus is nowhere' && gaps === 0) gaps += 1
    else if (fault !== null) faults.push(`${fault}: ${what}`)
  }
  await page.evaluate(() => document.querySelector('[data-walk="start"]')?.remove())
  return { stops, faults, isRound }
}
