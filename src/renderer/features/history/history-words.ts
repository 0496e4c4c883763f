// The entries of the history in words.
import type { HistoryEntry, HistoryKind } from '#shared/contract/history.ts'

/** What each kind is called in the filter. */
export const kindWords: Readonly<Record<HistoryKind, string>> = {
  answer: 'Answers',
  evidence: 'Files of evidence',
  assessments: 'Assessments',
  decision: 'Decisions',
  findings: 'Findings',
  treatments: 'What is done about findings',
  reviews: 'Reviews',
  screening: 'Screening',
  reports: 'Signed reports',
  signers: 'Signers',
  thirdParties: 'Third parties',
  organization: 'Organization',
  crownJewels: 'Crown jewels',
  packs: 'Question packs',
  keys: 'Keys',
  backups: 'Backups',
  vault: 'The vault itself',
}

/** Every action there is, as a sentence without its object. A test holds this to what the program writes. */
export const actionWords: Readonly<Record<string, string>> = {
  'vault.create': 'The vault was made',
  'vault.migrate': 'The vault was brought up to date',
  'vault.salvage': 'What could be read of a damaged vault was saved here',
  'organization.save': 'The organization was described',
  'organization.describe': 'The profile of the organization was changed',
  'organization.answer': 'The organization answered a question about itself',
  'organization.clearAnswer': 'An answer of the organization was taken back',
  'organization.confirm': 'Answers of the organization were confirmed as still true',
  'organization.showGuide': 'The first steps were shown or hidden',
  'organization.takeOver': 'Answers of the organization were taken over into an assessment',
  'crownJewels.add': 'A crown jewel was added',
  'crownJewels.change': 'A crown jewel was changed',
  'crownJewels.remove': 'A crown jewel was removed',
  'crownJewels.archive': 'A crown jewel was archived',
  'crownJewels.restore': 'A crown jewel was taken out of the archive',
  'thirdParties.add': 'A third party was added',
  'thirdParties.change': 'A third party was changed',
  'thirdParties.changeMany': 'Several third parties were changed at once',
  'thirdParties.saveView': 'A view of the third parties was saved',
  'thirdParties.removeView': 'A view of the third parties was deleted',
  'thirdParties.setExposure': 'What a third party can reach was changed',
  'thirdParties.saveProfile': 'The profile of a third party was saved',
  'thirdParties.import': 'Third parties were imported from a list',
  'thirdParties.undoImport': 'An import of third parties was undone',
  'thirdParties.saveOwners': 'The owners of a third party were saved',
  'assessments.start': 'An assessment was started',
  'answer.save': 'An answer was saved',
  'answer.clear': 'An answer was taken back',
  'answer.comment': 'What the third party says to an answer was saved',
  'answer.carryOver': 'Answers of the assessment before were taken over',
  'evidence.add': 'A file that proves an answer was added',
  'evidence.change': 'What is said of a file that proves an answer was changed',
  'evidence.remove': 'A file that proves an answer was removed',
  'evidence.restore': 'A file that proves an answer was brought back',
  'evidence.drop': 'Files that were removed over a day before were deleted for good',
  'screening.save': 'A result of screening was saved',
  'decision.save': 'A decision was saved',
  'findings.add': 'A finding was added',
  'findings.change': 'A finding was changed',
  'findings.remove': 'A finding was removed',
  'treatments.save': 'What is done about a finding was saved',
  'treatments.remove': 'What is done about a finding was taken back',
  'treatments.assign': 'Findings were given an owner or a day',
  'treatments.restore': 'Findings were put back as they were',
  'reviews.add': 'A second person reviewed an assessment',
  'reports.requestStamp': 'A request for a time-stamp was written',
  'reports.stamp': 'A time-stamp was put into a report',
  'reports.countersign': 'A report from elsewhere was countersigned',
  'reports.addSignature': 'A further signature was added to a report',
  'signers.create': 'A signer was made',
  'signers.import': 'A signer with a certificate of its own was taken into the vault',
  'signers.addRevocationList': 'A revocation list was kept for a signer',
  'signers.addKnown': 'A certificate was made known here',
  'signers.removeKnown': 'A certificate is no longer known here',
  'reports.sign': 'A report was signed, and its assessment frozen',
  'reports.signPortfolio': 'A report on the portfolio was signed',
  'reports.signProgramme': 'A report on the programme was signed',
  'reports.saveLook': 'How reports look was changed',
  'reports.takeLogo': 'A logo was chosen for the reports',
  'reports.removeLogo': 'The logo was taken off the reports',
  'packs.add': 'A question pack was taken into the vault',
  'keys.add-passphrase': 'A passphrase was added',
  'keys.change-passphrase': 'A passphrase was changed',
  'keys.add-key-file': 'A passphrase was made to need a key file',
  'keys.drop-key-file': 'A passphrase was freed from its key file',
  'keys.replace-recovery-code': 'A new recovery code was made',
  'keys.remember-device': 'A device was made to remember the vault',
  'keys.remove': 'A way to open the vault was removed',
  'keys.raise': 'Guessing a passphrase was made more expensive',
  'keys.change-data-key': 'The key of the vault was changed',
  'backups.choosePlace': 'The second place for backups was changed',
  'backups.setReminder': 'The reminder for backups was changed',
  'backups.copy': 'A backup was copied to the second place',
  'backups.restore': 'The vault was restored from a backup',
}

/** What was done, and to what; an action of a later version keeps its own name. */
export function entryText({ action, about }: Pick<HistoryEntry, 'action' | 'about'>): { readonly what: string; readonly about: string } {
  return { what: actionWords[action] ?? action, about: about ?? '' }
}

/** The instants between which a day on this computer's calendar lies; nulls for no day. */
export function boundsOf(day: string): { readonly from: string | null; readonly until: string | null } {
  const start = new Date(`${day}T00:00:00`)
  if (Number.isNaN(start.getTime())) return { from: null, until: null }
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  return { from: start.toISOString(), until: end.toISOString() }
}
