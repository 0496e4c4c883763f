// What a program did to its files, call by call, and what a disk holds of it when the power fails.

/** `c` created, `w` written, `t` cut, `s` synced, `r` renamed, `u` removed, `d` a folder made, `a` said by the program. */
export interface DiskCall {
  readonly kind: string
  readonly path: string
  readonly offset: number
  readonly data: Buffer
}

/** Reads the log that the faulty disk writes. */
export function readDiskLog(bytes: Buffer): DiskCall[] {
  const calls: DiskCall[] = []
  let at = 0
  while (at < bytes.length) {
    const kind = String.fromCharCode(bytes.readUInt8(at))
    const pathEnd = at + 5 + bytes.readUInt32LE(at + 1)
    const path = bytes.toString('utf8', at + 5, pathEnd)
    const dataEnd = pathEnd + 12 + bytes.readUInt32LE(pathEnd + 8)
    calls.push({ kind, path, offset: Number(bytes.readBigUInt64LE(pathEnd)), data: bytes.subarray(pathEnd + 12, dataEnd) })
    at = dataEnd
  }
  return calls
}

interface FileState {
  content: Buffer
  synced: Buffer
  /** Changes since the last sync. */
  pending: DiskCall[]
}

type Names = Map<string, FileState>
type Change = (names: Names) => void

/** What survives: everything, only what was synced, or that and any part of the rest. */
export type Survival = { readonly kind: 'all' } | { readonly kind: 'synced' } | { readonly kind: 'part'; readonly random: () => number }

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function changed(content: Buffer, call: DiskCall, data = call.data): Buffer {
  if (call.kind === 't') return Buffer.concat([content.subarray(0, call.offset), Buffer.alloc(Math.max(0, call.offset - content.length))])
  const end = call.offset + data.length
  const grown = Buffer.concat([content, Buffer.alloc(Math.max(0, end - content.length))])
  data.copy(grown, call.offset)
  return grown
}

/** A name and, when it is a folder's, everything below it moves. */
function rename(from: string, to: string): Change {
  return (names) => {
    const present = [...names]
    for (const [path, file] of present) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      names.delete(path)
      names.set(to + path.slice(from.length), file)
    }
  }
}

const sectorBytes = 512

/** The synced content with some of what was written since, one of the writes perhaps torn between two sectors. */
function partly(file: FileState, random: () => number): Buffer {
  let content = file.synced
  for (const call of file.pending) {
    const luck = random()
    if (luck < 0.4) content = changed(content, call)
    else if (luck < 0.6 && call.kind === 'w') {
      const sectors = Math.floor((random() * call.data.length) / sectorBytes)
      if (sectors > 0) content = changed(content, call, call.data.subarray(0, sectors * sectorBytes))
    }
  }
  return content
}

export interface Disk {
  apply(call: DiskCall): void
  /** Path → content after a power cut at this moment. */
  afterPowerCut(survival: Survival): ReadonlyMap<string, Buffer>
}

/** A disk that forgets: files that stood there at the beginning are safe, the rest is once it was synced. */
export function createDisk(initial: ReadonlyMap<string, Buffer>): Disk {
  const fresh = (content: Buffer): FileState => ({ content, synced: content, pending: [] })
  const names: Names = new Map([...initial].map(([path, content]) => [path, fresh(content)]))
  const durable: Names = new Map(names)
  let unsyncedNames: { readonly folder: string; readonly change: Change }[] = []
  const renameBoth = (folder: string, change: Change) => {
    change(names)
    unsyncedNames.push({ folder, change })
  }
  const sync = (path: string) => {
    const file = names.get(path)
    if (file) {
      file.synced = file.content
      file.pending = []
      return
    }
    for (const { folder, change } of unsyncedNames) if (folder === path) change(durable)
    unsyncedNames = unsyncedNames.filter(({ folder }) => folder !== path)
  }
  const touch = (call: DiskCall) => {
    const file = names.get(call.path)
    if (!file) throw new Error(`A change to ${call.path}, which is not there.`)
    file.content = changed(file.content, call)
    file.pending.push(call)
  }
  const apply = (call: DiskCall) => {
    const { kind, path } = call
    const empty = fresh(Buffer.alloc(0))
    if (kind === 'c') renameBoth(folderOf(path), (all) => all.set(path, empty))
    else if (kind === 'u') renameBoth(folderOf(path), (all) => all.delete(path))
    else if (kind === 'r') renameBoth(folderOf(path), rename(path, call.data.toString('utf8')))
    else if (kind === 's') sync(path)
    else if (kind === 'w' || kind === 't') touch(call)
  }
  const afterPowerCut = (survival: Survival) => {
    if (survival.kind === 'all') return new Map([...names].map(([path, file]) => [path, file.content]))
    const kept: Names = new Map(durable)
    if (survival.kind === 'synced') return new Map([...kept].map(([path, file]) => [path, file.synced]))
    for (const { change } of unsyncedNames) if (survival.random() < 0.5) change(kept)
    return new Map([...kept].map(([path, file]) => [path, partly(file, survival.random)]))
  }
  return { apply, afterPowerCut }
}
