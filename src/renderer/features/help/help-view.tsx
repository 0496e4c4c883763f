// The manual: its pages on the left, one of them on the right, and a search over all of them.
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { manual } from 'virtual:manual'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { ManualPage } from './manual-page.ts'
import { type GoToPage, PageView } from './page-view.tsx'
import { type Found, searchIn } from './search-manual.ts'

interface HelpViewProps {
  readonly page: string | undefined
  readonly heading: string | undefined
  readonly onGo: GoToPage
}

const parts = ['guide', 'background'] as const

function bringTo(heading: string): void {
  const element = document.getElementById(`manual-${heading}`)
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'start' })
}

export function HelpView({ page, heading, onGo }: HelpViewProps) {
  const { t } = useTranslation('help')
  const [text, setText] = useState('')
  const search = useMemo(() => searchIn(manual), [])
  const shown = manual.find(({ id }) => id === page) ?? manual[0]
  useEffect(() => {
    if (heading !== undefined) bringTo(heading)
  }, [heading])
  const go: GoToPage = (nextPage, nextHeading) => {
    setText('')
    onGo(nextPage, nextHeading)
    if (nextHeading !== null) setTimeout(() => bringTo(nextHeading), 0)
  }
  if (shown === undefined) return null
  const isSearching = text.trim() !== ''
  return (
    <div className="manual">
      <div className="manual-side">
        <div className="field">
          <label htmlFor="manual-search" className="field-label">
            {t('search')}
          </label>
          <input
            id="manual-search"
            type="search"
            className="input"
            maxLength={200}
            placeholder={t('placeholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Contents shown={shown} onGo={go} />
      </div>
      <div className="manual-main">{isSearching ? <Results found={search(text)} onGo={go} /> : <Shown page={shown} onGo={go} />}</div>
    </div>
  )
}

function Contents({ shown, onGo }: { readonly shown: ManualPage; readonly onGo: GoToPage }) {
  const { t } = useTranslation('help')
  return (
    <nav className="manual-contents" aria-label={t('contents')}>
      {parts.map((part) => (
        <div key={part}>
          <h2>{t(part)}</h2>
          <ul>
            {manual
              .filter((page) => page.part === part)
              .map((page) => (
                <li key={page.id}>
                  <button type="button" aria-current={page.id === shown.id ? 'page' : undefined} onClick={() => onGo(page.id, null)}>
                    {page.title}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Shown({ page, onGo }: { readonly page: ManualPage; readonly onGo: GoToPage }) {
  const { t } = useTranslation('help')
  const next = manual[manual.findIndex(({ id }) => id === page.id) + 1]
  return (
    <>
      <PageHead key={page.id} title={page.title} />
      <PageView page={page} onGo={onGo} />
      {next === undefined ? null : (
        <p>
          <Button onClick={() => onGo(next.id, null)}>{t('next', { title: next.title })}</Button>
        </p>
      )}
    </>
  )
}

function Results({ found, onGo }: { readonly found: readonly Found[]; readonly onGo: GoToPage }) {
  const { t } = useTranslation('help')
  return (
    <section className="manual-results" aria-labelledby="manual-results">
      <h1 id="manual-results">{t('results')}</h1>
      <p role="status">{t('found', { count: found.length })}</p>
      {found.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
      ) : (
        <ul className="manual-found">
          {found.map(({ id, page, pageTitle, heading, title, excerpt }) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => onGo(page, heading)}>
                {title}
              </button>
              {heading === null ? null : <span className="manual-found-page">{pageTitle}</span>}
              <p>{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
