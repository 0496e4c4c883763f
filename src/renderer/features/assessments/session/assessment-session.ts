// One assessment while it is on the screen: what is stored, what is typed, what is being saved, and the live result.
import type { AssessmentDetail } from '#shared/contract/assessments.ts'
import type { Answer, AnswerInput } from '#shared/domain/answer.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import type { Result } from '#shared/scoring/result.ts'
import type { CallFault, CallOutcome } from '#renderer/bridge/call.ts'
import { readyDraft, type TypedAnswer } from '../answer-draft.ts'
import { createSaveQueue, type SavePhase, type SaveQueue, type SaveReply } from './save-queue.ts'
import { type BesideStep, createUndoSteps, type Step, type StepDone, type UndoSteps } from './undo-steps.ts'

type AnswerFault = CallFault<'answer.save'> | CallFault<'answer.clear'>

/** The ways to the vault that a session needs. */
export interface SessionPorts {
  readonly save: (input: { assessmentId: AssessmentId; baseRevision: number; answer: AnswerInput }) => Promise<CallOutcome<'answer.save'>>
  readonly clear: (input: {
    assessmentId: AssessmentId
    baseRevision: number
    questionId: QuestionId
  }) => Promise<CallOutcome<'answer.clear'>>
  readonly read: (input: { id: AssessmentId }) => Promise<CallOutcome<'assessments.read'>>
  readonly schedule: (run: () => void, delayMs: number) => () => void
}

/** One question as the screen shows it. A new object whenever something of it changes. */
export interface QuestionView {
  /** What the person sees: the stored answer, or what was typed on top of it. Null is blank. */
  readonly draft: TypedAnswer | null
  readonly storedRevision: number
  readonly savedAt: string | null
  readonly save: SavePhase<AnswerFault>
  /** Why what is typed cannot be saved yet; null when it can. */
  readonly incomplete: string | null
  /** Rises when the draft was changed from outside the form: by undo, or by taking the stored answer. */
  readonly outsideChanges: number
}

export interface SessionStatus {
  readonly phase: 'saved' | 'saving' | 'failed' | 'incomplete'
  readonly lastSavedAt: string | null
  /** Questions whose text is only on this screen. */
  readonly unsaved: readonly QuestionId[]
}

export interface AssessmentSession {
  readonly id: AssessmentId
  readonly subscribe: (listener: () => void) => () => void
  readonly viewOf: (questionId: QuestionId) => QuestionView
  readonly result: () => Result
  readonly status: () => SessionStatus
  /** Takes over a fresh reading of the vault, without touching what is unsaved. */
  readonly refresh: (detail: AssessmentDetail) => void
  /** `typing` waits for a pause, `now` does not. Null takes the answer back. */
  readonly change: (questionId: QuestionId, draft: AnswerInput | null, pace: 'typing' | 'now') => void
  /** What is typed cannot be saved yet, and why. It stays on the screen; the vault keeps what it had. */
  readonly hold: (questionId: QuestionId, draft: TypedAnswer, held: { readonly why: string; readonly pace: 'typing' | 'now' }) => void
  readonly flush: () => Promise<void>
  readonly retry: (questionId: QuestionId) => void
  readonly keepMine: (questionId: QuestionId) => Promise<void>
  readonly takeStored: (questionId: QuestionId) => Promise<void>
  /** Takes over the result of something saved beside the answers. */
  readonly takeResult: (result: Result, savedAt: string) => void
  /** Takes over answers that the vault stored at once, such as those of the assessment before, and what came with them, as one step. */
  readonly takeAnswers: (answers: readonly Answer[], result: Result, beside?: BesideStep) => void
  /** Remembers what was done beside the answers, so that it can be taken back. */
  readonly rememberBeside: (step: Extract<Step, { kind: 'beside' }>) => void
  /** Takes the last step back, or does it again; says what it was, null when there is none. */
  readonly undo: () => StepDone | null
  readonly redo: () => StepDone | null
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
}

export const typingPauseMs = 400

const blank: QuestionView = { draft: null, storedRevision: 0, savedAt: null, save: { phase: 'saved' }, incomplete: null, outsideChanges: 0 }

type Queue = SaveQueue<QuestionId, AnswerInput | null, AnswerFault>

/** What a session remembers. Only the functions of this file change it. */
interface Memory {
  readonly id: AssessmentId
  readonly ports: SessionPorts
  readonly views: Map<QuestionId, QuestionView>
  readonly listeners: Set<() => void>
  readonly steps: UndoSteps
  result: Result
  lastSavedAt: string | null
  status: SessionStatus
}

function viewOf(memory: Memory, questionId: QuestionId): QuestionView {
  return memory.views.get(questionId) ?? blank
}

function announce(memory: Memory): void {
  memory.status = statusOf(memory.views, memory.lastSavedAt)
  for (const listener of memory.listeners) listener()
}

