// The engine: every power but the window's, behind one function. The app runs it in a process of its own, the command line and the tests in theirs.
import { randomUUID } from 'node:crypto'
import type { Outcome } from '#shared/contract/fault.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import type { KeyCost } from '#main/store/keys/key-cost.ts'
import type { Vault } from '#main/store/vault.ts'
import { originalLanguage, reportLanguageFor } from '#main/report/languages.ts'
import { noTokens } from '#main/tokens/ask-token.ts'
import { createBackupJobs } from '../features/backups/backup-jobs.ts'
import { type BackupTimes, usualTimes } from '../features/backups/backup-schedule.ts'
import type { FeatureContext } from '../features/feature-context.ts'
import { engineHandlers } from './engine-handlers.ts'
import { createInTurn } from '#shared/in-turn.ts'
import { createPlaces } from './places.ts'
import { makeSampleVault } from './sample/make-sample-vault.ts'
import { createWishToStop } from './wish-to-stop.ts'
import { dispatch, type FaultLog } from './dispatch.ts'

export interface EngineOptions {
  readonly resourcesDirectory: string
  /** The language of the interface, which reports are printed in where there are words for it; English when absent. */
  readonly language?: string | undefined
  readonly applicationVersion: string
  readonly sqliteBinding: string | undefined
  /** The present instant, `2026-11-22T09:30:00.000Z`. */
  readonly now: () => string
  readonly log: FaultLog
  /** Told how far a long piece of work is, null when it has ended. */
  readonly onProgress?: FeatureContext['report']
  /** What deriving a key costs; measured on this machine unless it is given. */
  readonly keyCost?: KeyCost
  /** Names new things; random unless it is given. */
  readonly newId?: () => string
  /** Has work done on smart cards and tokens; where it is not given, there are none. */
  readonly tokens?: FeatureContext['tokens']
  /** When automatic backups are made; the usual times unless they are given. */
  readonly backupTimes?: BackupTimes
}

export interface Engine {
  /** Carries out one procedure. Calls run one after the other, in the order they came. Never rejects. */
  call(name: unknown, input: unknown): Promise<Outcome<unknown>>
  /** Lets `handle` stand for `path`, which a person chose for one purpose; for any when none is said, as on the command line. */
  grant(handle: string, path: string, purpose?: Purpose): void
  /** Wishes that a piece of work stops before its next step. It need not have begun. */
  cancel(workId: string): void
  /** Reads the question packs ahead of the first call that needs them: about 0.1 s that nobody should wait for. */
  warmUp(): void
  /** Makes a backup when one is due and nobody is typing; to be called every few seconds. Never rejects. */
  lookAfterBackups(): Promise<void>
  /** Waits for the calls under way, then closes the vault. */
  close(): Promise<void>
}

/** The sample is filled by an engine of its own, with a clock and ids of its own. */
function sampleMaker(options: EngineOptions): FeatureContext['makeSample'] {
  const { resourcesDirectory, onProgress: report = () => undefined } = options
  const start = (own: Pick<EngineOptions, 'now' | 'newId'>) => createEngine({ ...options, ...own })
  return (directory, passphrase) => makeSampleVault({ directory, passphrase, resourcesDirectory, start, report })
}

function environmentOf({ now, sqliteBinding, applicationVersion, keyCost }: EngineOptions): FeatureContext['environment'] {
  return { now, sqliteBinding, applicationVersion, ...(keyCost === undefined ? {} : { keyCost }) }
}

export function createEngine(options: EngineOptions): Engine {
  const places = createPlaces()
  let open: Vault | null = null
  const inTurn = createInTurn()
  const wish = createWishToStop()
  const context: FeatureContext = {
    environment: environmentOf(options),
    now: options.now,
    newId: options.newId ?? randomUUID,
    resourcesDirectory: options.resourcesDirectory,
    reportLanguage: reportLanguageFor(options.resourcesDirectory, options.language ?? originalLanguage),
    applicationVersion: options.applicationVersion,
    packs: createPackLibrary(options.resourcesDirectory),
    grants: places,
    tokens: options.tokens ?? noTokens,
    report: options.onProgress ?? (() => undefined),
    isCancelled: wish.isCancelled,
    inTurn,
    backUpNow: (reason) => backups.backUpNow(reason),
    makeSample: sampleMaker(options),
    vault: () => open,
    setVault: (vault) => {
      open = vault
    },
  }
  const times = options.backupTimes ?? { ...usualTimes, clockMs: () => performance.now() }
  const backups = createBackupJobs(context, times, (error) => options.log('backup', error))
  const handlers = engineHandlers(context, backups)
  return {
    call: (name, input) => {
      if (name !== 'backups.progress') backups.touch()
      return inTurn(() => dispatch(handlers, { name, input }, options.log))
    },
    grant: places.grant,
    cancel: wish.cancel,
    warmUp: () => {
      // A pack that cannot be read is the affair of the first call that needs it, which says so.
      inTurn(async () => context.packs.current).catch(() => undefined)
    },
    lookAfterBackups: () => backups.look().catch((error: unknown) => void options.log('backup', error)),
    close: async () => {
      await backups.stop()
      await inTurn(async () => {
        open?.close()
        open = null
      })
    },
  }
}
