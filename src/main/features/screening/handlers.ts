// Keeps lists of restricted parties, compares names with them and remembers what people say of what was found.
import { basename } from 'node:path'
import { Refusal } from '#shared/contract/refusal.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { createReferenceLibrary } from '#main/packs/reference-library.ts'
import { findDraft, findPack } from '#main/records/assessment.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { followScreening, hitCountsOf, saveScreening, screeningOfParty } from '#main/records/screening.ts'
import { settleOutcome } from '#main/records/settle-outcome.ts'
import { type EngineHandlers, type FeatureContext, requireStore, requireVault } from '../feature-context.ts'
import { changesBetween, entriesOf } from './changes.ts'
import { decide, hitDetail, listHits, withdraw } from './hits.ts'
import { fileLimit, keepList, type OpenFile, readOn, takeFile } from './list-file.ts'
import {
  countOpenWork,
  readEdition,
  readEditionBefore,
  readEditions,
  readOpenWork,
  readPartyCounts,
  readRuns,
  removeEdition,
} from './queries.ts'
import { createScreeningJobs, type ScreeningJobs } from './work.ts'

type FileHandlers = Pick<
  EngineHandlers,
  'screening.openFile' | 'screening.takeFile' | 'screening.readFile' | 'screening.closeFile' | 'screening.keepList'
>
type ListHandlers = Pick<EngineHandlers, 'screening.lists' | 'screening.removeList' | 'screening.changes'>
type WorkHandlers = Pick<
  EngineHandlers,
  'screening.begin' | 'screening.progress' | 'screening.stop' | 'screening.overview' | 'screening.openWork'
>
type HitHandlers = Pick<EngineHandlers, 'screening.hits' | 'screening.hit' | 'screening.decide' | 'screening.withdraw'>
type AssessmentHandlers = Pick<EngineHandlers, 'screening.ofParty' | 'screening.takeOver'>

function readBounded(path: string): Buffer {
  try {
    return readChosenFile(path, fileLimit)
  } catch (error) {
    throw error instanceof Refusal && error.code === 'file-too-large' ? new Refusal('list-too-long', fileLimit.tooLarge) : error
  }
}

function fileHandlers(context: FeatureContext): FileHandlers {
  let open: OpenFile | null = null
  const take = (given: { readonly fileName: string; readonly bytes: Uint8Array }) => {
    open = null
    open = takeFile(context, requireVault(context), given)
    return open.file
  }
  const require = (fileId: string): OpenFile => {
    const vault = requireVault(context)
    if (open?.vault !== vault) open = null
    if (open?.file.fileId !== fileId) throw new Refusal('list-gone', 'This file is no longer open. Choose it again.')
    return open
  }
  return {
    'screening.openFile': ({ handle }) => {
      requireVault(context)
      const path = context.grants.pathOf(handle, 'screening-list')
      return take({ fileName: basename(path), bytes: readBounded(path) })
    },
    'screening.takeFile': (given) => take(given),
    'screening.readFile': ({ fileId }) => readOn(require(fileId)),
    'screening.closeFile': () => {
      requireVault(context)
      open = null
      return {}
    },
    'screening.keepList': ({ fileId, details }) => {
      const edition = keepList(context, require(fileId), details)
      open = null
      return { edition }
    },
  }
}

const listGone = () => new Refusal('not-found', 'That list is no longer in the vault. Look at the lists again.')

function listHandlers(context: FeatureContext): ListHandlers {
  const library = createReferenceLibrary(context.resourcesDirectory)
  return {
    'screening.lists': () => ({
      editions: requireStore(context).all(readEditions),
      today: calendarDayOf(context.now()),
      staleAfterDays: library.current.screeningLists.consolidated.staleAfterDays,
    }),
    'screening.removeList': ({ editionId }) => {
      const store = requireStore(context)
      const edition = store.first(readEdition, { id: editionId })
      if (edition === undefined) throw listGone()
      const { sha256, title, editionOn } = edition
      store.write({ action: 'screening.removeList', subject: editionId, payload: { sha256, title, editionOn } }, (tx) => {
        tx.run(removeEdition, { id: editionId })
      })
      return {}
    },
    'screening.changes': ({ editionId }) => {
      const store = requireStore(context)
      const edition = store.first(readEdition, { id: editionId })
      if (edition === undefined) throw listGone()
      const { id, listId, editionOn, importedAt } = edition
      const before = store.first(readEditionBefore, { id, listId, editionOn, importedAt })
      const none = { counts: { added: 0, changed: 0, gone: 0, same: 0 }, entries: [] }
      if (before === undefined) return { before: null, ...none }
      return {
        before: { editionId: before.id, editionOn: before.editionOn },
        ...changesBetween(entriesOf(store, before.id), entriesOf(store, id)),
      }
    },
  }
}

