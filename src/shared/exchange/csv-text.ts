// A table as CSV that a spreadsheet opens without doing anything that stands in it.

/** A cell that begins with one of these is a formula to a spreadsheet, in full width in some countries (OWASP, "CSV Injection"). */
const startsFormula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/

/** Where semicolons or tabs part the cells, as in much of Europe, one begins behind each of them and behind a line break, whatever the quotes say. */
const startsFormulaInside = /([;\t\r\n]["\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** An apostrophe in front makes text of a formula. */
function harmless(text: string): string {
  const inside = text.replaceAll(startsFormulaInside, "$1'")
  return startsFormula.test(inside) ? `'${inside}` : inside
}

function cell(text: string): string {
  const safe = harmless(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows as CSV (RFC 4180): commas, CRLF, and a byte order mark, without which Excel takes UTF-8 for something else.
 * What would be a formula gets an apostrophe in front; nothing else is changed.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
