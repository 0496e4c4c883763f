import { useTranslation } from 'react-i18next'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

/** What a good answer looks like, what proves it, a cheap first step, and where the question comes from. */
export function QuestionHelp({ question, pack }: { readonly question: Question; readonly pack: Pack }) {
  const { t } = useTranslation('questionnaire')
  const { help, mappings } = question
  const controls = [...mappings.csf20, ...mappings.sp80053r5]
  return (
    <footer className="question-foot">
      <details className="help" data-help="">
        <summary>{t('help.title')}</summary>
        <dl>
          <dt>{t('help.good')}</dt>
          <dd>{help.good}</dd>
          <dt>{t('help.proof')}</dt>
          <dd>{help.proof}</dd>
          <dt>{t('help.firstStep')}</dt>
          <dd>{help.firstStep}</dd>
          <dt>{t('help.sources')}</dt>
          <dd>
            <ul>
              {question.sources.map((id) => {
                const source = pack.sources.find((one) => one.id === id)
                return <li key={id}>{source === undefined ? id : sourceWords(source)}</li>
              })}
            </ul>
          </dd>
          {controls.length === 0 ? null : (
            <>
              <dt>{t('help.controls')}</dt>
              <dd>{controls.join(' · ')}</dd>
            </>
          )}
        </dl>
      </details>
    </footer>
  )
}

/** What a source is, and that it is no primary one where that is so. */
function sourceWords({ title, publisher, publishedOn, basis }: Pack['sources'][number]): string {
  const t = wordsIn('questionnaire')
  const source = t('help.source', { title, publisher, day: publishedOn === 'undated' ? t('help.undated') : publishedOn })
  return basis === 'primary' ? source : t(`help.sourceOf.${basis}`, { source })
}
