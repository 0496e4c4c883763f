// Finds the one document of ours that a PDF carries, and reads it by its schema.
import { SignedDocument } from '#shared/domain/assessment-document.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { spellOut } from '#shared/domain/text.ts'
import { listAttachments, readAttachment } from '#main/report/verification/attachments.ts'

export type Attached =
  | { readonly kind: 'assessment'; readonly document: SignedDocument }
  | { readonly kind: 'portfolio'; readonly document: PortfolioDocument }
  | { readonly kind: 'programme'; readonly document: ProgrammeDocument }

export type Found =
  | { readonly state: 'read'; readonly attached: Attached }
  | { readonly state: 'absent' | 'unreadable'; readonly reason: string }

const readers: ReadonlyMap<string, (json: unknown) => Attached | null> = new Map([
  ['assessment.json', readAssessment],
  ['portfolio.json', readPortfolio],
  ['programme.json', readProgramme],
])

function readAssessment(json: unknown): Attached | null {
  const { data } = SignedDocument.safeParse(json)
  return data === undefined ? null : { kind: 'assessment', document: data }
}

function readPortfolio(json: unknown): Attached | null {
  const { data } = PortfolioDocument.safeParse(json)
  return data === undefined ? null : { kind: 'portfolio', document: data }
}

function readProgramme(json: unknown): Attached | null {
  const { data } = ProgrammeDocument.safeParse(json)
  return data === undefined ? null : { kind: 'programme', document: data }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** From the first signed revision. Never throws on hostile bytes; text out of the file is one line that deceives nobody. */
export function findAttached(pdf: Uint8Array): Found {
  const names = listAttachments(pdf).flatMap(({ name }) => (readers.has(name) ? [name] : []))
  const [name, ...others] = names
  if (name === undefined) return { state: 'absent', reason: 'No data of a Gatehouse report is attached to this file.' }
  if (others.length > 0)
    return { state: 'unreadable', reason: 'The data of more than one report is attached, so nobody can tell which one was printed.' }
  const attachment = readAttachment(pdf, name)
  if (!attachment.ok) return { state: 'unreadable', reason: spellOut(attachment.detail) }
  const attached = readers.get(name)?.(parsed(attachment.bytes)) ?? null
  return attached === null
    ? { state: 'unreadable', reason: `The attached ${name} is not what Gatehouse writes under that name, or is of a newer version.` }
    : { state: 'read', attached }
}
