// What a person types stays inside the encrypted vault: it is looked for in every file the app could have written.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { recordFigure } from '../trust/support/figures.ts'
import { makePlace, type Place, type RunningApp, startApp } from './support/app.ts'
import { commandLineOf, processTree } from './support/process-tree.ts'
import { formsOf, holdsSecret, searchFolders } from './support/secret-search.ts'
import { type TourWords, walkFromAnswers, walkToAnswers, wordsFor } from './support/tour.ts'

// No second chance: one failure here is a loss, not a mood of the machine.
test.describe.configure({ retries: 0 })

let place: Place
let startedAtMs: number
/** Stands in every text of one tour and nowhere else in the world. */
let stem: string
let words: TourWords

test.beforeEach(() => {
  place = makePlace()
  startedAtMs = Date.now()
  stem = `q${randomBytes(8).toString('hex')}z`
  words = wordsFor((field) => (field === 'nativeName' ? `北 ${stem} 斗` : `${stem} ${field}`))
})

test.afterEach(() => place.remove())

/** Everywhere the app could leave a file: its folders, the system's temporary ones and shared memory. */
const systemFolders = ['/tmp', '/var/tmp', '/dev/shm', tmpdir()]

function search(secrets: readonly string[]) {
  const folders = [place.folder, ...systemFolders]
  return searchFolders(folders, secrets.flatMap(formsOf), {
    changedSinceMs: startedAtMs - 1_000,
    except: [join(place.folder, 'report.pdf')],
  })
}

let searchedInAll = 0
let foundInAll = 0

test.afterAll(() => {
  recordFigure({ requirement: 'S15', measure: 'files searched', count: searchedInAll, what: 'for every text typed on the tour' })
  recordFigure({ requirement: 'S15', measure: 'plaintext found', count: foundInAll, what: 'in these files, in any form' })
})

function expectNothingFound(secrets: readonly string[]): void {
  const { found, searchedCount } = search(secrets)
  foundInAll += found.length
  expect(found).toEqual([])
  searchedInAll += searchedCount
  // At least the vault's own files and the browser's must have been looked at.
  expect(searchedCount).toBeGreaterThan(10)
}

/** The engine's process: the one that holds the vault. */
function enginePid({ app }: RunningApp): number {
  const pid = processTree(app.process().pid ?? 0).find((one) => commandLineOf(one).includes('node.mojom.NodeService'))
  if (pid === undefined) throw new Error('The engine does not run.')
  return pid
}

/** A journal lives for milliseconds: it may be gone before it is read. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

test('nothing typed on the whole tour is found in any file, while the app runs and after it has quit', async () => {
  const running = await startApp(place)
  const recoveryCode = await walkToAnswers(running, place, words)
  const secrets = [stem, recoveryCode, recoveryCode.replaceAll('-', '')]
  expectNothingFound(secrets)
  await walkFromAnswers(running, place, words)
  expectNothingFound(secrets)
  await running.app.close()
  expectNothingFound(secrets)
  expect(running.errors()).not.toContain(stem)
  // The copy of the report that was asked for is the one place where the words may stand.
  expect(readFileSync(join(place.folder, 'report.pdf')).length).toBeGreaterThan(10_000)
})

test('nothing typed is found after the app was killed in the middle of saving, not even in the journal', async () => {
  const running = await startApp(place)
  const recoveryCode = await walkToAnswers(running, place, words)
  const journal = join(place.vault, 'vault.db-journal')
  const journalAtKill = new Promise<Buffer>((resolve) => {
    const pid = enginePid(running)
    const watcher = watch(place.vault, (_event, name) => {
      const bytes = name === 'vault.db-journal' ? readIfThere(journal) : Buffer.alloc(0)
      if (bytes.length === 0) return
      process.kill(pid, 'SIGKILL')
      watcher.close()
      resolve(bytes)
    })
  })
  await running.page.getByLabel('Note on AD-01').fill(`${stem} typed at the moment of the kill`)
  await running.page.getByLabel('Note on AD-01').blur()
  const journalBytes = await journalAtKill
  running.app.process().kill('SIGKILL')
  await running.app.waitForEvent('close')
  expect(readdirSync(place.vault)).toContain('vault.db')
  expect(journalBytes.length).toBeGreaterThan(0)
  expect(holdsSecret(journalBytes, formsOf(stem))).toBe(false)
  expectNothingFound([stem, recoveryCode])
})

test('the search finds the text in every form it looks for', () => {
  const text = `Name: ${stem}.`
  const forms: Readonly<Record<string, Buffer>> = {
    plain: Buffer.from(text),
    'capital-letters': Buffer.from(text.toUpperCase()),
    'utf-16': Buffer.from(text, 'utf16le'),
    hexadecimal: Buffer.from(Buffer.from(text).toString('hex')),
    'base64-0': Buffer.from(Buffer.from(text).toString('base64')),
    'base64-1': Buffer.from(Buffer.from(`x${text}`).toString('base64')),
    'base64-2': Buffer.from(Buffer.from(`xx${text}`).toString('base64')),
    deflated: Buffer.concat([randomBytes(50), deflateSync(text.repeat(30)), randomBytes(50)]),
    gzipped: gzipSync(text),
  }
  for (const [name, bytes] of Object.entries(forms)) writeFileSync(join(place.temporary, name), bytes)
  const named = join(place.temporary, `${stem}.txt`)
  mkdirSync(join(place.temporary, 'deep'))
  writeFileSync(named, 'innocent')
  writeFileSync(join(place.temporary, 'deep', 'innocent'), randomBytes(5_000))
  expect(search([stem]).found.toSorted()).toEqual([...Object.keys(forms).map((name) => join(place.temporary, name)), named].toSorted())
})
