// Writes docs/conformance.md: which checker approved of which report in the last run of `npm run conformance`.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { inRepo } from './places.mjs'

const approval = 'is approved by '
const fetched = { 'veraPDF 3a': 'verapdf', 'veraPDF ua1': 'verapdf', 'EU DSS': 'dss', pyHanko: 'pyhanko' }
const columns = ['Gatehouse', 'veraPDF 3a', 'veraPDF ua1', 'EU DSS', 'pyHanko', 'pdfsig', 'qpdf', 'openssl']

/** The first number with dots that a program says of itself. */
const versionOf = (program, argument) => {
  const { stdout, stderr } = spawnSync(program, [argument], { encoding: 'utf8' })
  return /\d+\.[\d.]+/.exec(`${stdout ?? ''}${stderr ?? ''}`)?.[0] ?? 'not installed'
}

const cellOf = (tests, checker, tools) => {
  const test = tests.find(({ title }) => title === `${approval}${checker}`)
  if (test?.status === 'skipped' || test?.status === 'pending') return 'not run'
  if (test !== undefined) return test.status === 'passed' ? 'approves' : '**refuses**'
  return tools[fetched[checker]]?.command === null ? 'not run' : '–'
}

const row = (cells) => `| ${cells.join(' | ')} |`

/** One row for each kind of report and signer, as the tests found them. */
const tableOf = (tests, tools) => {
  const kinds = new Map()
  for (const test of tests.filter(({ title }) => title.startsWith(approval))) {
    const kind = test.ancestorTitles.at(-1)?.replace(/ \(skipped .*\)$/, '')
    kinds.set(kind, [...(kinds.get(kind) ?? []), test])
  }
  const rows = [...kinds].map(([kind, own]) => row([kind, ...columns.map((checker) => cellOf(own, checker, tools))]))
  return [row(['Report and signer', ...columns]), row(['---', ...columns.map(() => '---')]), ...rows]
}

const others = (tests) =>
  tests
    .filter(({ title }) => !title.startsWith(approval))
    .map(
      ({ ancestorTitles, title, status }) =>
        `- ${status === 'passed' ? 'Yes' : '**No**'}: ${[...ancestorTitles, title].filter((part) => part !== '').join(': ')}`,
    )

/** `results` is what Vitest's JSON reporter wrote; `tools` says what could not be fetched. */
export const writeConformancePage = (results, tools) => {
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults)
  const absent = Object.entries(tools).flatMap(([name, { reason }]) => (reason === null ? [] : [`- ${name} did not run: ${reason}.`]))
  const day = new Date(results.startTime).toISOString().slice(0, 10)
  const failed = tests.filter(({ status }) => status === 'failed').length
  const lines = [
    '# Conformance',
    '',
    '`npm run conformance` writes this page anew. It signs reports of every kind with every kind of signer and shows each to other people’s checkers.',
    '',
    `Last run: ${day}, ${tests.length} checks, ${failed === 0 ? 'all agree' : `**${failed} do not agree**`}.`,
    '',
    ...tableOf(tests, tools),
    '',
    'What *approves* means: veraPDF finds no breach of PDF/A-3a and of PDF/UA-1. EU DSS calls each signature PAdES-BASELINE-B, or -T with a time-stamp, TOTAL_PASSED, without warnings and without changes but further signatures. pyHanko finds each signature intact, valid, trusted, and the certification kept. pdfsig calls each signature valid, qpdf finds no error, and openssl verifies each signature over the bytes that it covers. Gatehouse finds the file intact, its data recomputes, and printed again it is the same to the byte.',
    '',
    '## Besides',
    '',
    ...others(tests),
    '',
    '## With what',
    '',
    `veraPDF 1.30.2 and EU DSS 6.2 from Maven Central; pyHanko 0.38.0 and compliance-trestle 5.2.0 from PyPI; pdfsig ${versionOf('pdfsig', '-v')}, qpdf ${versionOf('qpdf', '--version')}, openssl ${versionOf('openssl', 'version')} as installed.`,
    '',
    ...(absent.length === 0 ? ['Every checker ran.'] : absent),
    '',
  ]
  writeFileSync(inRepo('docs', 'conformance.md'), lines.join('\n'))
}
