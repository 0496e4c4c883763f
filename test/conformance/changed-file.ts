// Changes one byte inside the signed part of a PDF, where no reader would stumble over it.
import { readFileSync, writeFileSync } from 'node:fs'

/** Changes the year of the file's creation in its metadata. Throws when there is none to change. */
export function changedBytes(path: string): void {
  const pdf = readFileSync(path)
  const at = pdf.indexOf('<xmp:CreateDate>20')
  if (at < 0) throw new Error('The report has no date of creation in its metadata.')
  pdf.writeUInt8(0x31, at + '<xmp:CreateDate>'.length)
  writeFileSync(path, pdf)
}
