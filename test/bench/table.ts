// The table of all measurements, for the terminal and for docs/performance.md.
import { isMet, type Measurement, ratioOf } from './measurement.ts'
import { percentile } from './samples.ts'

const headings = ['', 'Gatehouse', 'spread', 'bare', 'spread', 'ratio', 'bound', '']

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function spreadOf(values: readonly number[]): string {
  return `${figure(percentile(values, 0.25))}–${figure(percentile(values, 0.75))}`
}

function cellsOf(measurement: Measurement): string[] {
  const { title, unit, share, bound, samples } = measurement
  const met = isMet(measurement)
  return [
    title,
    `${figure(percentile(samples.product, share))} ${unit}`,
    spreadOf(samples.product),
    `${figure(percentile(samples.bare, share))} ${unit}`,
    spreadOf(samples.bare),
    `${ratioOf(measurement).toFixed(2)}×`,
    bound === null ? '–' : `${bound}×`,
    met === null ? 'told only' : met ? 'met' : 'MISSED',
  ]
}

/** Aligned columns. */
export function textTable(measurements: readonly Measurement[]): string {
  const rows = [headings, ...measurements.map(cellsOf)]
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n')
}

export function markdownTable(measurements: readonly Measurement[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(headings),
    line(headings.map((_, column) => (column === 0 ? '---' : '---:'))),
    ...measurements.map((one) => line(cellsOf(one))),
  ].join('\n')
}
