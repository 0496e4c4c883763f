// The last page of every kind of report: the visible signature block, how to check it, and what the report rests on.
import type { Printing } from '#shared/domain/printing.ts'
import type { FurtherSigner, Signer } from '#shared/domain/signer.ts'
import { blockLines } from '#main/report/verification/drawn-block.ts'
import type { FurtherBlock, LabelledFact, ReportFrame, SignatureBlock } from '../report-frame.ts'
import { fill, type ReportWords } from '../words.ts'
import { stated } from './stated.ts'
import { groupedDigits, shortened, writtenDate, writtenInstant, writtenSecond } from './written.ts'

/** What every signed document says of its signing. */
export interface SignedFacts {
  readonly signer: Signer
  readonly signedAt: string
  readonly audit: { readonly vaultId: string; readonly sequence: number; readonly head: string }
  readonly application: { readonly name: string; readonly version: string }
  readonly printing?: Printing | undefined
}

/** What one kind of report adds: its id, the pack behind it, if there is one, and the sentences of its kind. */
export interface SignedKind {
  readonly reportId: string
  /** The label before the id. */
  readonly idLabel: string
  readonly pack: { readonly title: string; readonly id: string; readonly version: string; readonly sha256: string } | null
  readonly reason: string
  readonly attachment: string
}

/** Names at the foot of page one are cut to fit a line; they stand in full in the block. */
const smallNameLength = 48

function signerFacts({ signer, signedAt }: SignedFacts, reason: string, words: ReportWords): LabelledFact[] {
  const label = words.template
  return [
    ...stated([
      [label['name'], signer.name],
      [label['role'], signer.role],
      [label['organization'], signer.organization],
      [label['date'], writtenSecond(signedAt, words)],
      [label['signatureReason'], reason],
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

function provenance({ signer, audit, application }: SignedFacts, kind: SignedKind, words: ReportWords): LabelledFact[] {
  const { pack } = kind
  const label = words.template
  const dates = {
    from: writtenDate(signer.validFrom.slice(0, 10), words),
    to: writtenDate(signer.validTo.slice(0, 10), words),
  }
  const entry = fill(words.sentence.audit, { sequence: String(audit.sequence), vault: audit.vaultId })
  return [
    ...stated([
      [label['validity'], fill(words.sentence.validity, dates)],
      [label['application'], `${application.name} ${application.version}`],
      [label['pack'], pack === null ? '' : `${pack.title}, ${pack.id} ${pack.version}`],
    ]),
    ...stated(
      [
        [label['packHash'], pack === null ? '' : groupedDigits(pack.sha256)],
        [kind.idLabel, kind.reportId],
        [label['auditHead'], `${entry}: ${groupedDigits(audit.head)}`],
      ],
      true,
    ),
  ]
}

function furtherBlock(who: FurtherSigner, words: ReportWords): FurtherBlock {
  const label = words.template
  return {
    title: words.signature[who],
    rows: [
      { label: label['name'], lines: blockLines.name },
      { label: label['role'], lines: blockLines.role },
      { label: label['date'], lines: blockLines.signedAt },
      { label: label['signatureReason'], lines: blockLines.reason },
      { label: label['fingerprint'], lines: blockLines.certificateSha256 },
    ],
  }
}

/** What the visible signature block says, how to check it, and what the report rests on. */
export function signatureBlock(facts: SignedFacts, kind: SignedKind, words: ReportWords): SignatureBlock {
  const further = (facts.printing?.furtherSigners ?? []).map((who) => furtherBlock(who, words))
  return {
    facts: signerFacts(facts, kind.reason, words),
    reason: kind.reason,
    further,
    widgetDescription: fill(words.signature.widgetDescription, { name: facts.signer.name, date: writtenSecond(facts.signedAt, words) }),
    verify: words.verify.map(({ title, text, several = text }) => ({ title, text: further.length === 0 ? text : several })),
    attachment: kind.attachment,
    provenance: provenance(facts, kind, words),
  }
}

/** Who signed and when, for the foot of page one. */
export function signedBy({ signer, signedAt }: SignedFacts, words: ReportWords): string {
  const who = [shortened(signer.name, smallNameLength), shortened(signer.role, smallNameLength)].filter((part) => part !== '')
  // A word stands before the day, so that a name written from right to left does not pull it to its other side.
  return fill(words.sentence.signedOn, { signer: who.join(', '), date: writtenInstant(signedAt, words) })
}

/** Parts of a UTC instant as numbers, to the second. */
export function instantParts(instant: string): ReportFrame['issued'] {
  const part = (from: number, to: number) => Number(instant.slice(from, to))
  return { year: part(0, 4), month: part(5, 7), day: part(8, 10), hour: part(11, 13), minute: part(14, 16), second: part(17, 19) }
}
