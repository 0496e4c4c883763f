// Logos out of strangers' files: taken apart strictly, written anew without anything but the picture.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jpegs, pngChunk, pngOf } from '#test/support/pictures.ts'
import { readJpeg } from './read-jpeg.ts'
import { readPng } from './read-png.ts'

const text = (words: string) => Buffer.from(words, 'latin1')
const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
/** Puts a segment behind the start of the file. */
const withSegment = (file: Buffer, marker: number, data: Buffer) =>
  Buffer.concat([file.subarray(0, 2), segment(marker, data), file.subarray(2)])

describe('a PNG', () => {
  test('is taken with its size, and read again it is the same', () => {
    const read = readPng(pngOf({ widthPx: 30, heightPx: 20 }))
    expect(read).toMatchObject({ ok: true, picture: { format: 'png', widthPx: 30, heightPx: 20 } })
    if (read.ok) expect(readPng(Buffer.from(read.picture.content))).toEqual(read)
  })

  test('loses its texts, its place on earth and whatever stands behind its end', () => {
    const secret = 'Taken at 51.5 N by J. Doe'
    const extra = ['tEXt', 'eXIf', 'iCCP', 'acTL'].map((type) => pngChunk(type, text(secret)))
    const read = readPng(Buffer.concat([pngOf({ widthPx: 3, heightPx: 2, extra }), text(`%PDF ${secret}`)]))
    if (!read.ok) throw new Error(read.why)
    expect(Buffer.from(read.picture.content).includes(secret)).toBe(false)
    expect(Buffer.from(read.picture.content)).toEqual(pngOf({ widthPx: 3, heightPx: 2 }))
  })

  test.each([
    ['interlaced', pngOf({ widthPx: 3, heightPx: 2, isInterlaced: true }), /without interlacing/],
    ['with fewer rows than it says', pngOf({ widthPx: 3, heightPx: 2, rows: 1 }), /damaged/],
    ['with more rows than it says', pngOf({ widthPx: 3, heightPx: 2, rows: 3 }), /damaged/],
    ['too wide', pngOf({ widthPx: 4_001, heightPx: 1 }), /larger than a logo needs/],
    ['with too many pixels', pngOf({ widthPx: 2_001, heightPx: 2_000, rows: 0 }), /larger than a logo needs/],
    ['without any', pngOf({ widthPx: 0, heightPx: 2 }), /no size/],
    [
      'with two palettes',
      pngOf({ widthPx: 3, heightPx: 2, extra: [pngChunk('PLTE', text('abc')), pngChunk('PLTE', text('abc'))] }),
      /damaged/,
    ],
    ['without an end', pngOf({ widthPx: 3, heightPx: 2 }).subarray(0, -12), /damaged/],
    ['that is no more than its name', text('\u0089PNG\r\n\u001a\n'), /damaged/],
  ])('%s is refused in a sentence', (_, file, why) => {
    expect(readPng(file)).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  test('with any byte changed is refused, or is the same picture', () => {
    const file = pngOf({ widthPx: 5, heightPx: 4, extra: [pngChunk('tEXt', text('hello'))] })
    fc.assert(
      fc.property(fc.nat(file.length - 9), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(file)
        changed[at + 8] = (changed[at + 8] ?? 0) ^ change
        expect(readPng(changed).ok).toBe(false)
      }),
    )
  })
})

describe('a JPEG', () => {
  test.each(['baseline', 'progressive'] as const)('is taken with its size, and read again it is the same: %s', (kind) => {
    const read = readJpeg(jpegs[kind])
    expect(read).toMatchObject({ ok: true, picture: { format: 'jpeg', widthPx: 40, heightPx: 10 } })
    if (read.ok) expect(readJpeg(Buffer.from(read.picture.content))).toEqual(read)
  })

  test('loses the camera’s data, comments and whatever stands behind its end', () => {
    const secret = 'Taken at 51.5 N by J. Doe'
    const file = Buffer.concat([withSegment(withSegment(jpegs.baseline, 0xe1, text(secret)), 0xfe, text(secret)), text(secret)])
    const read = readJpeg(file)
    if (!read.ok) throw new Error(read.why)
    expect(Buffer.from(read.picture.content).includes(secret)).toBe(false)
    expect(read).toEqual(readJpeg(jpegs.baseline))
  })

  test.each([
    ['cut off', jpegs.baseline.subarray(0, 300), /damaged/],
    ['with a broken head', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), /damaged/],
    ['with garbage between its parts', Buffer.concat([jpegs.baseline.subarray(0, 20), text('xx'), jpegs.baseline.subarray(20)]), /damaged/],
    ['without a picture', Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, text('JFIF')), Buffer.from([0xff, 0xd9])]), /damaged/],
    ['with two frames', withSegment(jpegs.baseline, 0xc0, Buffer.from([8, 0, 10, 0, 40, 3])), /damaged/],
  ])('%s is refused in a sentence', (_, file, why) => {
    expect(readJpeg(file)).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  test.each([
    ['of four inks', [5, 4], /CMYK/],
    ['of twelve bits', [0, 12], /rare/],
    ['without height', [2, 0], /no size/],
    ['of 65,290 pixels', [3, 255], /larger than a logo needs/],
  ] as const)('%s is refused in a sentence', (_, [offset, value], why) => {
    const at = jpegs.baseline.indexOf(Buffer.from([0xff, 0xc0])) + 4
    const changed = Buffer.from(jpegs.baseline)
    changed[at + offset] = value
    expect(readJpeg(changed)).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  test('with any bytes at all never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(600), (bytes, at) => {
        const changed = Buffer.concat([jpegs.progressive.subarray(0, at), bytes, jpegs.progressive.subarray(at + bytes.length)])
        expect(typeof readJpeg(changed).ok).toBe('boolean')
        expect(typeof readPng(changed).ok).toBe('boolean')
      }),
    )
  })
})
