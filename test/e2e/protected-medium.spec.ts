// A vault on a write-protected medium, in the running app: it opens, says so above every screen, and keeps what is typed on the screen.
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { recordNotRun } from '../trust/support/figures.ts'
import { mountSmallDisk, whyNoSmallDisk } from '../trust/support/small-disk.ts'
import { makePlace, startApp } from './support/app.ts'
import { describeOrganization, makeVault, openVault } from './support/steps.ts'

test('a write-protected vault opens for reading, says so, and refuses a change without losing what was typed', async () => {
  const reason = whyNoSmallDisk()
  if (reason !== '') {
    recordNotRun('F05', 'a protected medium in the running app', reason)
    return
  }
  const place = makePlace()
  const disk = mountSmallDisk(8)
  const onDisk = { ...place, vault: join(disk.path, 'Example.gatehouse') }
  const first = await startApp(place)
  await makeVault(first, onDisk)
  await describeOrganization(first.page, 'Brightwell Diagnostics, Inc.')
  await first.app.close()
  disk.protect()
  const second = await startApp(place)
  await openVault(second, onDisk)
  await expect(second.page.getByText('This vault is open for reading only.')).toBeVisible()
  await second.page.getByRole('button', { name: 'Organization', exact: true }).click()
  const name = second.page.getByLabel('Name', { exact: true })
  await expect(name).toHaveValue('Brightwell Diagnostics, Inc.')
  await name.fill('Another name')
  await second.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(second.page.getByRole('alert')).toContainText('open for reading only, because its disk is write-protected')
  await expect(name).toHaveValue('Another name')
  await second.page.screenshot({ path: 'out/test-results/read-only.png' })
  await second.app.evaluate(({ app }) => app.exit())
  disk.remove()
  place.remove()
})
