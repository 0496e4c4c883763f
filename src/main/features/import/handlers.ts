// Takes lists of third parties in: one list is open at a time, in memory, and belongs to the vault that was open when it was chosen.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Vault } from '#main/store/vault.ts'
import { type EngineHandlers, type FeatureContext, requireStore, requireVault } from '../feature-context.ts'
import { beginWriting, countPlan, planRows, type Session, shownRow, writePiece } from './import-session.ts'
import { describeList, openList, type OpenList, rearrange } from './open-list.ts'
import { readBatches } from './queries.ts'
import { redoBatch } from './redo-batch.ts'
import { undoBatch } from './undo-batch.ts'

type ListHandlers = Pick<EngineHandlers, 'imports.open' | 'imports.arrange' | 'imports.close'>
type RowHandlers = Pick<EngineHandlers, 'imports.plan' | 'imports.rows' | 'imports.begin' | 'imports.step'>
type BatchHandlers = Pick<EngineHandlers, 'imports.list' | 'imports.undo' | 'imports.redo'>

const gone = () =>
  new Refusal('import-gone', 'This list is no longer open. Choose the file again; it is compared with what the vault holds now.')

/** The one open list. */
function createDesk(context: FeatureContext) {
  let session: Session | null = null
  return {
    /** Refuses with `import-gone` when this list is not open, or another vault is by now. */
    require: (importId: string): Session => {
      const vault = requireVault(context)
      if (session?.vault !== vault) session = null
      if (session?.list.importId !== importId) throw gone()
      return session
    },
    put: (vault: Vault, list: OpenList) => {
      session = { vault, list, plan: [], writing: null }
      return describeList(list)
    },
    clear: () => {
      session = null
    },
  }
}

type Desk = ReturnType<typeof createDesk>

function listHandlers(context: FeatureContext, desk: Desk): ListHandlers {
  return {
    'imports.open': async ({ handle }) => {
      const vault = requireVault(context)
      desk.clear()
      return desk.put(vault, await openList(context.grants.pathOf(handle, 'import'), context.newId))
    },
    'imports.arrange': async ({ importId, sheet, headerRow }) => {
      const { vault, list } = desk.require(importId)
      return desk.put(vault, await rearrange(list, { sheet, headerRow }))
    },
    'imports.close': () => {
      requireVault(context)
      desk.clear()
      return {}
    },
  }
}

function rowHandlers(context: FeatureContext, desk: Desk): RowHandlers {
  return {
    'imports.plan': (input) => {
      const session = desk.require(input.importId)
      session.writing = null
      session.plan = planRows(session, input, context.resourcesDirectory)
      return countPlan(session.plan)
    },
    'imports.rows': ({ importId, show, offset, limit }) => {
      const { plan } = desk.require(importId)
      const rows = plan.filter(({ row, match }) => show === 'all' || (show === 'problems' ? row.problems.length > 0 : match !== null))
      return { rows: rows.slice(offset, offset + limit).map(shownRow), total: rows.length }
    },
    'imports.begin': (input) => {
      const session = desk.require(input.importId)
      session.writing = beginWriting(session.plan, input, context.newId())
      return { total: session.plan.length }
    },
    'imports.step': ({ importId }) => {
      const session = desk.require(importId)
      if (session.writing === null) throw gone()
      writePiece(context, session, session.writing)
      const { batchId, done, rows, counts } = session.writing
      return { batchId, done, total: rows.length, ...counts }
    },
  }
}

function batchHandlers(context: FeatureContext): BatchHandlers {
  return {
    'imports.list': () => ({ batches: requireStore(context).all(readBatches) }),
    'imports.undo': ({ batchId }) => {
      const change = { action: 'thirdParties.undoImport', subject: batchId, payload: { batchId } }
      return requireStore(context).write(change, (tx) => undoBatch(tx, batchId, { packs: context.packs, at: context.now() }))
    },
    'imports.redo': ({ batchId }) => {
      const change = { action: 'thirdParties.redoImport', subject: batchId, payload: { batchId } }
      return requireStore(context).write(change, (tx) => redoBatch(tx, { batchId, packs: context.packs, at: context.now() }))
    },
  }
}

export function importHandlers(context: FeatureContext): ListHandlers & RowHandlers & BatchHandlers {
  const desk = createDesk(context)
  return { ...listHandlers(context, desk), ...rowHandlers(context, desk), ...batchHandlers(context) }
}
