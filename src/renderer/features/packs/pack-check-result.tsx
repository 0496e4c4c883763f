import type { PackCheck } from '#shared/contract/packs.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { checkTitle, packTitle } from './pack-words.ts'

interface PackCheckResultProps {
  readonly label: string
  readonly check: PackCheck
  readonly isAdded: boolean
  readonly isBusy: boolean
  readonly onAdd: () => void
}

/** What the check of a file found: each problem with its line, its place in the file and what to try. */
export function PackCheckResult({ label, check, isAdded, isBusy, onAdd }: PackCheckResultProps) {
  const { pack, problems, errorCount } = check
  const hidden = errorCount + check.warningCount - problems.length
  return (
    <section aria-label={`What was found in ${label}`} className="form" aria-live="polite">
      {isAdded && pack !== null ? (
        <Notice tone="good" title={`${packTitle(pack)} is in this vault now.`}>
          <p>Choose it when you start an assessment. Assessments under way keep the pack they began with.</p>
        </Notice>
      ) : (
        <Notice
          tone={errorCount > 0 ? 'bad' : 'info'}
          title={`${label}: ${checkTitle(check)}`}
          {...(errorCount === 0
            ? {
                actions: (
                  <Button look="primary" isBusy={isBusy} onClick={onAdd}>
                    Add it to this vault
                  </Button>
                ),
              }
            : {})}
        >
          <p>
            {errorCount > 0
              ? 'Correct the lines below in the file, save it, and check it again.'
              : pack === null
                ? ''
                : `${packTitle(pack)}: ${pack.questionCount} questions.`}
          </p>
        </Notice>
      )}
      {problems.length === 0 ? null : (
        <table className="table pack-problems">
          <caption className="visually-hidden">Problems in {label}</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Where</th>
              <th scope="col">What is wrong</th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <tr key={`${problem.line} ${problem.column} ${problem.path} ${problem.message}`}>
                <td>
                  {problem.line}:{problem.column}
                </td>
                <th scope="row">
                  <code>{problem.path}</code>
                </th>
                <td>{problem.message}</td>
                <td>
                  {problem.severity}, <span className="code">{problem.rule}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden === 0 ? null : <p className="form-saved">And {hidden} more. Correct these first, then check again.</p>}
    </section>
  )
}
