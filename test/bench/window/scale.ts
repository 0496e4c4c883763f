// A large vault beside a small one, each in a window of its own: opening every screen, searching as one types, saving an answer, typing.
import { join } from 'node:path'
import { z } from 'zod'
import { inTurn, type Samples } from '../samples.ts'
import type { FilledVault } from '../worker/messages.ts'
import { openVault } from './open-vault-page.ts'
import { pressAndWait } from './page-save.ts'
import { bareFieldScript, changeScript, goScript, setScript, watchTypingScript } from './scale-scripts.ts'
import { type RunningWindow, startWindow, type WindowKinds } from './window-app.ts'

export interface ScaleFigure {
  readonly title: string
  readonly samples: Samples
  readonly bound: number
}

/** Most that the large vault may cost of the small one. */
const mostTimes = 1.5
/** Two frames of a screen of 60 Hz, in milliseconds. */
const twoFramesMs = 1_000 / 30
/** The page about the program, from which each screen is opened, is there long before. */
const shortQuietMs = 40
const Milliseconds = z.number()
/** The window behind the other one draws as if it were in front. */
const awake = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling']

/** The screens, by what a person calls them. */
const screens: readonly (readonly [string, (vault: FilledVault) => object])[] = [
  ['Third parties', () => ({ screen: 'third-parties' })],
  ['one third party', ({ thirdPartyId }) => ({ screen: 'third-party', id: thirdPartyId })],
  ['the questions', ({ assessmentId, questionId }) => ({ screen: 'assessment', id: assessmentId, questionId })],
  ['the decision', ({ assessmentId }) => ({ screen: 'decision', id: assessmentId })],
  ['Portfolio', () => ({ screen: 'portfolio' })],
  ['Findings', () => ({ screen: 'findings' })],
  ['Crown jewels', () => ({ screen: 'crown-jewels' })],
  ['the exposure matrix', () => ({ screen: 'exposure' })],
  ['Organization', () => ({ screen: 'organization' })],
  ['Reports', () => ({ screen: 'reports' })],
  ['History', () => ({ screen: 'history' })],
  ['Question packs', () => ({ screen: 'packs' })],
  ['Settings', () => ({ screen: 'settings' })],
  ['Home', () => ({ screen: 'home' })],
]

/** Those that count or sort everything there is, and keep what they read until the next change. */
const counting: ReadonlySet<string> = new Set(['Third parties', 'Portfolio', 'Home'])

async function ask(window: RunningWindow, script: string): Promise<number> {
  return Milliseconds.parse(await window.ask({ do: 'script', script }))
}

async function typeIn(window: RunningWindow, selector: string): Promise<number> {
  await window.ask({ do: 'script', script: watchTypingScript(selector) })
  await window.ask({ do: 'press', key: 'a' })
  return ask(window, 'window.benchTyped')
}

interface Side {
  readonly window: RunningWindow
  readonly vault: FilledVault
  readonly pageAheadMs: number
}

async function openSide(kinds: WindowKinds, folder: string, given: { readonly vault: FilledVault; readonly name: string }): Promise<Side> {
  const userData = join(folder, `scale-${given.name}-user-data`)
  const window = await startWindow({ ...kinds.product, userData, switches: awake })
  await openVault(window, given.vault)
  const pageAheadMs = Milliseconds.parse(await window.ask({ do: 'page-clock' }))
  return { window, vault: given.vault, pageAheadMs }
}

async function measureScreens(large: Side, small: Side, runs: number): Promise<ScaleFigure[]> {
  const figures: ScaleFigure[] = []
  for (const [name, routeIn] of screens) {
    // From the page about the program, which reads next to nothing.
    const open = (side: Side) => async () => {
      await ask(side.window, goScript({ screen: 'about' }, shortQuietMs))
      return ask(side.window, goScript(routeIn(side.vault)))
    }
    const samples = await inTurn(runs, open(large), open(small))
    figures.push({ title: `10,000 third parties for 10: opening ${name}, p95`, samples, bound: mostTimes })
    if (!counting.has(name)) continue
    const openChanged = (side: Side) => async () => {
      const { assessmentId, questionId } = side.vault
      await side.window.ask({ do: 'script', script: changeScript(assessmentId, questionId) })
      return open(side)()
    }
    const changed = await inTurn(runs, openChanged(large), openChanged(small))
    figures.push({ title: `10,000 third parties for 10: opening ${name} after a saved answer, p95`, samples: changed, bound: mostTimes })
  }
  return figures
}

