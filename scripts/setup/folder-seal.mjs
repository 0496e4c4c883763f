// Records what a finished cache folder holds and tells later whether it is still exactly that.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { readStamp, writeStamp } from './stamp-file.mjs'

const SEAL = 'complete.json'

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

const describeFile = (file) => {
  const { size, mtimeMs } = statSync(file)
  return { sizeBytes: size, mtimeMs, sha256: hashOf(file) }
}

const filesIn = (folder) => {
  const items = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
  return items.map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
}

// Reading 230 MB on every start would be slow, so a file is hashed again only when its time of change differs.
const isUnchanged = (file, sealed) => {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || found.size !== sealed.sizeBytes) return false
  return found.mtimeMs === sealed.mtimeMs || hashOf(file) === sealed.sha256
}

/** Writes the seal, the last file of a finished folder; `recipe` names how its content was made. */
export const sealFolder = (folder, recipe) => {
  const files = Object.fromEntries(filesIn(folder).map((file) => [file, describeFile(path.join(folder, file))]))
  writeStamp(path.join(folder, SEAL), { recipe, files })
}

/** Whether the folder was finished by the same recipe and every file in it is unchanged. */
export const isSealed = (folder, recipe) => {
  const seal = readStamp(path.join(folder, SEAL))
  if (seal?.recipe !== recipe || seal.files === undefined) return false
  return Object.entries(seal.files).every(([file, sealed]) => isUnchanged(path.join(folder, file), sealed))
}
