// From the key press in the real page until the page says "Saved", beside the bare commit of the same row on the same disk.
import { inTurn, type Samples } from '../samples.ts'
import { type MadeVault, TimeReply } from '../worker/messages.ts'
import type { Worker } from '../worker-client.ts'
import { openVaultAt } from './open-vault-page.ts'
import { type RunningWindow, startWindow, type WindowKinds } from './window-app.ts'

// The press is timed by the browser's own time stamp on the key event; "Saved" stands there only after the vault confirmed.
const watchScript = (questionId: string) => `(() => {
  const card = document.getElementById(${JSON.stringify(`question-${questionId}`)})
  card.focus()
  window.benchSave = new Promise((resolve, reject) => {
    let pressedAt = null
    let isSaving = false
    addEventListener('keydown', (event) => { pressedAt = event.timeStamp }, { capture: true, once: true })
    const tooLate = setTimeout(() => reject(new Error(pressedAt === null ? 'The key did not arrive.' : 'No save was seen.')), 5_000)
    const watcher = new MutationObserver(() => {
      const said = card.querySelector('.save-line')?.textContent.trim() ?? ''
      if (said.startsWith('Saving')) isSaving = true
      if (!isSaving || !said.startsWith('Saved')) return
      watcher.disconnect()
      clearTimeout(tooLate)
      resolve(performance.now() - pressedAt)
    })
    watcher.observe(card, { subtree: true, childList: true, characterData: true })
  })
})()`

async function pressAndWait(window: RunningWindow, questionId: string, key: string): Promise<number> {
  await window.ask({ do: 'script', script: watchScript(questionId) })
  await window.ask({ do: 'press', key })
  return TimeReply.parse(await window.ask({ do: 'script', script: 'window.benchSave' }))
}

export async function measurePageSave(
  kinds: WindowKinds,
  vault: MadeVault,
  order: { readonly worker: Worker; readonly folder: string; readonly runs: number },
): Promise<Samples> {
  const { worker, folder, runs } = order
  await worker.ask({ do: 'open-bare', folder }, TimeReply.nullable())
  const window = await startWindow(kinds.product)
  try {
    await openVaultAt(window, vault, { screen: 'assessment', id: vault.assessmentId, questionId: vault.questionId })
    let presses = 0
    const product = () => {
      presses += 1
      return pressAndWait(window, vault.questionId, presses % 2 === 0 ? '1' : '3')
    }
    return await inTurn(runs, product, () => worker.ask({ do: 'commit-bare' }, TimeReply))
  } finally {
    await window.end()
  }
}
