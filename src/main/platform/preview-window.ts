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
  /** The window it belongs to: it goes when that one is closed. */
  readonly owner: BrowserWindow
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

function openHidden(ownSession: Session, owner: BrowserWindow): BrowserWindow {
  return new BrowserWindow({
    show: false,
    parent: owner,
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
    const end = () => {
      clearTimeout(timer)
      resolve(null)
    }
    window.webContents.once('render-process-gone', end)
    window.once('closed', end)
  })
}

async function drawIn(window: BrowserWindow, { kind, page }: FileToDraw): Promise<Drawn> {
  await window.loadURL(previewAddress)
  const raw: unknown = await window.webContents.executeJavaScript(`drawPreview(${JSON.stringify(kind)}, ${page})`)
  return readDrawing(raw)
}

let drawing: BrowserWindow | null = null

/** Ends the process that draws, if there is one: what it holds is not to outlive the open vault. */
export function stopDrawing(): void {
  drawing?.destroy()
}

/** Draws one page in a process that is gone when this resolves. Never rejects. To be called one at a time. */
export async function drawInOwnProcess(file: FileToDraw, { owner, files, timeLimitMs }: DrawOptions): Promise<Drawn> {
  const ownSession = session.fromPartition('preview', { cache: false })
  ownSession.protocol.handle('app', (request) => answerRequest(request, files, file.bytes))
  const window = openHidden(ownSession, owner)
  drawing = window
  try {
    return await Promise.race([drawIn(window, file).catch(() => null), givingUp(window, timeLimitMs)])
  } finally {
    drawing = null
    if (!window.isDestroyed()) window.destroy()
    ownSession.protocol.unhandle('app')
  }
}
