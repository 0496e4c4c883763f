// Sends what was typed to the vault in order: one save at a time, each on top of the last acknowledged revision, the last value last.

/** What a save came back with. A refused save keeps its value in the queue until it is sent again or replaced. */
export type SaveReply<Fault> = { readonly ok: true; readonly revision: number } | { readonly ok: false; readonly fault: Fault }

export type SavePhase<Fault> = { readonly phase: 'saved' | 'waiting' | 'saving' } | { readonly phase: 'failed'; readonly fault: Fault }

export interface SaveQueueOptions<Key, Value, Fault> {
  readonly send: (key: Key, value: Value, baseRevision: number) => Promise<SaveReply<Fault>>
  /** Calls `run` after `delayMs`; returns what cancels it. */
  readonly schedule: (run: () => void, delayMs: number) => () => void
  /** Called whenever the phase of a key may have changed. */
  readonly onChange: (key: Key) => void
}

export interface SaveQueue<Key, Value, Fault> {
  /** The revision in the vault that the next save of this key builds on. Ignored while something of it is unsaved. */
  readonly adopt: (key: Key, revision: number) => void
  /** Replaces what is to be saved for this key, and saves it after `delayMs` without another change, or `longestWaitMs` at the latest. */
  readonly put: (key: Key, value: Value, delayMs: number) => void
  /** Sends everything now, except what was refused; resolves when nothing is under way. */
  readonly flush: () => Promise<void>
  /** Sends a refused value again, on top of `baseRevision` when given. */
  readonly retry: (key: Key, baseRevision?: number) => void
  /** Forgets what is unsaved for this key and takes `revision` as the vault's. */
  readonly discard: (key: Key, revision: number) => void
  readonly phaseOf: (key: Key) => SavePhase<Fault>
  readonly unsavedKeys: () => Key[]
}

/** Longest time that steady typing puts off a save, in milliseconds. */
export const longestWaitMs = 2_000

interface Slot<Value, Fault> {
  revision: number
  /** What is still to be sent; undefined when nothing is. */
  pending: { readonly value: Value } | undefined
  isDue: boolean
  cancelDelay: () => void
  cancelDeadline: (() => void) | undefined
  isSending: boolean
  refusal: { readonly fault: Fault } | undefined
}

interface Line<Key, Value, Fault> {
  readonly options: SaveQueueOptions<Key, Value, Fault>
  readonly slots: Map<Key, Slot<Value, Fault>>
  isSending: boolean
  idleWaiters: (() => void)[]
}

function nothing(): void {}

function slotOf<Key, Value, Fault>(line: Line<Key, Value, Fault>, key: Key): Slot<Value, Fault> {
  const known = line.slots.get(key)
  if (known !== undefined) return known
  const made: Slot<Value, Fault> = {
    revision: 0,
    pending: undefined,
    isDue: false,
    cancelDelay: nothing,
    cancelDeadline: undefined,
    isSending: false,
    refusal: undefined,
  }
  line.slots.set(key, made)
  return made
}

function stopWaiting<Value, Fault>(slot: Slot<Value, Fault>): void {
  slot.cancelDelay()
  slot.cancelDelay = nothing
  slot.cancelDeadline?.()
  slot.cancelDeadline = undefined
}

function makeDue<Value, Fault>(slot: Slot<Value, Fault>): void {
  stopWaiting(slot)
  slot.isDue = slot.pending !== undefined && slot.refusal === undefined
}

function pump<Key, Value, Fault>(line: Line<Key, Value, Fault>): void {
  if (line.isSending) return
  for (const [key, slot] of line.slots) {
    if (!slot.isDue || slot.pending === undefined) continue
    void sendOne(line, key, { slot, value: slot.pending.value })
    return
  }
  const waiters = line.idleWaiters
  line.idleWaiters = []
  for (const resolve of waiters) resolve()
}

async function sendOne<Key, Value, Fault>(
  line: Line<Key, Value, Fault>,
  key: Key,
  { slot, value }: { slot: Slot<Value, Fault>; value: Value },
): Promise<void> {
  line.isSending = true
  slot.isSending = true
  slot.pending = undefined
  slot.isDue = false
  stopWaiting(slot)
  line.options.onChange(key)
  const reply = await line.options.send(key, value, slot.revision)
  line.isSending = false
  slot.isSending = false
  if (reply.ok) {
    slot.revision = reply.revision
  } else {
    // Something newer may have been typed meanwhile; it stands, and waits with the refusal.
    slot.pending ??= { value }
    slot.refusal = { fault: reply.fault }
    slot.isDue = false
    stopWaiting(slot)
  }
  line.options.onChange(key)
  pump(line)
}

function put<Key, Value, Fault>(line: Line<Key, Value, Fault>, key: Key, { value, delayMs }: { value: Value; delayMs: number }): void {
  const slot = slotOf(line, key)
  const send = () => {
    makeDue(slot)
    pump(line)
  }
  slot.pending = { value }
  slot.refusal = undefined
  slot.cancelDelay()
  // A choice does not wait for a timer's turn: it is on its way before the screen is drawn anew.
  if (delayMs === 0) {
    send()
    line.options.onChange(key)
    return
  }
  slot.cancelDelay = line.options.schedule(send, delayMs)
  slot.cancelDeadline ??= line.options.schedule(send, Math.max(delayMs, longestWaitMs))
  line.options.onChange(key)
}

function retry<Key, Value, Fault>(line: Line<Key, Value, Fault>, key: Key, baseRevision: number | undefined): void {
  const slot = slotOf(line, key)
  if (slot.refusal === undefined) return
  slot.refusal = undefined
  if (baseRevision !== undefined) slot.revision = baseRevision
  makeDue(slot)
  line.options.onChange(key)
  pump(line)
}

function phaseOf<Value, Fault>(slot: Slot<Value, Fault> | undefined): SavePhase<Fault> {
  if (slot === undefined) return { phase: 'saved' }
  if (slot.refusal !== undefined) return { phase: 'failed', fault: slot.refusal.fault }
  if (slot.isSending) return { phase: 'saving' }
  return { phase: slot.pending === undefined ? 'saved' : 'waiting' }
}

/** A queue with nothing in it. Keys are saved one after another, never two at once, so replies never overtake each other. */
export function createSaveQueue<Key, Value, Fault>(options: SaveQueueOptions<Key, Value, Fault>): SaveQueue<Key, Value, Fault> {
  const line: Line<Key, Value, Fault> = { options, slots: new Map(), isSending: false, idleWaiters: [] }
  return {
    adopt: (key, revision) => {
      const slot = slotOf(line, key)
      if (slot.pending === undefined && !slot.isSending) slot.revision = revision
    },
    put: (key, value, delayMs) => put(line, key, { value, delayMs }),
    flush: () => {
      for (const slot of line.slots.values()) makeDue(slot)
      const idle = new Promise<void>((resolve) => line.idleWaiters.push(resolve))
      pump(line)
      return idle
    },
    retry: (key, baseRevision) => retry(line, key, baseRevision),
    discard: (key, revision) => {
      const slot = slotOf(line, key)
      stopWaiting(slot)
      slot.pending = undefined
      slot.isDue = false
      slot.refusal = undefined
      if (!slot.isSending) slot.revision = revision
      options.onChange(key)
    },
    phaseOf: (key) => phaseOf(line.slots.get(key)),
    unsavedKeys: () => [...line.slots].filter(([, slot]) => slot.pending !== undefined || slot.isSending).map(([key]) => key),
  }
}
