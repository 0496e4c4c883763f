// Runs a program in a network namespace of its own, whose default route leads to a wire with nobody at the other end.
import { spawn, spawnSync } from 'node:child_process'

/** The one wire. Nothing of the system's own speaks on it, so every packet counted there is the program's. */
const wire = 'gh0'

const layOut = `
set -e
ip link set lo up
ip link add ${wire} type veth peer name gh1 2>/dev/null || ip link add ${wire} type dummy
for link in ${wire} gh1; do
  if ip link show "$link" >/dev/null 2>&1; then ip link set "$link" addrgenmode none arp off multicast off up; fi
done
ip addr add 198.51.100.2/24 dev ${wire}
ip route add default via 198.51.100.1 dev ${wire}
ip -6 addr add 2001:db8::2/64 dev ${wire} nodad
ip -6 route add default via 2001:db8::1 dev ${wire}
exec "$@"
`

/** Packets sent on the wire so far, from the text of a `/proc/PID/net/dev` inside the namespace. */
export function packetsOnWire(netDev: string): number {
  const line = netDev.split('\n').find((text) => text.trim().startsWith(`${wire}:`))
  const packets = line?.split(':')[1]?.trim().split(/\s+/)[9]
  if (packets === undefined) throw new Error(`There is no wire ${wire} in this network namespace.`)
  return Number(packets)
}

/** The words that put a command into the namespace. An ordinary user becomes root in a user namespace for it. */
export function inSpace(command: readonly string[]): string[] {
  const isRoot = process.getuid?.() === 0
  return ['unshare', isRoot ? '-n' : '-rn', '--', 'sh', '-c', layOut, 'sh', ...command]
}

/** The same in a namespace that has nothing but loopback: no wire, no route, no neighbour. */
export function inBareSpace(command: readonly string[]): string[] {
  const isRoot = process.getuid?.() === 0
  return ['unshare', isRoot ? '-n' : '-rn', '--', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh', ...command]
}

const needed = [
  ['strace', ['-V'], 'strace'],
  ['ip', ['-V'], 'iproute2'],
  ['unshare', ['-V'], 'util-linux'],
] as const

/** Throws a sentence saying what to install or to allow, where no namespace can be laid out. */
export function requireSpace(): void {
  for (const [program, words, packageName] of needed) {
    if (spawnSync(program, words).status !== 0)
      throw new Error(`The network test needs "${program}". Install it: apt-get install ${packageName}`)
  }
  const [program, ...words] = inSpace(['cat', '/proc/self/net/dev'])
  const tried = spawnSync(program ?? '', words, { encoding: 'utf8' })
  if (tried.status !== 0) {
    throw new Error(
      `The network test needs a network namespace with an interface of its own, and the system refuses one: ${tried.stderr.trim()}. Run the tests as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, and in a container --privileged).`,
    )
  }
  packetsOnWire(tried.stdout)
}

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command in the namespace until it ends, at most `timeoutMs`. */
export async function runInSpace(
  command: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly timeoutMs: number },
): Promise<Ended> {
  const [program, ...words] = inSpace(command)
  const child = spawn(program ?? '', words, { env: options.env, timeout: options.timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, stdout, stderr }
}
