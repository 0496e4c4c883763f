// Reads a trace of system calls and names every act on an internet socket that is not the test harness's own.

/** The calls to trace: everything by which a program can reach, send to or wait for another machine. */
export const tracedCalls = ['connect', 'sendto', 'sendmsg', 'sendmmsg', 'bind', 'listen'] as const

type TracedCall = (typeof tracedCalls)[number]

interface Act {
  readonly call: TracedCall
  readonly line: string
  /** What stands behind the file descriptor: `TCP:[127.0.0.1:1->127.0.0.1:2]`, `UNIX-STREAM:[…]`, `NETLINK:[…]`. */
  readonly socket: string
}

export interface TraceReading {
  /** Acts on internet sockets that the harness does not explain, as strace wrote them. */
  readonly findings: readonly string[]
  /** Ports on 127.0.0.1 on which the traced program waits for the harness. */
  readonly listeningPorts: readonly number[]
  /** Calls of any kind that were read, so that an empty trace cannot pass for a quiet one. */
  readonly callCount: number
}

const callPattern = /(?:^|\s)(connect|sendto|sendmsg|sendmmsg|bind|listen)\(\d+(?:<((?:->|[^<>])*)>)?/
const loopbackListener = /^TCP:\[127\.0\.0\.1:(\d+)\]$/
const loopbackConnection = /^TCP:\[127\.0\.0\.1:(\d+)->127\.0\.0\.1:\d+\]$/

function isTracedCall(name: string | undefined): name is TracedCall {
  return tracedCalls.some((call) => call === name)
}

function readActs(trace: string): Act[] {
  return trace.split('\n').flatMap((line) => {
    const [, call, socket] = callPattern.exec(line) ?? []
    return isTracedCall(call) ? [{ call, line, socket: socket ?? '' }] : []
  })
}

/**
 * What cannot leave the machine, or even the kernel. An `anon_inode` is no socket, and the kernel refuses to send on it: strace names it where
 * another thread closes a socket of the machine itself, and gives its number away, in the moment in which the call begins.
 */
function isLocal(socket: string): boolean {
  return /^(UNIX|NETLINK|anon_inode:)/.test(socket)
}

function isListener(act: Act): boolean {
  return act.call === 'listen' && loopbackListener.test(act.socket)
}

/** Binding a TCP socket to any free port of 127.0.0.1 is how both of the harness's listeners begin. */
function isListenerBeginning(act: Act): boolean {
  return (
    act.call === 'bind' &&
    act.socket.startsWith('TCP:') &&
    act.line.includes('sin_port=htons(0)') &&
    act.line.includes('inet_addr("127.0.0.1")')
  )
}

function isExplained(act: Act, ports: ReadonlySet<number>): boolean {
  if (/AF_INET/.test(act.line)) return isListenerBeginning(act)
  if (isLocal(act.socket)) return true
  // A socket without a name of its own can only be judged by the address the call gives it.
  if (act.call === 'connect' || act.call === 'bind') return /sa_family=AF_(UNIX|NETLINK|UNSPEC)/.test(act.line)
  const port = loopbackConnection.exec(act.socket)?.[1]
  return isListener(act) || (port !== undefined && act.call !== 'listen' && ports.has(Number(port)))
}

/** Judges the output of `strace -f -yy`. Sends on accepted connections of a loopback listener are the harness's; all else on internet sockets is a finding. */
export function readTrace(trace: string): TraceReading {
  const acts = readActs(trace)
  const ports = new Set(
    acts
      .filter(isListener)
      .flatMap((act) => loopbackListener.exec(act.socket)?.[1] ?? [])
      .map(Number),
  )
  return {
    findings: acts.filter((act) => !isExplained(act, ports)).map((act) => act.line),
    listeningPorts: [...ports],
    callCount: acts.length,
  }
}
