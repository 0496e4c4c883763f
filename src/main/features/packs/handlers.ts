// Lists question packs, checks a file that somebody chose, and takes its pack into the vault.
import type { PackCheck, PackSummary } from '#shared/contract/packs.ts'
import type { Problem } from '#shared/pack/problem.ts'
import { type CheckedPack, checkPackFile, type PlacedProblem } from '#main/packs/check-pack-file.ts'
import type { LoadedPack } from '#main/packs/pack-library.ts'
import { addPack, listKeptPacks } from '#main/records/pack.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'

type PackHandlers = Pick<EngineHandlers, 'packs.list' | 'packs.check' | 'packs.add'>

const mostProblems = 200

function summaryOf(context: FeatureContext, { pack, reference }: LoadedPack): PackSummary {
  return {
    reference,
    title: pack.title,
    description: pack.description,
    language: pack.language,
    publishedOn: pack.publishedOn,
    questionCount: pack.questions.length,
    basedOn: pack.basedOn ?? null,
    origin: context.packs.byHash(reference.sha256) === undefined ? 'kept' : 'shipped',
    isCurrent: reference.sha256 === context.packs.current.reference.sha256,
  }
}

/** The packs the open vault keeps besides the shipped ones; none while it is locked. */
function keptPacks(context: FeatureContext): LoadedPack[] {
  const store = context.vault()?.store
  return store === undefined ? [] : listKeptPacks(store).filter(({ reference }) => context.packs.byHash(reference.sha256) === undefined)
}

/** What only the place where the pack is to be used can say: ids and versions name one content, or answers could not name their pack. */
function clashes(context: FeatureContext, { reference }: LoadedPack): Problem[] {
  const { id, version, sha256 } = reference
  if (context.packs.byHash(sha256) !== undefined) return []
  const clash = (path: string, message: string): Problem[] => [{ path, message, severity: 'error', rule: 'taken' }]
  if (context.packs.shipped.some((one) => one.reference.id === id))
    return clash('id', `is ${id}, the id of a pack that comes with Gatehouse; give yours an id of its own`)
  const isTaken = keptPacks(context).some(
    (one) => one.reference.id === id && one.reference.version === version && one.reference.sha256 !== sha256,
  )
  return isTaken ? clash('version', `is ${version}, which this vault already keeps with other content; raise the version`) : []
}

function unreadable(sentence: string): CheckedPack {
  const problem: PlacedProblem = { path: 'the file', message: sentence, severity: 'error', rule: 'unreadable', line: 1, column: 1 }
  return { kind: 'pack', pack: null, loaded: null, problems: [problem] }
}

/** The file behind the handle, checked also against what there is already. */
function checkFile(context: FeatureContext, handle: string): CheckedPack {
  const path = context.grants.pathOf(handle, 'pack')
  const reading = checkPackFile(path, context.packs, { others: keptPacks(context) })
  if (!reading.ok) return unreadable(reading.sentence)
  const { checked } = reading
  const found = checked.loaded === null ? [] : clashes(context, checked.loaded)
  if (found.length === 0) return checked
  const placed = found.map((problem) => ({ ...problem, line: 1, column: 1 }))
  return { ...checked, loaded: null, problems: [...placed, ...checked.problems] }
}

function describe(context: FeatureContext, { kind, loaded, problems }: CheckedPack): PackCheck {
  const errorCount = problems.filter((problem) => problem.severity === 'error').length
  return {
    kind,
    pack: loaded === null ? null : summaryOf(context, loaded),
    errorCount,
    warningCount: problems.length - errorCount,
    problems: problems.slice(0, mostProblems).map((problem) => ({ ...problem })),
  }
}

export function packHandlers(context: FeatureContext): PackHandlers {
  return {
    'packs.list': () => ({
      packs: [...context.packs.shipped.toReversed(), ...keptPacks(context)].map((loaded) => summaryOf(context, loaded)),
    }),
    'packs.check': ({ handle }) => ({ check: describe(context, checkFile(context, handle)) }),
    'packs.add': ({ handle }) => {
      const store = requireStore(context)
      const checked = checkFile(context, handle)
      const { loaded } = checked
      if (loaded !== null) {
        const { reference, content } = loaded
        const change = { action: 'packs.add', subject: reference.sha256, payload: reference }
        store.write(change, (tx) => tx.run(addPack, { ...reference, content }))
      }
      return { isAdded: loaded !== null, check: describe(context, checked) }
    },
  }
}
