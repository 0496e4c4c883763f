// What the tables of a vault are called in words.

const names: Readonly<Record<string, string>> = {
  organization: 'Your organization',
  crown_jewel: 'Crown jewels',
  third_party: 'Third parties',
  third_party_profile: 'Profiles of third parties',
  owner_tree: 'Owners of third parties',
  import_batch: 'Imported lists',
  import_change: 'What imports changed',
  relationship: 'Relationships of third parties',
  pack: 'Question packs',
  assessment: 'Assessments',
  answer: 'Answers',
  answer_revision: 'Earlier and present answers',
  decision: 'Decisions',
  evidence_content: 'Contents of files that prove answers',
  evidence_chunk: 'Pieces of files that prove answers',
  evidence_file: 'Files that prove answers',
  third_party_comment: 'What third parties say to answers',
  screening: 'Results of screening',
  signer: 'Signers',
  report: 'Signed reports',
  logo: 'Logos of reports',
  report_look: 'How reports look',
  third_party_archive: 'Third parties that were put aside',
  third_party_tag: 'Tags of third parties',
  saved_view: 'Saved views of lists',
  backup_place: 'The second place for backups',
  salvage: 'Earlier salvages',
  salvage_history: 'History kept from earlier salvages',
  salvage_remainder: 'Records kept aside by earlier salvages',
}

/** A table of a later version keeps its own name. */
export function tableName(table: string): string {
  return names[table] ?? table
}
