// Signed reports of every kind before the strictest checkers there are. Run by `npm run conformance`, which fetches those.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleNames, startWithSignedExample } from '../support/example.ts'
import { startEngine } from '../support/engine-session.ts'
import { softTokenPlace } from '../support/tokens/soft-token.ts'
import { temporaryFolder } from '../support/vault-place.ts'
import { askTrestle, approveBy, certificatesOf, checkers, type SignedFile } from './checkers.ts'
import { changedBytes } from './changed-file.ts'
import { cardSigners } from './card-signers.ts'
import { signerKinds } from './signer-kinds.ts'

const hourAfter = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString()

/** Each kind once; the files stay until the tests are over. */
const kinds: readonly { readonly name: string; readonly make: () => Promise<SignedFile> }[] = exampleNames.map((example) => ({
  name: `assessment of the ${example} example · made here`,
  make: async () => {
    const session = await startWithSignedExample(example)
    const path = join(temporaryFolder(), `${example}.pdf`)
    await session.do('reports.saveCopy', { reportId: session.report.id, handle: session.grant(path) })
    return { path, levels: ['PAdES-BASELINE-B'], trusted: certificatesOf(path), checkedAt: hourAfter(session.report.signedAt) }
  },
}))

/** Every checker, and Gatehouse itself, must approve of the file that is made. */
function approvals(make: () => Promise<SignedFile>): void {
  const file = keptFile(make)

  test.for(checkers.filter(({ command }) => command !== null))('is approved by $name', async (checker) => {
    approveBy(checker, await file())
  })

  test('is approved by Gatehouse', async () => {
    const { path, levels } = await file()
    const { integrity, changes, content, pages, signatures } = await verdictOn(path)
    expect({ integrity, content, pages }).toMatchObject({
      integrity: { state: 'intact' },
      content: { state: 'recomputes' },
      pages: { state: 'same' },
    })
    expect(changes.state).toBe(levels.length > 1 ? 'further-signatures' : 'none')
    expect(signatures.map(({ isIntact, timestamp }) => [isIntact, timestamp.state])).toEqual(
      levels.map((level) => [true, level.endsWith('-T') ? 'sound' : 'none']),
    )
  })
}

// Not by `each`, which cuts long names: they are the rows of docs/conformance.md.
for (const { name, make } of [...kinds, ...signerKinds]) describe(name, () => approvals(make))

// On Linux the command installs SoftHSM; elsewhere these are skipped unless somebody did.
for (const { name, make } of cardSigners)
  describe.skipIf(softTokenPlace() === undefined)(`${name} (skipped where SoftHSM 2 is not installed)`, () => approvals(make))

async function verdictOn(path: string) {
  const session = startEngine()
  return (await session.do('verify.file', { handle: session.grant(path) })).verdict
}

/** Makes a file once, and puts it with its certificates into a folder of each test that asks for it. */
function keptFile(make: () => Promise<SignedFile>): () => Promise<SignedFile> {
  let kept: Promise<{ file: SignedFile; pdf: Buffer; trusted: Buffer[] }> | null = null
  const read = async () => {
    const file = await make()
    return { file, pdf: readFileSync(file.path), trusted: file.trusted.map((path) => readFileSync(path)) }
  }
  return async () => {
    kept ??= read()
    const { file, pdf, trusted } = await kept
    const folder = temporaryFolder()
    const put = (name: string, content: Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    return { ...file, path: put('report.pdf', pdf), trusted: trusted.map((content, index) => put(`trusted-${index}.pem`, content)) }
  }
}

describe.runIf(askTrestle !== null)('OSCAL', () => {
  test.for([
    ['oscal-results', 'AssessmentResults'],
    ['oscal-plan', 'PlanOfActionAndMilestones'],
  ] as const)('%s of each example is read by compliance-trestle', async ([format, model]) => {
    for (const example of exampleNames) {
      const session = await startWithSignedExample(example)
      const path = join(temporaryFolder(), `${example}.json`)
      await session.do('exports.save', { reportId: session.report.id, format, handle: session.grant(path) })
      expect(askTrestle?.(path)).toContain(`is ${model}`)
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"uuid"', '"id"'))
      expect(askTrestle?.(path)).not.toContain(`is ${model}`)
    }
  })
})

describe('the checkers themselves', () => {
  const judges = checkers.filter(({ name, command }) => command !== null && !name.startsWith('veraPDF') && name !== 'qpdf')

  test.for(judges)('$name does not approve of a report with one byte changed', async (checker) => {
    const [kind] = kinds
    if (kind === undefined) throw new Error('There is no kind of report.')
    const file = await kind.make()
    const path = join(temporaryFolder(), 'changed.pdf')
    copyFileSync(file.path, path)
    changedBytes(path)
    expect(() => approveBy(checker, { ...file, path })).toThrow()
  })
})
