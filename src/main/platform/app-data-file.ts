// A small JSON file in the app's own folder: read by a schema, replaced in one step, never a reason not to start.
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeFileDurably } from '#main/store/durable-file.ts'

const sizeLimitBytes = 65_536

/** What the file at `path` holds; `absent` when there is none, `damaged` when `schema` cannot read it. Never throws. */
export function readAppData<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | 'absent' | 'damaged' {
  try {
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) return 'absent'
    if (!facts.isFile() || facts.size > sizeLimitBytes) return 'damaged'
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return 'damaged'
  }
}

/** Replaces the file at `path` in one step. Throws the file system's own error. */
export function writeAppData(path: string, content: object): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileDurably(path, `${JSON.stringify(content, null, 2)}\n`)
}
