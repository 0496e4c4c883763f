// From the key press in the real page until the engine has confirmed the commit, and until the page says "Saved", beside the bare commit of the same row on the same disk.
import { z } from 'zod'
import { inTurn, type Samples } from '../samples.ts'
import { type MadeVault, TimeReply } from '../worker/messages.ts'
import type { Worker } from '../worker-client.ts'
import { openQuestion } from './open-vault-page.ts'
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
      resolve({ pressedAt: performance.timeOrigin + pressedAt, savedAt: performance.timeOrigin + performance.now() })
    })
    watcher.observe(card, { subtree: true, childList: true, characterData: true })
  })
})()`

const SaveReport = z.object({ pressedAt: z.number(), savedAt: z.number() })

/** Milliseconds from the key press to the confirmation in the main process, and to the word in the page. */
export async function pressAndWait(
  window: RunningWindow,
  press: { readonly questionId: string; readonly key: string; readonly pageAheadMs: number },
) {
  await window.ask({ do: 'script', script: watchScript(press.questionId) })
  await window.ask({ do: 'press', key: press.key })
  const { pressedAt, savedAt } = SaveReport.parse(await window.ask({ do: 'script', script: 'window.benchSave' }))
  const confirmedAt = z.number().parse(await window.ask({ do: 'confirmed-at' }))
  return { committedMs: confirmedAt - (pressedAt - press.pageAheadMs), shownMs: savedAt - pressedAt }
}

export interface PageSave {
  readonly committed: Samples
  readonly shown: Samples
}

export async function measurePageSave(
  kinds: WindowKinds,
  vault: MadeVault,
  order: { readonly worker: Worker; readonly folder: string; readonly runs: number },
): Promise<PageSave> {
  const { worker, folder, runs } = order
  await worker.ask({ do: 'open-bare', folder }, TimeReply.nullable())
  const window = await startWindow(kinds.product)
  try {
    await openQuestion(window, vault)
    const pageAheadMs = z.number().parse(await window.ask({ do: 'page-clock' }))
    const shownMs: number[] = []
    const product = async () => {
      const key = shownMs.length % 2 === 0 ? '3' : '1'
      const save = await pressAndWait(window, { questionId: vault.questionId, key, pageAheadMs })
      shownMs.push(save.shownMs)
      return save.committedMs
    }
    const committed = await inTurn(runs, product, () => worker.ask({ do: 'commit-bare' }, TimeReply))
    return { committed, shown: { product: shownMs.slice(-runs), bare: committed.bare } }
  } finally {
    await window.end()
  }
}
