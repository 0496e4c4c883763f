import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { type GuideStep, guideSteps } from '#shared/contract/guide.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

type GuideState = OutputOf<'guide.read'>

interface GuideProps {
  readonly onStep: (step: GuideStep, state: GuideState) => void
}

/** The first steps on Home, until they are done or somebody hides them. */
export function GuidePart({ onStep }: GuideProps) {
  const { t } = useTranslation('guide')
  const query = useQuery('guide.read', {})
  const hide = useCommand('guide.setHidden', ['guide.read'])
  if (query.state !== 'ready' || query.value.isHidden || query.value.done.length === guideSteps.length) return null
  return (
    <section className="part guide" aria-labelledby="guide-title">
      <header className="part-head">
        <h2 id="guide-title">{t('title')}</h2>
        <Button changes look="quiet" isSmall isBusy={hide.isRunning} onClick={() => void hide.run({ isHidden: true })}>
          {t('hide')}
        </Button>
      </header>
      {hide.fault === null ? null : <Refusal words={wordsFor(hide.fault)} />}
      <Steps state={query.value} onStep={onStep} />
    </section>
  )
}

/** The first steps at any time, with a way to have them on Home again. */
export function GuideAtAnyTime({ onStep }: GuideProps) {
  const { t } = useTranslation('guide')
  const query = useQuery('guide.read', {})
  const show = useCommand('guide.setHidden', ['guide.read'])
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  return (
    <>
      <Steps state={query.value} onStep={onStep} />
      {show.fault === null ? null : <Refusal words={wordsFor(show.fault)} />}
      {query.value.isHidden ? (
        <div className="form-actions">
          <Button changes isSmall isBusy={show.isRunning} onClick={() => void show.run({ isHidden: false })}>
            {t('show')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function Steps({ state, onStep }: GuideProps & { readonly state: GuideState }) {
  const { t } = useTranslation('guide')
  const next = guideSteps.find((step) => !state.done.includes(step) && step !== 'answer')
  return (
    <>
      <p className="part-lead">{t('doneOf', { done: state.done.length, all: guideSteps.length })}</p>
      <ol className="guide-steps">
        {guideSteps.map((step) => {
          const isDone = state.done.includes(step)
          return (
            <li key={step} className={isDone ? 'guide-step guide-step-done' : 'guide-step'}>
              <span className="guide-mark">
                {isDone ? <Icon name="check" size={14} /> : null}
                <span className="visually-hidden">{isDone ? t('done') : t('open')}</span>
              </span>
              <div className="guide-text">
                <strong>{t(`steps.${step}`)}</strong>
                <span className="table-second">{t(`why.${step}`)}</span>
              </div>
              {isDone ? null : (
                <Button isSmall look={step === next ? 'primary' : 'secondary'} onClick={() => onStep(step, state)}>
                  {t(`steps.${step}`)}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
