import type { PackSummary } from '#shared/contract/packs.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countText, dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { languageName, originWords, packTitle } from './pack-words.ts'

/** Every pack that an assessment can start with, each with the hash that reports name. */
export function PackList() {
  const query = useQuery('packs.list', {})
  if (query.state === 'loading') return <Waiting what="Reading the question packs…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  return (
    <ul className="packs" aria-label="Question packs">
      {query.value.packs.map((pack) => (
        <PackCard key={pack.reference.sha256} pack={pack} />
      ))}
    </ul>
  )
}

function PackCard({ pack }: { readonly pack: PackSummary }) {
  return (
    <li className="pack">
      <h3>
        {packTitle(pack)} {pack.isCurrent ? <span className="chip">current</span> : null}
      </h3>
      <p>{pack.description}</p>
      <dl className="facts">
        <div>
          <dt>Where from</dt>
          <dd>{originWords(pack)}</dd>
        </div>
        <div>
          <dt>Questions</dt>
          <dd>
            {countText(pack.questionCount, 'question', 'questions')} in {languageName(pack.language)}, published on{' '}
            {dayText(pack.publishedOn)}
          </dd>
        </div>
        <div>
          <dt>Id and version</dt>
          <dd>
            <span className="code">
              {pack.reference.id} {pack.reference.version}
            </span>
          </dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code className="pack-hash">{pack.reference.sha256}</code>
          </dd>
        </div>
      </dl>
    </li>
  )
}
