// A fictitious programme for tests of its report: an organization's own answers of every kind, scored by the real method.
import type { Pack } from '#shared/domain/pack.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { programmePack, scoreProgramme } from '#shared/scoring/programme.ts'

const id = (kind: number, number: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`
const hash = (digit: string) => digit.repeat(64)
const notes = ['', 'Seen in the handbook of March 2026.', '', 'Two teams are missing.', 'Asked on 12 November.']

/** How the practices are answered: mixed, or all at one end, or not at all. */
export type ProgrammeMood = 'mixed' | 'good' | 'bad' | 'blank'

function valueOf(question: Pack['questions'][number], number: number, mood: ProgrammeMood) {
  const { answer } = question
  if (answer.kind === 'practice') {
    const good = answer.badAnswer === 'no' ? 'yes' : 'no'
    if (mood === 'good') return { kind: 'practice', choice: good }
    if (mood === 'bad') return { kind: 'practice', choice: answer.badAnswer }
    if (number % 7 === 3) return { kind: 'unknown' }
    return { kind: 'practice', choice: number % 4 === 0 ? answer.badAnswer : number % 4 === 1 ? 'partly' : good }
  }
  const [option] = 'options' in answer ? answer.options.toReversed() : []
  if (answer.kind === 'several' && option !== undefined) return { kind: 'several', options: [option.id] }
  if (answer.kind === 'choice' && option !== undefined) return { kind: 'choice', option: option.id }
  return { kind: 'unknown' }
}

/** A programme on a pack. `changes` replace parts of it; the result is what the score says of its answers. */
export function programmeCase(pack: Pack, mood: ProgrammeMood = 'mixed', changes: Readonly<Record<string, unknown>> = {}): ProgrammeDocument {
  const asked = mood === 'blank' ? [] : programmePack(pack, []).questions
  const draft = {
    format: 'gatehouse.programme',
    formatVersion: 1,
    reportId: id(9, 2),
    organization: { name: 'Harbour Genomics, Inc.', country: 'US', activity: 'Genetic diagnosis for hospitals: sampling, interpretation and reporting.', contact: 'security@harbour.example' },
    profile: { size: '50-249', technologyAreas: ['biotech', 'ai'], describedOn: '2026-10-01' },
    pack: { id: pack.id, version: pack.version, sha256: hash('5') },
    asOf: '2026-11-22',
    signedAt: '2026-11-22T09:30:15.000Z',
    crownJewels: [
      { id: id(1, 1), name: 'Patient genome archive', impact: 4, note: '2,400 whole genomes with consent forms.', ownerName: 'Dana Whitfield', places: 'Data centre A, encrypted copy in building 2', whoCanReach: 'Four people of the laboratory; two administrators', reviewOn: '2026-06-30', reachedBy: 3 },
      { id: id(1, 2), name: 'Assay design files', impact: 3, note: '', ownerName: 'Ines Marlow', places: '', whoCanReach: '', reviewOn: '2027-03-31', reachedBy: 0 },
      { id: id(1, 3), name: 'Hospital price list', impact: 1, note: '', ownerName: '', places: '', whoCanReach: '', reviewOn: null, reachedBy: 1 },
    ],
    answers: asked.flatMap((question, number) =>
      mood === 'mixed' && number % 11 === 10
        ? []
        : [{ questionId: question.id, value: valueOf(question, number, mood), note: notes[number % notes.length], evidenceGrade: 'ABCDU'[number % 5], ...(number % 6 === 2 ? { evidenceExpiresOn: '2026-05-01' } : {}), revision: 1 + (number % 3), meaning: question.meaning, answeredOn: number % 8 === 0 ? '2025-02-03' : '2026-10-12', savedAt: '2026-10-12T10:00:00.000Z' }],
    ),
    treatments: [
      { questionId: 'CJ-01', response: 'mitigate', action: 'Name an owner for each assay design.', ownerName: 'Ines Marlow', dueOn: '2026-10-31', status: 'in-progress' },
      { questionId: 'CJ-01', response: 'mitigate', action: '', ownerName: 'Dana Whitfield', dueOn: '2027-01-31', status: 'open' },
      { questionId: 'CT-01', response: 'mitigate', action: '', ownerName: 'Dana Whitfield', dueOn: null, status: 'open' },
    ],
    signer: {
      id: id(6, 1), name: 'Rosa Lindqvist', role: 'Security officer', organization: 'Harbour Genomics, Inc.', certificateSerial: '4f1c09aa7be2d3105c88',
      certificateSha256: '9b41c07e52d8f6a3109e77b2c4d5e80f6a1b3c2d4e5f60718293a4b5c6d7e8f9', validFrom: '2026-01-01T00:00:00.000Z', validTo: '2029-01-01T00:00:00.000Z',
    },
    audit: { vaultId: id(7, 1), sequence: 412, head: hash('c') },
    application: { name: 'Gatehouse', version: '0.1.0' },
    ...changes,
  }
  const read = ProgrammeDocument.omit({ result: true }).parse(draft)
  const result = scoreProgramme({ pack, asOf: read.asOf, answers: read.answers })
  return ProgrammeDocument.parse({ ...read, result })
}
