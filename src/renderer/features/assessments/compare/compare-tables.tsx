import { useTranslation } from 'react-i18next'
import type { ComparedAssessments } from '#shared/contract/comparison.ts'
import { gapBand } from '#shared/scoring/tables.ts'
import { isUnconfirmedLow } from '#shared/scoring/verdict.ts'
import { IntervalBar } from '#renderer/ui/interval-bar.tsx'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'
import { flagReason } from '../flag-reason.ts'
import { confidenceWords } from '../rail/result-words.ts'
import { answerWords, directionWords, flagStandingWords, gapWords, pointsWords, sideTitle, stepWords } from './compare-words.ts'

/** Basis points of a gap as large as a gap can be. */
const whole = 10_000

interface TableProps {
  readonly compared: ComparedAssessments
}

function Head({ compared, first, last }: TableProps & { readonly first: string; readonly last: string }) {
  const isOneParty = compared.first.assessment.thirdPartyId === compared.second.assessment.thirdPartyId
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col">{isOneParty ? sideTitle(compared.first) : compared.first.thirdPartyName}</th>
        <th scope="col">{isOneParty ? sideTitle(compared.second) : compared.second.thirdPartyName}</th>
        <th scope="col">{last}</th>
      </tr>
    </thead>
  )
}

/** Tiers and confidence of the whole assessments. */
export function VerdictTable({ compared }: TableProps) {
  const { t } = useTranslation('compare')
  const { tier, inherent, confidence } = compared.comparison
  const isUnconfirmed = (side: 'first' | 'second') => isUnconfirmedLow(tier[side], confidence[side])
  return (
    <table className="table compare-table">
      <caption className="visually-hidden">{t('result.caption')}</caption>
      <Head compared={compared} first={t('result.result')} last={t('result.worst')} />
      <tbody>
        <tr>
          <th scope="row">{t('result.tier')}</th>
          <td>
            <TierRangeBadge range={tier.first} isUnconfirmed={isUnconfirmed('first')} />
          </td>
          <td>
            <TierRangeBadge range={tier.second} isUnconfirmed={isUnconfirmed('second')} />
          </td>
          <td>{stepWords(tier.worstSteps)}</td>
        </tr>
        <tr>
          <th scope="row">{t('result.inherent')}</th>
          <td>
            <TierRangeBadge range={inherent.first} />
          </td>
          <td>
            <TierRangeBadge range={inherent.second} />
          </td>
          <td>{stepWords(inherent.worstSteps)}</td>
        </tr>
        <tr>
          <th scope="row">{t('result.confidence')}</th>
          <td>{confidenceWords[confidence.first].title}</td>
          <td>{confidenceWords[confidence.second].title}</td>
          <td>{confidence.first === confidence.second ? t('result.same') : t('result.changed')}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** Gaps over the questions that both ask alike. */
export function DomainTable({ compared }: TableProps) {
  const { t } = useTranslation('compare')
  return (
    <table className="table compare-table">
      <caption className="visually-hidden">{t('gaps.caption')}</caption>
      <Head compared={compared} first={t('gaps.domain')} last={t('gaps.points')} />
      <tbody>
        {compared.comparison.domains.map((domain) => (
          <tr key={domain.domainId}>
            <th scope="row">{compared.domainTitles[domain.domainId] ?? domain.domainId}</th>
            {[domain.first, domain.second].map((gap, index) => (
              <td key={index}>
                {gapWords(gap)}
                {gap === null ? null : <IntervalBar loBp={gap.loBp} hiBp={gap.hiBp} band={gapBand(gap.hiBp, whole)} />}
              </td>
            ))}
            <td>{pointsOf(domain)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How far the best and the worst case moved. */
function pointsOf({ first, second }: ComparedAssessments['comparison']['domains'][number]): string {
  const parts = [pointsWords(first?.loBp, second?.loBp), pointsWords(first?.hiBp, second?.hiBp)]
  return parts.filter((words) => words !== '').join(' / ')
}

export function FlagTable({ compared }: TableProps) {
  const { t } = useTranslation(['compare', 'terms'])
  return (
    <table className="table compare-table">
      <caption className="visually-hidden">{t('flags.caption')}</caption>
      <Head compared={compared} first={t('flags.flag')} last={t('flags.level')} />
      <tbody>
        {compared.comparison.flags.map((flag) => (
          <tr key={`${flag.ruleId} ${flag.level}`}>
            <th scope="row">
              <span className="code">{flag.ruleId}</span>{' '}
              {flagReason({
                ruleId: flag.ruleId,
                reason: compared.second.reasons[flag.ruleId] ?? compared.first.reasons[flag.ruleId] ?? '',
              })}
            </th>
            <td>{flagStandingWords[flag.first]}</td>
            <td>{flagStandingWords[flag.second]}</td>
            <td>{t(`terms:floor.${flag.level}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function AnswerTable({ compared }: TableProps) {
  const { t } = useTranslation('compare')
  const questions = new Map([...compared.first.questions, ...compared.second.questions].map((question) => [question.id, question]))
  return (
    <table className="table compare-table">
      <caption className="visually-hidden">{t('answers.caption')}</caption>
      <Head compared={compared} first={t('answers.question')} last={t('answers.change')} />
      <tbody>
        {compared.comparison.answers.map((change) => (
          <tr key={change.questionId}>
            <th scope="row">
              <span className="code">{change.questionId}</span> {questions.get(change.questionId)?.text}
            </th>
            <td>{answerWords(change, 'first', compared)}</td>
            <td>{answerWords(change, 'second', compared)}</td>
            <td>{change.isSameAnswer ? t('answers.evidence') : directionWords[change.direction]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
