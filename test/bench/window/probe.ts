// Runs inside the app under measurement, product or bare alike: tells when its window shows a painted button and carries out orders.
import { createInterface } from 'node:readline'
import { app, type BrowserWindow, dialog, ipcMain } from 'electron'
import { z } from 'zod'
import { type PaintReport, PaintReport as PaintReportSchema, probeMark, type ProbeMessage, ProbeOrder } from './probe-messages.ts'

// The browser's own record of when text first appeared and when the largest text did; both are on the screen by the later one.
const paintScript = `(async () => {
  if (document.querySelector('button') === null) return null
  const firstMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  if (firstMs === undefined) return null
  const largest = await new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type: 'largest-contentful-paint', buffered: true }))
  return performance.timeOrigin + Math.max(firstMs, ...largest.map((entry) => entry.startTime))
})()`

const say = (message: ProbeMessage) => process.stdout.write(`${probeMark}${JSON.stringify(message)}\n`)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const now = () => performance.timeOrigin + performance.now()

let confirmedAt: number | null = null

// The product's door passes through here, because the probe is loaded before it: the answer to a save is its confirmation.
const openChannel = ipcMain.handle.bind(ipcMain)
ipcMain.handle = (channel, listener) =>
  openChannel(channel, async (event, ...given: unknown[]) => {
    const answer: unknown = await listener(event, ...given)
    if (given[0] === 'answer.save') confirmedAt = now()
    return answer
  })

const clockTries = 40

/** Asks the page for its time again and again; the quickest answer says most about the difference. */
async function pageClockAhead(window: BrowserWindow): Promise<number> {
  let best = { roundTripMs: Infinity, aheadMs: 0 }
  for (let tries = 0; tries < clockTries; tries += 1) {
    const askedAt = now()
    const pageTime = z.number().parse(await window.webContents.executeJavaScript('performance.timeOrigin + performance.now()'))
    const roundTripMs = now() - askedAt
    if (roundTripMs < best.roundTripMs) best = { roundTripMs, aheadMs: pageTime - askedAt - roundTripMs / 2 }
  }
  return best.aheadMs
}

async function paintOf(window: BrowserWindow, shownAt: Promise<number>): Promise<PaintReport> {
  for (;;) {
    const paintedAt: unknown = await window.webContents.executeJavaScript(paintScript)
    if (paintedAt !== null) return PaintReportSchema.parse({ paintedAt, shownAt: await shownAt })
    await pause(20)
  }
}

async function carryOut(window: BrowserWindow, order: ProbeOrder): Promise<unknown> {
  const { webContents } = window
  switch (order.do) {
    case 'script':
      return webContents.executeJavaScript(order.script, true)
    case 'answer-dialogs':
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [order.path] })
      return null
    case 'reload':
      webContents.reload()
      await new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
      return null
    case 'confirmed-at':
      return confirmedAt
    case 'page-clock':
      return pageClockAhead(window)
    case 'press':
      webContents.focus()
      webContents.sendInputEvent({ type: 'keyDown', keyCode: order.key })
      webContents.sendInputEvent({ type: 'char', keyCode: order.key })
      webContents.sendInputEvent({ type: 'keyUp', keyCode: order.key })
      return null
  }
}

function obey(window: BrowserWindow): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const order = ProbeOrder.parse(JSON.parse(line))
    carryOut(window, order).then(
      (value) => say({ kind: 'answer', id: order.id, value: value ?? null }),
      (error: unknown) => say({ kind: 'problem', id: order.id, sentence: String(error) }),
    )
  })
}

app.once('browser-window-created', (_event, window) => {
  const shownAt = new Promise<number>((resolve) => window.once('show', () => resolve(now())))
  window.webContents.once('did-finish-load', () => {
    void paintOf(window, shownAt).then((report) => {
      say({ kind: 'painted', report })
      obey(window)
    })
  })
})
