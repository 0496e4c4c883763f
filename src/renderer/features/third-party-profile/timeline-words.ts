// The items of a timeline in words.
import type { TimelineItem } from '#shared/contract/third-party-profiles.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import type { english } from '#renderer/i18n/catalogues.ts'

type TimelineKey = keyof (typeof english)['third-party-profile']['timeline']['actions']

/** The key of the words for each action; an action of a later version keeps its own name. */
const keys: Readonly<Record<string, TimelineKey>> = {
  'thirdParties.add': 'added',
  'thirdParties.change': 'changed',
  'thirdParties.changeMany/archive': 'putAside',
  'thirdParties.changeMany/restore': 'broughtBack',
  'thirdParties.changeMany/add-relationship': 'relationshipAdded',
  'thirdParties.changeMany/remove-relationship': 'relationshipEnded',
  'thirdParties.changeMany/add-tag': 'tagAdded',
  'thirdParties.changeMany/remove-tag': 'tagRemoved',
  'thirdParties.import': 'imported',
  'thirdParties.undoImport': 'importUndone',
  'thirdParties.redoImport': 'importRedone',
  'thirdParties.saveProfile': 'profile',
  'thirdParties.saveOwners': 'owners',
  'thirdParties.setExposure': 'reach',
  'assessments.start': 'started',
  'assessments.bringToToday': 'broughtToToday',
  'answer.comment': 'commented',
  'answer.carryOver': 'carriedOver',
  'organization.takeOver': 'takenOver',
  'evidence.add': 'evidence',
  'evidence.change': 'evidence',
  'evidence.remove': 'evidence',
  'evidence.restore': 'evidence',
  'findings.add': 'finding',
  'findings.change': 'finding',
  'findings.remove': 'finding',
  'treatments.save': 'treatment',
  'treatments.remove': 'treatment',
  'treatments.assign': 'treatmentsGiven',
  'treatments.restore': 'treatmentsRestored',
  'reviews.add': 'reviewed',
  'screening.save': 'screened',
  'decision.save': 'decided',
  'reports.sign': 'signed',
  'reports.stamp': 'stamped',
  'reports.requestStamp': 'stampRequested',
  'reports.addSignature': 'countersigned',
}

const relationshipChanges: ReadonlySet<string> = new Set([
  'thirdParties.changeMany/add-relationship',
  'thirdParties.changeMany/remove-relationship',
])

/** The kind of relationship that an item is about; null for any other item. */
export function relationshipOf({ action, about }: Pick<TimelineItem, 'action' | 'about'>): RelationshipKind | null {
  return relationshipChanges.has(action) ? (RelationshipKind.safeParse(about).data ?? null) : null
}

export function timelineKey(action: string): TimelineKey | null {
  return keys[action] ?? null
}
