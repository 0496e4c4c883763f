// What a screen reader makes of a page: its outline, its landmarks, and what it is told without asking.
import type { Page } from '@playwright/test'

/** What is wrong with the outline: headings that skip a level, not exactly one first heading, landmarks without a name of their own. */
export async function outlineFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(isShown)
    const level = (heading: Element | undefined) => Number(heading?.tagName.slice(1) ?? 0)
    const isSkip = (heading: Element, index: number) => index > 0 && level(heading) > level(headings[index - 1]) + 1
    const skips = headings.filter(isSkip).map((heading) => `skips a level: ${heading.outerHTML.slice(0, 100)}`)
    const firsts = headings.filter((heading) => level(heading) === 1).length
    const mains = [...document.querySelectorAll('main')].filter(isShown).length
    const nameOf = (element: Element) => {
      const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ')
      return element.getAttribute('aria-label') ?? labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
    }
    const parts = [...document.querySelectorAll('nav, aside, section[aria-label], section[aria-labelledby]')].filter(isShown)
    const names = parts.map((part) => `${part.tagName} ${nameOf(part).trim()}`)
    return [
      ...skips,
      ...(firsts === 1 ? [] : [`${firsts} headings of the first level`]),
      ...(mains === 1 ? [] : [`${mains} main parts`]),
      ...parts.filter((part) => nameOf(part).trim() === '').map((part) => `has no name: ${part.outerHTML.slice(0, 100)}`),
      ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `two parts have one name: ${name}`),
    ]
  })
}

/** Writes down from now on what the page says of itself: every text of a status, an alert or another live part, as it comes. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'
    const note = (element: Element) => {
      const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
      if (text !== '' && text !== heard.at(-1)) heard.push(text)
    }
    new MutationObserver((changes) => {
      const changed = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      const elements = changed.map((node) => (node instanceof Element ? node : node.parentElement))
      const parts = elements.flatMap((element) => (element === null ? [] : [element.closest(live), ...element.querySelectorAll(live)]))
      for (const part of new Set(parts)) if (part !== null) note(part)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** What was said since `listen`, in its order. */
export async function heard(page: Page): Promise<string> {
  return page.evaluate('window.heard.join("\\n")')
}
