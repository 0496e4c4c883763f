// The window's side of evidence: where a copy goes, and previews drawn in a process of their own.
import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Outcome } from '#shared/contract/fault.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Purpose } from '#shared/contract/vault.ts'
import { previewKindOf } from '#shared/domain/evidence-preview.ts'
import { createInTurn } from '#shared/in-turn.ts'
import type { WindowHandlers } from '../ipc/answer-call.ts'
import { listPageFiles } from './page-files.ts'
import { drawInOwnProcess } from './preview-window.ts'
import { windowWord } from './window-words.ts'

type EvidenceWindowHandlers = Pick<WindowHandlers, 'evidence.chooseCopy' | 'evidence.preview'>

export interface EvidencePlace {
  readonly window: () => BrowserWindow
  readonly grant: (handle: string, path: string, purpose: Purpose) => void
  readonly callEngine: (name: 'evidence.bytes', input: unknown) => Promise<Outcome<unknown>>
  readonly pageDirectory: string
}

/** What a sound file takes is well under a second; one that takes this long is made to. */
const timeLimitMs = 15_000

async function bytesOf({ callEngine }: EvidencePlace, id: string) {
  const outcome = await callEngine('evidence.bytes', { id })
  if (!outcome.ok) throw new Refusal(outcome.fault.code, outcome.fault.detail)
  const { contract } = await import('#shared/contract/contract.ts')
  return contract['evidence.bytes'].output.parse(outcome.value)
}

export function createEvidenceHandlers(place: EvidencePlace): EvidenceWindowHandlers {
  // One process at a time, however fast somebody turns pages.
  const inTurn = createInTurn()
  return {
    'evidence.chooseCopy': async ({ fileName }) => {
      const chosen = await dialog.showSaveDialog(place.window(), {
        title: windowWord((words) => words.dialogs.evidence),
        defaultPath: join(app.getPath('documents'), basename(fileName)),
      })
      if (chosen.canceled || chosen.filePath === '') return { handle: null, label: '' }
      const handle = randomUUID()
      place.grant(handle, chosen.filePath, 'copy')
      return { handle, label: basename(chosen.filePath) }
    },
    'evidence.preview': ({ id, page }) =>
      inTurn(async () => {
        const { mediaType, bytes } = await bytesOf(place, id)
        const kind = previewKindOf(mediaType)
        const drawn =
          kind === null
            ? null
            : await drawInOwnProcess(
                { kind, bytes, page },
                { owner: place.window(), files: listPageFiles(place.pageDirectory), timeLimitMs },
              )
        if (drawn === null) throw new Refusal('preview-failed', 'This file could not be drawn.')
        return { ...drawn, page: Math.min(page, drawn.pageCount) }
      }),
  }
}
