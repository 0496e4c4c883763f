import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mediaTypeOf } from './media-type.ts'

const text = (content: string) => new TextEncoder().encode(content)
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])))

describe('the content of a file', () => {
  test.each([
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], 'IHDR'), 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a GIF', bytes('GIF89a'), 'image/gif'],
    ['a WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['a Word document', bytes('PK', [3, 4], 'stuff[Content_Types].xml', 'word/document.xml'), expect.stringContaining('wordprocessingml')],
    ['a ZIP archive', bytes('PK', [3, 4], 'holiday.jpg'), 'application/zip'],
    ['a Windows program', bytes('MZ', [0x90, 0]), 'application/vnd.microsoft.portable-executable'],
    ['a video', bytes([0, 0, 0, 0x18], 'ftypmp42'), 'video/mp4'],
    ['a text', text('Certificate of incorporation, Malmö'), 'text/plain'],
    ['a message', text('Received: from mail.example\nSubject: Policy'), 'message/rfc822'],
    ['XML', text('<?xml version="1.0"?><a/>'), 'application/xml'],
    ['bytes that say nothing', bytes([0, 1, 2, 3]), 'application/octet-stream'],
    ['nothing', new Uint8Array(0), 'text/plain'],
  ])('%s is known by its beginning', (_, content, mediaType) => {
    expect(mediaTypeOf(content)).toEqual(mediaType)
  })

  test.each([
    ['a web page that calls itself a picture', text('\n  <!DOCTYPE html><script>alert(1)</script>'), 'text/html'],
    ['an SVG with a script', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'],
    ['a shell script', text('#!/bin/sh\nrm -rf ~'), 'text/x-shellscript'],
    // Whoever draws it as a GIF draws a picture; whoever runs it elsewhere was told what it is.
    ['a GIF that is a script as well', bytes('GIF89a/*', [1, 0], '*/=1;alert(1)'), 'image/gif'],
    ['a web page with a PDF in it', text('<html><!-- %PDF-1.7 -->'), 'text/html'],
    ['a PDF that does not begin as one', text('   %PDF-1.7'), 'text/plain'],
  ])('%s is called what it is', (_, content, mediaType) => {
    expect(mediaTypeOf(content)).toBe(mediaType)
  })

  test('of any bytes has a media type, and a text that is cut off inside a letter stays a text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        expect(mediaTypeOf(content)).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
      }),
      { numRuns: 500 },
    )
    expect(mediaTypeOf(text(`a${'ö'.repeat(64 * 1024)}`))).toBe('text/plain')
  })
})
