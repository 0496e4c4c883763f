// Small packs written in a line or two, with sensible defaults for what a test does not care about.
import { Pack } from '#shared/domain/pack.ts'
import type { z } from 'zod'

type PackFile = z.input<typeof Pack>
type QuestionFile = PackFile['questions'][number]

const help = { why: 'It matters.', good: 'It is done.', proof: 'A note.', firstStep: 'Begin.' }

/** A question in the form of a pack file: a practice whose good answer is Yes, weight 1, unless told otherwise. */
export function question(id: string, changes: Partial<QuestionFile> = {}): QuestionFile {
  return {
    id,
    meaning: 1,
    domain: id.slice(0, 2),
    audience: ['supplier', 'partner', 'investor'],
    isLite: true,
    text: 'Is it done?',
    help,
    answer: { kind: 'practice', badAnswer: 'no' },
    ...(changes.answer === undefined ? { weight: 1 as const } : {}),
    mappings: { csf20: [], sp80053r5: [] },
    sources: ['S1'],
    ...changes,
  }
}

/** A pack file with the domains PR and FA (facts), RP (check) and every other domain named by a question (gap). */
export function packFile(questions: readonly QuestionFile[], changes: Partial<PackFile> = {}): PackFile {
  const kinds: Record<string, 'facts' | 'check'> = { PR: 'facts', FA: 'facts', RP: 'check' }
  const domains = [...new Set(questions.map((one) => one.domain))]
  return {
    format: 1,
    id: 'small',
    version: '1.0.0',
    publishedOn: '2026-01-01',
    language: 'en',
    title: 'A small pack',
    description: 'For tests.',
    sources: [{ id: 'S1', title: 'A source', publisher: 'Somebody', publishedOn: '2026', basis: 'primary', verifyBy: '2027-01-01' }],
    domains: domains.map((id) => ({ id, step: 2 as const, kind: kinds[id] ?? 'gap', title: id, purpose: 'For tests.' })),
    questions: [...questions],
    ...changes,
  }
}

/** The same as a pack. The lint does not run, so that a test can also build what the lint refuses. */
export function buildPack(questions: readonly QuestionFile[], changes: Partial<PackFile> = {}): Pack {
  return Pack.parse(packFile(questions, changes))
}
