// What the method is measured on: the shipped pack with every question answered, and made-up packs of any size.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { AnswerInput, AnswerValue } from '#shared/domain/answer.ts'
import { CrownJewel } from '#shared/domain/crown-jewel.ts'
import { Domain, type Pack } from '#shared/domain/pack.ts'
import { Question } from '#shared/domain/question.ts'
import { readPack } from '#shared/pack/read-pack.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { isAsked } from '#shared/scoring/plan.ts'
import { resourcesDirectory } from './places.ts'

export function shippedPackText(): string {
  return readFileSync(join(resourcesDirectory, 'packs/three-steps.yaml'), 'utf8')
}

export function shippedPack(): Pack {
  const read = readPack(parse(shippedPackText()))
  if (!read.ok) throw new Error('The shipped pack does not read.')
  return read.pack
}

const jewel = CrownJewel.parse({ id: '00000001-0000-4000-8000-000000000000', name: 'Design files', impact: 3, note: '' })
const choices = ['yes', 'partly', 'no'] as const

/** A known answer to any question; practices take Yes, Partly and No in turn. */
export function valueFor({ answer }: Question, index: number): AnswerValue {
  switch (answer.kind) {
    case 'practice':
      return { kind: 'practice', choice: choices[index % choices.length] ?? 'partly' }
    case 'choice':
      return { kind: 'choice', option: answer.options[0]?.id ?? '' }
    case 'several':
      return { kind: 'several', options: answer.options.filter((option) => option.id !== answer.noneOption).map((option) => option.id) }
    case 'counts':
      return { kind: 'counts', counts: {} }
    case 'percent':
      return { kind: 'percent', shareBp: 2_500 }
    case 'number':
      return { kind: 'number', count: 1 }
    case 'date':
      return { kind: 'date', on: '2027-05-01' }
    case 'text':
      return { kind: 'text', text: 'A sentence.' }
    case 'countries':
      return { kind: 'countries', countries: [{ code: 'FR', roles: answer.roles.map((role) => role.id) }] }
    case 'owners':
      return { kind: 'owners', owners: [{ name: 'Holding', country: 'FR', shareBp: 5_000, layer: 1 }] }
    case 'jewels':
      return { kind: 'jewels', jewelIds: [jewel.id] }
  }
}

function runOver(pack: Pack): ScoreInput {
  const asked = pack.questions.filter((question) => isAsked(question, 'supplier', 'full'))
  const answers = asked.map((question, index): AnswerInput => ({
    questionId: question.id,
    value: valueFor(question, index),
    note: '',
    evidenceGrade: 'B',
  }))
  return { pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels: [jewel] }
}

/** A supplier assessment with the shipped pack, every question of it answered. */
export function shippedRun(): ScoreInput {
  return runOver(shippedPack())
}

const letters = 'ABCDEFGHIJKLM'

/** Gates with children, floors, ranks and conditions, as a pack has them, but as many as asked for. */
function questionsOf(domain: string, count: number): Question[] {
  const help = { why: 'Why.', good: 'Good.', proof: 'Proof.', firstStep: 'Begin.' }
  return Array.from({ length: count }, (_, index) => {
    const id = (number: number) => `${domain}-${String(number).padStart(2, '0')}`
    const isChild = index % 5 === 1
    return Question.parse({
      id: id(index),
      meaning: 1,
      domain,
      audience: ['supplier'],
      isLite: true,
      text: 'Is it done?',
      help,
      answer: { kind: 'practice', badAnswer: 'no' },
      weight: [1, 2, 3, 5][index % 4],
      ...(isChild ? { gate: id(index - 1) } : {}),
      flags: index % 7 === 0 ? [{ level: 'high', reason: 'It is not done.', sources: ['S1'] }] : [],
      ranks: index % 11 === 0 ? [{ axis: 'exposure', rank: 3 }] : [],
      mappings: { csf20: [], sp80053r5: [] },
      sources: ['S1'],
    })
  })
}

/** A run over a made-up pack of 13 domains with so many questions each, at most 100. */
export function madeUpRun(perDomain: number): ScoreInput {
  const ids = [...letters].map((letter) => `Q${letter}`)
  return runOver({
    format: 1,
    id: 'made-up',
    version: '1.0.0',
    publishedOn: '2026-11-22',
    language: 'en',
    title: 'Made up',
    description: 'For the bench.',
    sources: [{ id: 'S1', title: 'A source', publisher: 'Somebody', publishedOn: '2026', basis: 'primary', verifyBy: '2030-01-01' }],
    domains: ids.map((id) => Domain.parse({ id, step: 2, kind: 'gap', title: id, purpose: 'For the bench.' })),
    questions: ids.flatMap((id) => questionsOf(id, perDomain)),
    combinations: [],
  })
}
