import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { useDesk } from '../desk.ts'
import { useQuestionView } from '../session/use-session.ts'
import { lawsOnAsking } from './notice-words.ts'
import { useNamedCountries } from './use-named-countries.ts'
import { QuestionId } from '#shared/domain/ids.ts'

/** The question whether asking is safe where the party works. */
const askingQuestion = QuestionId.parse('LG-11')

/** At that question: asking itself can carry risk, and what was read about it for the countries named so far. */
export function AskingCaution({ questionId }: { readonly questionId: QuestionId }) {
  return questionId === askingQuestion ? <Caution /> : null
}

function Caution() {
  const { t } = useTranslation('reference')
  const { asOf } = useDesk()
  const codes = useNamedCountries()
  const query = useQuery('reference.countries', { codes, onDay: asOf })
  const notices = query.state === 'ready' ? query.value.countries : []
  return (
    <div className="caution">
      <Icon name="warning" />
      <div>
        <p>
          <strong>{t('caution.title')}</strong> {t('caution.rest')}
        </p>
        {codes.length === 0 ? <p>{t('caution.noCountry')}</p> : null}
        <ul>
          {notices.map((notice) => {
            const found = lawsOnAsking(notice)
            return (
              <li key={notice.code}>
                <strong>{t('caution.country', { country: countryName(notice.code) })}</strong>{' '}
                {notice.laws.length === 0
                  ? t('caution.notRead')
                  : found.length === 0
                    ? t('caution.nothing')
                    : t('caution.laws', { laws: found.map((law) => law.title).join('; ') })}
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}

/** Where questions to the party are lined up: a line that points at the caution, until it is settled. */
export function AskingReminder() {
  const { t } = useTranslation('reference')
  const { because, goTo } = useDesk()
  const value = useQuestionView(askingQuestion).draft?.value
  const isSettled = value?.kind === 'practice' && value.choice === 'yes'
  if (isSettled || !because.has(askingQuestion)) return null
  return (
    <p className="rail-caution">
      <Icon name="warning" size={14} />
      <span>
        {t('caution.remind')}{' '}
        <button
          type="button"
          className="link code"
          aria-label={t('caution.goTo', { id: askingQuestion })}
          onClick={() => goTo(askingQuestion)}
        >
          {askingQuestion}
        </button>
      </span>
    </p>
  )
}
