// Says what a file is by its content, never by its name: a program that calls itself a picture is called a program.

const ascii = (text: string) => Buffer.from(text, 'latin1')

/** What stands at the beginning of files of a kind; `at` is where, 0 unless it is said. */
const beginnings: readonly { readonly mediaType: string; readonly bytes: Buffer; readonly at?: number }[] = [
  { mediaType: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mediaType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { mediaType: 'image/gif', bytes: ascii('GIF87a') },
  { mediaType: 'image/gif', bytes: ascii('GIF89a') },
  { mediaType: 'image/webp', bytes: ascii('WEBP'), at: 8 },
  { mediaType: 'image/tiff', bytes: Buffer.from([0x49, 0x49, 0x2a, 0x00]) },
  { mediaType: 'image/tiff', bytes: Buffer.from([0x4d, 0x4d, 0x00, 0x2a]) },
  { mediaType: 'image/heic', bytes: ascii('ftypheic'), at: 4 },
  { mediaType: 'application/pdf', bytes: ascii('%PDF-') },
  { mediaType: 'application/zip', bytes: Buffer.from([0x50, 0x4b, 0x03, 0x04]) },
  { mediaType: 'application/gzip', bytes: Buffer.from([0x1f, 0x8b]) },
  { mediaType: 'application/x-7z-compressed', bytes: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
  { mediaType: 'application/vnd.rar', bytes: ascii('Rar!') },
  { mediaType: 'application/x-ole-storage', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
  { mediaType: 'application/rtf', bytes: ascii('{\\rtf') },
  { mediaType: 'application/vnd.microsoft.portable-executable', bytes: ascii('MZ') },
  { mediaType: 'application/x-elf', bytes: Buffer.from([0x7f, 0x45, 0x4c, 0x46]) },
  { mediaType: 'video/mp4', bytes: ascii('ftyp'), at: 4 },
]

/** Office documents are ZIP archives; the names of their first entries tell which. */
const officeEntries: readonly (readonly [string, string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
]

/** How much of a file is looked at, in bytes. */
const lookedAtBytes = 64 * 1024

function kindOfZip(head: Buffer): string {
  const names = head.toString('latin1')
  return officeEntries.find(([entry]) => names.includes(entry))?.[1] ?? 'application/zip'
}

/** The beginning as text; null when it is not UTF-8, or holds characters that texts do not. */
function textOf(head: Buffer, isWhole: boolean): string | null {
  try {
    // A cut-off head may end inside a character; streaming lets that pass.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole })
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text) ? null : text
  } catch {
    return null
  }
}

function kindOfText(text: string): string {
  const start = text.trimStart().slice(0, 4_096)
  if (start.startsWith('#!')) return 'text/x-shellscript'
  if (/<svg[\s>]/iu.test(start)) return 'image/svg+xml'
  if (/<(!doctype html|html|head|body|script|iframe|meta|title)[\s>]/iu.test(start)) return 'text/html'
  if (start.startsWith('<?xml')) return 'application/xml'
  return /^(received|return-path|from|date|message-id|mime-version|subject|delivered-to):/iu.test(start) ? 'message/rfc822' : 'text/plain'
}

/** What the content of a file is, as a media type; `application/octet-stream` when nothing says. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, lookedAtBytes))
  const found = beginnings.find((one) => head.subarray(one.at ?? 0, (one.at ?? 0) + one.bytes.length).equals(one.bytes))
  if (found !== undefined) return found.mediaType === 'application/zip' ? kindOfZip(head) : found.mediaType
  const text = textOf(head, head.length === bytes.byteLength)
  return text === null ? 'application/octet-stream' : kindOfText(text)
}
