// Two apps at once: one vault is open in one of them, and the same app is not started twice over the same settings.
import { join } from 'node:path'
import { hostname } from 'node:os'
import { expect, test } from '@playwright/test'
import { appArguments, electronPath, makePlace, startApp } from './support/app.ts'
import { startPlainly } from './support/plain-start.ts'
import { describeOrganization, makeVault, openVault, startAssessment } from './support/steps.ts'

test('a vault that one app holds is refused by another app with its own settings, which says who holds it', async () => {
  const place = makePlace()
  const first = await startApp(place)
  await makeVault(first, place)
  const other = { ...place, userData: join(place.folder, 'other-user-data') }
  const second = await startApp(other)
  await openVault(second, other)
  await expect(second.page.getByText(`already open on ${hostname()}`)).toBeVisible()
  await first.app.close()
  await second.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(second.page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await second.app.close()
  place.remove()
})

test('a second start with the same settings ends at once and leaves the first alone', async () => {
  const place = makePlace()
  const first = await startApp(place)
  await makeVault(first, place)
  await describeOrganization(first.page, 'Brightwell')
  await startAssessment(first.page, 'Maple Ledger Cloud Ltd', { relationship: 'Supplier', depth: 'Lite' })
  const answer = first.page.getByLabel('Answer to PR-10')
  await answer.pressSequentially('Half a sen')
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const second = startPlainly([electronPath(), ...appArguments(place)], { env: { ...env, TMPDIR: place.temporary } })
  expect(await second.ended).toBe(0)
  await answer.pressSequentially('tence')
  await expect(answer).toHaveValue('Half a sentence')
  await expect(first.page.locator('#question-PR-10').getByText(/Saved \d\d:\d\d/)).toBeVisible()
  expect(first.app.windows()).toHaveLength(1)
  await first.app.close()
  place.remove()
})
