// What every kind of report has before typesetting: its look, its head and foot, and its signature.
import type { LogoFormat, Paper } from '#shared/domain/report-look.ts'

/** A label with its value; `isMono` asks for fixed-width figures (serials, hashes). */
export interface LabelledFact {
  readonly label: string
  readonly value: string
  readonly isMono: boolean
}

/** A place for somebody who signs later, with labels beside the lines that their signature will fill. */
export interface FurtherBlock {
  readonly title: string
  /** Each label with the number of lines for its fact. */
  readonly rows: readonly { readonly label: string; readonly lines: number }[]
}

export interface SignatureBlock {
  readonly facts: readonly LabelledFact[]
  readonly reason: string
  readonly further: readonly FurtherBlock[]
  readonly widgetDescription: string
  readonly verify: readonly { readonly title: string; readonly text: string }[]
  readonly attachment: string
  readonly provenance: readonly LabelledFact[]
}

/** Paper, colour and logo of every kind of report. */
export interface PrintedLook {
  readonly paper: Paper
  /** Colour of headings' marks, ids and lines, such as `#14506b`. */
  readonly accent: string
  readonly logo: {
    readonly format: LogoFormat
    readonly widthMm: number
    readonly heightMm: number
    readonly alt: string
    readonly base64: string
  } | null
}

/** What every kind of report has: its look, its head and foot, and its signature. */
export interface ReportFrame {
  readonly look: PrintedLook
  readonly language: string
  /** What kind of report it is, at the head of every page. */
  readonly kicker: string
  readonly title: string
  /** Who issues the report. */
  readonly author: string
  /** The PDF's own date: the instant of signing in UTC. */
  readonly issued: {
    readonly year: number
    readonly month: number
    readonly day: number
    readonly hour: number
    readonly minute: number
    readonly second: number
  }
  /** `pack` is empty where no one question pack is behind the report. */
  readonly running: { readonly subject: string; readonly idLabel: string; readonly id: string; readonly pack: string }
  readonly signature: SignatureBlock
  /** Headings and labels of the template. */
  readonly words: Readonly<Record<string, string>>
}
