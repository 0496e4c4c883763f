// Makes a cache entry in an unfinished folder first and moves it into place when it is whole.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

const PREFIX = 'unfinished-'

// Called while the cache is locked, so whatever is unfinished belongs to a run that was killed.
const clearLeftovers = (folder) => {
  for (const name of readdirSync(folder)) if (name.startsWith(PREFIX)) rmSync(path.join(folder, name), { recursive: true, force: true })
}

/**
 * Calls `make(draft)` with a fresh folder; it returns the folder inside `draft` that becomes `target`.
 * Whatever happens, no half-made `target` and no draft is left behind. The caller holds the cache's lock.
 */
export const makeInDraft = async (target, make) => {
  const parent = path.dirname(target)
  mkdirSync(parent, { recursive: true })
  clearLeftovers(parent)
  const draft = mkdtempSync(path.join(parent, PREFIX))
  try {
    const made = await make(draft)
    rmSync(target, { recursive: true, force: true })
    renameSync(made, target)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}
