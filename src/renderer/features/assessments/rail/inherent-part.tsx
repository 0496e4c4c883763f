import type { QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'

interface InherentPartProps {
  readonly result: Result
  readonly pack: Pack
  readonly onGo: (questionId: QuestionId) => void
}

/** What the third party could do before any safeguard: impact and exposure, and the facts that set them. */
export function InherentPart({ result, pack, onGo }: InherentPartProps) {
  const { impact, exposure, tier, facts } = result.inherent
  return (
    <section className="rail-part" aria-label="Inherent tier">
      <h3>Before safeguards</h3>
      <p className="rail-line">
        Inherent tier <TierRangeBadge range={tier} />
      </p>
      <details>
        <summary>
          Impact {rangeText(impact)} of 4, exposure {rangeText(exposure)} of 4
        </summary>
        <table className="contributions">
          <caption className="visually-hidden">Facts behind impact and exposure</caption>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Axis</th>
              <th scope="col">Best</th>
              <th scope="col">Worst</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={`${fact.questionId}-${fact.axis}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="rail-link code"
                    title={pack.questions.find((question) => question.id === fact.questionId)?.text}
                    onClick={() => onGo(fact.questionId)}
                  >
                    {fact.questionId}
                  </button>
                </th>
                <td>{fact.axis}</td>
                <td>{fact.best}</td>
                <td>{fact.worst}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="rail-quiet">Each axis takes its highest fact. An open fact counts 1 at best and 4 at worst.</p>
      </details>
    </section>
  )
}

function rangeText({ best, worst }: { readonly best: number; readonly worst: number }): string {
  return best === worst ? String(worst) : `${best}–${worst}`
}
