// Memory of a process and everything it started, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs'

export interface MemoryUse {
  /** Resident pages of each process added up, so that shared pages count once for each process. */
  readonly rssMb: number
  /** The same with each shared page divided among those that share it. */
  readonly pssMb: number
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended meanwhile and holds no memory.
    return ''
  }
}

function parentOf(pid: number): number {
  // The name in brackets may itself hold spaces and brackets, so count from the last one.
  const stat = readOrNothing(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function familyOf(root: number): number[] {
  const pids = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  const childrenOf = Map.groupBy(pids, parentOf)
  const family = [root]
  for (const pid of family) family.push(...(childrenOf.get(pid) ?? []))
  return family
}

function kilobytes(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)
}

/** What the process tree under `root` holds now, in MiB. Linux only. */
export function memoryOf(root: number): MemoryUse {
  const rollups = familyOf(root).map((pid) => readOrNothing(`/proc/${pid}/smaps_rollup`))
  const sum = (name: string) => rollups.reduce((total, rollup) => total + kilobytes(rollup, name), 0) / 1024
  return { rssMb: sum('Rss'), pssMb: sum('Pss') }
}
