// Every screen of the open vault by its place in the program, shown as if a person had gone there.
import type { Page } from '@playwright/test'

export interface ShownScreen {
  readonly name: string
  readonly route: Readonly<Record<string, string>>
  /** What is there once the screen is ready, as a CSS selector. */
  readonly ready: string
  /** Opens what the screen folds away. */
  readonly unfold?: (page: Page) => Promise<void>
}

interface Reply {
  readonly ok: boolean
  readonly value: unknown
  readonly fault?: unknown
}

/** Asks through the page's own bridge. Throws when it is refused. */
export async function ask<Output>(page: Page, name: string, input: unknown): Promise<Output> {
  const reply = await page.evaluate(
    ([name, input]) =>
      (window as unknown as { bridge: { call(name: unknown, input: unknown): Promise<unknown> } }).bridge.call(name, input),
    [name, input] as const,
  )
  const { ok, value, fault } = reply as Reply
  if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(fault)}`)
  return value as Output
}

interface Row {
  readonly assessment: { readonly id: string; readonly thirdPartyId: string; readonly status: string }
  readonly thirdPartyName: string
}

/** Opens everything that the screen folds away. */
export const openDetails = async (page: Page) => {
  for (const part of await page.locator('main details').all()) await part.evaluate((element) => element.setAttribute('open', ''))
}

/** The screens of the vault that is open, each with something on it. The vault holds a signed and an open assessment. */
export async function allScreens(page: Page): Promise<readonly ShownScreen[]> {
  const { assessments } = await ask<{ assessments: readonly Row[] }>(page, 'assessments.list', {})
  const [draft] = assessments.filter(({ assessment }) => assessment.status === 'draft').toSorted(byName)
  const [signed] = assessments.filter(({ assessment }) => assessment.status === 'signed').toSorted(byName)
  if (!draft || !signed) throw new Error('The vault needs a signed and an open assessment.')
  const of = (screen: string, more: Readonly<Record<string, string>> = {}) => ({ screen, ...more })
  const party = (tab: string): ShownScreen => ({
    name: `third-party-${tab}`,
    route: of('third-party', { id: signed.assessment.thirdPartyId, tab }),
    ready: 'main h1',
  })
  return [
    { name: 'home', route: of('home'), ready: 'main h2' },
    { name: 'third-parties', route: of('third-parties'), ready: 'main [role="row"], main tr' },
    { name: 'new-third-party', route: of('new-third-party'), ready: 'main form' },
    ...['assessments', 'profile', 'owners', 'history'].map(party),
    { name: 'import', route: of('import'), ready: 'main button' },
    { name: 'questions', route: of('assessment', { id: draft.assessment.id }), ready: 'main article, main .question' },
    {
      name: 'result-opened',
      route: of('assessment', { id: draft.assessment.id }),
      ready: 'main article, main .question',
      unfold: openDetails,
    },
    { name: 'decision', route: of('decision', { id: draft.assessment.id }), ready: 'main form' },
    { name: 'signed-report', route: of('decision', { id: signed.assessment.id }), ready: 'main .findings, main .verdict' },
    { name: 'compare', route: of('compare', { id: signed.assessment.id }), ready: 'main select' },
    { name: 'compared', route: of('compare', { id: signed.assessment.id, otherId: draft.assessment.id }), ready: 'main .compare-table' },
    { name: 'findings', route: of('findings'), ready: 'main table, main [role="grid"], main .empty' },
    { name: 'screening', route: of('screening'), ready: 'main h2' },
    { name: 'portfolio', route: of('portfolio'), ready: 'main table, main [role="grid"]' },
    { name: 'crown-jewels', route: of('crown-jewels'), ready: 'main h2, main h3, main li' },
    { name: 'exposure', route: of('exposure'), ready: 'main table, main [role="grid"]' },
    { name: 'organization', route: of('organization'), ready: 'main form' },
    { name: 'guide', route: of('guide'), ready: 'main li' },
    { name: 'reports', route: of('reports'), ready: 'main table, main li' },
    { name: 'check-a-report', route: of('verify'), ready: 'main button' },
    { name: 'question-packs', route: of('packs'), ready: 'main li' },
    { name: 'history', route: of('history'), ready: 'main table' },
    { name: 'settings', route: of('settings'), ready: 'main .ways', unfold: openDetails },
    { name: 'help', route: of('help'), ready: 'main h1' },
    { name: 'about', route: of('about'), ready: 'main h1' },
  ]
}

function byName(one: Row, other: Row): number {
  return Number(one.thirdPartyName > other.thirdPartyName) - Number(one.thirdPartyName < other.thirdPartyName)
}

/** Waits until a screen is ready and still. */
export async function settle(page: Page, { ready, unfold }: ShownScreen): Promise<void> {
  await page.locator(ready).first().waitFor({ timeout: 15_000 })
  await page.locator('main .waiting').first().waitFor({ state: 'hidden' })
  await unfold?.(page)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** Shows a screen and waits until it is ready and still. */
export async function showScreen(page: Page, screen: ShownScreen): Promise<void> {
  await page.evaluate((state) => {
    window.history.pushState(state, '')
    window.dispatchEvent(new PopStateEvent('popstate', { state }))
  }, screen.route)
  await settle(page, screen)
}

/** Theme, size and zoom of the window. */
export interface Look {
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height: number
  readonly zoom: number
}
