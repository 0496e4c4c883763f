// The question pack named on the command line: `--pack FILE`, or the one that ships with Gatehouse.
import { resolve } from 'node:path'
import type { Pack } from '#shared/domain/pack.ts'
import { spellOut } from '#shared/domain/text.ts'
import { checkPackFile, type CheckedPack, type PlacedProblem } from '#main/packs/check-pack-file.ts'
import { createPackLibrary, type LoadedPack, type PackLibrary } from '#main/packs/pack-library.ts'
import type { CommandPlace, EngineSession } from './engine-session.ts'
import { CommandProblem } from './output.ts'

const longestMessage = 600

/** Place and message, with nothing in it that could steer a terminal. */
export function problemWords({ path, message }: PlacedProblem): string {
  return spellOut(`${path}: ${message}`.slice(0, longestMessage))
}

/** Everything about a pack file; stops where it cannot be read at all. */
export function check(path: string, library: PackLibrary, previous?: Pack): CheckedPack {
  const reading = checkPackFile(path, library, { previous })
  if (!reading.ok) throw new CommandProblem(`${spellOut(path)}: ${reading.sentence}`)
  return reading.checked
}

/** The pack in a file that must be sound enough to be used; stops with its first error otherwise. */
export function readSoundPack(path: string, library: PackLibrary): LoadedPack {
  const { loaded, problems } = check(path, library)
  if (loaded !== null) return loaded
  const first = problems.slice(0, 1).map((problem) => `Line ${problem.line}, ${problemWords(problem)}. `)
  throw new CommandProblem(`${spellOut(path)} cannot be used as a question pack. ${first.join('')}See everything with: pack lint FILE`, 1)
}

/** The pack in the file at `path`; the newest that ships when there is no path. Refuses other content under the id of a shipped pack. */
export function choosePack(path: string | undefined, place: CommandPlace): LoadedPack {
  const library = createPackLibrary(place.resourcesDirectory)
  if (path === undefined) return library.current
  const chosen = readSoundPack(path, library)
  const { id, sha256 } = chosen.reference
  // A result under the name of a shipped pack must be a result of that pack.
  if (library.byHash(sha256) === undefined && library.shipped.some(({ reference }) => reference.id === id))
    throw new CommandProblem(
      `${spellOut(path)} cannot be used: id: is ${id}, the id of a pack that comes with Gatehouse; give yours an id of its own.`,
      1,
    )
  return chosen
}

/** Takes the pack at `path` into the open vault; returns what an assessment needs to start with it. */
export async function keepChosenPack(session: EngineSession, path: string | undefined): Promise<{ packSha256?: string }> {
  if (path === undefined) return {}
  const { check: found } = await session.call('packs.add', { handle: session.grant(resolve(path)) })
  const [first] = found.problems
  if (found.pack === null)
    throw new CommandProblem(
      `${spellOut(path)} cannot be used in this vault. ${first === undefined ? '' : `${problemWords(first)}.`}`.trim(),
      1,
    )
  return { packSha256: found.pack.reference.sha256 }
}
