// Why a person is back at the lock, as the unlock screen tells it.
import type { SessionEnd } from '#renderer/bridge/session-end.ts'

export type UnlockNote = SessionEnd | 'locked' | 'locked-unsaved' | 'locked-idle' | 'locked-screen' | 'locked-suspend' | 'locked-held'
