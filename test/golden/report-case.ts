// A realistic, fictitious assessment for report tests, scored by the real method.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { Pack } from '#shared/domain/pack.ts'
import type { RelationshipKind } from '#shared/domain/relationship.ts'
import { readPack } from '#shared/pack/read-pack.ts'
import { score } from '#shared/scoring/score.ts'

const repository = new URL('../../', import.meta.url)

/** Folder of the shipped resources. */
export const resourcesDirectory = new URL('resources', repository).pathname

/** The question pack that ships. */
export function shippedPack(): Pack {
  const read = readPack(parse(readFileSync(new URL('resources/packs/three-steps.yaml', repository), 'utf8')))
  if (!read.ok) throw new Error(`The shipped pack has problems: ${read.problems.map((problem) => problem.message).join('; ')}`)
  return read.pack
}

/** A small pack, frozen from the first release: what the tests of the report's words and shapes rest on, whatever the shipped pack says today. */
export function frozenPack(): Pack {
  return Pack.parse(JSON.parse(readFileSync(new URL('test/golden/report-pack.json', repository), 'utf8')))
}

const jewels = {
  genomes: '20000000-0000-4000-8000-000000000001',
  assays: '20000000-0000-4000-8000-000000000002',
  prices: '20000000-0000-4000-8000-000000000003',
}

type Short = readonly [value: object, grade: string, note?: string]
const yes = { kind: 'practice', choice: 'yes' }
const partly = { kind: 'practice', choice: 'partly' }
const no = { kind: 'practice', choice: 'no' }
const unknown = { kind: 'unknown' }
const declined = { kind: 'declined' }

// Answers to every question of the frozen pack that some relationship asks; those that a run does not ask are left out.
const answers: Readonly<Record<string, Short>> = {
  'PR-10': [{ kind: 'text', text: 'Whole-genome sequencing of patient samples, with interpretation reports returned within ten days.' }, 'A'],
  'PR-02': [{ kind: 'several', options: ['biotech', 'ai'] }, 'A'],
  'PR-03': [{ kind: 'several', options: ['network', 'personal-data'] }, 'A', 'Named accounts on the order portal; no access to the laboratory network.'],
  'PR-04': [{ kind: 'several', options: ['genomic', 'health'] }, 'A'],
  'PR-05': [{ kind: 'counts', counts: { genomic: 2400, health: 12_500 } }, 'B', 'Counted from order records, January to October 2026.'],
  'PR-06': [{ kind: 'choice', option: 'months' }, 'D'],
  'PR-09': [{ kind: 'countries', countries: [{ code: 'DE', roles: ['registered', 'headquartered', 'data-stored'] }, { code: 'SG', roles: ['remote-support'] }] }, 'A'],
  'CJ-01': [partly, 'A', 'The list of March 2025 has owners for data, none for assay designs.'],
  'CJ-02': [yes, 'A'],
  'CJ-05': [{ kind: 'jewels', jewelIds: [jewels.genomes, jewels.assays] }, 'A'],
  'CJ-06': [yes, 'A'],
  'CJ-08': [no, 'D', 'Logs are kept for 30 days; nobody reads them.'],
  'CJ-11': [yes, 'B'],
  'OW-01': [yes, 'A', 'Register extract HRB 182334 of 3 November 2026.'],
  'OW-02': [{ kind: 'owners', owners: [
    { name: 'Nordlicht Beteiligungen GmbH', country: 'DE', shareBp: 6200, layer: 1 },
    { name: 'Stiftung Küstenforschung', country: 'DE', shareBp: 2550, layer: 2 },
    { name: 'Unnamed trust', country: '', shareBp: 1250, layer: 1 },
  ] }, 'B'],
  'OW-03': [{ kind: 'percent', shareBp: 1250 }, 'C'],
  'OW-04': [no, 'B'],
  'OW-06': [unknown, 'U', 'Asked on 12 November; the shareholder agreement is confidential.'],
  'OW-11': [no, 'A', 'The 2024 contract has no change-of-control clause.'],
  'LG-01': [partly, 'C'],
  'LG-02': [{ kind: 'choice', option: 'court' }, 'C'],
  'LG-03': [no, 'A', 'It reads raw sequence data in the clear to do its work.'],
  'LG-11': [yes, 'B'],
  'RP-01': [{ kind: 'choice', option: 'no-hit' }, 'A', 'Edition of 20 November 2026.'],
  'RP-13': [no, 'C'],
  'RP-14': [no, 'A'],
  'AD-01': [yes, 'A'],
  'AD-02': [partly, 'B', 'Enforced for the portal, not yet for file transfer.'],
  'AD-04': [yes, 'A'],
  'AD-05': [no, 'A'],
  'AD-07': [yes, 'B', 'ISO/IEC 27001, Hamburg site, valid to 30 April 2027.'],
  'AD-08': [unknown, 'U'],
  'AD-11': [declined, 'U', 'Declined twice to name the clause on secondary use.'],
  'AD-12': [partly, 'D'],
  'PI-01': [yes, 'C'], 'PI-03': [yes, 'B'], 'PI-05': [yes, 'B'], 'PI-08': [yes, 'A'], 'PI-12': [no, 'A'],
  'PA-01': [yes, 'A'], 'PA-02': [partly, 'C', 'One of four funders is named only as “industry consortium”.'], 'PA-03': [unknown, 'U'], 'PA-04': [no, 'D'], 'PA-05': [partly, 'A'], 'PA-06': [no, 'C'],
  'IN-01': [partly, 'C'], 'IN-02': [no, 'D'], 'IN-03': [yes, 'A'], 'IN-14': [partly, 'A'], 'IN-08': [no, 'A'], 'IN-11': [yes, 'A'], 'IN-13': [no, 'A'],
  'CT-01': [yes, 'A'],
  'CT-03': [partly, 'A', 'Secrecy and place are covered, notice is not, and subcontractors are not bound.'],
  'CT-05': [{ kind: 'date', on: '2027-03-31' }, 'A'],
  'CT-08': [no, 'D'], 'CT-10': [partly, 'D'],
  'IT-01': [yes, 'A'], 'IT-03': [yes, 'B'], 'IT-05': [{ kind: 'not-applicable', reason: 'Eight staff; worries go to the outside counsel named in the handbook.', countersignedBy: 'Dana Whitfield' }, 'A'],
  'IT-08': [yes, 'A'], 'IT-12': [no, 'D'], 'IT-17': [partly, 'D'],
}

