// The next larger or smaller size of the window's content.
import { type ZoomPercent, zoomPercents } from '#shared/contract/settings.ts'

/** The neighbour of `percent`, itself at either end; 100 for `reset`. */
export function stepZoom(percent: ZoomPercent, step: 'in' | 'out' | 'reset'): ZoomPercent {
  if (step === 'reset') return 100
  const index = zoomPercents.indexOf(percent) + (step === 'in' ? 1 : -1)
  return zoomPercents[index] ?? percent
}
