// Shows the history of the open vault, in the order in which things were done, and checks whether the record of it holds.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import { readAuditEntriesAfter, readAuditHead } from '#main/store/audit.ts'
import { followStoredChain, walkLength } from '#main/store/audit-walk.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore, requireVault } from '../feature-context.ts'
import { anchorsOf, checkAnchors, checkVault } from './check-vault.ts'
import { countOldHistory, readHistory, readNameOf, readOldHistory, readThirdPartyNames } from './queries.ts'

type HistoryHandlers = Pick<
  EngineHandlers,
  | 'history.list'
  | 'history.objects'
  | 'history.verify'
  | 'history.anchors'
  | 'history.export'
  | 'history.exportEvidence'
  | 'history.checkAll'
>

/** What an entry is about, as it is called now. */
function objectOf(db: ReadDb, subject: string): Pick<HistoryEntry, 'about' | 'relationship' | 'questionId'> {
  const [id = '', part] = subject.split('/')
  const found = db.first(readNameOf, { id })
  if (found === undefined) return { about: null, relationship: null, questionId: null }
  // After a list that was imported stands the number of the piece, which says nothing to anybody.
  const question = QuestionId.safeParse(part)
  return { about: found.name, relationship: found.relationship, questionId: question.success ? question.data : null }
}

const mostObjects = 100

/** Third parties to choose from: the first of those in whose names the words stand. */
function findObjects(context: FeatureContext, search: string): OutputOf<'history.objects'> {
  const store = requireStore(context)
  const { packs, applicationVersion } = context
  refreshOutcomes({ store, packs, applicationVersion }, 100)
  const objects = store.all(readThirdPartyNames, { words: searchKey(search), limit: mostObjects + 1 })
  return { objects: objects.slice(0, mostObjects), hasMore: objects.length > mostObjects }
}

export function historyHandlers(context: FeatureContext): HistoryHandlers {
  return {
    'history.list': ({ before, limit, kinds, objectId, from, until }) => {
      const store = requireStore(context)
      const total = readAuditHead(store).sequence
      const rows = store.all(readHistory, {
        before: before ?? total + 1,
        limit: limit + 1,
        kinds: JSON.stringify(kinds),
        objectId: objectId ?? '',
        from: from ?? '',
        until: until ?? '',
      })
      const entries: HistoryEntry[] = rows.slice(0, limit).map((row) => ({ ...row, ...objectOf(store, row.subject) }))
      return { entries, hasMore: rows.length > limit, total, oldEntries: store.first(countOldHistory)?.entries ?? 0 }
    },
    'history.objects': ({ search = '' }) => findObjects(context, search),
    'history.verify': ({ from }) => {
      const { store, auditKey } = requireVault(context)
      const total = readAuditHead(store).sequence
      const checkedAt = context.now()
      const found = followStoredChain(store, auditKey, from)
      if (!found.ok) return { to: from, total, isDone: true, problem: found.sentence, checkedAt }
      const isDone = store.all(readAuditEntriesAfter, { after: found.to.sequence, limit: 1 }).length === 0
      return { to: found.to, total, isDone, problem: null, checkedAt }
    },
    'history.anchors': () => ({ anchors: checkAnchors(requireVault(context)) }),
    'history.export': ({ after }) => {
      const { id: vaultId, store } = requireVault(context)
      const { sequence: total, head } = readAuditHead(store)
      const entries = store.all(readAuditEntriesAfter, { after, limit: walkLength })
      return { vaultId, entries, isDone: (entries.at(-1)?.sequence ?? total) >= total, total, head }
    },
    'history.exportEvidence': () => {
      const vault = requireVault(context)
      return { anchors: anchorsOf(vault), oldEntries: vault.store.all(readOldHistory) }
    },
    'history.checkAll': (wanted) => checkVault(requireVault(context), wanted),
  }
}
