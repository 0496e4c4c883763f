// Reads and writes the small JSON stamps that say a step is complete; a stamp is always the last thing written.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The stamp's content, or null when it is missing or not readable as JSON. */
export const readStamp = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Writes the stamp in one move, so that a killed run leaves either the old stamp or the new one. */
export const writeStamp = (file, content) => {
  mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(draft, file)
}
