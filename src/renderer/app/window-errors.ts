// Errors that no component caught go to the log, with where and what kind, never with what was typed.
import { call } from '#renderer/bridge/call.ts'

/** The kind of an error for the log: its class name and the first 120 characters of its first stack frame. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error'
  const frame = error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? ''
  return `${error.name} ${frame.trim().slice(0, 120)}`.trim()
}

/** Logs a fault of the page; resolves to its id, or null when the log could not be reached. */
export async function reportFault(where: string, error: unknown): Promise<string | null> {
  const outcome = await call('app.reportFault', { where: where.slice(0, 200), kind: kindOf(error).slice(0, 200) })
  return outcome.ok ? outcome.value.faultId : null
}

export function watchWindowErrors(): void {
  window.addEventListener('error', (event) => void reportFault('window error', event.error))
  window.addEventListener('unhandledrejection', (event) => void reportFault('unhandled rejection', event.reason))
}
