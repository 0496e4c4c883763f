// A question pack small enough to read, for the tests of this folder.
import { Pack } from '#shared/domain/pack.ts'

const help = { why: 'Why.', good: 'Good.', proof: 'Proof.', firstStep: 'Step.' }
const common = {
  meaning: 1,
  audience: ['supplier'],
  isLite: true,
  help,
  flags: [],
  ranks: [],
  mappings: { csf20: [], sp80053r5: [] },
  sources: ['S-1'],
}
const reach = [
  { id: 'code', label: 'Source code' },
  { id: 'people', label: 'People' },
  { id: 'nothing', label: 'Nothing of ours' },
]

/** Three domains out of step order; AD-02 hangs on the gate AD-01 and on PR-03. */
export const testPack = Pack.parse({
  format: 1,
  id: 'test',
  version: '1.0.0',
  publishedOn: '2026-11-01',
  language: 'en',
  title: 'Test',
  description: 'Test.',
  sources: [{ id: 'S-1', title: 'Source', publisher: 'Publisher', publishedOn: '2026', basis: 'primary', verifyBy: '2027-11-01' }],
  domains: [
    { id: 'AD', step: 2, kind: 'gap', title: 'Access', purpose: 'Access.' },
    { id: 'PR', step: 0, kind: 'facts', title: 'Scope', purpose: 'Scope.' },
    { id: 'CJ', step: 1, kind: 'gap', title: 'Crown jewels', purpose: 'Jewels.' },
  ],
  questions: [
    { ...common, id: 'AD-01', domain: 'AD', text: 'Gate?', weight: 5, answer: { kind: 'practice', badAnswer: 'no' } },
    {
      ...common,
      id: 'AD-02',
      domain: 'AD',
      text: 'Child?',
      weight: 3,
      gate: 'AD-01',
      shownIf: { question: 'PR-03', anyOf: ['code', 'people'] },
      answer: { kind: 'practice', badAnswer: 'yes' },
    },
    { ...common, id: 'PR-03', domain: 'PR', text: 'Reach?', answer: { kind: 'several', options: reach, noneOption: 'nothing' } },
    { ...common, id: 'PR-07', domain: 'PR', text: 'Share?', answer: { kind: 'percent' } },
    { ...common, id: 'CJ-05', domain: 'CJ', text: 'Jewels?', answer: { kind: 'jewels' } },
  ],
  combinations: [],
})
