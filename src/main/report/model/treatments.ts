// What is done about a finding in words, the third party's own words, and the files that prove an answer.
import type { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import { treatedStateOf, type Treatment } from '#shared/domain/treatment.ts'
import type { PrintedComment, PrintedTreatment } from '../printed-beside.ts'
import { fill, type ReportWords } from '../words.ts'
import type { QuestionFile } from './case-file.ts'
import { shortened, writtenDate, writtenProse } from './written.ts'

function dueText({ response, dueOn, acceptedUntil }: Treatment, words: ReportWords): string {
  const day = response === 'accept' ? acceptedUntil : dueOn
  return day === null ? words.portfolio.treatmentNoDay : writtenDate(day, words)
}

function planSentence({ response, dueOn }: Treatment): 'planAccepted' | 'planTreated' | 'planTreatedNoDay' {
  if (response === 'accept') return 'planAccepted'
  return dueOn === null ? 'planTreatedNoDay' : 'planTreated'
}

/** A treatment as it stands on the as-of day. An acceptance names who accepts the risk and until when. */
export function printedTreatment(treatment: Treatment | undefined, { words, document }: QuestionFile): PrintedTreatment | null {
  if (treatment === undefined) return null
  const { response, ownerName, acceptedBy, action } = treatment
  const state = treatedStateOf(treatment, document.asOf)
  const owner = ownerName === '' ? words.portfolio.treatmentOwnerNone : ownerName
  const values = { owner: response === 'accept' ? acceptedBy : owner, due: dueText(treatment, words) }
  return {
    response: words.treatmentResponse[response],
    status: words.planState[state],
    owner: values.owner,
    due: values.due,
    line: fill(words.sentence[planSentence(treatment)], {
      response: words.treatmentResponse[response],
      status: words.planState[state].toLowerCase(),
      ...values,
    }),
    action: writtenProse(action),
    isLate:
      state === 'lapsed' || (state !== 'done' && response !== 'accept' && treatment.dueOn !== null && treatment.dueOn < document.asOf),
  }
}

function printedComment({ text, saidBy, saidOn }: ThirdPartyComment, words: ReportWords): PrintedComment {
  const date = writtenDate(saidOn, words)
  return { said: saidBy === '' ? date : fill(words.sentence.commentBy, { name: saidBy, date }), text: writtenProse(text) }
}

/** What the third party says to an answer, each with who said it and when. */
export function printedComments(questionId: string, { beside, words }: QuestionFile): PrintedComment[] {
  return (beside.comments.get(questionId) ?? []).map((comment) => printedComment(comment, words))
}

/** A card has room for the beginning of so many comments; all of them stand in the annex of answers. */
const cardComments = 2
const cardCommentLength = 600

/** The third party's words as far as a card has room for them, with a remark where they go on. */
export function commentsOnCard(questionId: string | null, file: QuestionFile): PrintedComment[] {
  const { words, beside } = file
  const all = questionId === null ? [] : (beside.comments.get(questionId) ?? [])
  const isShort = all.length <= cardComments && all.every(({ text }) => text.length <= cardCommentLength)
  const shown = all
    .slice(0, cardComments)
    .map((comment) => printedComment({ ...comment, text: shortened(comment.text, cardCommentLength) }, words))
  return isShort ? shown : [...shown, { said: words.sentence.commentContinued, text: [] }]
}

/** Names of the files that prove an answer, each with its grade. */
export function evidenceNames(questionId: string | null, { beside, words }: QuestionFile): string[] {
  const files = questionId === null ? [] : (beside.evidenceFiles.get(questionId) ?? [])
  return files.map(({ fileName, grade }) => fill(words.sentence.evidenceFile, { name: fileName, grade }))
}
