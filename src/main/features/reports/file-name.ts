// A name for a report's file that every file system takes.
import type { ReportKind } from '#shared/domain/report-kind.ts'

// What Windows, macOS or Linux refuse in a name, and characters that hide or reorder what a name says.
const forbidden = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i
// Names end at 255 bytes on Linux; this leaves room for the words around it.
const longestNameBytes = 180
const longestName = 80

/** The longest beginning of `text` that is at most so many bytes of UTF-8, never half a character. */
function cutToBytes(text: string, most: number): string {
  let sizeBytes = 0
  let end = 0
  for (const character of text) {
    sizeBytes += Buffer.byteLength(character)
    if (sizeBytes > most) break
    end += character.length
  }
  return text.slice(0, end)
}

const words = {
  assessment: { before: 'Assessment of', unnamed: 'third party' },
  portfolio: { before: 'Portfolio of', unnamed: 'organization' },
  programme: { before: 'Programme of', unnamed: 'organization' },
} as const

/** `Assessment of <third party> <day>.pdf`, shortened and cleaned of characters that file systems refuse. */
export function reportFileName(kind: ReportKind, subject: string, signedAt: string): string {
  const cleaned = subject.replace(forbidden, ' ').replace(/\s+/gu, ' ').trim()
  const shortened = cutToBytes([...cleaned].slice(0, longestName).join(''), longestNameBytes).replace(/[. ]+$/u, '')
  const name = shortened === '' || reservedOnWindows.test(shortened) ? words[kind].unnamed : shortened
  return `${words[kind].before} ${name} ${signedAt.slice(0, 10)}.pdf`
}
