// The door under fire: every procedure of the contract with thousands of wrong inputs, locked and open, from our page and from strangers.
import { beforeEach, expect, test } from 'vitest'
import { contract, type ProcedureName } from '#shared/contract/contract.ts'
import { doorFaults } from '#shared/contract/fault.ts'
import { answerCall, type Answering, type WindowHandlers } from '#main/ipc/answer-call.ts'
import { type Session, startEngine } from '#test/support/engine-session.ts'
import { startWithExample } from '#test/support/example.ts'
import { recordFigure } from '../trust/support/figures.ts'
import { isLongRun, seededRandom } from '../trust/support/rounds.ts'
import { caseCount, hugeText, nearlySound } from './support/hostile.ts'
import { soundInputs } from './support/schema-sample.ts'

const names = Object.keys(contract) as ProcedureName[]
/** At least ten thousand for each procedure; what is more is shared among them. */
const lockedCases = Math.max(Math.min(caseCount, 10_000), Math.ceil(caseCount / names.length))
const openCases = isLongRun ? 5_000 : 40
/** Far more than any answer takes on a busy machine, far less than an input that makes work without end. */
const tooLongMs = 30_000

let tried = 0
/** Inputs that got past the schema. */
let reached = 0
let slowestMs = 0

beforeEach(() => {
  tried = 0
  reached = 0
  slowestMs = 0
})

/** Only after a test passed: what a failed one tried proves nothing. */
function recordTries(what: string): void {
  const note = `${names.length} procedures, the slowest answer ${Math.ceil(slowestMs)} ms`
  recordFigure({ requirement: 'S14', measure: 'bad inputs tried', count: tried, what, note })
}

/** The door as the app opens it, with window procedures that are never meant to be reached by what is tried here. */
function openDoor(session: Session): Answering {
  const handlers = names
    .filter((name) => contract[name].side === 'window')
    .map((name) => [
      name,
      () => {
        throw new Error(`${name} was reached.`)
      },
    ])
  return {
    windowHandlers: Object.fromEntries(handlers) as WindowHandlers,
    callEngine: session.call,
    log: () => 'fuzz0000',
  }
}

const showShortly = (input: unknown) => {
  try {
    return JSON.stringify(input)?.slice(0, 600) ?? typeof input
  } catch {
    return `a ${typeof input} without JSON`
  }
}

/** Asks once and insists on an answer that the contract allows. */
async function ask(door: Answering, name: ProcedureName, input: unknown): Promise<void> {
  const isFromOwnPage = tried % 20 !== 0
  const startedAt = performance.now()
  const outcome = await answerCall(door, { isFromOwnPage, name, input })
  const tookMs = performance.now() - startedAt
  tried += 1
  slowestMs = Math.max(slowestMs, tookMs)
  reached += outcome.ok || outcome.fault.code !== 'invalid-input' ? 1 : 0
  const code = outcome.ok ? 'ok' : outcome.fault.code
  const allowed: readonly string[] = isFromOwnPage ? ['ok', ...contract[name].refusals, ...doorFaults] : ['foreign-sender']
  // A window procedure that a sound input reached says so by a fault of its own.
  const isReached = contract[name].side === 'window' && code === 'internal'
  if (!allowed.includes(code) || (code === 'internal' && !isReached) || tookMs > tooLongMs)
    throw new Error(`${name} answered ${code} after ${Math.round(tookMs)} ms to ${showShortly(input)}`)
}

/** Locking ends the session that is tried, and is tried while it is locked. */
const endsSession: ReadonlySet<string> = new Set(['vault.lock', 'vault.create', 'vault.open'])

async function fire(session: Session, texts: readonly string[], cases: number): Promise<void> {
  const door = openDoor(session)
  for (const [index, name] of names.entries()) {
    if (texts.length > 1 && endsSession.has(name)) continue
    const bases = soundInputs(contract[name].input, 40, { random: seededRandom(index), texts })
    const inputs = nearlySound(bases, index + 1, cases)
    for (let count = 0; count < cases; count += 1) await ask(door, name, inputs.next().value)
    if (texts.length === 1) for (const huge of [hugeText, { [hugeText]: 1 }, [hugeText]]) await ask(door, name, huge)
  }
  expect(reached).toBeGreaterThan(tried / 10)
  expect(session.faults.map(({ where, error }) => `${where}: ${String(error)}`)).toEqual([])
}

test(`every procedure refuses ${lockedCases.toLocaleString('en')} wrong inputs while the vault is locked, with a code and in time`, async () => {
  await fire(startEngine(), ['00000000-0000-4000-8000-000000000000'], lockedCases)
  recordTries('while the vault is locked')
}, 7_200_000)

test('every procedure survives wrong inputs around ids that exist while the vault is open, and the vault stays sound', async () => {
  const session = await startWithExample('supplier')
  const { thirdParties } = await session.do('thirdParties.list', {})
  const { crownJewels } = await session.do('crownJewels.list', {})
  const ids = [session.assessment.id, session.signer.id, ...thirdParties.map(({ id }) => id), ...crownJewels.map(({ id }) => id)]
  await fire(session, [...ids, 'PR-10', 'AD-01'], openCases)
  expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, problems: [] })
  recordTries('while the vault is open')
}, 7_200_000)
