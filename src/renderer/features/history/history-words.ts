// The entries of the history in words.
import type { HistoryEntry } from '#shared/contract/history.ts'
import { words, wordsIn } from '#renderer/i18n/words.ts'

type Told = Pick<HistoryEntry, 'action' | 'about' | 'relationship' | 'questionId'>

/** "AD-02, Kestrel Compute, supplier". */
function nameOf(name: string, relationship: Told['relationship'], question: Told['questionId']): string {
  const t = wordsIn('history')
  const party = relationship === null ? name : t('ofParty', { name, relationship: t(`relationships.${relationship}`) })
  return question === null ? party : t('ofQuestion', { question, party })
}

/** What was done, and to what; an action of a later version keeps its own name. */
export function entryText({ action, about, relationship, questionId }: Told): { readonly what: string; readonly about: string } {
  // Which actions there are is known only when an entry is read, so the key has no type; a test holds the catalogue to what the program writes.
  const what: unknown = Reflect.apply(words.t, words, [`history:actions.${action}`, { defaultValue: action }])
  return { what: typeof what === 'string' ? what : action, about: about === null ? '' : nameOf(about, relationship, questionId) }
}

/** The instants between which a day on this computer's calendar lies; nulls for no text and for one that is no day. */
export function boundsOf(day: string): { readonly from: string | null; readonly until: string | null } {
  const start = new Date(`${day}T00:00:00`)
  if (Number.isNaN(start.getTime())) return { from: null, until: null }
  const end = new Date(start)
  end.setDate(end.getDate() + 1)
  return { from: start.toISOString(), until: end.toISOString() }
}
