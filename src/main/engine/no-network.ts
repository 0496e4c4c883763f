// Takes Node's own ways onto a network out of a process, so that no dependency can use them.
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'
import tls from 'node:tls'

/** Thrown by every replaced function. */
function refuseNetwork(): never {
  throw new Error('Gatehouse never opens a network connection.')
}

const replaced: readonly (readonly [object, readonly string[]])[] = [
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [net, ['connect', 'createConnection']],
  [tls, ['connect']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
]

/** Replaces them for good. Call once, before anything else runs. */
export function removeNodeNetwork(): void {
  for (const [owner, names] of replaced) {
    for (const name of names) Object.defineProperty(owner, name, { value: refuseNetwork, writable: false, configurable: false })
  }
}
