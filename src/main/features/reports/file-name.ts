// A name for a report's file that every file system takes.

// What Windows, macOS or Linux refuse in a name, control characters included.
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*]/gu
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const longestName = 80

/** `Assessment of <third party> <day>.pdf`, shortened and cleaned of characters that file systems refuse. */
export function reportFileName(thirdPartyName: string, signedAt: string): string {
  const cleaned = thirdPartyName.replace(forbidden, ' ').replace(/\s+/gu, ' ').trim()
  const shortened = [...cleaned]
    .slice(0, longestName)
    .join('')
    .replace(/[. ]+$/u, '')
  const name = shortened === '' || reservedOnWindows.test(shortened) ? 'third party' : shortened
  return `Assessment of ${name} ${signedAt.slice(0, 10)}.pdf`
}
