import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ShippedList } from './shipped-list.tsx'

/** What this program is, which versions run, and what it is made of. */
export function AboutView() {
  const { t } = useTranslation('about')
  const query = useQuery('app.about', {})
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {query.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {query.state === 'failed' ? (
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
      ) : null}
      {query.state === 'ready' ? <Versions about={query.value} /> : null}
      <ShippedList />
    </>
  )
}

function Versions({ about }: { readonly about: OutputOf<'app.about'> }) {
  const { t } = useTranslation('about')
  const copy = useCommand('app.copyText')
  const [isCopied, setIsCopied] = useState(false)
  const rows = [
    [t('version'), about.version],
    [t('electron'), about.electron],
    [t('chromium'), about.chromium],
    [t('sandbox'), t(about.isSandboxed ? 'sandboxOn' : 'sandboxOff')],
  ] as const
  const copyAll = async () => {
    const outcome = await copy.run({ text: rows.map(([name, value]) => `${name} ${value}`).join('\n') })
    setIsCopied(outcome.ok)
  }
  return (
    <section className="part" aria-labelledby="about-versions">
      <h2 id="about-versions">{t('versions')}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="form-actions">
        <Button onClick={() => void copyAll()}>{t('copy')}</Button>
        <span role="status">{isCopied ? t('copied') : ''}</span>
      </div>
      {copy.fault === null ? null : <Refusal words={wordsFor(copy.fault)} />}
    </section>
  )
}
