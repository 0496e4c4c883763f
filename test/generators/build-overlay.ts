// Small overlays on a small pack, for tests.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Pack } from '#shared/domain/pack.ts'
import type { Bases } from '#shared/pack/apply-overlay.ts'
import type { Overlay } from '#shared/pack/overlay.ts'
import { buildPack, question } from './build-pack.ts'

type OverlayFile = z.input<typeof Overlay>

const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
]

/** A base with a question of every kind that has words of its own, a flag, a gate and a combination. */
export const base: Pack = buildPack(
  [
    question('PR-01', { answer: { kind: 'several', options } }),
    question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } }),
    question('PR-03', { answer: { kind: 'choice', options } }),
    question('PR-04', { answer: { kind: 'countries', roles: [{ id: 'seat', label: 'Seat' }] } }),
    question('AA-01', { flags: [{ level: 'high', reason: 'It is bad.', sources: ['S1'] }] }),
    question('AA-02', { gate: 'AA-01', mappings: { csf20: ['GV.SC-01'], sp80053r5: [], sp800171r3: ['03.17.01'] } }),
    question('BB-01'),
  ],
  { id: 'base', combinations: [{ id: 'C-01', level: 'stop', when: { bad: 'AA-01' }, reason: 'Together.', sources: ['S1'] }] },
)

export const baseSha256 = createHash('sha256').update('base').digest('hex')

export const bases: Bases = {
  find: (id, version) =>
    id === base.id && version === base.version ? { pack: base, reference: { id, version, sha256: baseSha256 } } : undefined,
  names: ['base 1.0.0'],
}

/** An overlay that only gives the base a name of its own, unless told otherwise. */
export function overlayFile(changes: Partial<OverlayFile> = {}): OverlayFile {
  return {
    kind: 'overlay',
    format: 1,
    id: 'mine',
    version: '1.0.0',
    publishedOn: '2026-02-01',
    basedOn: { id: 'base', version: '1.0.0' },
    title: 'My pack',
    description: 'For tests.',
    ...changes,
  }
}
