// Opens the bench's vault in the running product, through its own door, and waits for the screen behind the lock.
import type { MadeVault } from '../worker/messages.ts'
import type { RunningWindow } from './window-app.ts'

/** A place in the program, as the page keeps it in the window's history. */
export type PagePlace = { readonly screen: 'home' } | { readonly screen: 'assessment'; readonly id: string; readonly questionId: string }

const openScript = (secret: string, place: PagePlace) => `(async () => {
  const chosen = await window.bridge.call('vault.chooseExisting', {})
  const opened = await window.bridge.call('vault.open', { handle: chosen.value.place.handle, secret: ${JSON.stringify(secret)} })
  if (!opened.ok) throw new Error(opened.fault.detail)
  history.replaceState(${JSON.stringify(place)}, '')
})()`

const untilThere = (selector: string) => `(async () => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (document.querySelector(${JSON.stringify(selector)}) !== null) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The screen did not appear: ' + ${JSON.stringify(selector)})
})()`

export async function openVaultAt(window: RunningWindow, vault: MadeVault, place: PagePlace): Promise<void> {
  await window.ask({ do: 'answer-dialogs', path: vault.vaultPath })
  await window.ask({ do: 'script', script: openScript(vault.passphrase, place) })
  // After a reload the page finds the vault open and goes to the place in its history.
  await window.ask({ do: 'reload' })
  await window.ask({ do: 'script', script: untilThere(place.screen === 'home' ? 'nav' : `#question-${place.questionId}`) })
}
