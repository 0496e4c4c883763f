import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation('packs')
  const { pack, problems, errorCount } = check
  const hidden = errorCount + check.warningCount - problems.length
  return (
    <section aria-label={t('check.found', { label })} className="form" aria-live="polite">
      {isAdded && pack !== null ? (
        <Notice tone="good" title={t('check.added', { pack: packTitle(pack) })}>
          <p>{t('check.addedText')}</p>
        </Notice>
      ) : (
        <Notice
          tone={errorCount > 0 ? 'bad' : 'info'}
          title={t('check.title', { label, found: checkTitle(check) })}
          {...(errorCount === 0
            ? {
                actions: (
                  <Button changes look="primary" isBusy={isBusy} onClick={onAdd}>
                    {t('check.add')}
                  </Button>
                ),
              }
            : {})}
        >
          <p>
            {errorCount > 0
              ? t('check.correct')
              : pack === null
                ? ''
                : t('check.summary', { pack: packTitle(pack), count: pack.questionCount })}
          </p>
        </Notice>
      )}
      {problems.length === 0 ? null : (
        <table className="table pack-problems">
          <caption className="visually-hidden">{t('check.problems', { label })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('check.line')}</th>
              <th scope="col">{t('check.where')}</th>
              <th scope="col">{t('check.wrong')}</th>
              <th scope="col">{t('check.kind')}</th>
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
                  {t(`check.severity.${problem.severity}`)}, <span className="code">{problem.rule}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden === 0 ? null : <p className="form-saved">{t('check.more', { count: hidden })}</p>}
    </section>
  )
}
