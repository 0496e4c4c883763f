// Keeps the register of crown jewels: what each is, who owns it, where it is, and when it is looked at again.
import type { JewelEntry, ListedJewel } from '#shared/contract/crown-jewels.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { JewelId } from '#shared/domain/ids.ts'
import type { RegisteredJewel } from '#shared/domain/jewel-register.ts'
import { listRegister } from '#main/records/jewel-register.ts'
import { readCrownJewels } from '#main/records/organization.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import {
  addCrownJewel,
  changeCrownJewel,
  readExposureCount,
  readUseCounts,
  readUsesOfJewel,
  removeCrownJewel,
  saveRegisterEntry,
  setArchived,
} from './queries.ts'
import { createSuggestions } from './suggestions.ts'

type JewelHandlers = Pick<
  EngineHandlers,
  | 'crownJewels.list'
  | 'crownJewels.add'
  | 'crownJewels.change'
  | 'crownJewels.remove'
  | 'jewelRegister.list'
  | 'jewelRegister.add'
  | 'jewelRegister.change'
  | 'jewelRegister.archive'
  | 'jewelRegister.restore'
  | 'jewelRegister.suggestions'
>

const gone = () => new Refusal('not-found', 'That crown jewel is no longer in the list. Open the list again.')
const refuseInDraft = () =>
  new Refusal('in-use', 'An assessment that is not signed yet names this crown jewel. Take it out of that answer first.')

function listWithUses(db: ReadDb): ListedJewel[] {
  return listRegister(db).map((jewel) => {
    const { assessmentCount = 0, exposureCount = 0 } = db.first(readUseCounts, { id: jewel.id }) ?? {}
    return { ...jewel, assessmentCount, exposureCount }
  })
}

function findRegistered(db: ReadDb, id: JewelId): RegisteredJewel {
  const found = listRegister(db).find((jewel) => jewel.id === id)
  if (!found) throw gone()
  return found
}

/** Refuses to take away what a draft names, or, with `orKept`, what a signed assessment or the exposure matrix names. */
function refuseUsed(tx: WriteDb, id: JewelId, orKept: boolean): void {
  const { draftCount = 0, signedCount = 0 } = tx.first(readUsesOfJewel, { id }) ?? {}
  if (draftCount > 0) throw refuseInDraft()
  const exposureCount = tx.first(readExposureCount, { id })?.exposureCount ?? 0
  if (orKept && signedCount + exposureCount > 0)
    throw new Refusal('in-use', 'Signed assessments or the exposure matrix name this crown jewel. Archive it instead.')
}

function putEntry(tx: WriteDb, id: JewelId, { ownerName, places, whoCanReach, reviewOn }: JewelEntry): void {
  tx.run(saveRegisterEntry, { id, ownerName, places, whoCanReach, reviewOn })
}

function registerHandlers(context: FeatureContext): Omit<JewelHandlers, `crownJewels.${string}`> {
  const suggest = createSuggestions(context.resourcesDirectory)
  return {
    'jewelRegister.list': () => ({ jewels: listWithUses(requireStore(context)) }),
    'jewelRegister.add': (entry) => {
      const store = requireStore(context)
      const id = JewelId.parse(context.newId())
      const { name, impact, note } = entry
      store.write({ action: 'crownJewels.add', subject: id, payload: { ...entry, id } }, (tx) => {
        tx.run(addCrownJewel, { id, name, impact, note, addedAt: context.now() })
        putEntry(tx, id, entry)
      })
      return { jewel: findRegistered(store, id) }
    },
    'jewelRegister.change': ({ id, ...entry }) => {
      const store = requireStore(context)
      const { name, impact, note } = entry
      store.write({ action: 'crownJewels.change', subject: id, payload: { ...entry, id } }, (tx) => {
        if (tx.run(changeCrownJewel, { id, name, impact, note }) === 0) throw gone()
        putEntry(tx, id, entry)
      })
      return { jewel: findRegistered(store, id) }
    },
    'jewelRegister.archive': ({ id }) => {
      requireStore(context).write({ action: 'crownJewels.archive', subject: id, payload: { id } }, (tx) => {
        refuseUsed(tx, id, false)
        if (tx.run(setArchived, { id, archivedAt: context.now() }) === 0) throw gone()
      })
      return {}
    },
    'jewelRegister.restore': ({ id }) => {
      requireStore(context).write({ action: 'crownJewels.restore', subject: id, payload: { id } }, (tx) => {
        if (tx.run(setArchived, { id, archivedAt: null }) === 0) throw gone()
      })
      return {}
    },
    'jewelRegister.suggestions': () => suggest(requireStore(context)),
  }
}

export function crownJewelHandlers(context: FeatureContext): JewelHandlers {
  return {
    ...registerHandlers(context),
    'crownJewels.list': () => ({ crownJewels: requireStore(context).all(readCrownJewels) }),
    'crownJewels.add': (details) => {
      const crownJewel = { ...details, id: JewelId.parse(context.newId()) }
      const change = { action: 'crownJewels.add', subject: crownJewel.id, payload: crownJewel }
      requireStore(context).write(change, (tx) => tx.run(addCrownJewel, { ...crownJewel, addedAt: context.now() }))
      return { crownJewel }
    },
    'crownJewels.change': (crownJewel) => {
      const change = { action: 'crownJewels.change', subject: crownJewel.id, payload: crownJewel }
      requireStore(context).write(change, (tx) => {
        if (tx.run(changeCrownJewel, crownJewel) === 0) throw gone()
      })
      return { crownJewel }
    },
    'crownJewels.remove': ({ id }) => {
      requireStore(context).write({ action: 'crownJewels.remove', subject: id, payload: { id } }, (tx) => {
        refuseUsed(tx, id, true)
        if (tx.run(removeCrownJewel, { id }) === 0) throw gone()
      })
      return {}
    },
  }
}
