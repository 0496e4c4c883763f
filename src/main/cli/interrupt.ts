// Cleans up when somebody stops a command half way, then ends as the signal asks.
import { constants } from 'node:os'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs `cleanUp` on Ctrl+C, on a polite kill and when the terminal closes. The function given back takes that back. */
export function onInterrupt(cleanUp: () => void): () => void {
  const stop = (signal: (typeof signals)[number]) => {
    cleanUp()
    process.exit(128 + constants.signals[signal])
  }
  // A terminal and npm may both send it: the second must not end the cleaning half way.
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}
