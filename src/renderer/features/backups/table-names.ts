// What the tables of a vault are called in words.

const names: Readonly<Record<string, string>> = {
  organization: 'Your organization',
  crown_jewel: 'Crown jewels',
  third_party: 'Third parties',
  relationship: 'Relationships of third parties',
  pack: 'Question packs',
  assessment: 'Assessments',
  answer: 'Answers',
  answer_revision: 'Earlier and present answers',
  decision: 'Decisions',
  screening: 'Results of screening',
  signer: 'Signers',
  report: 'Signed reports',
  logo: 'Logos of reports',
  report_look: 'How reports look',
  backup_place: 'The second place for backups',
  salvage: 'Earlier salvages',
  salvage_history: 'History kept from earlier salvages',
  salvage_remainder: 'Records kept aside by earlier salvages',
}

/** A table of a later version keeps its own name. */
export function tableName(table: string): string {
  return names[table] ?? table
}
