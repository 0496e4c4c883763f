// Gaps as they are written on the screen.
import { gapFigure } from '#shared/scoring/gap-figure.ts'

/** Best and worst case of a gap as the report prints it: "39–61 %", or "40 %" when both print alike; "20.4 %" where 20 would be another band. */
export function gapText(gap: { readonly loBp: number; readonly hiBp: number }): string {
  const lo = gapFigure(gap.loBp)
  const hi = gapFigure(gap.hiBp)
  return lo === hi ? `${hi} %` : `${lo}–${hi} %`
}
