// SQL about how reports look.
import { command } from '#main/store/statement.ts'

export const addLogo = command(
  `INSERT INTO logo (sha256, format, width_px, height_px, content) VALUES (:sha256, :format, :widthPx, :heightPx, :content)
   ON CONFLICT (sha256) DO NOTHING`,
)
export const saveReportLook = command(
  `INSERT INTO report_look (one, paper, accent, issuer, logo_sha256) VALUES (1, :paper, :accent, :issuer, :logoSha256)
   ON CONFLICT (one) DO UPDATE SET paper = :paper, accent = :accent, issuer = :issuer, logo_sha256 = :logoSha256`,
)
