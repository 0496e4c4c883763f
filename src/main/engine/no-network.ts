// Takes Node's own ways onto a network out of a process, so that no dependency can use them.
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import inspector from 'node:inspector'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'
import workerThreads from 'node:worker_threads'

/** Something that holds functions, and the names of those that lead out. */
export type WayOut = readonly [owner: object, names: readonly string[]]

/** Thrown by every replaced function. */
function refuseNetwork(): never {
  throw new Error('Gatehouse never opens a network connection.')
}

/** Every look-up there is, including those a later Node adds. */
function lookUpsOf(owner: object): WayOut {
  return [owner, Object.getOwnPropertyNames(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name))]
}

const nodeWays: readonly WayOut[] = [
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [net, ['connect', 'createConnection']],
  [tls, ['connect']],
  [dgram, ['createSocket']],
  [dgram.Socket.prototype, ['bind', 'connect', 'send']],
  ...[dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype].map(lookUpsOf),
  // These functions stand one class higher up.
  ...[dns.Resolver, dns.promises.Resolver].flatMap((resolver): WayOut[] => {
    const parent: unknown = Object.getPrototypeOf(resolver.prototype)
    return typeof parent === 'object' && parent !== null && parent !== Object.prototype ? [lookUpsOf(parent)] : []
  }),
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
  // Another program or a fresh thread would have all of this back, and the inspector waits on a port.
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [workerThreads, ['Worker']],
  [inspector, ['open']],
]

/** Replaces them for good, and whatever else the process has. Call once, before anything else runs. */
export function removeNodeNetwork(otherWays: readonly WayOut[] = []): void {
  for (const [owner, names] of [...nodeWays, ...otherWays]) {
    for (const name of names) Object.defineProperty(owner, name, { value: refuseNetwork, writable: false, configurable: false })
  }
  // Without this, modules that import these functions by name would keep the old ones.
  syncBuiltinESMExports()
}
