// The items of a timeline in words.
import type { english } from '#renderer/i18n/catalogues.ts'

type TimelineKey = keyof (typeof english)['third-party-profile']['timeline']['actions']

/** The key of the words for each action; an action of a later version keeps its own name. */
const keys: Readonly<Record<string, TimelineKey>> = {
  'thirdParties.add': 'added',
  'thirdParties.change': 'changed',
  'thirdParties.import': 'imported',
  'thirdParties.undoImport': 'importUndone',
  'thirdParties.saveProfile': 'profile',
  'thirdParties.saveOwners': 'owners',
  'thirdParties.setExposure': 'reach',
  'assessments.start': 'started',
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
  'reviews.add': 'reviewed',
  'screening.save': 'screened',
  'decision.save': 'decided',
  'reports.sign': 'signed',
  'reports.stamp': 'stamped',
  'reports.requestStamp': 'stampRequested',
  'reports.addSignature': 'countersigned',
}

export function timelineKey(action: string): TimelineKey | null {
  return keys[action] ?? null
}
