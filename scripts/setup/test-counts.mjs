// Reads how many tests passed and failed from the JSON reports of Vitest and Playwright.

const asCount = (value) => (Number.isInteger(value) && value > 0 ? value : 0)

// A non-zero exit without a failed test is a failure too: a crash, a missed coverage threshold, a file that does not load.
const atLeastOneFailure = ({ passed, failed, skipped }, code) => ({ passed, skipped, failed: code !== 0 && failed === 0 ? 1 : failed })

const emptySuites = (report) =>
  (report?.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length

/** Counts of a Vitest JSON report (null when none was written) of a run that ended with `code`. */
export const countVitest = (report, code) => {
  const counts = {
    passed: asCount(report?.numPassedTests),
    failed: asCount(report?.numFailedTests) + emptySuites(report),
    skipped: asCount(report?.numPendingTests) + asCount(report?.numTodoTests),
  }
  return report === null ? { passed: 0, failed: 1, skipped: 0 } : atLeastOneFailure(counts, code)
}

/** Counts of a Playwright JSON report (null when none was written) of a run that ended with `code`; a flaky test counts as passed. */
export const countPlaywright = (report, code) => {
  const counts = {
    passed: asCount(report?.stats?.expected) + asCount(report?.stats?.flaky),
    failed: asCount(report?.stats?.unexpected),
    skipped: asCount(report?.stats?.skipped),
  }
  return report === null ? { passed: 0, failed: 1, skipped: 0 } : atLeastOneFailure(counts, code)
}

/** Counts of a step that is one check: it passed or it did not. */
export const countCheck = (_report, code) => (code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })

/** The run's last line. */
export const totalLine = (results) => {
  const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}
