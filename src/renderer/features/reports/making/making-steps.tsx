import { useTranslation } from 'react-i18next'
import { makingSteps } from '#shared/domain/making-step.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import type { Making } from './use-making.ts'

/** The steps of making a report: those that are done, the one under way and those to come. */
export function MakingSteps({ making }: { readonly making: Making }) {
  const { t } = useTranslation('reports')
  const at = making.step === null ? 0 : makingSteps.indexOf(making.step)
  const current = makingSteps[at] ?? 'collecting'
  return (
    <div className="making">
      <ol className="making-steps" aria-label={t('making.title')}>
        {makingSteps.map((step, index) => (
          <li key={step} className={index < at ? 'is-done' : undefined} aria-current={index === at ? 'step' : undefined}>
            <span className="making-mark">
              {index < at ? <Icon name="check" size={14} /> : index === at ? <Icon name="arrow" size={14} /> : null}
            </span>
            {t(`making.steps.${step}`)}
            {index < at ? <span className="visually-hidden">, {t('making.done')}</span> : null}
          </li>
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {making.isStopping ? t('making.stopping') : t(`making.steps.${current}`)}
      </p>
    </div>
  )
}