const parties = {
  supplier: { legalName: 'Meridian Sequencing Services GmbH', nativeName: '', country: 'DE' },
  partner: { legalName: 'Institute for Coastal Genomics', nativeName: '海岸基因組研究所', country: 'TW' },
  investor: { legalName: 'Blue Heron Ventures III LP', nativeName: '', country: 'KY' },
} as const

const decision = {
  outcome: 'proceed-with-conditions',
  rationale: 'Meridian is the only laboratory within a day’s courier that reads long fragments at the depth the hospitals ask for. Its people answered openly, and most gaps are contractual.\nWe accept the remaining exposure until the renewal in March 2027, when the contract can be changed.',
  conditions: [
    'A signed duty to report a breach within 48 hours, before the first shipment.',
    'Raw genomic files stay in our storage; Meridian works on them through named accounts that end on 31 March 2027.',
    'A written answer on secondary use of data, and the shareholder agreement’s clause on appointing managers, by 15 December 2026.',
  ],
  decidedBy: 'Dana Whitfield, Chief Operating Officer',
}

const hash = (digit: string) => digit.repeat(64)

/** Parts of the document to replace, and answers to add or replace by question id. */
export interface CaseChanges {
  readonly document?: Readonly<Record<string, unknown>>
  readonly answers?: Readonly<Record<string, Short>>
}

