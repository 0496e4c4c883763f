// Reads a PNG strictly and writes it anew with the picture alone: no text, no colour profile, no animation, nothing after its end.
import { crc32, inflateSync } from 'node:zlib'
import { type PictureOutcome, refused, whyWrongSize } from './picture.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

interface Header {
  readonly widthPx: number
  readonly heightPx: number
  readonly bitsPerPixel: number
  readonly colourType: number
}

const broken = refused('The picture file is damaged. Save it again with a picture program, then choose it again.')

/** Samples of one pixel, by colour type, and the bit depths that go with it. */
const kinds: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

function readChunks(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return null
    const typed = file.subarray(at + 4, at + 8 + length)
    if (crc32(typed) !== file.readUInt32BE(end - 4)) return null
    const type = typed.toString('latin1', 0, 4)
    chunks.push({ type, data: typed.subarray(4) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

function readHeader(chunk: Chunk | undefined): Header | null {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return null
  const [depth = 0, colourType = 0, compression, filter] = chunk.data.subarray(8)
  const kind = kinds[colourType]
  if (kind === undefined || !kind.depths.includes(depth) || compression !== 0 || filter !== 0) return null
  return { widthPx: chunk.data.readUInt32BE(0), heightPx: chunk.data.readUInt32BE(4), bitsPerPixel: kind.samples * depth, colourType }
}

/** Whether the packed rows are exactly those of the picture: not fewer, and never more than its size allows. */
function hasAllRows(packed: Buffer, { widthPx, heightPx, bitsPerPixel }: Header): boolean {
  const expected = (Math.ceil((widthPx * bitsPerPixel) / 8) + 1) * heightPx
  try {
    return inflateSync(packed, { maxOutputLength: expected + 1 }).length === expected
  } catch {
    return false
  }
}

function chunkBytes(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(typed.length + 8)
  out.writeUInt32BE(data.length, 0)
  typed.copy(out, 4)
  out.writeUInt32BE(crc32(typed), typed.length + 4)
  return out
}

function pictureOnly(chunks: readonly Chunk[], packed: Buffer): Buffer {
  const before = chunks.filter(({ type }) => type === 'IHDR' || type === 'PLTE' || type === 'tRNS')
  const parts = [...before, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }]
  return Buffer.concat([signature, ...parts.map(({ type, data }) => chunkBytes(type, data))])
}

export function isPng(file: Buffer): boolean {
  return file.subarray(0, signature.length).equals(signature)
}

/** The picture of a PNG file, written anew. Never throws. */
export function readPng(file: Buffer): PictureOutcome {
  const chunks = readChunks(file)
  const header = readHeader(chunks?.[0])
  if (chunks === null || header === null) return broken
  const { widthPx, heightPx, colourType } = header
  const wrongSize = whyWrongSize(widthPx, heightPx)
  if (wrongSize !== null) return refused(wrongSize)
  if (chunks[0]?.data[12] !== 0) return refused('The picture is an interlaced PNG. Save it without interlacing, then choose it again.')
  const count = (wanted: string) => chunks.filter(({ type }) => type === wanted).length
  if (count('IHDR') !== 1 || count('PLTE') > 1 || count('tRNS') > 1 || (colourType === 3 && count('PLTE') !== 1)) return broken
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  if (!hasAllRows(packed, header)) return broken
  return { ok: true, picture: { format: 'png', widthPx, heightPx, content: pictureOnly(chunks, packed) } }
}
