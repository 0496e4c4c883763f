// The reference data that ships with the app, read as the app reads it, and its files as they stand for planting faults.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { createReferenceLibrary } from '#main/packs/reference-library.ts'
import { referenceFiles, type ReferenceData, type ReferencePart } from '#shared/reference/reference-data.ts'

export const resourcesDirectory = fileURLToPath(new URL('../../resources', import.meta.url))

export function shippedReference(): ReferenceData {
  return createReferenceLibrary(resourcesDirectory).current
}

/** One file as YAML reads it, before any schema. */
export function shippedReferenceFile(part: ReferencePart): unknown {
  return parse(readFileSync(`${resourcesDirectory}/reference/${referenceFiles[part]}`, 'utf8'))
}