/** Words that every third party found by them has in its row, in the vault of ten as well as in the large one. */
const changes = {
  'searching as one types': { control: '.party-search input', column: '.party-name', values: ['nord', 'kes', 'lumen', 'tan'] },
  filtering: { control: '.party-filters select', column: '.party-name + *', values: ['supplier', 'partner', 'investor'] },
} as const

async function measureNarrowing(large: Side, small: Side, runs: number): Promise<ScaleFigure[]> {
  const figures: ScaleFigure[] = []
  for (const [name, { control, column, values }] of Object.entries(changes)) {
    const narrow = (side: Side) => {
      let turn = 0
      return () => {
        turn += 1
        return ask(side.window, setScript({ control, column, value: values[turn % values.length] ?? '' }))
      }
    }
    for (const side of [large, small]) {
      await ask(side.window, goScript({ screen: 'about' }, shortQuietMs))
      await ask(side.window, goScript({ screen: 'third-parties' }))
    }
    // Of a few milliseconds, p95 is known well enough only from many.
    const samples = await inTurn(runs * 6, narrow(large), narrow(small))
    figures.push({ title: `10,000 third parties for 10: ${name}, p95`, samples, bound: mostTimes })
  }
  return figures
}

async function measureSaves(large: Side, small: Side, runs: number): Promise<ScaleFigure[]> {
  const shown = { product: [] as number[], bare: [] as number[] }
  const save = (side: Side, times: number[]) => async () => {
    const key = times.length % 2 === 0 ? '3' : '1'
    const { committedMs, shownMs } = await pressAndWait(side.window, {
      questionId: side.vault.questionId,
      key,
      pageAheadMs: side.pageAheadMs,
    })
    times.push(shownMs)
    return committedMs
  }
  for (const { window, vault } of [large, small]) {
    const { assessmentId: id, questionId } = vault
    await ask(window, goScript({ screen: 'assessment', id, questionId }))
  }
  const committed = await inTurn(runs * 3, save(large, shown.product), save(small, shown.bare))
  return [
    { title: '10,000 third parties for 10: saving an answer, committed, p95', samples: committed, bound: mostTimes },
    { title: '10,000 third parties for 10: saving an answer, "Saved" shown, p95', samples: shown, bound: mostTimes },
  ]
}

async function measureTyping({ window }: Side, runs: number): Promise<ScaleFigure> {
  await ask(window, goScript({ screen: 'third-parties' }))
  await window.ask({ do: 'script', script: bareFieldScript })
  const samples = await inTurn(
    runs * 2,
    () => typeIn(window, '.party-search input'),
    async () => (await typeIn(window, '#bench-bare-field')) + twoFramesMs,
  )
  return { title: 'Typing in the search of 10,000 until painted, for a bare field and two frames, p95', samples, bound: 1 }
}

/** The large vault stands on the side of the product, the small one on the side of the baseline. */
export async function measureScale(
  place: { readonly kinds: WindowKinds; readonly folder: string },
  vaults: { readonly small: FilledVault; readonly large: FilledVault },
  runs: number,
): Promise<ScaleFigure[]> {
  const large = await openSide(place.kinds, place.folder, { vault: vaults.large, name: 'large' })
  const small = await openSide(place.kinds, place.folder, { vault: vaults.small, name: 'small' })
  try {
    return [
      ...(await measureScreens(large, small, runs)),
      ...(await measureNarrowing(large, small, runs)),
      ...(await measureSaves(large, small, runs)),
      await measureTyping(large, runs),
    ]
  } finally {
    await large.window.end()
    await small.window.end()
  }
}
