// The whole tour a person takes through the app, with words of the caller's own in every text field.
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, type Place, type RunningApp } from './app.ts'
import { makeVault, openVault } from './steps.ts'

/** Words for every field into which the tour types, made by `word` from the field's name. */
export function wordsFor(word: (field: string) => string) {
  return {
    passphrase: word('passphrase'),
    organization: word('organization'),
    activity: word('activity'),
    contact: word('contact'),
    crownJewel: word('crownJewel'),
    jewelNote: word('jewelNote'),
    legalName: word('legalName'),
    nativeName: word('nativeName'),
    registrationNumber: word('registrationNumber'),
    partyNote: word('partyNote'),
    answerText: word('answerText'),
    answerNote: word('answerNote'),
    evidence: word('evidence'),
    comment: word('comment'),
    ownerName: word('ownerName'),
    notApplicableReason: word('notApplicableReason'),
    secondPerson: word('secondPerson'),
    condition: word('condition'),
    rationale: word('rationale'),
    decidedBy: word('decidedBy'),
    signerName: word('signerName'),
    signerRole: word('signerRole'),
  }
}

export type TourWords = Readonly<ReturnType<typeof wordsFor>>

async function describeFirm(page: Page, words: TourWords): Promise<void> {
  await page.getByRole('button', { name: 'Organization', exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill(words.organization)
  await page.getByLabel('What it does (optional)').fill(words.activity)
  await page.getByLabel('Contact for this report (optional)').fill(words.contact)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Crown jewels', exact: true }).click()
  await page.getByRole('button', { name: 'Add a crown jewel' }).click()
  await page.getByLabel('Crown jewel', { exact: true }).fill(words.crownJewel)
  await page.getByRole('form', { name: 'New crown jewel' }).getByLabel('Note (optional)').fill(words.jewelNote)
  await page.getByRole('radio', { name: /^3\s*Severe/ }).check({ force: true })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('button', { name: `Change ${words.crownJewel}` })).toBeVisible()
}

async function startAssessing(page: Page, words: TourWords): Promise<void> {
  await page.getByRole('button', { name: 'Home', exact: true }).click()
  await page
    .getByRole('button', { name: /^Add( a third party)?$/ })
    .first()
    .click()
  await page.getByLabel('Legal name').fill(words.legalName)
  await page.getByLabel('Name in its own script (optional)').fill(words.nativeName)
  await page.getByLabel('Registration number (optional)').fill(words.registrationNumber)
  await page.getByLabel('Note (optional)').fill(words.partyNote)
  const supplier = page.getByRole('checkbox', { name: /^Supplier/ })
  if (!(await supplier.isChecked())) await supplier.check({ force: true })
  await page.getByRole('button', { name: 'Add the third party' }).click()
  await page.getByRole('radio', { name: 'Supplier' }).check({ force: true })
  await page.getByRole('radio', { name: /^Full/ }).check({ force: true })
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await expect(page.getByRole('navigation', { name: 'Sections of the questionnaire' })).toBeVisible()
}

const question = (page: Page, id: string) => page.locator(`#question-${id}`)

async function saved(page: Page, id: string): Promise<void> {
  await expect(question(page, id).getByText(/Saved \d\d:\d\d/)).toBeVisible()
}

/** Opens the section in which a question stands. */
async function goToSection(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('button', { name: title }).click()
}

/** Answers a text, an owner, a practice and one that does not apply, each with all it can be told in words. */
async function answerInWords(page: Page, words: TourWords): Promise<void> {
  await page.getByLabel('Answer to PR-10').fill(words.answerText)
  await page.getByLabel('Answer to PR-10').blur()
  await saved(page, 'PR-10')
  await goToSection(page, /^Ownership and control/)
  await question(page, 'OW-01').getByRole('radio', { name: 'Unknown', exact: true }).check({ force: true })
  await saved(page, 'OW-01')
  await question(page, 'OW-02').getByRole('button', { name: 'Add an owner' }).click()
  const owner = page.getByRole('group', { name: 'Owner 1' })
  await owner.getByLabel('Name').fill(words.ownerName)
  await owner.getByLabel('Share').fill('60')
  await owner.getByLabel('Share').blur()
  await saved(page, 'OW-02')
  await goToSection(page, /^Access and data/)
  const practice = question(page, 'AD-01')
  await practice.getByRole('radio', { name: 'Partly', exact: true }).check({ force: true })
  await practice.getByLabel('Note on AD-01').fill(words.answerNote)
  await practice.getByLabel('Note on AD-01').blur()
  await saved(page, 'AD-01')
  const excused = question(page, 'AD-02')
  await excused.getByRole('radio', { name: 'N/A', exact: true }).check({ force: true })
  await excused.getByLabel('Reason why this does not apply').fill(words.notApplicableReason)
  await excused.getByLabel('Second person who agrees').fill(words.secondPerson)
  await excused.getByLabel('Second person who agrees').blur()
  await saved(page, 'AD-02')
}

/** Proves an answer with a file, looks at it, and writes down what the third party says. */
async function proveInWords(page: Page, words: TourWords): Promise<void> {
  const proved = question(page, 'AD-01')
  const name = `${words.evidence}.pdf`
  const content = `BT /F 12 Tf 10 50 Td (${words.evidence}) Tj ET`
  const buffer = Buffer.from(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${content.length}>>stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF
`)
  await proved.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await proved.getByRole('button', { name: `Look at ${name}` }).click()
  await expect(page.getByRole('img', { name: `Page 1 of 1 of ${name}` })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await proved.getByRole('button', { name: /^Their comment/ }).click()
  await proved.getByLabel('What the third party says').fill(words.comment)
  await proved.getByRole('button', { name: 'Save the comment' }).click()
  await expect(proved.getByText(words.comment, { exact: true })).toBeVisible()
}

/** Says "Unknown" once in every section without an answer, so that nothing stands in the way of signing. */
async function admitTheRest(page: Page): Promise<void> {
  const untouched = page.getByRole('navigation', { name: 'Sections of the questionnaire' }).getByRole('button', { name: / 0 of / })
  while ((await untouched.count()) > 0) {
    const left = await untouched.count()
    await untouched.first().click()
    await page.getByRole('article').first().getByRole('radio', { name: 'Unknown', exact: true }).check({ force: true })
    await expect(untouched).toHaveCount(left - 1)
  }
}

async function decideAndSign(page: Page, words: TourWords): Promise<void> {
  await admitTheRest(page)
  await page.getByRole('button', { name: 'Decide and sign' }).first().click()
  await page.getByRole('radio', { name: /^Proceed with conditions/ }).check({ force: true })
  const condition = page.getByRole('textbox', { name: 'Condition 1' })
  if (!(await condition.isVisible())) await page.getByRole('button', { name: 'Add a condition' }).click()
  await condition.fill(words.condition)
  await page.getByLabel('Why (optional)').fill(words.rationale)
  await page.getByLabel('Decided by').fill(words.decidedBy)
  await page.getByRole('button', { name: 'Save the decision' }).click()
  await expect(page.getByText('The decision is saved.')).toBeVisible()
  const signer = page.getByRole('form', { name: 'New signer' })
  await signer.getByLabel('Name', { exact: true }).fill(words.signerName)
  await signer.getByLabel('Role (optional)').fill(words.signerRole)
  await page.getByRole('button', { name: 'Make the signer' }).click()
  await page.getByRole('button', { name: 'Sign and freeze…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign and freeze' }).click()
  await expect(page.getByText('Signed and frozen')).toBeVisible({ timeout: 30_000 })
}

async function saveAndCheckReport(running: RunningApp, place: Place): Promise<void> {
  const { page } = running
  const copy = join(place.folder, 'report.pdf')
  await answerSaveDialog(running, copy)
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Saved as report.pdf')).toBeVisible()
  await page.getByRole('button', { name: 'Check a report' }).click()
  await answerOpenDialog(running, copy)
  await page.getByRole('button', { name: /Choose (a|another) file/ }).click()
  await expect(page.getByRole('region', { name: 'What the check found' })).toContainText(/intact/i)
}

/** A new vault with a firm, a third party and the answers given in words; returns the vault's recovery code. */
export async function walkToAnswers(running: RunningApp, place: Place, words: TourWords): Promise<string> {
  const recoveryCode = await makeVault(running, place, words.passphrase)
  await describeFirm(running.page, words)
  await startAssessing(running.page, words)
  await answerInWords(running.page, words)
  await proveInWords(running.page, words)
  return recoveryCode
}

/** From the answers to a signed report, its check, a lock and the vault opened again. */
export async function walkFromAnswers(running: RunningApp, place: Place, words: TourWords): Promise<void> {
  await decideAndSign(running.page, words)
  await saveAndCheckReport(running, place)
  await running.page.getByRole('button', { name: 'Lock' }).click()
  await openVault(running, place, words.passphrase)
  await expect(running.page.getByRole('button', { name: 'Home', exact: true })).toBeVisible()
  await running.page.getByRole('button', { name: 'Lock' }).click()
  await expect(running.page.getByLabel('Passphrase or recovery code')).toBeVisible()
}
