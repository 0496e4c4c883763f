// Joins what several assessors answered: everybody's statements are kept, and every disagreement is listed.
import canonicalize from 'canonicalize'
import type { AnswerInput, AnswerValue, EvidenceGrade } from '../domain/answer.ts'
import type { QuestionId } from '../domain/ids.ts'

/** One answer and who gave it. */
export interface Statement {
  readonly by: string
  readonly answer: AnswerInput
}

/** Every different statement on one question, in the order of their canonical text. */
interface MergedQuestion {
  readonly questionId: QuestionId
  readonly statements: readonly Statement[]
}

/** Statements by question, in the order of the ids. Two merges of the same statements are equal to the byte. */
export type Merged = readonly MergedQuestion[]

/** A question whose statements differ: in `value` they contradict each other, in evidence or note they only differ. */
export interface Difference {
  readonly questionId: QuestionId
  readonly differsIn: readonly ('value' | 'evidence' | 'note')[]
  readonly statements: readonly Statement[]
}

function textOf(value: unknown): string {
  return String(canonicalize(value))
}

function byText(left: { readonly text: string }, right: { readonly text: string }): number {
  return left.text < right.text ? -1 : 1
}

function sorted(list: readonly unknown[]): string[] {
  return [...new Set(list.map(textOf))].toSorted()
}

/**
 * What a value says, as text: equal for two values that say the same. The order of a list says nothing, and neither do the words in
 * which somebody explains why a question does not apply.
 */
function meaningOf(value: AnswerValue): string {
  const { kind } = value
  if (kind === 'several') return textOf([kind, sorted(value.options)])
  if (kind === 'jewels') return textOf([kind, sorted(value.jewelIds)])
  // Two owners of the same name and share are two owners.
  if (kind === 'owners') return textOf([kind, value.owners.map(textOf).toSorted()])
  if (kind === 'countries') return textOf([kind, sorted(value.countries.map(({ code, roles }) => [code, sorted(roles)]))])
  return kind === 'not-applicable' ? textOf([kind]) : textOf(value)
}

/** All statements of the merges, each once. */
export function merge(...merges: readonly Merged[]): Merged {
  const byQuestion = new Map<QuestionId, Map<string, Statement>>()
  for (const { questionId, statements } of merges.flat()) {
    const kept = byQuestion.get(questionId) ?? new Map<string, Statement>()
    byQuestion.set(questionId, kept)
    for (const statement of statements) kept.set(textOf(statement), statement)
  }
  return [...byQuestion]
    .map(([questionId, kept]) => ({
      text: questionId,
      questionId,
      statements: [...kept]
        .map(([text, statement]) => ({ text, statement }))
        .toSorted(byText)
        .map(({ statement }) => statement),
    }))
    .toSorted(byText)
    .map(({ questionId, statements }) => ({ questionId, statements }))
}

/** The answers of one assessor, ready to be merged. `by` is their name as it will be shown. */
export function statementsOf(by: string, answers: readonly AnswerInput[]): Merged {
  return merge(
    answers.map(({ questionId, value, note, evidenceGrade, evidenceExpiresOn = null }) => ({
      questionId,
      statements: [{ by, answer: { questionId, value, note, evidenceGrade, evidenceExpiresOn } }],
    })),
  )
}

function hasSeveral(statements: readonly Statement[], read: (answer: AnswerInput) => string): boolean {
  return new Set(statements.map((statement) => read(statement.answer))).size > 1
}

/** Every question on which the statements differ, and in what. Nobody's silence differs from an answer. */
export function differencesOf(merged: Merged): Difference[] {
  return merged.flatMap(({ questionId, statements }) => {
    const differsIn: Difference['differsIn'] = [
      ...(hasSeveral(statements, (answer) => meaningOf(answer.value)) ? (['value'] as const) : []),
      ...(hasSeveral(statements, (answer) => textOf([answer.evidenceGrade, answer.evidenceExpiresOn])) ? (['evidence'] as const) : []),
      ...(hasSeveral(statements, (answer) => answer.note) ? (['note'] as const) : []),
    ]
    return differsIn.length === 0 ? [] : [{ questionId, differsIn, statements }]
  })
}

/** The first of the statements that agree, with the weakest grade and the earliest expiry among them and, for N/A, without a countersignature unless all have one. */
function agreed(first: AnswerInput, statements: readonly Statement[]): AnswerInput {
  // The letters run from the strongest evidence to none.
  const evidenceGrade = statements.reduce<EvidenceGrade>(
    (weakest, { answer }) => (answer.evidenceGrade > weakest ? answer.evidenceGrade : weakest),
    first.evidenceGrade,
  )
  const [evidenceExpiresOn = null] = statements.flatMap(({ answer }) => answer.evidenceExpiresOn ?? []).toSorted()
  const unsigned = statements.find(({ answer }) => answer.value.kind === 'not-applicable' && answer.value.countersignedBy.trim() === '')
  return { ...first, value: unsigned?.answer.value ?? first.value, note: '', evidenceGrade, evidenceExpiresOn }
}

/**
 * The answers as `score` reads them, without notes. Where statements contradict each other, each different value is passed on: score()
 * counts none of them, takes the question as open (the worst that any answer could do to the worst case) and allows no signature.
 */
export function answersToScore(merged: Merged): AnswerInput[] {
  return merged.flatMap(({ statements }) => {
    const byMeaning = Map.groupBy(statements, (statement) => meaningOf(statement.answer.value))
    return [...byMeaning.values()].flatMap((alike) => alike.slice(0, 1).map(({ answer }) => agreed(answer, alike)))
  })
}

/** The merge after a person chose, for one question, which statement stands. The others leave; keep the merge from before to know them. */
export function settle(merged: Merged, chosen: Statement): Merged {
  const wanted = textOf(chosen)
  return merged.map((one) => {
    const found = one.statements.filter((statement) => textOf(statement) === wanted)
    return one.questionId === chosen.answer.questionId && found.length > 0 ? { ...one, statements: found } : one
  })
}
