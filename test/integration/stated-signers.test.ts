// What a signature states of its signer is held against its certificate, for every signer of a file: names, roles and times.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runVerify } from '#main/cli/verify-command.ts'
import { finishSignature } from '#main/report/signing/finish-signature.ts'
import { createInMemorySignBackend } from '#main/report/signing/sign-backend.ts'
import { blankForm } from '#main/report/signing/sign-pdf.ts'
import { createSignerIdentity, type SignerIdentity } from '#main/report/signing/signer-identity.ts'
import { forged } from '../fixtures/pdf/attacks-after-filling.ts'
import { testIdentity } from '../fixtures/pdf/signed-report.ts'
import { SIGNED_AT, typstReport } from '../fixtures/pdf/typst-report.ts'
import { resourcesDirectory, startEngine } from '../support/engine-session.ts'
import { temporaryFolder } from '../support/vault-place.ts'

describe('a signature that states what its certificate does not say', () => {
  const facts = { name: 'Ada Byron', role: 'Lead assessor', reason: 'Approved', signedAt: SIGNED_AT }
  const ended = () => createSignerIdentity({ name: 'Grace Hopper', now: new Date('2020-01-01T00:00:00Z'), validityYears: 1 })
  const yetToBegin = () => createSignerIdentity({ name: 'Ada Byron', now: new Date('2030-01-01T00:00:00Z'), validityYears: 1 })
  const withoutTime = (body: string) => body.replace(/\/M \([^)]*\)/, '')

  /** Signed first by a program that does not look at the validity of its certificate. */
  async function signedAnyhow(identity: SignerIdentity): Promise<Uint8Array> {
    const blank = blankForm({ pdf: typstReport(), facts, furtherFields: [{ description: 'Signature of the reviewer' }] })
    if ('ok' in blank) throw new Error(blank.detail)
    const done = await finishSignature(blank, { signer: createInMemorySignBackend(identity), facts })
    if (!done.ok) throw new Error(done.detail)
    return done.pdf
  }

  async function verified(pdf: Uint8Array) {
    const path = join(temporaryFolder(), 'odd.pdf')
    writeFileSync(path, pdf)
    let answer = ''
    const terminal = { answer: (text: string) => (answer += text), progress: () => undefined, onInterrupt: () => () => undefined }
    const exitCode = await runVerify([path], { resourcesDirectory, applicationVersion: '0.1.0' }, terminal)
    const session = startEngine()
    const { verdict } = await session.do('verify.file', { handle: session.grant(path) })
    return { exitCode, answer, verdict }
  }

  test('is told and fails the check, whether it came first or later', async () => {
    const first = await verified(await signedAnyhow(ended()))
    expect(first.verdict).toMatchObject({
      integrity: { state: 'intact' },
      signatures: [{ name: 'Grace Hopper', otherName: 'Ada Byron', validityAtSigning: 'after' }],
    })
    expect(first).toMatchObject({ exitCode: 1, answer: expect.stringContaining('name Ada Byron, the certificate Grace Hopper') })
    expect(first.answer).toContain('SIGNED AFTER the certificate had ended')
    const later = await verified(await forged(await signedAnyhow(testIdentity()), ended()))
    expect(later.verdict).toMatchObject({
      integrity: { state: 'intact' },
      changes: { state: 'further-signatures' },
      signatures: [
        { name: 'Ada Byron', otherName: null, validityAtSigning: 'within' },
        { name: 'Grace Hopper', otherName: 'Ada Byrøn', role: 'Lead assessor', validityAtSigning: 'after' },
      ],
    })
    expect(later.exitCode).toBe(1)
    expect(later.answer).toMatch(
      /^Then signed: Grace Hopper, .+\n +OTHER NAME: .+ Ada Byrøn, .+\n +says to be: Lead assessor\n +SIGNED AFTER /m,
    )
    const early = await verified(await signedAnyhow(yetToBegin()))
    expect(early).toMatchObject({ exitCode: 1, answer: expect.stringContaining('SIGNED BEFORE the certificate was valid') })
  })

  test('is not called false when it states no time: nobody can say', async () => {
    const reviewer = testIdentity('Ada Byrøn')
    const { verdict, answer } = await verified(await forged(await signedAnyhow(testIdentity()), reviewer, { body: withoutTime }))
    expect(verdict.signatures[1]).toMatchObject({ signedAt: null, otherName: null, validityAtSigning: 'unknown' })
    expect(answer).toContain('no signing time is stated, so it cannot be said')
    expect(answer).not.toMatch(/SIGNED (BEFORE|AFTER)/)
  })
})
