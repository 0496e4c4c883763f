// Every way by which a page, or a person's slip, could lead the window somewhere else.
import type { Page } from '@playwright/test'

interface LeavingVector {
  readonly name: string
  /** False where Chromium itself forbids it, or where there is nowhere to go. */
  readonly leavesStockWindow: boolean
  readonly run: (page: Page) => Promise<unknown>
}

const elsewhere = 'http://127.0.0.1:1/elsewhere'

/** Puts a link over the page's corner, clicks it as a person would, and takes it away again. */
async function clickLink(page: Page, target: string, how: Parameters<Page['mouse']['click']>[2] = {}): Promise<void> {
  // Measured in the page: a locator would wait for the navigations that were refused before.
  const corner = await page.evaluate((name) => {
    const link = Object.assign(document.createElement('a'), {
      href: 'http://127.0.0.1:1/elsewhere',
      target: name,
      textContent: 'Leave',
      id: 'leaving',
    })
    document.body.prepend(link)
    const { x, y } = link.getBoundingClientRect()
    return { x: x + 3, y: y + 3 }
  }, target)
  await page.mouse.click(corner.x, corner.y, how)
  await page.evaluate(() => document.getElementById('leaving')?.remove())
}

async function submitForm(page: Page, target: string): Promise<void> {
  await page.evaluate((name) => {
    const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:1/elsewhere', target: name })
    document.body.append(form)
    form.submit()
    form.remove()
  }, target)
}

/** Drops something on the page, the way a file manager or another browser does. */
async function drop(page: Page, kind: 'address' | 'file'): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = kind === 'address' ? { items: [{ mimeType: 'text/uri-list', data: elsewhere }] } : { items: [], files: ['/etc/hostname'] }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data: { ...data, dragOperationsMask: 1 } })
  }
  await session.detach()
}

const reachable = [elsewhere, 'https://127.0.0.1:1/', 'file:///etc/passwd']
const forbiddenAnyway = ['data:text/html,elsewhere', 'app://elsewhere/index.html', 'chrome://gpu', 'view-source:app://vault/index.html']
const addresses = [...reachable, ...forbiddenAnyway]

const others: readonly Omit<LeavingVector, 'leavesStockWindow'>[] = [
  { name: 'location.replace', run: (page) => page.evaluate((url) => location.replace(url), elsewhere) },
  { name: 'a click on a link', run: (page) => clickLink(page, '') },
  { name: 'a click on a link for a new window', run: (page) => clickLink(page, '_blank') },
  { name: 'a click on a link for the top frame', run: (page) => clickLink(page, '_top') },
  { name: 'a middle click on a link', run: (page) => clickLink(page, '', { button: 'middle' }) },
  {
    name: 'a click on a link with Ctrl',
    run: async (page) => {
      await page.keyboard.down('Control')
      await clickLink(page, '')
      await page.keyboard.up('Control')
    },
  },
  { name: 'a form', run: (page) => submitForm(page, '') },
  { name: 'a form for a new window', run: (page) => submitForm(page, '_blank') },
  {
    name: 'a refresh in the head',
    run: (page) =>
      page.evaluate((url) => {
        const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` })
        document.head.append(meta)
        setTimeout(() => meta.remove(), 100)
      }, elsewhere),
  },
  {
    name: 'window.open',
    run: async (page) => {
      const opened = await page.evaluate((urls) => urls.map((url) => window.open(url) === null), [...addresses, ''])
      if (opened.includes(false)) throw new Error('A window was opened.')
    },
  },
  { name: 'an address dropped on it', run: (page) => drop(page, 'address') },
  { name: 'a file dropped on it', run: (page) => drop(page, 'file') },
  {
    name: 'the navigation interface',
    run: (page) =>
      page.evaluate(
        (url) =>
          void Object(Reflect.get(window, 'navigation'))
            .navigate(url)
            .committed.catch(() => undefined),
        elsewhere,
      ),
  },
]

const nowhereToGo: readonly Omit<LeavingVector, 'leavesStockWindow'>[] = [
  { name: 'history', run: (page) => page.evaluate(() => history.go(-10)) },
  {
    name: 'the keys that browsers know',
    run: async (page) => {
      for (const keys of ['Alt+ArrowLeft', 'Alt+Home', 'Control+l', 'Control+t', 'Control+n', 'Control+o', 'Control+u', 'F6'])
        await page.keyboard.press(keys)
    },
  },
]

export const leavingVectors: readonly LeavingVector[] = [
  ...addresses.map((target) => ({
    name: `location set to ${target}`,
    leavesStockWindow: reachable.includes(target),
    run: (page: Page) =>
      page.evaluate((url) => {
        location.href = url
      }, target),
  })),
  ...others.map((vector) => ({ ...vector, leavesStockWindow: true })),
  ...nowhereToGo.map((vector) => ({ ...vector, leavesStockWindow: false })),
]
