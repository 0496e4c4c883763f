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
  const { asOf } = useDesk()
  const codes = useNamedCountries()
  const query = useQuery('reference.countries', { codes, onDay: asOf })
  const notices = query.state === 'ready' ? query.value.countries : []
  return (
    <div className="caution">
      <Icon name="warning" />
      <div>
        <p>
          <strong>Asking itself can carry risk where the party sits,</strong> for the party and for your own people there. Settle this
          before any question leaves your firm; until then use public records.
        </p>
        {codes.length === 0 ? <p>No country is named yet. Name them under the scope, and what was read about each shows here.</p> : null}
        <ul>
          {notices.map((notice) => {
            const found = lawsOnAsking(notice)
            return (
              <li key={notice.code}>
                <strong>{countryName(notice.code)}:</strong>{' '}
                {notice.laws.length === 0
                  ? 'its laws were not read; ask counsel.'
                  : found.length === 0
                    ? 'nothing about asking in the laws that were read; that is not all of its laws.'
                    : `${found.map((law) => law.title).join('; ')}. Counsel review needed.`}
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
  const { because, goTo } = useDesk()
  const value = useQuestionView(askingQuestion).draft?.value
  const isSettled = value?.kind === 'practice' && value.choice === 'yes'
  if (isSettled || !because.has(askingQuestion)) return null
  return (
    <p className="rail-caution">
      <Icon name="warning" size={14} />
      <span>
        Before you ask the party: asking itself can carry risk where it sits.{' '}
        <button type="button" className="link code" aria-label={`Go to ${askingQuestion}`} onClick={() => goTo(askingQuestion)}>
          {askingQuestion}
        </button>
      </span>
    </p>
  )
}
