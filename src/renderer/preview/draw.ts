// Draws a stranger's file as pixels, in a process that has nothing but this file: no bridge, no network, no vault.
import { AnnotationMode, getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

interface Drawing {
  /** PNG as base64. */
  readonly png: string
  readonly pageCount: number
}

declare global {
  var pdfjsWorker: { readonly WorkerMessageHandler: object } | undefined
  var drawPreview: ((kind: 'picture' | 'pdf', page: number) => Promise<Drawing>) | undefined
}

/** Longest side of what is drawn, in pixels. */
const longestSidePx = 1_800
const largestPicturePx = 100_000_000

function newCanvas(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas to draw on.')
  return { canvas, context }
}

function pngOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}

async function readDocument(): Promise<ArrayBuffer> {
  const response = await fetch('app://vault/document')
  return response.arrayBuffer()
}

async function drawPicture(): Promise<Drawing> {
  const bitmap = await createImageBitmap(new Blob([await readDocument()]))
  if (bitmap.width * bitmap.height > largestPicturePx) throw new Error('The picture is too large to draw.')
  const scale = Math.min(1, longestSidePx / Math.max(bitmap.width, bitmap.height))
  const { canvas, context } = newCanvas(bitmap.width * scale, bitmap.height * scale)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return { png: pngOf(canvas), pageCount: 1 }
}

async function drawPdf(pageNumber: number): Promise<Drawing> {
  const task = getDocument({
    data: await readDocument(),
    wasmUrl: 'app://vault/pdf-reader/',
    useWasm: false,
    enableXfa: false,
    maxImageSize: largestPicturePx,
    stopAtErrors: false,
    verbosity: 0,
  })
  const pdf = await task.promise
  const page = await pdf.getPage(Math.min(pageNumber, pdf.numPages))
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: longestSidePx / Math.max(natural.width, natural.height, 1) })
  const { canvas } = newCanvas(viewport.width, viewport.height)
  // Drawing for print needs no frames, which a window that nobody sees does not get. Forms and links are not drawn.
  await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.DISABLE, background: 'white' }).promise
  return { png: pngOf(canvas), pageCount: pdf.numPages }
}

// As in the page: what speaks to the network is gone before the document is read.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'EventSource'])
  Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false })

// Parsing runs here instead of in a worker: this process does nothing else, and is ended when it takes too long.
globalThis.pdfjsWorker = { WorkerMessageHandler }
GlobalWorkerOptions.workerSrc = 'app://vault/none'
globalThis.drawPreview = (kind, page) => (kind === 'pdf' ? drawPdf(page) : drawPicture())
