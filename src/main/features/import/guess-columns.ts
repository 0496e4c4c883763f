// Guesses which line of a list names its columns, and what the columns hold.
import { type ListField, listFields } from '#shared/contract/import.ts'
import { foldedTokens } from '#shared/screening/fold.ts'
import type { ListRow } from './limits.ts'

/** What people call a column, with bars between; folded: without capitals, accents and marks. */
const names: Readonly<Record<ListField, string>> = {
  legalName:
    'legal name|name|company|company name|registered name|business name|supplier|supplier name|vendor|vendor name|' +
    'third party|third party name|organisation|organization|organisation name|organization name|partner|partner name|' +
    'party|firm|account name|entity|entity name|legal entity|investor|investor name',
  nativeName: 'native name|local name|original name|name in own script|name in its own script|native script name',
  formerNames: 'former name|former names|previous name|previous names|formerly|old name|fka|formerly known as',
  tradingNames: 'trading name|trading names|trade name|dba|doing business as|brand|aka|also known as|alias',
  lei: 'lei|lei code|lei number|legal entity identifier',
  registrationNumber:
    'registration number|registration no|registration nr|registration|reg no|reg number|company number|company no|' +
    'company registration number|company registration no|register number|registry number|crn|business number|company id',
  vat: 'vat|vat number|vat no|vat id|tax id|tax number|tax no|tin|ein|vat registration number',
  duns: 'duns|duns number|duns no|d u n s|d u n s number',
  country:
    'country|country code|country of registration|country of incorporation|jurisdiction|country region|nation|' +
    'country name|registered in|incorporated in|iso country|domicile',
  relationships: 'relationship|relationships|relation|type|role|category|third party type|party type|relationship type',
  street: 'address|street|street address|address line 1|address 1|address line|registered address',
  postalCode: 'postal code|postcode|post code|zip|zip code|zip postal code',
  city: 'city|town|locality|place',
  region: 'state|region|province|county|state province',
  website: 'website|web site|web|url|homepage|domain|internet',
  contactName: 'contact|contact name|contact person|primary contact|main contact',
  contactRole: 'contact role|contact title|job title|title|position|function',
  contactEmail: 'email|e mail|contact email|email address|e mail address|mail|contact e mail',
  contactPhone: 'phone|telephone|tel|phone number|contact phone|telephone number|mobile',
  note: 'note|notes|comment|comments|remark|remarks|description|service|services',
}

const wordsOf = (text: string) => foldedTokens(text.slice(0, 200)).map((token) => token.text)
const byName = new Map(listFields.flatMap((field) => names[field].split('|').map((name) => [name, field] as const)))

interface Likeness {
  readonly field: ListField
  /** 1,000 for a name of the field; otherwise more the more of the column's words the name covers. */
  readonly scoreMille: number
}

/** The field that a column's name stands for; null when it says nothing known. */
function likenessOf(columnName: string): Likeness | null {
  const words = wordsOf(columnName)
  const exact = byName.get(words.join(' '))
  if (exact !== undefined) return { field: exact, scoreMille: 1_000 }
  let best: Likeness | null = null
  for (const [name, field] of byName) {
    const parts = name.split(' ')
    const isPart = parts.every((part) => words.includes(part))
    const scoreMille = Math.floor((900 * parts.length) / Math.max(1, words.length))
    // Half of the words at least: "Date of last contact" is no contact.
    if (isPart && scoreMille >= 450 && scoreMille > (best?.scoreMille ?? 0)) best = { field, scoreMille }
  }
  return best
}

/** What each column may hold, by its name; every field once, for the column that is named like it most. */
export function guessFields(columnNames: readonly string[]): (ListField | null)[] {
  const guesses = columnNames.map(likenessOf)
  return guesses.map((guess, at) => {
    if (guess === null) return null
    const isBest = guesses.every((other, place) => {
      if (other === null || place === at || other.field !== guess.field) return true
      return other.scoreMille < guess.scoreMille || (other.scoreMille === guess.scoreMille && at < place)
    })
    return isBest ? guess.field : null
  })
}

/** How many of the first lines may stand above the names of the columns. */
export const mostLinesAbove = 25

/** The row that names the columns, as an index; null when none does. At least two known names, or one that stands for the name alone. */
export function guessHeader(rows: readonly ListRow[]): number | null {
  const known = rows.slice(0, mostLinesAbove).map(({ cells }) => guessFields(cells).filter((field) => field !== null))
  const most = Math.max(0, ...known.map((fields) => fields.length))
  const at = known.findIndex((fields) => fields.length === most)
  const isEnough = most >= 2 || (most === 1 && known[at]?.[0] === 'legalName')
  return isEnough ? at : null
}
