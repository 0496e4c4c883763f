// The chosen look as it is printed: paper, colour and a logo of a size that fits the head of page one.
import type { ChosenLook, Logo, ReportLook } from '#shared/domain/report-look.ts'
import type { PrintedLook } from '../report-frame.ts'
import { fill, type ReportWords } from '../words.ts'
import { shortened } from './written.ts'

/** The logo's room on page one, in millimetres. */
const room = { widthMm: 52, heightMm: 13 }
const issuerLength = 48

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

function printedLogo({ format, widthPx, heightPx, content }: Logo, alt: string): PrintedLook['logo'] {
  const mmPerPx = Math.min(room.widthMm / widthPx, room.heightMm / heightPx)
  return {
    format,
    widthMm: hundredths(widthPx * mmPerPx),
    heightMm: hundredths(heightPx * mmPerPx),
    alt,
    base64: Buffer.from(content).toString('base64'),
  }
}

/** The look as the template needs it; sizes in millimetres with two decimals. `organization` names whose report it is. */
export function printedLook({ look, logo }: ChosenLook, organization: string, words: ReportWords): PrintedLook {
  const owner = look.issuer === '' ? organization : look.issuer
  return {
    paper: look.paper,
    accent: look.accent,
    logo: logo === null ? null : printedLogo(logo, fill(words.sentence.logoAlt, { owner })),
  }
}

/** `Prepared for …`, and by whom when somebody else makes the report. */
export function preparedFor(look: ReportLook, organization: string, words: ReportWords): string {
  const values = { organization: shortened(organization, issuerLength), issuer: shortened(look.issuer, issuerLength) }
  return fill(look.issuer === '' ? words.sentence.preparedFor : words.sentence.preparedForBy, values)
}
