// Looks at running processes through /proc: who belongs to whom, what listens, how each is confined.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended between the listing and the look.
    return ''
  }
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
}

/** The process ids of `root` and of everything it started, root first. */
export function processTree(root: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]))
  const tree = [root]
  for (const pid of tree) tree.push(...all.filter((child) => parents.get(child) === pid))
  return tree
}

/** What a process calls itself: its arguments, joined by spaces. */
export function commandLineOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
}

/** Processes below `root` that show web pages. */
export function rendererPids(root: number): number[] {
  return processTree(root).filter((pid) => commandLineOf(pid).includes('--type=renderer'))
}

/** The processes of `root` and below that loaded a module from this path. */
export function processesWithModule(root: number, modulePath: string): number[] {
  return processTree(root).filter((pid) => read(`/proc/${pid}/maps`).includes(modulePath))
}

/** One line of `/proc/PID/status`, such as `Seccomp`. */
export function statusOf(pid: number, field: string): string {
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? ''
}

/** Which namespace of this kind a process lives in; two processes in the same one get the same text. */
export function namespaceOf(pid: number, kind: 'net' | 'pid' | 'user'): string {
  return readlinkSync(`/proc/${pid}/ns/${kind}`)
}

const listening = '0A'

/** Every socket in the network namespace of `pid` that waits for somebody: TCP in state LISTEN, and all UDP and raw sockets. */
export function waitingSockets(pid: number): string[] {
  const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6']
  return tables.flatMap((table) => {
    const rows = read(`/proc/${pid}/net/${table}`)
      .split('\n')
      .slice(1)
      .filter((row) => row.trim() !== '')
    const waiting = table.startsWith('tcp') ? rows.filter((row) => row.trim().split(/\s+/)[3] === listening) : rows
    return waiting.map((row) => `${table} ${row.trim()}`)
  })
}

/** The traffic counters of the network namespace of `pid`. */
export function netDevOf(pid: number): string {
  return read(`/proc/${pid}/net/dev`)
}

function socketsHeldBy(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
  } catch {
    // It ended, or the descriptor was closed between the listing and the look.
    return []
  }
}

/** Rows of `waitingSockets` for TCP that belong to one of these processes. */
export function listeningSocketsOf(pids: readonly number[]): string[] {
  const held = new Set(pids.flatMap(socketsHeldBy))
  return waitingSockets(pids[0] ?? 0).filter((row) => row.startsWith('tcp') && held.has(`socket:[${row.split(/\s+/)[10] ?? ''}]`))
}
