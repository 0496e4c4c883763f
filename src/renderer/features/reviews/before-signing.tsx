import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecisionCase } from '#shared/contract/reviews.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { type Advice, adviceOn } from './advice.ts'

interface BeforeSigningProps {
  readonly known: DecisionCase
  /** Who decides; empty while nobody does. */
  readonly decidedBy: string
  /** What keeps it from being signed, each in one sentence; empty when nothing does. */
  readonly obstacles: readonly string[]
  /** What else stands in the way, with buttons that lead there. */
  readonly children: ReactNode
}

/** Everything that stands in the way of signing, and what is worth a look. */
export function BeforeSigning({ known, decidedBy, obstacles, children }: BeforeSigningProps) {
  const { t } = useTranslation('deciding')
  const advice = adviceOn(known, decidedBy)
  return (
    <section className="before-signing" aria-label={t('before.title')}>
      {children}
      {obstacles.length === 0 ? (
        <Notice tone="good" title={t('before.ready')} />
      ) : (
        <Notice tone="warning" title={t('before.title')}>
          <ul className="advice">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </Notice>
      )}
      {advice.length === 0 ? null : (
        <Notice tone="info" title={t('before.advice')}>
          <ul className="advice">
            {advice.map((one) => (
              <li key={'name' in one ? `${one.code} ${one.name}` : one.code}>
                <AdviceWords advice={one} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}

function AdviceWords({ advice }: { readonly advice: Advice }) {
  const { t } = useTranslation('deciding')
  if ('count' in advice) return t(`before.${advice.code}`, { count: advice.count })
  return 'name' in advice ? t('before.changesAsked', { name: advice.name }) : t(`before.${advice.code}`)
}
