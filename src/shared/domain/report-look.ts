// How an organization's reports look: paper, colour, who issues them, and a logo.
import { z } from 'zod'
import { Colour, contrastOnWhite } from './colour.ts'
import { Sha256Hex } from './ids.ts'
import { line } from './text.ts'

export const Paper = z.enum(['a4', 'letter'])
export type Paper = z.infer<typeof Paper>

/** Small text is printed in this colour, so it must stand out from white paper as WCAG asks of text. */
export const leastContrast = 4.5

export const AccentColour = Colour.refine(
  (colour) => contrastOnWhite(colour) >= leastContrast,
  'is too light to read on white; choose a darker one',
)

export const LogoFormat = z.enum(['png', 'jpeg'])
export type LogoFormat = z.infer<typeof LogoFormat>

/** What is chosen for the reports that are signed from now on. */
export const ReportLook = z.strictObject({
  paper: Paper,
  accent: AccentColour,
  /** Who makes the reports, when that is not the organization itself; empty otherwise. */
  issuer: line(80),
  /** Hash of the logo's file as it is kept; null without one. */
  logoSha256: Sha256Hex.nullable(),
})
export type ReportLook = z.infer<typeof ReportLook>

/** Gatehouse's own look. */
export const plainLook: ReportLook = { paper: 'a4', accent: '#14506b', issuer: '', logoSha256: null }

/** A logo as the vault keeps it. */
export interface Logo {
  readonly format: LogoFormat
  readonly widthPx: number
  readonly heightPx: number
  readonly content: Uint8Array
}

/** What was chosen, with the logo itself. */
export interface ChosenLook {
  readonly look: ReportLook
  readonly logo: Logo | null
}

/** Gatehouse's own look, where nothing was chosen. */
export const ownLook: ChosenLook = { look: plainLook, logo: null }
