import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#shared/domain/question.ts'
import type { Finding, Result } from '#shared/scoring/result.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useDesk } from '../desk.ts'
import { flagReason } from '../flag-reason.ts'
import { findingAnswer, findingText } from './finding-words.ts'
import { IdLinks } from './id-links.tsx'
import { PlanSlotContext, type RailFinding } from './plan-slot.ts'
import { pointsText } from './result-words.ts'

const firstFew = 5

/** What to act on, most pressing first, with its points and its first step. */
export function FindingsPart({ result }: { readonly result: Result }) {
  const { t } = useTranslation('result')
  const [isLong, setIsLong] = useState(false)
  const shown = isLong ? result.findings : result.findings.slice(0, firstFew)
  const reasons = new Map(result.flags.map((flag) => [flag.ruleId, flagReason(flag)]))
  return (
    <section className="rail-part" aria-label={t('findings.title')}>
      <h3>
        {t('findings.title')} <span className="rail-count">{result.findings.length}</span>
      </h3>
      {result.findings.length === 0 ? <p className="rail-quiet">{t('findings.none')}</p> : null}
      {shown.map((finding) => (
        <FindingLine key={finding.id} finding={finding} reasons={reasons} />
      ))}
      {result.findings.length <= firstFew ? null : (
        <Button look="quiet" isSmall onClick={() => setIsLong(!isLong)}>
          {isLong ? t('findings.fewer') : t('findings.all', { count: result.findings.length })}
        </Button>
      )}
    </section>
  )
}

function FindingLine({ finding, reasons }: { readonly finding: Finding; readonly reasons: ReadonlyMap<string, string> }) {
  const { pack, questionsById } = useDesk()
  const { t } = useTranslation(['result', 'terms'])
  const showPlan = useContext(PlanSlotContext)
  const floorOf = ({ level }: Finding['flags'][number]) => t(`terms:floor.${level}`)
  const stop = finding.flags.find((flag) => flag.level === 'stop') ?? finding.flags[0]
  return (
    <details className="rail-finding">
      <summary>
        <span className="code">{finding.id}</span> <span className="rail-finding-text">{findingText(finding, pack, reasons)}</span>
        <span className="rail-finding-meta">
          {findingAnswer(finding)}
          {stop === undefined ? '' : ` · ${stop.state === 'fired' ? floorOf(stop) : t('findings.open', { floor: floorOf(stop) })}`}
          {finding.hiBp === 0 ? '' : ` · ${t('findings.points', { lo: pointsText(finding.loBp), hi: pointsText(finding.hiBp) })}`}
          {finding.evidenceGrade === null ? '' : ` · ${t('findings.grade', { grade: finding.evidenceGrade })}`}
        </span>
      </summary>
      {finding.helpIds.map((id) => (
        <p key={id} className="rail-quiet">
          <IdLinks ids={[id]} /> {t('findings.firstStep', { step: questionsById.get(id)?.help.firstStep ?? '' })}
        </p>
      ))}
      {showPlan?.(railFinding(finding, findingText(finding, pack, reasons), questionsById))}
    </details>
  )
}

function railFinding(finding: Finding, title: string, questions: ReadonlyMap<string, Question>): RailFinding {
  const { questionId, domainId } = finding
  if (questionId === null) return { finding: { kind: 'rule', ruleId: finding.id }, title, firstStep: '', domainId }
  return { finding: { kind: 'question', questionId }, title, firstStep: questions.get(questionId)?.help.firstStep ?? '', domainId }
}
