// Answering with proof: files in by every way and out again, previews that run nothing, their comment, the answer before, and every step taken back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { answerSaveDialog, makePlace, type Place, type RunningApp, startOnSlowMachine } from './support/app.ts'
import { recordExamples } from './support/examples.ts'
import { makeVault } from './support/steps.ts'

let place: Place
let running: RunningApp
const complaints: string[] = []

// One evening with one assessment: the tests go on where the one before stopped.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  place = makePlace()
  running = await startOnSlowMachine(place)
  running.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await makeVault(running, place)
  await recordExamples(running.page)
  await startAgain(running.page)
})

test.afterAll(async () => {
  await running.app.close()
  place.remove()
})

/** Assesses the party of the signed example again, and opens that at its first section. */
async function startAgain(page: Page): Promise<void> {
  await page.evaluate(async () => {
    type Row = { assessment: { id: string; status: string; thirdPartyId: string; relationship: string; profile: string } }
    type Reply = { ok: boolean; fault?: unknown; value: { assessments: Row[] } }
    const { bridge } = window as unknown as { bridge: { call(name: string, input: unknown): Promise<Reply> } }
    const { value } = await bridge.call('assessments.list', {})
    const signed = value.assessments.find(({ assessment }) => assessment.status === 'signed')?.assessment
    if (signed === undefined) throw new Error('Nothing is signed.')
    const { id: assessmentId, thirdPartyId, relationship, profile } = signed
    const supersedes = { assessmentId, reason: 'A year has passed.' }
    const started = await bridge.call('assessments.start', { thirdPartyId, relationship, profile, supersedes })
    if (!started.ok) throw new Error(JSON.stringify(started.fault))
  })
  await page.reload()
  await page
    .getByRole('button', { name: /: Kestrel.*Supplier/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /^Kestrel/ })).toBeVisible()
}

const card = (page: Page, id: string) => page.locator(`#question-${id}`)
const windows = () => running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

async function goTo(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.type(id)
  await page.keyboard.press('Enter')
  await expect(card(page, id)).toBeFocused()
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const crc = body.reduce((sum, byte) => {
    let value = (sum ^ byte) & 0xff
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return (sum >>> 8) ^ value
  }, 0xffffffff)
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
  return Buffer.concat([length, body, check])
}