/** A complete assessment in one relationship, with the full question set. The result is what `score()` says. */
export function reportCase(pack: Pack, relationship: RelationshipKind, changes: CaseChanges = {}): AssessmentDocument {
  const asked = pack.questions.filter((question) => question.audience.includes('organization') || question.audience.includes(relationship))
  const given: Readonly<Record<string, Short>> = { ...answers, ...changes.answers }
  const draft = {
    format: 'gatehouse.assessment',
    formatVersion: 3,
    assessmentId: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e10',
    organization: { name: 'Harbour Genomics, Inc.', country: 'US', activity: 'Genetic diagnosis for hospitals: sampling, interpretation and reporting.', contact: 'security@harbour.example' },
    thirdParty: { id: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e11', registrationNumber: 'HRB 182334', relationships: [relationship], note: '', ...parties[relationship] },
    relationship,
    profile: 'full',
    pack: { id: pack.id, version: pack.version, sha256: hash('5') },
    asOf: '2026-11-22',
    startedAt: '2026-11-10T08:00:00.000Z',
    signedAt: '2026-11-22T09:30:15.000Z',
    crownJewels: [
      { id: jewels.genomes, name: 'Patient genome archive', impact: 4, note: '2,400 whole genomes with consent forms.' },
      { id: jewels.assays, name: 'Assay design files', impact: 3, note: '' },
      { id: jewels.prices, name: 'Hospital price list', impact: 1, note: '' },
    ],
    answers: asked.flatMap((question, index) => {
      const short = given[question.id]
      if (short === undefined) return []
      const [value, evidenceGrade, note = ''] = short
      return [{ questionId: question.id, value, evidenceGrade, note, revision: 1 + (index % 3), savedAt: '2026-11-20T10:00:00.000Z' }]
    }),
    supersedes: null,
    carriedOver: [],
    comments: [],
    evidenceFiles: [],
    manualFindings: [],
    treatments: [],
    reviews: [],
    screening: null,
    decision,
    signer: {
      id: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e12', name: 'Rosa Lindqvist', role: 'Security officer', organization: 'Harbour Genomics, Inc.',
      certificateSerial: '4f1c09aa7be2d3105c88', certificateSha256: '9b41c07e52d8f6a3109e77b2c4d5e80f6a1b3c2d4e5f60718293a4b5c6d7e8f9',
      validFrom: '2026-01-01T00:00:00.000Z', validTo: '2029-01-01T00:00:00.000Z',
    },
    audit: { vaultId: '3f1c9a40-52d7-4e0b-8c1e-9d2a7b6f5e13', sequence: 412, head: hash('c') },
    application: { name: 'Gatehouse', version: '0.1.0' },
    ...changes.document,
  }
  // The result is scored from the parsed answers, so the draft is read once without it.
  const read = AssessmentDocument.omit({ result: true }).parse(draft)
  const result = score({ pack, relationship, profile: read.profile, asOf: read.asOf, answers: read.answers, jewels: read.crownJewels, screening: read.screening })
  return AssessmentDocument.parse({ ...read, result })
}

const fileId = (number: number) => `40000000-0000-4000-8000-00000000000${number}`
const treated = (finding: object, changes: object = {}) => ({
  id: fileId(1), finding, response: 'mitigate', action: 'Ask for a date in writing.', ownerName: 'Dana Whitfield', dueOn: '2027-03-01', status: 'open', acceptedBy: '', acceptedUntil: null,
  changedAt: '2026-11-20T10:00:00.000Z', ...changes,
})
const question = (questionId: string) => ({ kind: 'question', questionId })

/** The supplier's assessment with everything that can stand beside answers: plans, comments, files, reviews, findings of one's own. */
export function fullCase(pack: Pack): AssessmentDocument {
  const plain = reportCase(pack, 'supplier')
  const [condition = ''] = plain.decision.conditions
  const combination = plain.result.findings.find(({ questionId }) => questionId === null)?.id ?? ''
  const accepted = { response: 'accept', acceptedBy: 'Dana Whitfield', action: 'Accepted until the renewal of the contract.' }
  const manual = { title: 'The night shift shares one badge', detail: 'Seen on the visit of 3 November.\nFour people use it.', severity: 'high', domainId: 'AD', firstStep: 'Ask for a badge for each person.', addedAt: '2026-11-12T10:00:00.000Z' }
  return AssessmentDocument.parse({
    ...plain,
    supersedes: { assessmentId: '30000000-0000-4000-8000-000000000001', reason: 'The contract was renewed.' },
    carriedOver: [
      { questionId: 'CJ-01', source: 'organization', answeredOn: '2026-05-03' },
      { questionId: 'AD-01', source: 'previous-assessment', answeredOn: '2025-11-10' },
    ],
    comments: [
      { questionId: 'AD-05', text: 'The scan is booked for January.\nWe will send the report.', saidBy: 'Jonas Reker', saidOn: '2026-11-14' },
      { questionId: 'AD-05', text: 'No further remark.', saidBy: '', saidOn: '2026-11-15' },
    ],
    evidenceFiles: [
      { id: fileId(2), questionId: 'AD-05', fileName: 'scan-order.pdf', mediaType: 'application/pdf', sizeBytes: 1_233_400, sha256: hash('a'), grade: 'B', description: 'Order of the scan', addedAt: '2026-11-13T10:00:00.000Z' },
      { id: fileId(3), questionId: 'AD-05', fileName: 'network-plan.png', mediaType: 'image/png', sizeBytes: 91_000, sha256: hash('b'), grade: 'C', description: '', addedAt: '2026-11-13T10:00:00.000Z' },
    ],
    manualFindings: [
      { id: fileId(4), ...manual },
      { id: fileId(5), ...manual, title: 'A press report of 2025', severity: 'moderate', domainId: null, firstStep: '' },
    ],
    treatments: [
      treated({ kind: 'condition', condition }, { dueOn: '2026-12-15' }),
      treated(question('AD-05'), { ownerName: 'Ines Marlow', dueOn: '2027-01-31', status: 'in-progress' }),
      treated(question('CJ-08'), { response: 'transfer', ownerName: '', dueOn: null, action: '' }),
      treated(question('OW-11'), { ...accepted, acceptedUntil: '2027-06-30' }),
      treated(question('LG-03'), { ...accepted, acceptedUntil: '2026-09-30' }),
      treated(question('CT-08'), { dueOn: '2026-10-31' }),
      treated(question('IT-12'), { dueOn: '2026-10-31', status: 'done' }),
      treated({ kind: 'rule', ruleId: combination }, { response: 'avoid' }),
      treated({ kind: 'manual', findingId: fileId(4) }),
    ].map((treatment, number) => ({ ...treatment, id: `50000000-0000-4000-8000-00000000000${number}` })),
    reviews: [
      { reviewerName: 'Amara Osei', reviewerRole: 'Head of audit', verdict: 'asks-for-changes', note: 'Ask for the register extract.', reviewedAt: '2026-11-19T10:00:00.000Z' },
      { reviewerName: 'Amara Osei', reviewerRole: '', verdict: 'agrees', note: '', reviewedAt: '2026-11-21T10:00:00.000Z' },
    ],
  })
}
