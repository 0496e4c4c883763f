import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedAssessments } from '#shared/contract/comparison.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { AnswerTable, DomainTable, FlagTable, VerdictTable } from './compare-tables.tsx'

/** What differs in the second, seen from the first. */
export function CompareView({ firstId, secondId }: { readonly firstId: AssessmentId; readonly secondId: AssessmentId }) {
  const { t } = useTranslation('compare')
  const query = useQuery('assessments.compare', { firstId, secondId })
  if (query.state === 'loading') return <Waiting what={t('comparing')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('retry')}</Button>} />
  return <Compared compared={query.value} />
}

function Compared({ compared }: { readonly compared: ComparedAssessments }) {
  const { t } = useTranslation('compare')
  const { comparison } = compared
  const { flags, answers, onlyFirst, onlySecond, notComparable, reweighed } = comparison
  return (
    <>
      {comparison.isSame ? (
        <Notice tone="good" title={t('same')}>
          <p>{t('sameText')}</p>
        </Notice>
      ) : null}
      <Part title={t('result.title')}>
        <VerdictTable compared={compared} />
      </Part>
      <Part title={t('gaps.title')} note={t('gaps.note')}>
        <DomainTable compared={compared} />
      </Part>
      <Part title={t('flags.title', { count: flags.length })}>
        {flags.length === 0 ? <p className="rail-quiet">{t('flags.none')}</p> : <FlagTable compared={compared} />}
      </Part>
      <Part title={t('answers.title', { count: answers.length })}>
        {answers.length === 0 ? <p className="rail-quiet">{t('answers.none')}</p> : <AnswerTable compared={compared} />}
      </Part>
      <Part title={t('questions.title')}>
        <QuestionIds title={t('questions.onlyFirst')} ids={onlyFirst} compared={compared} />
        <QuestionIds title={t('questions.onlySecond')} ids={onlySecond} compared={compared} />
        <QuestionIds title={t('questions.notComparable')} ids={notComparable} compared={compared} />
        <QuestionIds title={t('questions.reweighed')} ids={reweighed} compared={compared} />
        {onlyFirst.length + onlySecond.length + notComparable.length + reweighed.length === 0 ? (
          <p className="rail-quiet">{t('questions.same')}</p>
        ) : null}
      </Part>
    </>
  )
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {note === undefined ? null : <p className="rail-quiet">{note}</p>}
      {children}
    </section>
  )
}

interface QuestionIdsProps {
  readonly title: string
  readonly ids: readonly QuestionId[]
  readonly compared: ComparedAssessments
}

function QuestionIds({ title, ids, compared }: QuestionIdsProps) {
  const { t } = useTranslation('compare')
  if (ids.length === 0) return null
  const questions = new Map([...compared.first.questions, ...compared.second.questions].map((question) => [question.id, question]))
  return (
    <details className="compare-ids">
      <summary>{t('questions.counted', { title, count: ids.length })}</summary>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <span className="code">{id}</span> {questions.get(id)?.text}
          </li>
        ))}
      </ul>
    </details>
  )
}
