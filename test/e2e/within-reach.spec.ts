// Everything the desk offers, and how few clicks lead there from Home, in the sample vault, without the palette.
import { expect, type Locator, type Page, test } from '@playwright/test'
import { makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { openSample } from './support/sample.ts'

let place: Place
let running: RunningApp

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startOnSlowMachine(place)
  await openSample(running, place)
})
test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

const mostClicks = 2
const patience = 4_000

interface Item {
  readonly what: string
  /** What is clicked from Home, one after the other. */
  readonly clicks: readonly ((page: Page) => Locator)[]
  /** What is seen then. */
  readonly seen: readonly ((page: Page) => Locator)[]
}

const button = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
const inPlaces = (name: string) => (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name, exact: true })
const label = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('main')
    .getByLabel(name, { exact: typeof name === 'string' })
    .first()
const named = (role: Parameters<Page['getByRole']>[0], name: string | RegExp) => (page: Page) => page.getByRole(role, { name }).first()
const text = (words: string | RegExp) => (page: Page) => page.getByRole('main').getByText(words).first()

const draft = button(/^Go on: Tarnfell/)
const signed = button(/^Report: Kestrel/)
const read = button('Kestrel Sequencing Services Ltd')
const party = button('Open Kestrel Sequencing Services Ltd')
const decide = button(/^Decide and sign: Norrland/)
const section = (name: RegExp) => (page: Page) =>
  page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('button', { name })
const firstCheckbox = (page: Page) => page.getByRole('grid', { name: 'Third parties' }).getByRole('checkbox').nth(1)

