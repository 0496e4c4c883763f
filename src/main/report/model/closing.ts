// The end of the report: sources that were used, and the facts of the signature.
import type { SignatureBlock } from '../report-frame.ts'
import type { PrintedSource, ReportModel } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile, QuestionFile } from './case-file.ts'
import { signatureBlock } from './signed-by.ts'
import { writtenDate } from './written.ts'

/** Ids of the sources behind the questions asked, their flags and the combinations that stand. */
function usedSourceIds(file: QuestionFile): ReadonlySet<string> {
  const standing: ReadonlySet<string> = new Set(file.document.result.flags.map((flag) => flag.ruleId))
  return new Set([
    ...file.asked.flatMap((question) => [...question.sources, ...question.flags.flatMap((flag) => flag.sources)]),
    ...file.pack.combinations.filter((rule) => standing.has(rule.id)).flatMap((rule) => rule.sources),
  ])
}

function printedSource(source: QuestionFile['pack']['sources'][number], file: QuestionFile): PrintedSource {
  const { words, document } = file
  const isDue = source.verifyBy < document.asOf
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    published: writtenDate(source.publishedOn, words),
    basis: words.basis[source.basis],
    check: fill(isDue ? words.sentence.sourceDue : words.sentence.sourceCheck, { date: writtenDate(source.verifyBy, words) }),
    isDue,
    note: source.note ?? '',
  }
}

/** The sources used, in the pack's order. */
export function usedSources(file: QuestionFile): ReportModel['sources'] {
  const used = usedSourceIds(file)
  return file.pack.sources.filter((source) => used.has(source.id)).map((source) => printedSource(source, file))
}

/** What the visible signature block says, how to check it, and what the report rests on. */
export function assessmentSignature(file: CaseFile): SignatureBlock {
  const { document, pack, words } = file
  const kind = {
    reportId: document.assessmentId,
    idLabel: words.idLabel.assessment,
    pack: { title: pack.title, ...document.pack },
    reason: words.signature.reason,
    attachment: words.attachment,
  }
  return signatureBlock(document, kind, words)
}
