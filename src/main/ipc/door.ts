// The door: the one channel between the page and everything with powers.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Answering, answerCall } from './answer-call.ts'

const doorChannel = 'door'

let answer: typeof answerCall | null = null

/**
 * Loads what a call is judged by. The contract's hundreds of schemas take longer to make than a window to come up, so they are made
 * while it does, and nobody waits for them twice.
 */
export async function readyDoor(): Promise<typeof answerCall> {
  answer ??= (await import('./answer-call.ts')).answerCall
  return answer
}

/** Opens the door. `isOwnPage` decides, at the moment of each call, who may come through it. */
export function openDoor(answering: Answering, isOwnPage: (event: IpcMainInvokeEvent) => boolean): void {
  ipcMain.handle(doorChannel, async (event, name: unknown, input: unknown) => {
    const isFromOwnPage = isOwnPage(event)
    const judge = answer ?? (await readyDoor())
    return judge(answering, { isFromOwnPage, name, input })
  })
}
