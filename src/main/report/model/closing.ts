// The end of the report: sources that were used, and the facts of the signature.
import type { LabelledFact, PrintedSource, ReportModel, SignatureBlock } from '../report-model.ts'
import { fill } from '../words.ts'
import type { CaseFile } from './case-file.ts'
import { stated } from './scope.ts'
import { groupedDigits, writtenDate, writtenSecond } from './written.ts'

/** Ids of the sources behind the questions asked, their flags and the combinations that stand. */
function usedSourceIds(file: CaseFile): ReadonlySet<string> {
  const standing: ReadonlySet<string> = new Set(file.document.result.flags.map((flag) => flag.ruleId))
  return new Set([
    ...file.asked.flatMap((question) => [...question.sources, ...question.flags.flatMap((flag) => flag.sources)]),
    ...file.pack.combinations.filter((rule) => standing.has(rule.id)).flatMap((rule) => rule.sources),
  ])
}

function printedSource(source: CaseFile['pack']['sources'][number], file: CaseFile): PrintedSource {
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
export function usedSources(file: CaseFile): ReportModel['sources'] {
  const used = usedSourceIds(file)
  return file.pack.sources.filter((source) => used.has(source.id)).map((source) => printedSource(source, file))
}

function signerFacts(file: CaseFile): LabelledFact[] {
  const { document, words } = file
  const { signer } = document
  const label = words.template
  return [
    ...stated([
      [label['name'], signer.name],
      [label['role'], signer.role],
      [label['organization'], signer.organization],
      [label['date'], writtenSecond(document.signedAt, words)],
      [label['signatureReason'], words.signature.reason],
    ]),
    ...stated(
      [
        [label['serial'], groupedDigits(signer.certificateSerial)],
        [label['fingerprint'], groupedDigits(signer.certificateSha256)],
      ],
      true,
    ),
  ]
}

function provenance(file: CaseFile): LabelledFact[] {
  const { document, words } = file
  const { audit, pack, signer } = document
  const label = words.template
  return [
    ...stated([
      [
        label['validity'],
        fill(words.sentence.validity, {
          from: writtenDate(signer.validFrom.slice(0, 10), words),
          to: writtenDate(signer.validTo.slice(0, 10), words),
        }),
      ],
      [label['application'], `${document.application.name} ${document.application.version}`],
      [label['pack'], `${file.pack.title}, ${pack.id} ${pack.version}`],
    ]),
    ...stated(
      [
        [label['packHash'], groupedDigits(pack.sha256)],
        [label['reportId'], document.assessmentId],
        [
          label['auditHead'],
          `${fill(words.sentence.audit, { sequence: String(audit.sequence), vault: audit.vaultId })}: ${groupedDigits(audit.head)}`,
        ],
      ],
      true,
    ),
  ]
}

/** What the visible signature block says, how to check it, and what the report rests on. */
export function signatureBlock(file: CaseFile): SignatureBlock {
  const { document, words } = file
  return {
    facts: signerFacts(file),
    reason: words.signature.reason,
    widgetDescription: fill(words.signature.widgetDescription, {
      name: document.signer.name,
      date: writtenSecond(document.signedAt, words),
    }),
    verify: words.verify,
    attachment: words.attachment,
    provenance: provenance(file),
  }
}
