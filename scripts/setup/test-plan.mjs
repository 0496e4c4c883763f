// The steps of `npm test` in order: which tool runs, for how long at most, and how its result is counted.
import { countCheck, countPlaywright, countVitest } from './test-counts.mjs'
import { inRepo } from './places.mjs'
import { toolFile } from './project-tool.mjs'
import { SetupFault } from './setup-fault.mjs'

const MINUTE_MS = 60_000

const reportFile = (name) => inRepo('out', 'test', `${name}.json`)

const check = (name, tool) => ({ name, tool, limitMs: 4 * MINUTE_MS, count: countCheck, report: null, needs: [], without: [] })

const STEPS = [
  check('types', () => [toolFile('typescript', 'tsc'), '-b']),
  check('lint', () => [toolFile('oxlint', 'oxlint'), '--type-aware', '--deny-warnings']),
  check('format', () => [toolFile('oxfmt', 'oxfmt'), '--check']),
  check('knip', () => [toolFile('knip', 'knip'), '--no-progress']),
  {
    name: 'vitest',
    tool: () => [
      toolFile('vitest', 'vitest'),
      'run',
      '--coverage',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile('vitest')}`,
    ],
    limitMs: 10 * MINUTE_MS,
    count: countVitest,
    report: reportFile('vitest'),
    needs: ['electron', 'build', 'display'],
    // Unit tests run on Node 24 with the shipped addon; those that start Electron read runtime.json instead.
    without: ['GATEHOUSE_SQLITE_BINDING'],
  },
  {
    name: 'playwright',
    tool: () => [toolFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    limitMs: 12 * MINUTE_MS,
    count: countPlaywright,
    report: reportFile('playwright'),
    needs: ['electron', 'build', 'display'],
    without: [],
  },
]

/** The names that can be asked for, in the order they run. */
const stepNames = STEPS.map(({ name }) => name)

/** The steps with the given names, in running order; all of them when no name is given. */
export const planSteps = (names) => {
  const unknown = names.filter((name) => !stepNames.includes(name))
  if (unknown.length > 0) throw new SetupFault(`There is no test step called ${unknown.join(', ')}; the steps are ${stepNames.join(', ')}.`)
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name))
}

/** Environment that tells the tools where to write their reports. */
export const reportEnv = () => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('playwright') })
