// Lays the files of a remembered disk out in a folder.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Path → content of every file below a folder. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path)]))
}

/** Writes files that stood below `from` into `to`, which is emptied first. */
export function layOut(files: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  for (const [path, content] of files) {
    const target = to + path.slice(from.length)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}