const items: readonly Item[] = [
  // First minutes
  {
    what: 'passphrase advice',
    clicks: [inPlaces('Settings'), button('Change: Passphrase')],
    seen: [
      (page) =>
        page
          .getByRole('dialog')
          .or(page.getByRole('alertdialog'))
          .getByLabel(/passphrase/i)
          .first(),
    ],
  },
  { what: 'recovery code', clicks: [inPlaces('Settings')], seen: [button('Replace the recovery code')] },
  { what: 'guided start', clicks: [inPlaces('Help'), button('First steps')], seen: [named('heading', 'First steps')] },
  // Organization and crown jewels
  {
    what: 'profile, fields, federal ties, own answers',
    clicks: [inPlaces('Organization')],
    seen: [label('What it does (optional)'), named('group', /Sensitive fields/), named('heading', 'What it answers about itself')],
  },
  { what: 'jewel register and suggestions', clicks: [inPlaces('Crown jewels')], seen: [named('heading', 'Suggestions')] },
  {
    what: 'impact, places, reach, owner and review of a jewel',
    clicks: [inPlaces('Crown jewels'), button('Change Assay design and reagent formulas')],
    seen: [named('radiogroup', /^Harm if/), label('Where it is (optional)'), label('Look at it again by (optional)')],
  },
  {
    what: 'exposure matrix',
    clicks: [inPlaces('Crown jewels'), button(/^Who can reach them/)],
    seen: [named('table', 'Third parties and the crown jewels they can reach')],
  },
  // Third parties
  {
    what: 'search, filters, sort, views, export',
    clicks: [inPlaces('Third parties')],
    seen: [named('searchbox', 'Search'), label('Worst tier'), named('combobox', 'View'), button('Export as CSV…')],
  },
  { what: 'change of many', clicks: [inPlaces('Third parties'), firstCheckbox], seen: [text(/chosen/)] },
  { what: 'import', clicks: [inPlaces('Third parties'), button('Import a list…')], seen: [named('heading', 'Import third parties')] },
  {
    what: 'relationships, numbers, names, addresses, contacts',
    clicks: [party, button('Profile')],
    seen: [label('LEI (optional)'), named('heading', 'Addresses'), named('heading', 'Contacts'), named('heading', 'Other numbers')],
  },
  { what: 'owner tree', clicks: [party, button('Owners')], seen: [button('Add a direct owner')] },
  { what: 'history of a party', clicks: [party, button('History')], seen: [named('heading', 'What happened')] },
  // Assessing
  {
    what: 'sections with progress, card with help, note, evidence, comment, result, what to ask first',
    clicks: [draft],
    seen: [
      named('progressbar', /: answered$/),
      text(/^What good looks like/),
      named('textbox', /^Note on/),
      named('radiogroup', /^Evidence grade for/),
      named('button', /^Add files… as evidence/),
      named('button', /^Their comment… on/),
      named('heading', /^Flags/),
      named('heading', 'Ask these first'),
    ],
  },
  { what: 'keys', clicks: [draft, button(/for the keyboard$/)], seen: [named('dialog', 'Keyboard')] },
  { what: 'undo and redo', clicks: [draft], seen: [button('Undo'), button('Redo')] },
  {
    what: 'the arithmetic of the result',
    clicks: [draft, (page) => page.locator('.domain-line summary').first()],
    seen: [text(/×|Weight|weight/)],
  },
  {
    what: 'text, choices, numbers, countries',
    clicks: [draft, section(/^Scope/)],
    seen: [label('Answer to PR-10'), named('combobox', /ountry for PR-09/)],
  },
  { what: 'crown jewels as an answer', clicks: [draft, section(/^Crown jewels/)], seen: [named('group', /CJ-05/)] },
  {
    what: 'owners and percent',
    clicks: [draft, section(/^Ownership/)],
    seen: [named('button', 'Add an owner'), label('Answer to OW-03 in percent')],
  },
  { what: 'a day', clicks: [draft, section(/^Contract/)], seen: [label('Date for CT-05')] },
  {
    what: 'a reason, and a second person where a flag is at stake',
    clicks: [decide, button('Back to the questions')],
    seen: [named('radio', 'N/A'), named('radio', 'Declined')],
  },
  { what: 'a file of evidence', clicks: [read, section(/^Access and data/)], seen: [named('button', /Attestation summary/)] },
  {
    what: 'what is still true since last time',
    clicks: [button('Quillhaven Cloud Services, Inc.'), button('Start the assessment')],
    seen: [button(/still true/i)],
  },
  // Deciding
  {
    what: 'findings, own findings, decision, conditions, review, signature',
    clicks: [decide],
    seen: [
      button('Add a finding of your own…'),
      named('radiogroup', 'Decision'),
      button('Add a condition'),
      button('Add a review'),
      button('Sign and freeze…'),
    ],
  },
  {
    what: 'treatment with owner, day, state and accepted risk',
    clicks: [decide, button(/^(Plan|Change) what is done about/)],
    seen: [named('radiogroup', 'Response'), named('radiogroup', 'How far')],
  },
  { what: 'supersede', clicks: [signed], seen: [button('Start the new assessment')] },
  // Over time and across
  { what: 'what is due', clicks: [], seen: [named('region', 'Reassessments due'), named('region', /^Treatments/)] },
  {
    what: 'portfolio',
    clicks: [inPlaces('Portfolio')],
    seen: [named('table', /^Number of assessments/), named('table', 'Assessments that count')],
  },
  { what: 'comparison', clicks: [read, button('Compare')], seen: [label('Compare with')] },
  {
    what: 'findings of all, with export',
    clicks: [inPlaces('Findings')],
    seen: [named('table', 'Findings'), button('Export…')],
  },
  // Reports
  { what: 'every report', clicks: [inPlaces('Reports')], seen: [named('table', 'Reports'), button(/^New report/)] },
  {
    what: 'copies, other formats, redacted copy, time-stamps',
    clicks: [signed],
    seen: [button('Save a copy…'), named('heading', 'In other formats'), button(/^1\. Save the request/)],
  },
  { what: 'check of a file', clicks: [inPlaces('Check a report')], seen: [button('Choose a file…')] },
  // The frame
  {
    what: 'palette',
    clicks: [(page) => page.getByRole('button', { name: /^Search or go to/ })],
    seen: [(page) => page.getByRole('dialog').getByRole('combobox')],
  },
  {
    what: 'lock, signers, look of reports, days, light and dark, size, backups',
    clicks: [inPlaces('Settings')],
    seen: [
      label('Lock when nobody has used this window for'),
      button('New signer'),
      named('heading', 'Logo'),
      label('Colour'),
      label('Days are written'),
      label('Light or dark'),
      label('Size'),
      button('Back up now'),
    ],
  },
  { what: 'manual with search', clicks: [inPlaces('Help')], seen: [named('searchbox', 'Search the manual')] },
  {
    what: 'versions, licences, bill of materials',
    clicks: [inPlaces('Help'), button('About Gatehouse')],
    seen: [named('heading', 'Versions'), button('Save the bill of materials…')],
  },
  { what: 'packs', clicks: [inPlaces('Question packs')], seen: [named('heading', 'Add your own')] },
  { what: 'history of the vault', clicks: [inPlaces('History')], seen: [named('table', 'History'), button('Check the history')] },
  // Beyond the lock, which is last: it closes the vault.
  {
    what: 'another vault, a new one, the sample, those opened last',
    clicks: [
      (page) => page.getByRole('button', { name: 'Lock', exact: true }),
      (page) => page.getByRole('button', { name: 'Back', exact: true }),
    ],
    seen: [button('New vault…'), button(/^Open a vault/), button(/^Try the sample/)],
  },
]

/** What of an item is not there after its clicks from Home. */
async function missing(page: Page, { what, clicks, seen }: Item): Promise<string[]> {
  await inPlaces('Home')(page).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
  if (clicks.length > mostClicks) return [`${what}: ${clicks.length} clicks`]
  for (const [index, click] of clicks.entries()) {
    const isDone = await click(page)
      .click({ timeout: patience })
      .then(() => true)
      .catch(() => false)
    if (!isDone) return [`${what}: click ${index + 1}, ${String(click(page))}`]
  }
  const found = await Promise.all(
    seen.map(async (there) =>
      there(page)
        .waitFor({ timeout: patience })
        .then(() => null)
        .catch(() => `${what}: ${String(there(page))}`),
    ),
  )
  await page.keyboard.press('Escape')
  return found.filter((one) => one !== null)
}

test('everything the desk offers is two clicks from Home in the sample vault', async () => {
  test.setTimeout(180_000)
  const { page } = running
  const planted = await missing(page, { what: 'planted', clicks: [inPlaces('Help')], seen: [button('Nobody offers this')] })
  expect(planted).toHaveLength(1)
  const far: string[] = []
  for (const item of items) far.push(...(await missing(page, item)))
  expect(far).toEqual([])
})
