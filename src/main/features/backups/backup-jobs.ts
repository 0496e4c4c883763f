// Backups while people work: done in pieces between other calls, by themselves or when somebody asks, and given up on lock.
import { setImmediate } from 'node:timers/promises'
import type { BackupReason, BackupWork } from '#shared/contract/backups.ts'
import { backUpInSteps } from '#main/store/backup.ts'
import { copyToPlace, folderAtPlace, isPlaceThere } from '#main/store/backup-place.ts'
import type { Vault } from '#main/store/vault.ts'
import type { FeatureContext } from '../feature-context.ts'
import { type BackupTimes, createBackupSchedule } from './backup-schedule.ts'
import { PlaceGone } from './explain-failure.ts'
import { Cancelled, createOneAtATime, type WorkContext, type WorkKind } from './one-at-a-time.ts'
import { backUpIfChanged, hasChanged, newestOwn, orderFor, rotate } from './own-backups.ts'
import { placeOf, savePlace } from './second-place.ts'

export interface BackupJobs {
  /** Notes that somebody is at work. */
  touch(): void
  /** Makes a backup when one is due and nobody is typing. Cheap enough to be asked every few seconds. */
  look(): Promise<void>
  /** Begins what a person asked for, unless something is under way. */
  start(kind: WorkKind): BackupWork
  work(): BackupWork
  /** Why the last automatic backup or copy of this session failed; null when it did not. */
  failure(): string | null
  /** Makes a backup now if something changed, before something that could go wrong. */
  backUpNow(reason: BackupReason): void
  /** Gives up what is under way and waits until nothing of it is left. */
  stop(): Promise<void>
}

/** One backup of `vault`, a step at a time between other calls. */
async function backUpBetweenCalls(
  context: FeatureContext,
  vault: Vault,
  told: WorkContext & { readonly reason: BackupReason },
): Promise<void> {
  const steps = backUpInSteps(vault.store, orderFor(context, vault, told.reason))
  for (;;) {
    const step = await context.inTurn(async () => {
      const isOver = told.signal.aborted || context.vault() !== vault
      const next = isOver ? steps.throw(new Cancelled()) : steps.next()
      if (next.done === true) rotate(vault)
      return next
    })
    if (step.done === true) return
    told.onStep(step.value)
    // Calls arrive as events, and these come only between turns of the loop.
    await setImmediate()
  }
}

/** Copies the newest backup to the second place, if that is connected. False when it is not, or none was chosen. */
async function copyToSecondPlace(context: FeatureContext, vault: Vault, { signal, onStep }: WorkContext): Promise<boolean> {
  const found = await context.inTurn(async () => {
    if (context.vault() !== vault) throw new Cancelled()
    return { path: placeOf(vault).path, newest: newestOwn(vault) }
  })
  const { path, newest } = found
  if (path === null || newest === null || !(await isPlaceThere(path))) return false
  onStep('second-place')
  const folder = folderAtPlace(path, vault)
  await copyToPlace(newest, folder, signal)
  await context.inTurn(async () => {
    if (context.vault() !== vault) throw new Cancelled()
    savePlace(context, { lastCopyAt: context.now() }, 'backups.copy')
    rotate(vault, folder)
  })
  return true
}

export function createBackupJobs(context: FeatureContext, times: BackupTimes, log: (error: unknown) => string): BackupJobs {
  const schedule = createBackupSchedule(times)
  const works = createOneAtATime(log)
  let failure: string | null = null
  const automatic = async (vault: Vault, reason: BackupReason) => {
    const { ending, sentence } = await works.run('backup', async (told) => {
      await backUpBetweenCalls(context, vault, { ...told, reason })
      await copyToSecondPlace(context, vault, told)
    })
    failure = ending === 'failed' ? sentence : null
    schedule.ended(vault, ending)
  }
  const asked = (vault: Vault, kind: WorkKind) => async (told: WorkContext) => {
    if (kind === 'backup' || hasChanged(vault)) await backUpBetweenCalls(context, vault, { ...told, reason: 'asked' })
    const isCopied = await copyToSecondPlace(context, vault, told)
    if (kind === 'copy' && !isCopied) throw new PlaceGone()
    failure = null
  }
  return {
    touch: schedule.touch,
    look: async () => {
      const vault = context.vault()
      if (vault === null || vault.isReadOnly || works.isRunning() || !vault.store.isDiskSound()) return
      const reason = await schedule.reasonNow(vault)
      if (reason === null) return
      const isDue = await context.inTurn(async () => context.vault() === vault && hasChanged(vault))
      if (isDue && !works.isRunning()) await automatic(vault, reason)
    },
    start: (kind) => {
      const vault = context.vault()
      if (vault !== null && !works.isRunning()) void works.run(kind, asked(vault, kind))
      return works.state()
    },
    work: works.state,
    failure: () => failure,
    backUpNow: (reason) => {
      const vault = context.vault()
      if (vault !== null) backUpIfChanged(context, vault, reason)
    },
    stop: works.stop,
  }
}
