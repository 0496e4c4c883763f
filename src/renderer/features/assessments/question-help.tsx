import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'

/** What a good answer looks like, what proves it, a cheap first step, and where the question comes from. */
export function QuestionHelp({ question, pack }: { readonly question: Question; readonly pack: Pack }) {
  const { help, mappings } = question
  const controls = [...mappings.csf20, ...mappings.sp80053r5]
  return (
    <footer className="question-foot">
      <details className="help" data-help="">
        <summary>What good looks like, what proves it, a first step</summary>
        <dl>
          <dt>A good answer</dt>
          <dd>{help.good}</dd>
          <dt>What proves it</dt>
          <dd>{help.proof}</dd>
          <dt>A cheap first step</dt>
          <dd>{help.firstStep}</dd>
          <dt>Sources</dt>
          <dd>
            <ul>
              {question.sources.map((id) => {
                const source = pack.sources.find((one) => one.id === id)
                return (
                  <li key={id}>
                    {source === undefined ? id : `${source.title}, ${source.publisher}, ${source.publishedOn}`}
                    {source === undefined || source.basis === 'primary' ? '' : ` (${source.basis} source)`}
                  </li>
                )
              })}
            </ul>
          </dd>
          {controls.length === 0 ? null : (
            <>
              <dt>Controls</dt>
              <dd>{controls.join(' · ')}</dd>
            </>
          )}
        </dl>
      </details>
    </footer>
  )
}
