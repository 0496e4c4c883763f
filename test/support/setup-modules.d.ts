// Types of the set-up modules that tests call directly; the modules themselves are plain JavaScript because Node 20 runs them before anything is installed.

declare module '*/setup/zip-reader.mjs' {
  interface ZipEntry {
    readonly name: string
    readonly sizeBytes: number
    readonly mode: number
  }
  export function readZipDirectory(zipPath: string): Promise<ZipEntry[]>
  export function unpackZipEntry(order: { zipPath: string; entry: ZipEntry; target: string }): Promise<void>
}

declare module '*/setup/tar-reader.mjs' {
  export function takeFileFromTgz(order: { tgzPath: string; name: string; target: string }): Promise<void>
}

declare module '*/setup/folder-seal.mjs' {
  export function sealFolder(folder: string, recipe: string): void
  export function isSealed(folder: string, recipe: string): boolean
}

declare module '*/setup/draft-folder.mjs' {
  export function makeInDraft(target: string, make: (draft: string) => Promise<string>): Promise<void>
}

declare module '*/setup/work-lock.mjs' {
  export function withLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result>
}

declare module '*/setup/pinned-package.mjs' {
  export function fetchPinnedPackage(order: { spec: string; integrity: string; folder: string }): Promise<string>
}

declare module '*/setup/setup-fault.mjs' {
  export class SetupFault extends Error {}
  export function sentenceFor(error: unknown): string
}

declare module '*/setup/tool-versions.mjs' {
  export function isAtLeast(version: string, oldest: readonly [number, number]): boolean
  export function checkNode(version?: string): void
}

declare module '*/setup/display.mjs' {
  export function hasDisplay(env: Record<string, string>, platform: string): boolean
  export function startVirtualDisplay(): Promise<{ readonly display: string; readonly stop: () => void }>
}

declare module '*/setup/lock-completeness.mjs' {
  interface Lock {
    readonly packages: Record<string, unknown>
  }
  export function missingOptional(lock: Lock): { from: string; name: string; version: string }[]
  export function completeLock(lock: Lock): Lock
}

declare module '*/setup/test-counts.mjs' {
  interface Counts {
    readonly passed: number
    readonly failed: number
    readonly skipped: number
  }
  export function countVitest(report: unknown, code: number): Counts
  export function countPlaywright(report: unknown, code: number): Counts
  export function countCheck(report: unknown, code: number): Counts
  export function totalLine(results: readonly { counts: Counts }[]): string
}
