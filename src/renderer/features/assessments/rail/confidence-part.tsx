import type { Result } from '#shared/scoring/result.ts'
import { badgeWords, confidenceWords } from './result-words.ts'

/** How far the answers rest on evidence. Separate from the tier. */
export function ConfidencePart({ result }: { readonly result: Result }) {
  const words = confidenceWords[result.confidence]
  return (
    <section className="rail-part" aria-label="Confidence">
      <h3>Confidence</h3>
      <details>
        <summary>
          <span className={`confidence confidence-${result.confidence}`}>
            <span className="confidence-dots" aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
            {words.title}
          </span>
        </summary>
        <p className="rail-quiet">{words.meaning} Grades come from the evidence chosen at each question.</p>
      </details>
      {result.badges.length === 0 ? null : (
        <ul className="rail-badges">
          {result.badges.map(({ badge }) => (
            <li key={badge}>
              <span className="chip">{badgeWords[badge].title}</span> <span className="rail-quiet">{badgeWords[badge].meaning}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
