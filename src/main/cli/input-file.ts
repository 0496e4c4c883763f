// Reads the file given to `assess` and `score`: hostile until the schema has read it.
import { readFileSync, statSync } from 'node:fs'
import type { AnswerInput, AnswerValue } from '#shared/domain/answer.ts'
import { AnswerValue as AnswerValueSchema } from '#shared/domain/answer.ts'
import { AssessmentInput, type InputAnswer } from '#shared/domain/assessment-input.ts'
import type { JewelId } from '#shared/domain/ids.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { CommandProblem } from './output.ts'
import { findStrayKey } from './stray-key.ts'

const inputLimitBytes = 16 * 1024 * 1024

function factsOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    throw new CommandProblem(`${path} cannot be reached. Check the path and that you may read it.`)
  }
}

function readText(path: string): string {
  const facts = factsOf(path)
  if (!facts) throw new CommandProblem(`There is no file ${path}. Check the path.`)
  if (!facts.isFile()) throw new CommandProblem(`${path} is not a file. Give the path of a JSON file.`)
  if (facts.size > inputLimitBytes)
    throw new CommandProblem(`${path} is over 16 MiB, larger than any assessment. Check that it is the right file.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    throw new CommandProblem(`${path} cannot be read as UTF-8 text. Check that it is a JSON file and that you may read it.`)
  }
}

/** The file's content. Refuses with the path of the first wrong field. */
export function readInputFile(path: string): AssessmentInput {
  const text = readText(path)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CommandProblem(`${path} is not valid JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}.`)
  }
  const stray = findStrayKey(text)
  if (stray !== null)
    throw new CommandProblem(
      `${path}: field ${stray.path} ${stray.isRepeated ? 'stands twice; keep one of the two' : 'is no name of a field; remove it'}.`,
    )
  const parsed = AssessmentInput.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  throw new CommandProblem(
    `${path}: ${field === '' ? 'the file' : `field ${field}`} ${issue?.message ?? 'is not valid'}. See resources/schemas/assessment-input.schema.json.`,
  )
}

function valueOf(answer: InputAnswer['answer'], jewelIds: ReadonlyMap<string, JewelId>, questionId: string): AnswerValue {
  if (answer === 'unknown' || answer === 'declined') return { kind: answer }
  if (typeof answer === 'string') return { kind: 'practice', choice: answer }
  if (!('jewels' in answer)) return AnswerValueSchema.parse(answer)
  const ids = answer.jewels.map((key) => {
    const id = jewelIds.get(key)
    if (id === undefined)
      throw new CommandProblem(
        `Answer ${questionId} names the crown jewel "${key}", which is not in crownJewels. Add it there or correct the key.`,
      )
    return id
  })
  return { kind: 'jewels', jewelIds: ids }
}

/** The file's answers as the engine takes them, with crown jewels by id. */
export function answersOf(input: AssessmentInput, jewelIds: ReadonlyMap<string, JewelId>): AnswerInput[] {
  return Object.entries(input.answers).map(([id, { answer, note, evidence, evidenceExpiresOn = null }]) => ({
    questionId: QuestionId.parse(id),
    value: valueOf(answer, jewelIds, id),
    note,
    evidenceGrade: evidence,
    ...(evidenceExpiresOn === null ? {} : { evidenceExpiresOn }),
  }))
}
