// The words of answers, grades, relationships and decisions, the same on every screen.
import type { EvidenceGrade, PracticeChoice } from '#shared/domain/answer.ts'
import type { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import type { OpenValue } from './keyboard.ts'

export const practiceWords: Record<PracticeChoice, string> = { yes: 'Yes', partly: 'Partly', no: 'No' }
export const openWords: Record<OpenValue, string> = { unknown: 'Unknown', declined: 'Declined', 'not-applicable': 'N/A' }
export const gradeWords: Record<EvidenceGrade, string> = {
  A: 'A document you checked yourself',
  B: 'An independent attestation whose scope fits',
  C: 'A statement by the third party',
  D: 'Your own inference',
  U: 'No evidence',
}
export const relationshipWords: Record<RelationshipKind, string> = { supplier: 'Supplier', partner: 'Partner', investor: 'Investor' }
export const profileWords: Record<Profile, string> = { lite: 'Lite', full: 'Full' }
