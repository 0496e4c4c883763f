import { useTranslation } from 'react-i18next'
import type { PackSummary } from '#shared/contract/packs.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { languageName, originWords, packTitle } from './pack-words.ts'

/** Every pack that an assessment can start with, each with the hash that reports name. */
export function PackList() {
  const { t } = useTranslation('packs')
  const query = useQuery('packs.list', {})
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  return (
    <ul className="packs" aria-label={t('title')}>
      {query.value.packs.map((pack) => (
        <PackCard key={pack.reference.sha256} pack={pack} />
      ))}
    </ul>
  )
}

function PackCard({ pack }: { readonly pack: PackSummary }) {
  const { t } = useTranslation('packs')
  return (
    <li className="pack">
      <h3>
        {packTitle(pack)} {pack.isCurrent ? <span className="chip">{t('current')}</span> : null}
      </h3>
      <p>{pack.description}</p>
      <dl className="facts">
        <div>
          <dt>{t('from')}</dt>
          <dd>{originWords(pack)}</dd>
        </div>
        <div>
          <dt>{t('questions')}</dt>
          <dd>{t('inLanguage', { count: pack.questionCount, language: languageName(pack.language), day: dayText(pack.publishedOn) })}</dd>
        </div>
        <div>
          <dt>{t('idAndVersion')}</dt>
          <dd>
            <span className="code">
              {pack.reference.id} {pack.reference.version}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('sha256')}</dt>
          <dd>
            <code className="pack-hash">{pack.reference.sha256}</code>
          </dd>
        </div>
      </dl>
    </li>
  )
}
