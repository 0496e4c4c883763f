// Suggests crown jewels for the technology areas of the organization, from a dated file that ships with the app.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { OutputOf } from '#shared/contract/contract.ts'
import { JewelSuggestions } from '#shared/domain/jewel-suggestion.ts'
import { listRegister } from '#main/records/jewel-register.ts'
import { findOrganizationProfile } from '#main/records/organization.ts'
import type { ReadDb } from '#main/store/database.ts'

/** Reads `suggestions/crown-jewels.yaml` when first asked. Throws when the file is not what its schema says. */
export function createSuggestions(resourcesDirectory: string): (db: ReadDb) => OutputOf<'jewelRegister.suggestions'> {
  let read: JewelSuggestions | undefined
  const load = () => {
    const text = readFileSync(join(resourcesDirectory, 'suggestions', 'crown-jewels.yaml'), 'utf8')
    return (read ??= JewelSuggestions.parse(parse(text, { maxAliasCount: 0 })))
  }
  return (db) => {
    const { suggestions, checkedOn } = load()
    const areas = new Set<string>(findOrganizationProfile(db)?.technologyAreas)
    const present = new Set(listRegister(db).map(({ name }) => name))
    const fitting = suggestions.filter(({ area, name }) => (area === 'any' || areas.has(area)) && !present.has(name))
    // What the firm's own field suggests comes before what everybody has.
    return { suggestions: fitting.toSorted((a, b) => Number(a.area === 'any') - Number(b.area === 'any')), checkedOn }
  }
}
