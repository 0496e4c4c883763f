// The fictitious assessment that the report's tests are frozen on: 60 answers in one relationship, Full question set.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { Pack } from '#shared/domain/pack.ts'
import { goldenDirectory } from './places.ts'

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(goldenDirectory, name), 'utf8'))

export function readFrozenCase(): { readonly document: AssessmentDocument; readonly pack: Pack } {
  return { document: AssessmentDocument.parse(readJson('report-document.json')), pack: Pack.parse(readJson('report-pack.json')) }
}
