// A table as CSV that a spreadsheet opens without doing anything that stands in it.

/** A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection"). */
const startsFormula = /^[=+\-@\t\r\n]/

/** A line break inside a cell and a formula after blanks reach a spreadsheet too; an apostrophe in front makes text of all of them. */
function harmless(text: string): string {
  return startsFormula.test(text.trimStart()) || startsFormula.test(text) ? `'${text}` : text
}

function cell(text: string): string {
  const safe = harmless(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as CSV (RFC 4180): commas, CRLF, and a byte order mark, without which Excel takes UTF-8 for something else.
 * A cell that would be a formula gets an apostrophe in front; nothing else is changed.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
