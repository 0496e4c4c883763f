// Reads how reports look: shared by choosing a look and by signing with it.
import { z } from 'zod'
import { type ChosenLook, LogoFormat, plainLook, ReportLook } from '#shared/domain/report-look.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

export const readReportLook = query('SELECT paper, accent, issuer, logo_sha256 AS logoSha256 FROM report_look', ReportLook)
export const readLogo = query(
  'SELECT format, width_px AS widthPx, height_px AS heightPx, content FROM logo WHERE sha256 = :sha256',
  z.strictObject({ format: LogoFormat, widthPx: z.int(), heightPx: z.int(), content: z.instanceof(Uint8Array) }),
)

/** A look with its logo. A logo that is lost, as from a salvaged vault, is left out. */
export function withLogo(db: ReadDb, look: ReportLook): ChosenLook {
  const logo = look.logoSha256 === null ? undefined : db.first(readLogo, { sha256: look.logoSha256 })
  return { look, logo: logo ?? null }
}

/** How the next report looks. */
export function findReportLook(db: ReadDb): ChosenLook {
  return withLogo(db, db.first(readReportLook) ?? plainLook)
}
