import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/scoring/result.ts'
import { Button } from '#renderer/ui/button.tsx'
import { copyShownText } from './copy-shown-text.ts'
import { reassessmentWords } from './finding-words.ts'

/** When to look again, and the result as one line to compare or to file. */
export function VectorPart({ result }: { readonly result: Result }) {
  const { t } = useTranslation('result')
  const line = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <>
      <section className="rail-part" aria-label={t('again.label')}>
        <h3>{t('again.title')}</h3>
        <p>{reassessmentWords(result.nextReassessment, result.asOf)}</p>
      </section>
      <section className="rail-part" aria-label={t('line.label')}>
        <h3>{t('line.title')}</h3>
        <code className="vector" ref={line}>
          {result.vector}
        </code>
        <p className="rail-line">
          <Button
            isSmall
            onClick={() => {
              if (line.current !== null) setCopied(copyShownText(line.current))
            }}
          >
            {t('line.copy')}
          </Button>
          <span role="status" className="rail-quiet">
            {copied === null ? '' : copied ? t('line.copied') : t('line.selected')}
          </span>
        </p>
      </section>
    </>
  )
}
