// The steps of `npm test` in order: which tool runs, for how long at most, and how its result is counted.
import { countCheck, countPlaywright, countVitest } from './test-counts.mjs'
import { inRepo } from './places.mjs'
import { toolFile } from './project-tool.mjs'
import { SetupFault } from './setup-fault.mjs'

const MINUTE_MS = 60_000

const reportFile = (name) => inRepo('out', 'test', `${name}.json`)

/**
 * Thousands of cases each, of code that the tests by example beside them cover whole. They run without coverage, whose counters
 * make them take nearly twice as long; so what is covered is said by the other tests alone.
 */
const CASES = [
  'src/shared/exchange/answer-file.test.ts',
  'src/shared/exchange/bundle.test.ts',
  'src/shared/exchange/merge.test.ts',
  'src/shared/exchange/redact.test.ts',
  'src/shared/pack/invariant-30.test.ts',
  'src/shared/scoring/invariants-1-to-4.test.ts',
  'src/shared/scoring/invariants-16-to-21.test.ts',
  'src/shared/scoring/invariants-5-to-8.test.ts',
  'src/shared/scoring/invariants-9-to-15.test.ts',
  'src/shared/scoring/invariants-of-facts.test.ts',
  'src/shared/screening/screen.test.ts',
  'test/integration/invariant-25.test.ts',
]

const vitest = (name, args) => ({
  name,
  tool: () => [
    toolFile('vitest', 'vitest'),
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile(name)}`,
  ],
  limitMs: 18 * MINUTE_MS,
  count: countVitest,
  report: reportFile(name),
  needs: ['electron', 'build', 'display'],
  // Unit tests run on Node 24 with the shipped addon; those that start Electron read runtime.json instead.
  without: ['GATEHOUSE_SQLITE_BINDING'],
})

const check = (name, tool) => ({ name, tool, limitMs: 4 * MINUTE_MS, count: countCheck, report: null, needs: [], without: [] })

const STEPS = [
  check('types', () => [toolFile('typescript', 'tsc'), '-b']),
  check('lint', () => [toolFile('oxlint', 'oxlint'), '--type-aware', '--deny-warnings']),
  check('format', () => [toolFile('oxfmt', 'oxfmt'), '--check']),
  check('knip', () => [toolFile('knip', 'knip'), '--no-progress']),
  // What is left out of one is what the other runs: no test can fall between the two.
  vitest('vitest', ['--coverage', ...CASES.map((file) => `--exclude=${file}`)]),
  vitest('cases', CASES),
  {
    name: 'playwright',
    tool: () => [toolFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    limitMs: 22 * MINUTE_MS,
    count: countPlaywright,
    report: reportFile('playwright'),
    needs: ['electron', 'build', 'display'],
    without: [],
  },
]

/** The files of the trust suite that drive the real app. */
const TRUST_SPECS = ['durability', 'network', 'secrecy', 'hardening', 'packaged', 'two-apps', 'lock-memory', 'protected-medium'].map(
  (name) => `test/e2e/${name}.spec.ts`,
)

const LONG = { GATEHOUSE_TRUST: 'long' }

/** The same tests as in `npm test`, tried much more often, and the table of their figures. */
const TRUST_STEPS = [
  {
    name: 'faults',
    tool: () => [
      toolFile('vitest', 'vitest'),
      'run',
      'test/trust',
      '--testTimeout=7200000',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile('faults')}`,
    ],
    limitMs: 180 * MINUTE_MS,
    count: countVitest,
    report: reportFile('faults'),
    needs: ['electron', 'build'],
    without: ['GATEHOUSE_SQLITE_BINDING'],
    own: LONG,
  },
  {
    name: 'fuzz',
    tool: () => [
      toolFile('vitest', 'vitest'),
      'run',
      'test/fuzz',
      'src/main/platform/page-files.test.ts',
      '--testTimeout=7200000',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile('fuzz')}`,
    ],
    limitMs: 240 * MINUTE_MS,
    count: countVitest,
    report: reportFile('fuzz'),
    needs: [],
    without: ['GATEHOUSE_SQLITE_BINDING'],
    own: { GATEHOUSE_FUZZ: '1000000', ...LONG },
  },
  {
    name: 'app',
    tool: () => [toolFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...TRUST_SPECS],
    limitMs: 180 * MINUTE_MS,
    count: countPlaywright,
    report: reportFile('playwright'),
    needs: ['electron', 'build', 'display'],
    without: [],
    own: { GATEHOUSE_KILLS: '500', ...LONG },
  },
  {
    name: 'figures',
    // What a failed run counted is no proof of anything.
    onlyAfterSuccess: true,
    tool: () => [inRepo('scripts', 'generate-trust-table.ts'), '--from-run'],
    limitMs: MINUTE_MS,
    count: countCheck,
    report: null,
    needs: [],
    without: [],
  },
]

/** Steps by the names that were asked for, in the order they run. */
const choose = (steps, names) => {
  const stepNames = steps.map(({ name }) => name)
  const unknown = names.filter((name) => !stepNames.includes(name))
  if (unknown.length > 0) throw new SetupFault(`There is no test step called ${unknown.join(', ')}; the steps are ${stepNames.join(', ')}.`)
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name))
}

/** The steps of `npm test` with the given names, in running order; all of them when no name is given. */
export const planSteps = (names) => choose(STEPS, names)

/** The steps of `npm run test:trust`, in the same way. */
export const planTrustSteps = (names) => choose(TRUST_STEPS, names)

/** Environment that tells the tools where to write their reports. */
export const reportEnv = () => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('playwright') })
