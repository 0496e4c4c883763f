// Finds what the palette asks for, and gathers what needs somebody.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { findAssessments, findThirdParties } from './queries.ts'

type HomeHandlers = Pick<EngineHandlers, 'home.find'>

/** The text as a pattern of LIKE in which it stands for itself. */
const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function find(db: ReadDb, text: string): OutputOf<'home.find'> {
  const wanted = literally(text.trim())
  if (wanted === '') return { thirdParties: [], assessments: [] }
  return {
    thirdParties: db.all(findThirdParties, { anywhere: `%${wanted}%`, atStart: `${wanted}%` }),
    assessments: db.all(findAssessments, { anywhere: `%${wanted}%` }),
  }
}

export function homeHandlers(context: FeatureContext): HomeHandlers {
  return { 'home.find': ({ text }) => find(requireStore(context), text) }
}
