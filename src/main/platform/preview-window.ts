// Draws a stranger's file in a hidden window of its own: a sandboxed process without a preload, which is ended as soon as the picture is there.
import { BrowserWindow, session, type Session } from 'electron'
import { z } from 'zod'
import { pageHeaders, servePage } from './page-files.ts'

export interface FileToDraw {
  readonly kind: 'picture' | 'pdf'
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Counted from 1. */
  readonly page: number
}

/** What came of drawing; null when it failed, took too long or ended its process. */
export type Drawn = { readonly png: Uint8Array<ArrayBuffer>; readonly pageCount: number } | null

export interface DrawOptions {
  readonly files: ReadonlyMap<string, string>
  readonly timeLimitMs: number
}

const previewAddress = 'app://vault/preview.html'
const documentAddress = 'app://vault/document'
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Far more than a drawing of this size takes, in base64 characters. */
const longestDrawing = 64 * 1024 * 1024

const Drawing = z.strictObject({ png: z.string().max(longestDrawing), pageCount: z.int().min(1) })

/** What the window may load: its own code, the one document, and the decoders for images in PDFs. Never anything from outside. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src blob: data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'sandbox allow-scripts',
].join('; ')

async function answerRequest(request: Request, files: DrawOptions['files'], bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const own = { ...pageHeaders, 'Content-Security-Policy': contentSecurityPolicy }
  if (request.url === documentAddress) return new Response(bytes, { headers: { ...own, 'Content-Type': 'application/octet-stream' } })
  const served = await servePage(files, request)
  const mediaType = served.headers.get('Content-Type') ?? 'text/plain'
  return new Response(served.body, { status: served.status, headers: { ...own, 'Content-Type': mediaType } })
}

function openHidden(ownSession: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    width: 400,
    height: 400,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      disableDialogs: true,
      backgroundThrottling: false,
      devTools: false,
      session: ownSession,
    },
  })
}

function readDrawing(raw: unknown): Drawn {
  const drawing = Drawing.safeParse(raw)
  if (!drawing.success) return null
  const png = new Uint8Array(Buffer.from(drawing.data.png, 'base64'))
  return pngStart.equals(png.subarray(0, pngStart.length)) ? { png, pageCount: drawing.data.pageCount } : null
}

/** Nothing after so many milliseconds, or when the window's process ends. */
function givingUp(window: BrowserWindow, afterMs: number): Promise<null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), afterMs)
    window.webContents.once('render-process-gone', () => {
      clearTimeout(timer)
      resolve(null)
    })
    window.once('closed', () => clearTimeout(timer))
  })
}

async function drawIn(window: BrowserWindow, { kind, page }: FileToDraw): Promise<Drawn> {
  await window.loadURL(previewAddress)
  const raw: unknown = await window.webContents.executeJavaScript(`drawPreview(${JSON.stringify(kind)}, ${page})`)
  return readDrawing(raw)
}

/** Draws one page in a process that is gone when this resolves. Never rejects. */
export async function drawInOwnProcess(file: FileToDraw, { files, timeLimitMs }: DrawOptions): Promise<Drawn> {
  const ownSession = session.fromPartition('preview', { cache: false })
  ownSession.protocol.handle('app', (request) => answerRequest(request, files, file.bytes))
  const window = openHidden(ownSession)
  try {
    return await Promise.race([drawIn(window, file).catch(() => null), givingUp(window, timeLimitMs)])
  } finally {
    window.destroy()
    ownSession.protocol.unhandle('app')
  }
}
