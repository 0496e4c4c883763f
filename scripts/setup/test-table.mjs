// The compact table that ends a test run.

const row = (cells) =>
  `  ${cells[0].padEnd(12)}${cells
    .slice(1)
    .map((cell) => String(cell).padStart(9))
    .join('')}`

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** The table's text: one line per step with passed, failed, skipped and time. */
export const resultTable = (results) => {
  const lines = results.map(({ name, counts, tookMs }) => row([name, counts.passed, counts.failed, counts.skipped, seconds(tookMs)]))
  return [row(['step', 'passed', 'failed', 'skipped', 'time']), ...lines].join('\n')
}