function update(memory: Memory, questionId: QuestionId, change: Partial<QuestionView>): void {
  memory.views.set(questionId, { ...viewOf(memory, questionId), ...change })
  announce(memory)
}

async function send(
  memory: Memory,
  questionId: QuestionId,
  what: { draft: AnswerInput | null; baseRevision: number },
): Promise<SaveReply<AnswerFault>> {
  const { draft, baseRevision } = what
  const assessmentId = memory.id
  if (draft === null && baseRevision === 0) return { ok: true, revision: 0 }
  if (draft === null) {
    const cleared = await memory.ports.clear({ assessmentId, baseRevision, questionId })
    if (!cleared.ok) return { ok: false, fault: cleared.fault }
    memory.result = cleared.value.result
    memory.lastSavedAt = cleared.value.clearedAt
    update(memory, questionId, { storedRevision: 0, savedAt: null })
    return { ok: true, revision: 0 }
  }
  const saved = await memory.ports.save({ assessmentId, baseRevision, answer: draft })
  if (!saved.ok) return { ok: false, fault: saved.fault }
  const { answer, result } = saved.value
  memory.result = result
  memory.lastSavedAt = answer.savedAt
  update(memory, questionId, { storedRevision: answer.revision, savedAt: answer.savedAt })
  return { ok: true, revision: answer.revision }
}

function adopt(memory: Memory, queue: Queue, detail: AssessmentDetail): void {
  memory.result = detail.result
  for (const answer of detail.answers) {
    if (isUnsaved(viewOf(memory, answer.questionId))) continue
    queue.adopt(answer.questionId, answer.revision)
    const { revision, savedAt, ...draft } = answer
    memory.views.set(draft.questionId, { ...blank, draft, storedRevision: revision, savedAt })
    if (memory.lastSavedAt === null || savedAt > memory.lastSavedAt) memory.lastSavedAt = savedAt
  }
  announce(memory)
}

/** What an ended session of the vault kept from being saved goes on top of what the vault has now: nobody else wrote meanwhile. */
function resume(memory: Memory, queue: Queue, detail: AssessmentDetail): void {
  for (const [questionId, view] of memory.views) {
    if (view.save.phase !== 'failed' || (view.save.fault.code !== 'engine-stopped' && view.save.fault.code !== 'vault-locked')) continue
    queue.retry(questionId, detail.answers.find((answer) => answer.questionId === questionId)?.revision ?? 0)
  }
}

/** The answer as the vault has it now, or undefined when the vault did not tell. */
async function reread(memory: Memory, questionId: QuestionId): Promise<Answer | null | undefined> {
  const outcome = await memory.ports.read({ id: memory.id })
  return outcome.ok ? (outcome.value.answers.find((answer) => answer.questionId === questionId) ?? null) : undefined
}

async function keepMine(memory: Memory, queue: Queue, questionId: QuestionId): Promise<void> {
  const stored = await reread(memory, questionId)
  if (stored !== undefined) queue.retry(questionId, stored?.revision ?? 0)
}

async function takeStored(memory: Memory, queue: Queue, questionId: QuestionId): Promise<void> {
  const stored = await reread(memory, questionId)
  if (stored === undefined) return
  queue.discard(questionId, stored?.revision ?? 0)
  const outsideChanges = viewOf(memory, questionId).outsideChanges + 1
  if (stored === null) return update(memory, questionId, { ...blank, outsideChanges })
  const { revision, savedAt, ...draft } = stored
  update(memory, questionId, {
    ...blank,
    draft,
    storedRevision: revision,
    savedAt,
    outsideChanges,
  })
}

function takeResult(memory: Memory, result: Result, savedAt: string): void {
  memory.result = result
  memory.lastSavedAt = savedAt
  announce(memory)
}

/** Puts back what stood in a question, on the screen and in the vault. */
function putBack(memory: Memory, queue: Queue, { questionId, draft }: { questionId: QuestionId; draft: TypedAnswer | null }): void {
  const ready = draft === null ? null : readyDraft(draft)
  update(memory, questionId, {
    draft,
    incomplete: ready?.state === 'incomplete' ? ready.why : null,
    outsideChanges: viewOf(memory, questionId).outsideChanges + 1,
  })
  if (ready === null || ready.state === 'blank') queue.put(questionId, null, 0)
  else if (ready.state === 'ready') queue.put(questionId, ready.answer, 0)
}

function carryOut(memory: Memory, queue: Queue, direction: StepDone['direction']): StepDone | null {
  const step = direction === 'undo' ? memory.steps.takeUndo() : memory.steps.takeRedo()
  if (step === undefined) return null
  const { what } = step
  announce(memory)
  if (step.kind === 'beside') return { questionId: step.questionId, what, direction, done: step[direction]() }
  for (const { questionId, before, after } of step.answers)
    putBack(memory, queue, { questionId, draft: direction === 'undo' ? before : after })
  const [first] = step.answers
  return first === undefined
    ? null
    : { questionId: first.questionId, what, direction, done: step.beside?.[direction]() ?? Promise.resolve(true) }
}

