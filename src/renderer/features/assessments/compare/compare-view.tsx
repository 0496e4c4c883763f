import type { ReactNode } from 'react'
import type { ComparedAssessments } from '#shared/contract/comparison.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { countText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { AnswerTable, DomainTable, FlagTable, VerdictTable } from './compare-tables.tsx'

/** What differs in the second, seen from the first. */
export function CompareView({ firstId, secondId }: { readonly firstId: AssessmentId; readonly secondId: AssessmentId }) {
  const query = useQuery('assessments.compare', { firstId, secondId })
  if (query.state === 'loading') return <Waiting what="Comparing…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  return <Compared compared={query.value} />
}

function Compared({ compared }: { readonly compared: ComparedAssessments }) {
  const { comparison } = compared
  const { flags, answers, onlyFirst, onlySecond, notComparable, reweighed } = comparison
  return (
    <>
      {comparison.isSame ? (
        <Notice tone="good" title="Nothing differs.">
          <p>Tiers, gaps, flags, answers and questions are the same in both.</p>
        </Notice>
      ) : null}
      <Part title="Result">
        <VerdictTable compared={compared} />
      </Part>
      <Part
        title="Gaps by domain"
        note="Over the questions that both ask in the same sense, so that a question only one of them has cannot move a gap."
      >
        <DomainTable compared={compared} />
      </Part>
      <Part title={countText(flags.length, 'flag changed', 'flags changed')}>
        {flags.length === 0 ? (
          <p className="rail-quiet">Every flag stands, is open or is clear as before.</p>
        ) : (
          <FlagTable compared={compared} />
        )}
      </Part>
      <Part title={countText(answers.length, 'answer changed', 'answers changed')}>
        {answers.length === 0 ? (
          <p className="rail-quiet">Every question that both ask has the same answer and evidence.</p>
        ) : (
          <AnswerTable compared={compared} />
        )}
      </Part>
      <Part title="Questions">
        <QuestionIds title="Asked only in the first" ids={onlyFirst} compared={compared} />
        <QuestionIds title="Asked only in the second" ids={onlySecond} compared={compared} />
        <QuestionIds title="Asked in another sense, not compared" ids={notComparable} compared={compared} />
        <QuestionIds title="With another weight; the greater counts for both" ids={reweighed} compared={compared} />
        {onlyFirst.length + onlySecond.length + notComparable.length + reweighed.length === 0 ? (
          <p className="rail-quiet">Both ask the same questions.</p>
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
  if (ids.length === 0) return null
  const questions = new Map([...compared.first.questions, ...compared.second.questions].map((question) => [question.id, question]))
  return (
    <details className="compare-ids">
      <summary>
        {title}: {ids.length}
      </summary>
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
