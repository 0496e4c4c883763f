// Reads a JPEG strictly and writes it anew with the picture alone: no camera data, no place, no preview, nothing after its end.
import { type PictureOutcome, refused, whyWrongSize } from './picture.ts'

const broken = refused('The picture file is damaged. Save it again with a picture program, then choose it again.')

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** Frames that a PDF reader can show: baseline, extended and progressive. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2]
/** Tables, the restart interval, the frames, scans, and the two headers that say how colours are coded (JFIF, Adobe). */
const kept: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, ...frames, startOfScan, 0xe0, 0xee])

interface Segment {
  readonly marker: number
  readonly data: Buffer
  /** The picture's own coded data, after a scan's header. */
  readonly coded: Buffer
}

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed zero nor a restart. */
function endOfCoded(file: Buffer, from: number): number {
  let at = from
  while (at + 1 < file.length) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return file.length
}

function readSegments(file: Buffer): Segment[] | null {
  const segments: Segment[] = []
  let at = 2
  while (at + 2 <= file.length) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) return segments
    if (at + 4 > file.length) return null
    const length = file.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > file.length) return null
    const codedEnd = marker === startOfScan ? endOfCoded(file, end) : end
    segments.push({ marker, data: file.subarray(at + 4, end), coded: file.subarray(end, codedEnd) })
    at = codedEnd
  }
  return null
}

function pictureOnly(segments: readonly Segment[]): Buffer {
  const parts = segments
    .filter(({ marker }) => kept.has(marker))
    .flatMap(({ marker, data, coded }) => {
      const head = Buffer.from([0xff, marker, 0, 0])
      head.writeUInt16BE(data.length + 2, 2)
      return [head, data, coded]
    })
  return Buffer.concat([Buffer.from([0xff, startOfImage]), ...parts, Buffer.from([0xff, endOfImage])])
}

export function isJpeg(file: Buffer): boolean {
  return file[0] === 0xff && file[1] === startOfImage && file[2] === 0xff
}

/** The picture of a JPEG file, written anew. Never throws. */
export function readJpeg(file: Buffer): PictureOutcome {
  const segments = readSegments(file)
  if (segments === null || !segments.some(({ marker }) => marker === startOfScan)) return broken
  const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
  const found = segments.filter(({ marker }) => isFrame(marker))
  const [frame] = found
  if (frame === undefined || found.length !== 1 || frame.data.length < 6) return broken
  const components = frame.data[5] ?? 0
  if (!frames.includes(frame.marker) || frame.data[0] !== 8)
    return refused('This kind of JPEG is rare and cannot be printed. Save the picture as a PNG, then choose that.')
  if (components !== 1 && components !== 3)
    return refused('The picture is coded for print shops (CMYK). Save it as RGB or as a PNG, then choose it again.')
  const heightPx = frame.data.readUInt16BE(1)
  const widthPx = frame.data.readUInt16BE(3)
  const wrongSize = whyWrongSize(widthPx, heightPx)
  if (wrongSize !== null) return refused(wrongSize)
  return { ok: true, picture: { format: 'jpeg', widthPx, heightPx, content: pictureOnly(segments) } }
}
