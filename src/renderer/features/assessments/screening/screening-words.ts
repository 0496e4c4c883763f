// What screening against lists gave, in words.
import type { Screening, ScreeningOutcome } from '#shared/domain/assessment-screening.ts'
import { countText, dayText } from '#renderer/ui/numbers.ts'

export const outcomeWords: Readonly<Record<ScreeningOutcome, { readonly title: string; readonly meaning: string }>> = {
  'no-match': { title: 'No match', meaning: 'No name was found. It sets no floor, and it clears none that answers set.' },
  'possible-match': {
    title: 'Possible match',
    meaning: 'A name may be listed and nobody has settled it. An open STOP until somebody does.',
  },
  match: { title: 'Match', meaning: 'A name is listed. STOP: counsel review needed.' },
  'could-not-screen': { title: 'Could not screen', meaning: 'The lists could not be read or there was no name. An open STOP.' },
}

/** One line for the result: the outcome, the day and how many lists. */
export function screeningSummary(screening: Screening | null): string {
  if (screening === null) return 'Names were not checked against lists.'
  const lists = screening.lists.length === 0 ? 'no list' : countText(screening.lists.length, 'list', 'lists')
  return `${outcomeWords[screening.outcome].title}, ${lists}, ${dayText(screening.screenedOn)}.`
}
