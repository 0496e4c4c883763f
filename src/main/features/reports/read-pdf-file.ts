// Reads a PDF that somebody chose, of a size that fits in memory.
import { readChosenFile } from '#main/records/chosen-file.ts'

/** The file's bytes. Refuses with `file-not-readable` what is not a plain readable file and with `file-too-large` what is over 256 MiB. */
export function readPdfFile(path: string): Uint8Array {
  return readChosenFile(path, {
    limitBytes: 256 * 1024 * 1024,
    tooLarge: 'That file is over 256 MiB, larger than any Gatehouse report. Choose another.',
  })
}
