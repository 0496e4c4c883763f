// A vault on a write-protected medium, in the running app: it opens, says so above every screen, and what would change it is disabled and says why.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { recordNotRun } from '../trust/support/figures.ts'
import { mountSmallDisk, whyNoSmallDisk } from '../trust/support/small-disk.ts'
import { allScreens, showScreen } from './support/all-screens.ts'
import { answerOpenDialog, answerSaveDialog, makePlace, startOnSlowMachine } from './support/app.ts'
import { pressEverything, recordCalls } from './support/enabled-controls.ts'
import { openSample } from './support/sample.ts'
import { openVault } from './support/steps.ts'

/** The same as the questions and the comparison, looked at in another way; and what is no part of the vault. */
const passedOver: ReadonlySet<string> = new Set(['result-opened', 'compare', 'help', 'about'])

/** What can be filled in or sent on the screen besides searches and the field that goes to a question. */
const fillable = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main form:not([role="search"], .jump) :is(input, select, textarea, [type="submit"]), main textarea')]
      .filter((field) => !field.matches(':disabled, :read-only:is(input, textarea), [aria-disabled="true"]'))
      .map((field) => field.outerHTML.slice(0, 200)),
  )

test('a write-protected vault opens for reading, says so on every screen, and has no enabled control that would change it', async () => {
  test.setTimeout(120_000)
  const reason = whyNoSmallDisk()
  if (reason !== '') {
    recordNotRun('F05', 'a protected medium in the running app', reason)
    return
  }
  const place = makePlace()
  const disk = mountSmallDisk(64)
  const onDisk = { ...place, vault: join(disk.path, 'Example.gatehouse') }
  const first = await startOnSlowMachine(place)
  const passphrase = await openSample(first, onDisk)
  await first.app.close()
  disk.protect()

  const second = await startOnSlowMachine(place)
  const { page } = second
  await openVault(second, onDisk, passphrase)
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  await expect(save).toBeDisabled()
  await expect(save).toHaveAccessibleDescription('This vault is open for reading only.')
  const name = page.getByLabel('Name', { exact: true })
  await expect(name).toHaveValue('Brightwell Diagnostics, Inc.')
  await expect(name).not.toBeEditable()
  await page.screenshot({ path: 'out/test-results/read-only.png' })

  const file = join(place.temporary, 'chosen.txt')
  writeFileSync(file, 'Nothing in particular.')
  await answerOpenDialog(second, file)
  await answerSaveDialog(second, join(place.temporary, 'saved'))
  const askedSince = await recordCalls(second.app)
  const names = new Set<string>()
  for (const screen of await allScreens(page)) {
    if (passedOver.has(screen.name)) continue
    await showScreen(page, screen)
    await expect(page.getByText('This vault is open for reading only.')).toBeVisible()
    expect.soft(await fillable(page), `${screen.name}: what can be filled in`).toEqual([])
    const pressed = await pressEverything(page, screen, ['Lock now'])
    const asked = await askedSince()
    // What a vault that nobody can write to carries out has changed nothing.
    const refused = asked.filter(({ outcome }) => outcome !== 'ok')
    expect.soft(refused, `${screen.name}: refused after presses of ${pressed.join(', ')}`).toEqual([])
    for (const call of asked) names.add(call.name)
  }
  const looking = ['exports.save', 'reports.saveCopy', 'findings.export', 'thirdParties.export', 'history.verify', 'verify.file']
  expect([...names]).toEqual(expect.arrayContaining(looking))

  const control = await page.evaluate(() => window.bridge?.call('guide.setHidden', { isHidden: true }))
  expect(control).toMatchObject({ ok: false })
  expect(await askedSince()).toEqual([{ name: 'guide.setHidden', outcome: 'write-failed' }])
  await second.app.evaluate(({ app }) => app.exit())
  disk.remove()
  place.remove()
})
