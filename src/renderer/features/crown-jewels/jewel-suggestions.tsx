import { useTranslation } from 'react-i18next'
import type { JewelSuggestion } from '#shared/domain/jewel-suggestion.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { useFocusNext } from '#renderer/ui/use-focus-next.ts'
import { jewelLists } from './jewel-lists.ts'

/** What firms in the organization's fields often have to guard, to be added with one press. */
export function JewelSuggestions() {
  const { t } = useTranslation('crown-jewels')
  const query = useQuery('jewelRegister.suggestions', {})
  const add = useCommand('jewelRegister.add', jewelLists)
  const { box, focusNext } = useFocusNext<HTMLElement>()
  if (query.state !== 'ready' || query.value.suggestions.length === 0) return null
  const { suggestions, checkedOn } = query.value
  const take = async ({ name, impact, note }: JewelSuggestion, at: number) => {
    const outcome = await add.run({ name, impact, note, ownerName: '', places: '', whoCanReach: '', reviewOn: null })
    // The suggestion leaves the list; the one beside it takes the focus.
    const beside = suggestions[at + 1] ?? suggestions[at - 1]
    if (outcome.ok && beside !== undefined) focusNext(`[data-name="${CSS.escape(beside.name)}"] button`)
  }
  return (
    <section className="part" aria-labelledby="suggestions-title" ref={box}>
      <h2 id="suggestions-title">{t('suggestions')}</h2>
      <p className="part-lead">{t('suggestionsLead', { day: dayText(checkedOn) })}</p>
      {suggestions.every(({ area }) => area === 'any') ? <p className="part-lead">{t('suggestionsNone')}</p> : null}
      {add.fault === null ? null : <Refusal words={wordsFor(add.fault)} />}
      <ul className="plain-list">
        {suggestions.map((suggestion, at) => (
          <li key={suggestion.name} className="plain-row" data-name={suggestion.name}>
            <div className="jewel-text">
              <strong>{suggestion.name}</strong>
              <span className="table-second">
                {t(`areaNames.${suggestion.area}`)} · {suggestion.note}
              </span>
            </div>
            <Button
              changes
              isSmall
              isBusy={add.isRunning}
              aria-label={t('addSuggestion', { name: suggestion.name })}
              onClick={() => void take(suggestion, at)}
            >
              {t('addIt')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