interface TakenAnswers {
  readonly answers: readonly Answer[]
  readonly result: Result
  readonly beside: BesideStep | undefined
}

function takeAnswers(memory: Memory, queue: Queue, { answers, result, beside }: TakenAnswers): void {
  memory.result = result
  const steps = answers.map(({ revision, savedAt, ...draft }) => {
    const { questionId } = draft
    const { draft: before, outsideChanges } = viewOf(memory, questionId)
    queue.discard(questionId, revision)
    memory.views.set(questionId, { ...blank, draft, storedRevision: revision, savedAt, outsideChanges: outsideChanges + 1 })
    memory.lastSavedAt = savedAt
    return { questionId, before, after: draft }
  })
  memory.steps.push({ kind: 'answers', what: 'carry-over', answers: steps, ...(beside === undefined ? {} : { beside }) })
  announce(memory)
}

function rememberBeside(memory: Memory, step: Extract<Step, { kind: 'beside' }>): void {
  memory.steps.push(step)
  announce(memory)
}

function subscribe(memory: Memory, listener: () => void): () => void {
  memory.listeners.add(listener)
  return () => {
    memory.listeners.delete(listener)
  }
}

/** Shows a change that was made in a question's form, and remembers it. */
function show(
  memory: Memory,
  questionId: QuestionId,
  change: { readonly draft: TypedAnswer | null; readonly incomplete: string | null; readonly pace: 'typing' | 'now' },
): void {
  const { draft, incomplete, pace } = change
  memory.steps.note({ questionId, before: viewOf(memory, questionId).draft, after: draft }, pace)
  update(memory, questionId, { draft, incomplete })
}

/** A session over what was just read. It lives as long as somebody holds it; it stops nothing by itself. */
export function createAssessmentSession(detail: AssessmentDetail, ports: SessionPorts): AssessmentSession {
  const memory: Memory = {
    id: detail.assessment.id,
    ports,
    views: new Map(),
    listeners: new Set(),
    steps: createUndoSteps(),
    result: detail.result,
    lastSavedAt: null,
    status: { phase: 'saved', lastSavedAt: null, unsaved: [] },
  }
  const queue: Queue = createSaveQueue({
    send: (questionId, draft, baseRevision) => send(memory, questionId, { draft, baseRevision }),
    schedule: ports.schedule,
    onChange: (questionId) => update(memory, questionId, { save: queue.phaseOf(questionId) }),
  })
  adopt(memory, queue, detail)
  return {
    id: memory.id,
    viewOf: (questionId) => viewOf(memory, questionId),
    subscribe: (listener) => subscribe(memory, listener),
    result: () => memory.result,
    status: () => memory.status,
    refresh: (fresh) => {
      adopt(memory, queue, fresh)
      resume(memory, queue, fresh)
    },
    change: (questionId, draft, pace) => {
      show(memory, questionId, { draft, incomplete: null, pace })
      queue.put(questionId, draft, pace === 'now' ? 0 : typingPauseMs)
    },
    hold: (questionId, draft, { why, pace }) => show(memory, questionId, { draft, incomplete: why, pace }),
    flush: () => {
      memory.steps.endTyping()
      return queue.flush()
    },
    retry: (questionId) => queue.retry(questionId),
    keepMine: (questionId) => keepMine(memory, queue, questionId),
    takeStored: (questionId) => takeStored(memory, queue, questionId),
    takeResult: (result, savedAt) => takeResult(memory, result, savedAt),
    takeAnswers: (answers, result, beside) => takeAnswers(memory, queue, { answers, result, beside }),
    rememberBeside: (step) => rememberBeside(memory, step),
    undo: () => carryOut(memory, queue, 'undo'),
    redo: () => carryOut(memory, queue, 'redo'),
    canUndo: memory.steps.canUndo,
    canRedo: memory.steps.canRedo,
  }
}

function isUnsaved(view: QuestionView): boolean {
  return view.save.phase !== 'saved' || view.incomplete !== null
}

function statusOf(views: ReadonlyMap<QuestionId, QuestionView>, lastSavedAt: string | null): SessionStatus {
  const unsaved = [...views].filter(([, view]) => isUnsaved(view)).map(([questionId]) => questionId)
  const all = [...views.values()]
  const phase = all.some((view) => view.save.phase === 'failed')
    ? 'failed'
    : all.some((view) => view.save.phase === 'saving' || view.save.phase === 'waiting')
      ? 'saving'
      : unsaved.length > 0
        ? 'incomplete'
        : 'saved'
  return { phase, lastSavedAt, unsaved }
}