/** Reasons that are about lists, not about names. */
const editionReasons: ReadonlySet<string> = new Set(['older-edition', 'missing-list'])

function workHandlers(context: FeatureContext, jobs: ScreeningJobs): WorkHandlers {
  return {
    'screening.begin': (input) => jobs.begin(requireVault(context), input),
    'screening.progress': () => jobs.state(requireVault(context)),
    'screening.stop': () => jobs.stop(requireVault(context)),
    'screening.overview': () => {
      const store = requireStore(context)
      const { partyCount = 0, screenedCount = 0 } = store.first(readPartyCounts) ?? {}
      return {
        partyCount,
        screenedCount,
        hitCounts: hitCountsOf(store, null),
        openWorkCount: store.first(countOpenWork)?.count ?? 0,
        runs: store.all(readRuns),
      }
    },
    'screening.openWork': (page) => {
      const store = requireStore(context)
      const rows = store.all(readOpenWork, page)
      const work = rows.map(({ names, ...row }) => ({ ...row, names: editionReasons.has(row.why) ? [] : [...new Set(names.flat())] }))
      return { work, total: store.first(countOpenWork)?.count ?? 0 }
    },
  }
}

function hitHandlers(context: FeatureContext): HitHandlers {
  return {
    'screening.hits': (input) => listHits(requireStore(context), input),
    'screening.hit': (name) => hitDetail(requireStore(context), name),
    'screening.decide': (input) => {
      const { thirdPartyId, key, decision } = input
      const store = requireStore(context)
      return store.write({ action: 'screening.decide', subject: `${thirdPartyId}/${key}`, payload: decision }, (tx) => {
        decide(tx, input, context.now())
        followScreening(tx, thirdPartyId, { packs: context.packs, at: context.now() })
        return hitDetail(tx, { thirdPartyId, key })
      })
    },
    'screening.withdraw': (input) => {
      const { thirdPartyId, key, decidedBy } = input
      const store = requireStore(context)
      return store.write({ action: 'screening.withdraw', subject: `${thirdPartyId}/${key}`, payload: { decidedBy } }, (tx) => {
        withdraw(tx, input, context.now())
        followScreening(tx, thirdPartyId, { packs: context.packs, at: context.now() })
        return hitDetail(tx, { thirdPartyId, key })
      })
    },
  }
}

function assessmentHandlers(context: FeatureContext): AssessmentHandlers {
  return {
    'screening.ofParty': ({ thirdPartyId }) => ({ screening: screeningOfParty(requireStore(context), thirdPartyId) }),
    'screening.takeOver': ({ assessmentId }) => {
      const store = requireStore(context)
      const assessment = findDraft(store, assessmentId)
      const screening = screeningOfParty(store, assessment.thirdPartyId)
      if (screening === null)
        throw new Refusal('never-screened', 'The names of this third party were never compared with a list here. Compare them first.')
      const pack = findPack(store, context.packs, assessment)
      const savedAt = context.now()
      return store.write({ action: 'screening.takeOver', subject: assessmentId, payload: screening }, (tx) => {
        tx.run(saveScreening, { assessmentId, content: JSON.stringify(screening), savedAt })
        return { screening, savedAt, result: settleOutcome(tx, { assessment, pack }, savedAt) }
      })
    },
  }
}

export function screeningHandlers(context: FeatureContext): FileHandlers & ListHandlers & WorkHandlers & HitHandlers & AssessmentHandlers {
  return {
    ...fileHandlers(context),
    ...listHandlers(context),
    ...workHandlers(context, createScreeningJobs(context)),
    ...hitHandlers(context),
    ...assessmentHandlers(context),
  }
}
