// The reference data that ships with the app: read and checked once, when first asked for.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readReference } from '#shared/reference/read-reference.ts'
import { referenceFiles, type ReferenceData } from '#shared/reference/reference-data.ts'

export interface ReferenceLibrary {
  readonly current: ReferenceData
}

function load(directory: string): ReferenceData {
  const fileOf = (name: string): unknown => parse(readFileSync(join(directory, name), 'utf8'), { maxAliasCount: 0 })
  const reading = readReference({
    countryLists: fileOf(referenceFiles.countryLists),
    compelledAccessLaws: fileOf(referenceFiles.compelledAccessLaws),
    dataThresholds: fileOf(referenceFiles.dataThresholds),
    screeningLists: fileOf(referenceFiles.screeningLists),
    openChecks: fileOf(referenceFiles.openChecks),
  })
  if (reading.ok) return reading.reference
  const problems = reading.problems.slice(0, 5).map(({ path, message }) => `${path}: ${message}.`)
  throw new Error(`The reference data cannot be used. ${problems.join(' ')} Install Gatehouse again.`)
}

/** The files under `resources/reference`. Throws one sentence that lists what is wrong and where. */
export function createReferenceLibrary(resourcesDirectory: string): ReferenceLibrary {
  let loaded: ReferenceData | undefined
  return {
    get current() {
      loaded ??= load(join(resourcesDirectory, 'reference'))
      return loaded
    },
  }
}
