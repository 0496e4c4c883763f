// Answers what the reference data says: of countries, of thresholds and of lists of names. It needs no vault.
import type { CountryNotice, LawNotice, ListNotice } from '#shared/contract/reference.ts'
import type { AccessLaw } from '#shared/reference/compelled-access-laws.ts'
import { lawsOf, listsNaming, type ListNaming } from '#shared/reference/countries.ts'
import { DataKindId } from '#shared/reference/data-thresholds.ts'
import type { ReferenceData } from '#shared/reference/reference-data.ts'
import { createReferenceLibrary } from '#main/packs/reference-library.ts'
import type { EngineHandlers, FeatureContext } from '../feature-context.ts'

type ReferenceHandlers = Pick<EngineHandlers, 'reference.countries' | 'reference.thresholds' | 'reference.nameLists'>

function listNotice({ list, as, since, standing, isOverdue }: ListNaming): ListNotice {
  const { id, title, instrument, authority, bearing, effect, doesNotMean, statusNote, verifyBy } = list
  const words = { id, title, instrument, authority, bearing, effect, doesNotMean }
  return { ...words, as, since, standing, statusNote: statusNote ?? null, verifyBy, isOverdue }
}

function lawNotice(law: AccessLaw, onDay: string): LawNotice {
  const { id, title, inForceSince, status, effects, approval, provisions, remedies, basis, verifyBy } = law
  return {
    id,
    title,
    inForceSince,
    standing: status,
    statusNote: law.statusNote ?? null,
    effects,
    approval,
    provisions,
    contested: law.contested ?? null,
    counterReading: law.counterReading ?? null,
    remedies,
    basis,
    verifyBy,
    isOverdue: onDay > verifyBy,
  }
}

function countryNotice(reference: ReferenceData, code: string, onDay: string): CountryNotice {
  return {
    code,
    lists: listsNaming(reference.countryLists, code, onDay).map(listNotice),
    laws: lawsOf(reference.compelledAccessLaws, code).map((law) => lawNotice(law, onDay)),
  }
}

export function referenceHandlers(context: FeatureContext): ReferenceHandlers {
  const library = createReferenceLibrary(context.resourcesDirectory)
  return {
    'reference.countries': ({ codes, onDay }) => {
      const reference = library.current
      return {
        listsEdition: reference.countryLists.edition,
        lawsEdition: reference.compelledAccessLaws.edition,
        countries: codes.map((code) => countryNotice(reference, code, onDay)),
      }
    },
    'reference.thresholds': () => {
      const { edition, instrument, windowMonths, kinds } = library.current.dataThresholds
      return {
        edition,
        instrument,
        windowMonths,
        kinds: DataKindId.options.map((kind) => {
          const { section, unit, moreThan, note } = kinds[kind]
          return { kind, section, unit, moreThan, note: note ?? null }
        }),
      }
    },
    'reference.nameLists': () => {
      const { edition, consolidated, outside } = library.current.screeningLists
      const named = outside.filter((list) => list.isNameList)
      return {
        edition,
        staleAfterDays: consolidated.staleAfterDays,
        lists: [consolidated, ...named].map(({ id, title, publisher, updates }) => ({ id, title, publisher, updates })),
      }
    },
  }
}
