// Small pictures for tests of logos: a PNG made here, and two JPEG files of 40 by 10 pixels.
import { crc32, deflateSync } from 'node:zlib'

/** A chunk of a PNG file with its checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(typed.length + 8)
  out.writeUInt32BE(data.length, 0)
  typed.copy(out, 4)
  out.writeUInt32BE(crc32(typed), typed.length + 4)
  return out
}

interface PngFacts {
  readonly widthPx: number
  readonly heightPx: number
  readonly isInterlaced?: boolean
  /** Rows in the file, when not as many as the head says. */
  readonly rows?: number
  /** Chunks before the picture's own data. */
  readonly extra?: readonly Buffer[]
}

/** A teal PNG of 8 bits in red, green, blue and alpha. */
export function pngOf({ widthPx, heightPx, isInterlaced = false, rows = heightPx, extra = [] }: PngFacts): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(widthPx, 0)
  head.writeUInt32BE(heightPx, 4)
  head.set([8, 6, 0, 0, isInterlaced ? 1 : 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(4 * widthPx, Buffer.from('1f6f7fff', 'hex'))])
  const pixels = Buffer.concat(Array.from({ length: rows }, () => row))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    ...extra,
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Baseline and progressive, 40 by 10 pixels, without any metadata. */
export const jpegs = {
  baseline: Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAKACgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDqP+Kc/wCEO/5dv7O8j/Z3btv/AKM/XNeMUUVOVZV/Z/tP3jnzO+vT/g92ebisV9Y5fdtYKKKK9c5QooooA//Z',
    'base64',
  ),
  progressive: Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAKACgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAGAEAAgMAAAAAAAAAAAAAAAAAAAECAwT/2gAMAwEAAhADEAAAAbM+KkNEAD//xAAWEAADAAAAAAAAAAAAAAAAAAATIzD/2gAIAQEAAQUCUCP/xAAWEQEBAQAAAAAAAAAAAAAAAAACEBL/2gAIAQMBAT8Bb1f/xAAYEQACAwAAAAAAAAAAAAAAAAADERATIf/aAAgBAgEBPwEAKnrc/wD/xAAXEAADAQAAAAAAAAAAAAAAAAAREjBB/9oACAEBAAY/AsUS/8QAFxAAAwEAAAAAAAAAAAAAAAAAETDw8f/aAAgBAQABPyHPRV//2gAMAwEAAgADAAAAEH/PP//EABYRAQEBAAAAAAAAAAAAAAAAABEhEP/aAAgBAwEBPxCeBv8A/8QAFxEBAAMAAAAAAAAAAAAAAAAAERAhQf/aAAgBAgEBPxDQI3P/xAAYEAACAwAAAAAAAAAAAAAAAAAR8AEwUf/aAAgBAQABPxBQkhaav//Z',
    'base64',
  ),
}
