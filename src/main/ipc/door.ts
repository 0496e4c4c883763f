// The door: the one channel between the page and everything with powers.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { answerCall, type Answering } from './answer-call.ts'

const doorChannel = 'door'

/** Opens the door. `isOwnPage` decides who may come through it. */
export function openDoor(answering: Answering, isOwnPage: (event: IpcMainInvokeEvent) => boolean): void {
  ipcMain.handle(doorChannel, (event, name: unknown, input: unknown) =>
    answerCall(answering, { isFromOwnPage: isOwnPage(event), name, input }),
  )
}
