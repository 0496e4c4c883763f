// What the page may not do in the running app: leave, open windows, run text as code, use devices, or speak through the door as somebody else.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { leavingVectors } from './support/leaving-vectors.ts'
import { startStockWindow } from './support/stock-window.ts'
import { askForPermissions } from './support/permission-vectors.ts'

const address = 'app://vault/index.html'

let place: Place
let running: RunningApp
let page: Page

// One app for all: each test leaves it as it was, and says so by the checks after it.
test.beforeAll(async () => {
  place = makePlace()
  running = await startApp(place)
  page = running.page
  await page.evaluate(() => Reflect.set(window, 'sameOldPage', true))
})

test.afterEach(async () => {
  expect(page.url()).toBe(address)
  expect(await page.evaluate(() => Reflect.get(window, 'sameOldPage'))).toBe(true)
  expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

/** Calls the door from the page, with anything at all. */
async function knock(name: unknown, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([one, other]) => {
      const bridge: unknown = Reflect.get(window, 'bridge')
      return typeof bridge === 'object' && bridge !== null ? Reflect.apply(Reflect.get(bridge, 'call'), bridge, [one, other]) : null
    },
    [name, input] as const,
  )
}

test('every window runs with the frozen preferences', async () => {
  const preferences = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): unknown => Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])),
  )
  expect(preferences).toHaveLength(1)
  // What Electron 33 reports of them; drops, webviews and frames are tried out below.
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  })
})

test('the page has neither Node nor Electron nor a network, and one way out', async () => {
  const seen = await page.evaluate(() => ({
    present: [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      'RTCPeerConnection',
      'webkitRTCPeerConnection',
      'WebTransport',
      'WebSocket',
      'EventSource',
    ].filter((name) => Reflect.get(window, name) !== undefined),
    bridge: Object.keys(Object(Reflect.get(window, 'bridge'))),
    origin: window.origin,
    isBridgeReplaced: Reflect.set(window, 'bridge', 'mine'),
    isSocketRestored: Reflect.set(window, 'WebSocket', 'mine'),
  }))
  expect(seen).toEqual({ present: [], bridge: ['call'], origin: 'null', isBridgeReplaced: false, isSocketRestored: false })
})

test('the page can store nothing in the browser', async () => {
  const outcomes = await page.evaluate(async () => {
    const attempts: Readonly<Record<string, () => unknown>> = {
      localStorage: () => localStorage.setItem('a', 'b'),
      sessionStorage: () => sessionStorage.setItem('a', 'b'),
      cookie: () => {
        document.cookie = 'a=b'
        return document.cookie
      },
      indexedDB: () => indexedDB.open('a'),
      caches: () => caches.open('a'),
      files: () => navigator.storage.getDirectory(),
    }
    const stored: string[] = []
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt()
        stored.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    return stored
  })
  expect(outcomes).toEqual([])
})

test('every file of the page comes with the policy and the other headers', async () => {
  const files: { readonly url: string; readonly headers: Record<string, string> }[] = []
  page.on('response', (response) => files.push({ url: response.url(), headers: response.headers() }))
  await page.reload()
  await page.evaluate(() => Reflect.set(window, 'sameOldPage', true))
  expect(files.length).toBeGreaterThanOrEqual(3)
  for (const { headers } of files) {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';.*trusted-types default/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
  }
})

test('text never becomes code: no inline script, handler, javascript: address, eval or data: script', async () => {
  const ran = await page.evaluate(async () => {
    const attempts: readonly ((mark: string) => unknown)[] = [
      (mark) => document.body.append(Object.assign(document.createElement('script'), { text: mark })),
      (mark) => {
        document.body.append(Object.assign(document.createElement('script'), { src: `data:text/javascript,${mark}` }))
      },
      (mark) => {
        document.body.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob([mark])) }))
      },
      (mark) => {
        const button = document.createElement('button')
        button.setAttribute('onclick', mark)
        button.click()
      },
      (mark) => {
        document.body.insertAdjacentHTML('beforeend', `<img src=x onerror="${mark}">`)
      },
      (mark) => {
        location.href = `javascript:${mark}`
      },
      // Later, so that the test tool's own licence to run text does not cover it.
      (mark) =>
        new Promise((resolve, reject) =>
          setTimeout(() => {
            try {
              resolve(Reflect.construct(Function, [mark])())
            } catch (error) {
              reject(error)
            }
          }),
        ),
      (mark) =>
        new Promise((resolve, reject) =>
          setTimeout(() => {
            try {
              resolve(Reflect.apply(Reflect.get(window, 'eval'), window, [mark]))
            } catch (error) {
              reject(error)
            }
          }),
        ),
      (mark) => Reflect.apply(setTimeout, window, [mark]),
      (mark) => import(`data:text/javascript,${mark}`),
    ]
    for (const [index, attempt] of attempts.entries()) {
      try {
        await attempt(`window.ranAsCode=(window.ranAsCode||[]).concat(${index})`)
      } catch {
        // Refused, as it should be.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return Reflect.get(window, 'ranAsCode') ?? []
  })
  expect(ran).toEqual([])
})

for (const vector of leavingVectors) {
  test(`the page stays where it is: ${vector.name}`, async () => {
    await vector.run(page)
    await page.waitForTimeout(150)
  })
}

