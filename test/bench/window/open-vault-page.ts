// Opens the bench's vault in the running product, through its own door, and waits for the screen behind the lock.
import type { MadeVault } from '../worker/messages.ts'
import type { RunningWindow } from './window-app.ts'

const openScript = (secret: string) => `(async () => {
  const chosen = await window.bridge.call('vault.chooseExisting', {})
  const opened = await window.bridge.call('vault.open', { handle: chosen.value.place.handle, secret: ${JSON.stringify(secret)} })
  if (!opened.ok) throw new Error(opened.fault.detail)
})()`

// As if a person had gone back in the window's history to that question.
const goScript = (vault: MadeVault) => {
  const route = JSON.stringify({ screen: 'assessment', id: vault.assessmentId, questionId: vault.questionId })
  return `history.pushState(${route}, ''); dispatchEvent(new PopStateEvent('popstate', { state: ${route} }))`
}

const untilThere = (selector: string) => `(async () => {
  for (let tries = 0; tries < 500; tries += 1) {
    if (document.querySelector(${JSON.stringify(selector)}) !== null) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The screen did not appear: ' + ${JSON.stringify(selector)})
})()`

/** Opens the vault and waits for the home screen. */
export async function openVault(window: RunningWindow, vault: MadeVault): Promise<void> {
  await window.ask({ do: 'answer-dialogs', path: vault.vaultPath })
  await window.ask({ do: 'script', script: openScript(vault.passphrase) })
  // After a reload the page finds the vault open.
  await window.ask({ do: 'reload' })
  await window.ask({ do: 'script', script: untilThere('nav') })
}

/** Opens the vault and goes to the question that is answered when saving is measured. */
export async function openQuestion(window: RunningWindow, vault: MadeVault): Promise<void> {
  await openVault(window, vault)
  await window.ask({ do: 'script', script: goScript(vault) })
  await window.ask({ do: 'script', script: untilThere(`#question-${vault.questionId}`) })
}
