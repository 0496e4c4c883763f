// The words of answers, grades, relationships and decisions, the same on every screen.
import type { EvidenceGrade, PracticeChoice } from '#shared/domain/answer.ts'
import type { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import type { OpenValue } from './keyboard.ts'

const t = wordsIn('terms')

export const practiceWords: Record<PracticeChoice, string> = {
  yes: t('practice.yes'),
  partly: t('practice.partly'),
  no: t('practice.no'),
}
export const openWords: Record<OpenValue, string> = {
  unknown: t('open.unknown'),
  declined: t('open.declined'),
  'not-applicable': t('open.not-applicable'),
}
export const gradeWords: Record<EvidenceGrade, string> = {
  A: t('grade.A'),
  B: t('grade.B'),
  C: t('grade.C'),
  D: t('grade.D'),
  U: t('grade.U'),
}
export const relationshipWords: Record<RelationshipKind, string> = {
  supplier: t('relationship.supplier'),
  partner: t('relationship.partner'),
  investor: t('relationship.investor'),
}
export const profileWords: Record<Profile, string> = { lite: t('profile.lite'), full: t('profile.full') }

/** "Supplier, Lite": what an assessment looks at, and how deep. */
export function kindWords({ relationship, profile }: { readonly relationship: RelationshipKind; readonly profile: Profile }): string {
  return t('kind', { relationship: relationshipWords[relationship], profile: profileWords[profile] })
}
