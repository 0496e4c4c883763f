// Reads and writes PDF dates such as D:20261122100000Z.

/**
 * The instant a PDF date names, or null when it is absent, malformed, has no time zone, or is in no year from 1 to 9999.
 * Source: ISO 32000-1, 7.9.4.
 */
export function parsePdfDate(text: string | null): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(\d\d)'?)$/.exec(text ?? '')
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const zoneMinutes = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1)
  const local = new Date(0)
  // Date.UTC would take the years 0 to 99 for those of the last century.
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  const isRealDate = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  const instant = new Date(local.getTime() - zoneMinutes * 60_000)
  const instantYear = instant.getUTCFullYear()
  return isRealDate && instantYear >= 1 && instantYear <= 9999 ? instant : null
}

/** The PDF date of an instant, in UTC, to the second. */
export function formatPdfDate(instant: Date): string {
  return `D:${instant.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
}