/** A grey picture; one that claims to be larger than it is when `claimedPx` says so. */
function png(sizePx: number, claimedPx = sizePx): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claimedPx, 0)
  header.writeUInt32BE(claimedPx, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(sizePx * (sizePx + 1), 0x80)
  for (let row = 0; row < sizePx; row += 1) rows[row * (sizePx + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** Two pages, with scripts wherever a PDF can hold one, and a link to leave by. */
const scriptedPdf = Buffer.from(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\('ran'\\);this.submitForm\\('http://example.invalid'\\))>>/AA<</WC<</S/JavaScript/JS(app.alert\\(1\\))>>>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Annots[5 0 R]/AA<</O<</S/JavaScript/JS(app.alert\\(2\\))>>>>>> endobj
4 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>> endobj
5 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 300 200]/A<</S/URI/URI(http://example.invalid/)>>>> endobj
trailer <</Root 1 0 R>>
%%EOF
`)

const files = {
  policy: { name: 'policy.png', mimeType: 'image/png', buffer: png(64) },
  page: { name: 'invoice.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>window.wasRun = true</script></html>') },
  scripted: { name: 'contract.pdf', mimeType: 'application/pdf', buffer: scriptedPdf },
  bomb: { name: 'bomb.png', mimeType: 'image/png', buffer: png(8, 60_000) },
  broken: { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 and then nothing') },
  empty: { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
}

test('files are added by choice, by pasting and by dropping, and refused with a sentence', async () => {
  const { page } = running
  await goTo(page, 'PR-10')
  const own = card(page, 'PR-10')
  await own.locator('input[type=file]').setInputFiles([files.policy, files.page, files.empty])
  await expect(own.getByText('2 files were encrypted and added.')).toBeVisible()
  await expect(own.getByRole('alert')).toContainText('empty.txt was not added. That file is empty')
  const list = own.getByRole('list', { name: 'Files of evidence for PR-10' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').filter({ hasText: 'invoice.png' })).toContainText('Not what its name says. Content: web page.')
  await own.evaluate((element) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'large.bin'))
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  await expect(own.getByRole('alert')).toContainText('large.bin was not added. That file is larger than 25 MB')

  // A picture from the clipboard, and a file dragged from a folder, as the browser hands them over.
  const give = (kind: 'paste' | 'drop', name: string, content: number[]) =>
    own.evaluate(
      (element, [event, fileName, bytes]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], fileName))
        const options = { bubbles: true, cancelable: true }
        element.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
            : new DragEvent('drop', { ...options, dataTransfer: data }),
        )
      },
      [kind, name, content] as const,
    )
  await give('paste', 'image.png', [...png(16)])
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await give('drop', 'contract.pdf', [...scriptedPdf])
  await expect(list.getByRole('listitem')).toHaveCount(4)
  await give('drop', 'contract again.pdf', [...scriptedPdf])
  await expect(own.getByText('1 file was here already.')).toBeVisible()
  const accessibility = await new AxeBuilder({ page }).include('#question-PR-10').setLegacyMode().analyze()
  expect(accessibility.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('files of evidence are drawn in a process of their own, and nothing in them runs', async () => {
  const { page } = running
  const own = card(page, 'PR-10')
  await own.locator('input[type=file]').setInputFiles([files.bomb, files.broken])
  await expect(own.getByText('2 files were encrypted and added.')).toBeVisible()
  const look = async (name: string) => {
    await own.getByRole('button', { name: `Look at ${name}` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  const leave = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const widthOf = (alt: string) =>
    page.getByRole('img', { name: alt }).evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))

  await look('policy.png')
  await expect.poll(() => widthOf('Page 1 of 1 of policy.png')).toBe(64)
  const accessibility = await new AxeBuilder({ page }).include('[role=dialog]').setLegacyMode().analyze()
  expect(accessibility.violations.map(({ id }) => id)).toEqual([])
  await leave()
  await look('contract.pdf')
  await expect.poll(() => widthOf('Page 1 of 2 of contract.pdf')).toBeGreaterThan(500)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect.poll(() => widthOf('Page 2 of 2 of contract.pdf')).toBeGreaterThan(500)
  await leave()
  for (const name of ['bomb.png', 'broken.pdf']) {
    await look(name)
    await expect(page.getByRole('dialog')).toContainText('This file could not be drawn.')
    await leave()
  }
  await look('invoice.png')
  await expect(page.getByRole('dialog')).toContainText('kept and never opened here')
  await leave()
  // Nothing ran, nothing opened, and the processes that drew are gone.
  await expect.poll(windows).toBe(1)
  expect(await page.evaluate(() => Reflect.get(window, 'wasRun'))).toBeUndefined()
  expect(running.app.windows()).toHaveLength(1)
  expect(complaints.filter((text) => !text.includes('net::ERR'))).toEqual([])
})

test('a copy is what was added, and a file removed comes back with the keyboard', async () => {
  const { page } = running
  const own = card(page, 'PR-10')
  await own.focus()
  await page.keyboard.press('f')
  await expect(own.getByRole('button', { name: /^Look at/ }).first()).toBeFocused()
  await own.getByRole('button', { name: 'Look at contract.pdf' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What it shows').fill('Clause 7, signed')
  const copy = join(place.folder, 'copy.pdf')
  await answerSaveDialog(running, copy)
  await dialog.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(dialog.getByText('Saved as copy.pdf. That copy is not encrypted.')).toBeVisible()
  expect(readFileSync(copy).equals(scriptedPdf)).toBe(true)
  await dialog.getByRole('button', { name: 'Done' }).click()
  const entry = own.getByRole('listitem').filter({ hasText: 'contract.pdf' })
  await expect(entry).toContainText('Clause 7, signed')
  await own.getByRole('button', { name: 'Look at contract.pdf' }).press('Enter')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(entry).toHaveCount(0)
  await own.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: the file removed from PR-10.')).toBeVisible()
  await expect(entry).toContainText('Clause 7, signed')
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Done again: the file removed from PR-10.')).toBeVisible()
  await expect(entry).toHaveCount(0)
})

test('what is still true is taken over, what they say is kept, and every answer is taken back and given again', async () => {
  const { page } = running
  await goTo(page, 'PR-10')
  const own = card(page, 'PR-10')
  await expect(own.getByText(/^Before, on /)).toBeVisible()
  await own.getByRole('button', { name: /^Still true: PR-10/ }).press('Enter')
  await expect(own.getByText(/Still true since .*taken over from the assessment before/)).toBeVisible()
  await expect(own).toBeFocused()
  await expect(own.getByText(/Saved \d\d:\d\d/)).toBeVisible()

  await page.getByRole('button', { name: 'Take over what is still true…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'What is still true?' })
  const boxes = dialog.getByRole('checkbox')
  const count = await boxes.count()
  expect(count).toBeGreaterThan(2)
  await boxes.first().uncheck()
  await dialog.getByRole('button', { name: `Take over ${count - 1} answers` }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('1 blank question here was answered in the assessment before.')).toBeVisible()
  const step = page.getByRole('progressbar', { name: 'Scope: answered' })
  const done = Number(await step.getAttribute('aria-valuenow'))
  expect(done).toBeGreaterThanOrEqual(count)

  await own.getByRole('button', { name: 'Their comment… on PR-10' }).press('Enter')
  await own.getByLabel('What the third party says').fill('Only until March.')
  await own.getByLabel('Who said it').fill('Ms Aalto')
  // Going on would take the form away.
  const asked = page.getByRole('alertdialog', { name: 'This form is not saved' })
  await own.focus()
  await page.keyboard.press(']')
  await asked.getByRole('button', { name: 'Stay here' }).press('Enter')
  await expect(own.getByLabel('Who said it')).toHaveValue('Ms Aalto')
  await own.getByRole('button', { name: 'Save the comment' }).press('Enter')
  await expect(own.getByText('Ms Aalto of the third party said on')).toBeVisible()
  await expect(own.getByRole('button', { name: /comment on PR-10$/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await own.getByLabel('On', { exact: true }).fill('2026-01-31')
  const sections = page.getByRole('navigation', { name: 'Sections of the questionnaire' })
  await sections.locator('[aria-current=step]').press('Enter')
  await expect(asked).toBeHidden()
  await sections.getByRole('button').last().press('Enter')
  await asked.getByRole('button', { name: 'Leave without saving' }).press('Enter')
  await expect(own).toBeHidden()
  await goTo(page, 'PR-10')
  await expect(own.getByText('Ms Aalto of the third party said on')).toBeVisible()

  // In the menu as on the keyboard.
  await own.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: what was taken over from the assessment before')).toBeVisible()
  await expect(step).toHaveAttribute('aria-valuenow', String(done - count + 1))
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('redo-answer')?.click())
  await expect(step).toHaveAttribute('aria-valuenow', String(done))
  await own.focus()
  await page.keyboard.press('n')
  await page.keyboard.type('Asked Ms Aalto')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back: the note on PR-10.')).toBeVisible()
  await expect(own.getByLabel('Note on PR-10')).not.toHaveValue('Asked Ms Aalto')
  await expect(own.getByText(/Saved \d\d:\d\d/)).toBeVisible()
})