for (const vector of leavingVectors.filter((one) => one.leavesStockWindow)) {
  test(`a stock window leaves, so the question is a real one: ${vector.name}`, async () => {
    const stock = await startStockWindow(place)
    const before = await stock.departures()
    await vector.run(stock.page).catch(() => undefined)
    await expect.poll(stock.departures).toBeGreaterThan(before)
    await stock.app.close()
  })
}

test('a stock window grants what is asked, so the questions about permissions are real ones', async () => {
  const stock = await startStockWindow(place)
  // Only two of them: some of the others end the page of a stock window.
  const answers = await stock.page.evaluate(async () => [
    await Notification.requestPermission(),
    (await navigator.permissions.query({ name: 'geolocation' })).state,
  ])
  expect(answers).toEqual(['granted', 'granted'])
  await stock.app.close()
})

test('an empty page, to which a script may always go, is replaced with our own at once', async () => {
  await page.evaluate(() => {
    location.href = 'about:blank'
  })
  await expect(page.getByRole('button', { name: 'New vault…' })).toBeVisible()
  await page.evaluate(() => Reflect.set(window, 'sameOldPage', true))
})

test('the page and its preload start without a single error', async () => {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => troubles.push(message.text()))
  await page.reload()
  await expect(page.getByRole('button', { name: 'New vault…' })).toBeVisible()
  await page.evaluate(() => Reflect.set(window, 'sameOldPage', true))
  expect(troubles).toEqual([])
})

test('no permission is granted, whatever the page asks for', async () => {
  const answers = await page.evaluate(askForPermissions)
  expect(Object.keys(answers).length).toBeGreaterThan(20)
  expect(Object.entries(answers).filter(([, answer]) => answer === 'granted')).toEqual([])
})

test('a webview is an unknown element, and an empty frame gives away nothing', async () => {
  const seen = await page.evaluate(async () => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.invalid/')
    const frame = document.createElement('iframe')
    document.body.append(view, frame)
    await new Promise((resolve) => setTimeout(resolve, 200))
    const taken = ['bridge', 'RTCPeerConnection', 'WebSocket', 'document'].filter((name) => {
      try {
        return Reflect.get(Object(frame.contentWindow), name) !== undefined
      } catch {
        return false
      }
    })
    const kind = Object.prototype.toString.call(view)
    view.remove()
    frame.remove()
    return { kind, taken }
  })
  expect(seen).toEqual({ kind: '[object HTMLElement]', taken: [] })
})

test('another window with the same preload is a stranger to the door, even on our own page', async () => {
  const faultsBefore = running.errors().split('fault ').length
  for (const url of ['data:text/html,<p>stranger', address]) {
    const answer = await running.app.evaluate(async ({ app, BrowserWindow, webContents }, target) => {
      const [own] = webContents.getAllWebContents()
      if (!own) throw new Error('There is no window.')
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, session: own.session, sandbox: true } })
      await stranger.loadURL(target)
      const said: unknown = await stranger.webContents.executeJavaScript("window.bridge.call('vault.state', {})")
      stranger.destroy()
      return said
    }, url)
    expect(answer).toMatchObject({ ok: false, fault: { code: 'foreign-sender' } })
  }
  // The second stranger is our whole page, which knocks by itself as well.
  await expect.poll(() => running.errors().split('fault ').length).toBeGreaterThanOrEqual(faultsBefore + 2)
})

test('an unknown procedure is refused and logged', async () => {
  const faultsBefore = running.errors().split('fault ').length
  for (const name of ['vault.nothing', '__proto__', 'constructor', '', 7, null, { toString: 'x' }, 'x'.repeat(100_000)]) {
    expect(await knock(name, {})).toMatchObject({ ok: false, fault: { code: 'unknown-procedure' } })
  }
  await expect.poll(() => running.errors().split('fault ').length).toBe(faultsBefore + 8)
})

test('bad input of every kind is refused with a code, and the app goes on', async () => {
  const inputs = [
    null,
    7,
    'text',
    [],
    { handle: 7 },
    { handle: 'x'.repeat(10_000_000), passphrase: 'x' },
    { handle: 'made-up', passphrase: 'correct horse battery staple' },
    { __proto__: { handle: 'x' } },
    { handle: Number.NaN },
  ]
  for (const input of inputs)
    expect(await knock('vault.open', input)).toMatchObject({
      ok: false,
      fault: { code: expect.stringMatching(/^(invalid-input|place-unknown|not-found)$/) },
    })
  expect(await knock('app.about', {})).toMatchObject({ ok: true })
})

test('Electron’s own ways onto a network are closed in the main process too', async () => {
  const outcomes = await running.app.evaluate(async ({ net, session }) => {
    const attempts = [
      () => net.fetch('http://203.0.113.7/'),
      () => net.request('http://203.0.113.7/'),
      () => fetch('http://203.0.113.7/'),
      () => session.defaultSession.fetch('http://203.0.113.7/'),
      () => session.fromPartition('vault').fetch('http://203.0.113.7/'),
    ]
    return Promise.all(
      attempts.map(async (attempt) => {
        try {
          await attempt()
          return 'went out'
        } catch (error) {
          return String(error)
        }
      }),
    )
  })
  for (const outcome of outcomes) expect(outcome).toMatch(/never opens a network connection|ERR_BLOCKED_BY_CLIENT/)
})

test('every file the app made is for its owner alone', () => {
  const paths = readdirSync(place.userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(paths.length).toBeGreaterThan(3)
  // Bits of the group and of everybody else.
  expect(paths.filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([])
})
