// What comes after the first signature, through the engine: time-stamps carried by hand, further signers here and elsewhere.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SignerId } from '#shared/domain/ids.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { inFolder, runTool } from '../fixtures/pdf/outside-tools.ts'
import { stampedFile } from '../fixtures/timestamps/stamped-file.ts'
import { makeAuthority } from '../fixtures/timestamps/time-stamp-authority.ts'
import { type Session, startWithVault } from '../support/engine-session.ts'
import { startWithExample, startWithSignedExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
const place = (name: string, content?: Uint8Array) => {
  const path = join(temporaryFolder(), name)
  if (content !== undefined) writeFileSync(path, content)
  return path
}

async function startForSigners(furtherSigners: ('reviewer' | 'client')[] = ['reviewer', 'client'], now?: () => string) {
  const session = await startWithExample('supplier', now)
  await session.do('decision.save', { assessmentId: session.assessment.id, decision: session.input.decision })
  const order = { assessmentId: session.assessment.id, signerId: session.signer.id, furtherSigners }
  const { report, verdict } = await session.do('reports.sign', order)
  return { ...session, report, verdict }
}

async function newSigner(session: Session, name: string): Promise<SignerId> {
  return (await session.do('signers.create', { name, role: 'Reviewer' })).signer.id
}

/** Another vault, as a reviewer or a client has it. */
async function startElsewhere(name: string, now?: () => string) {
  const session = await startWithVault(now)
  await session.do('organization.save', { name: `${name} Ltd`, country: 'GB', activity: 'Review', contact: '' })
  return { ...session, signerId: await newSigner(session, name) }
}

async function copyOf(session: Session, reportId: string): Promise<string> {
  const path = place('report.pdf')
  await session.call('reports.saveCopy', { reportId, handle: session.grant(path) })
  return path
}

const reason = 'I reviewed this report and agree with it.'

describe('a report for several signers', () => {
  test('permits signing only, is signed here by the reviewer, and says so when it is checked', async () => {
    const session = await startForSigners()
    expect(session.verdict).toMatchObject({ certificationLevel: 2, openFields: 2, changes: { state: 'none' }, isKeptHere: false })
    const signerId = await newSigner(session, 'Grace Hopper')
    const pages = runTool('pdftotext', ['-layout', await copyOf(session, session.report.id), '-']).text.replaceAll(/\s+/g, ' ')
    expect(pages).toContain('for the last signature, “Total document signed”')
    const tooLong = '我不同意'.repeat(10)
    const wish = { reportId: session.report.id, signerId, reason: tooLong }
    expect(await session.call('reports.countersign', wish)).toEqual(refused('countersign-too-long'))
    const { versions, verdict } = await session.do('reports.countersign', { reportId: session.report.id, signerId, reason })
    expect(versions).toMatchObject({
      openFields: 1,
      canStamp: true,
      versions: [
        { kind: 'signed', madeBy: 'Dana Whitfield' },
        { number: 2, kind: 'signature', madeBy: 'Grace Hopper' },
      ],
    })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      changes: { state: 'further-signatures' },
      content: { state: 'recomputes' },
    })
    expect(verdict.signatures).toMatchObject([
      { name: 'Dana Whitfield', isIntact: true, knownAs: 'Dana Whitfield' },
      { name: 'Grace Hopper', role: 'Reviewer', reason, isIntact: true, knownAs: 'Grace Hopper' },
    ])
    const { verdict: again } = await session.do('verify.report', { reportId: session.report.id })
    expect(again).toMatchObject({ changes: { state: 'further-signatures' }, isKeptHere: true, openFields: 1 })
  })

  test('may be one on the vault as a whole: its places are signed in turn, and its pages are what its data prints', async () => {
    const session = await startWithSignedExample('supplier')
    const answer = { questionId: 'IT-01', value: { kind: 'practice', choice: 'no' }, note: '', evidenceGrade: 'A' }
    expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ ok: true })
    const signerId = await newSigner(session, 'Grace Hopper')
    for (const kind of ['portfolio', 'programme'] as const) {
      const furtherSigners = ['reviewer' as const, 'client' as const]
      const { report, verdict } = await session.do('reports.signOverview', { kind, signerId: session.signer.id, furtherSigners })
      expect(verdict).toMatchObject({ certificationLevel: 2, openFields: 2, changes: { state: 'none' } })
      for (const openFields of [1, 0]) {
        const { versions } = await session.do('reports.countersign', { reportId: report.id, signerId, reason })
        expect(versions.openFields).toBe(openFields)
      }
      const copy = await copyOf(session, report.id)
      expect((await session.do('verify.file', { handle: session.grant(copy) })).verdict).toMatchObject({
        integrity: { state: 'intact' },
        changes: { state: 'further-signatures' },
        content: { state: 'recomputes' },
        pages: { state: 'same' },
      })
    }
  })

  test('goes to a client with another vault and comes back signed', async () => {
    const session = await startForSigners(['client'])
    const client = await startElsewhere('Client')
    const sent = await copyOf(session, session.report.id)
    const signed = place('signed.pdf')
    const wish = { signerId: client.signerId, reason, handle: client.grant(sent), copyHandle: client.grant(signed) }
    const { verdict } = await client.do('verify.countersignFile', wish)
    expect(verdict.signatures.map(({ knownAs }) => knownAs)).toEqual([null, 'Client'])
    const { versions } = await session.do('reports.addSignedForm', { reportId: session.report.id, handle: session.grant(signed) })
    expect(versions).toMatchObject({ openFields: 0, versions: [{ number: 1 }, { number: 2, kind: 'signature', madeBy: 'Client' }] })
    const again = await session.call('reports.addSignedForm', { reportId: session.report.id, handle: session.grant(signed) })
    expect(again).toEqual(refused('form-nothing-new'))
    expect(Buffer.compare(readFileSync(await copyOf(session, session.report.id)), readFileSync(signed))).toBe(0)
  })

  test('takes back no other report, no changed one, and signs none without a place', async () => {
    const session = await startForSigners(['client'])
    const other = await startForSigners(['client'])
    const add = (path: string) => session.call('reports.addSignedForm', { reportId: session.report.id, handle: session.grant(path) })
    expect(await add(await copyOf(other, other.report.id))).toEqual(refused('form-not-of-report'))
    const own = readFileSync(await copyOf(session, session.report.id))
    expect(await add(place('changed.pdf', Buffer.concat([own, Buffer.from('x')])))).toEqual(refused('countersign-not-intact'))
    expect(await add(place('gone.pdf'))).toEqual(refused('file-not-readable'))
    const final = await startWithSignedExample('partner')
    const wish = { reportId: final.report.id, signerId: final.signer.id, reason }
    expect(await final.call('reports.countersign', wish)).toEqual(refused('countersign-no-place'))
    const changed = {
      signerId: final.signer.id,
      reason,
      handle: final.grant(place('c.pdf', own.subarray(0, 5000))),
      copyHandle: final.grant(place('o.pdf')),
    }
    expect(await final.call('verify.countersignFile', changed)).toEqual(refused('countersign-not-intact'))
  })

  test('does not take a file that continues an older form for the newest, whatever the sender signed in it', async () => {
    const session = await startForSigners()
    const { id: reportId } = session.report
    const client = await startElsewhere('Client')
    const older = await copyOf(session, reportId)
    await session.do('reports.countersign', { reportId, signerId: await newSigner(session, 'Grace Hopper'), reason })
    const newer = await copyOf(session, reportId)
    const signedByClient = async (sent: string) => {
      const signed = place('signed.pdf')
      const files = { handle: client.grant(sent), copyHandle: client.grant(signed) }
      await client.do('verify.countersignFile', { signerId: client.signerId, reason, ...files })
      return session.call('reports.addSignedForm', { reportId, handle: session.grant(signed) })
    }
    expect(await signedByClient(older)).toEqual(refused('form-outdated'))
    expect((await session.do('reports.versions', { reportId })).versions).toHaveLength(2)
    expect(Buffer.compare(readFileSync(await copyOf(session, reportId)), readFileSync(newer))).toBe(0)
    expect(await signedByClient(newer)).toMatchObject({
      ok: true,
      value: { versions: { openFields: 0, versions: [{}, {}, { number: 3 }] } },
    })
  })

  test('writes nothing over a vault, and leaves its mark in the history', async () => {
    const session = await startForSigners(['client'])
    const client = await startElsewhere('Client')
    const wish = {
      signerId: client.signerId,
      reason,
      handle: client.grant(await copyOf(session, session.report.id)),
      copyHandle: client.grant(temporaryFolder()),
    }
    expect(await client.call('verify.countersignFile', wish)).toEqual(refused('place-not-writable'))
    const everything = { before: null, limit: 50, kinds: [], objectId: null, from: null, until: null }
    const { entries } = await client.do('history.list', everything)
    expect(entries.map(({ action }) => action)).toContain('reports.countersign')
  })
})

describe('a time-stamp', () => {
  test('is asked for, refused when it is not for this report, and put in place', async () => {
    // openssl stamps by the clock of this machine, so the report is signed by it, too.
    const session = await startWithSignedExample('supplier', () => new Date().toISOString())
    const { id: reportId } = session.report
    const request = place('report.tsq')
    const add = (bytes: Uint8Array) => session.call('reports.addStamp', { reportId, handle: session.grant(place('a.tsr', bytes)) })
    expect(await add(new Uint8Array([1]))).toEqual(refused('stamp-not-requested'))
    await session.do('reports.saveStampRequest', { reportId, handle: session.grant(request) })
    expect(await session.do('reports.versions', { reportId })).toMatchObject({ canStamp: true, hasRequest: true })
    expect(await add(Buffer.from('not an answer'))).toEqual(refused('stamp-response-damaged'))
    expect(await add(new Uint8Array(70_000))).toEqual(refused('file-too-large'))
    const answer = inFolder((at) => makeAuthority(at).answer(readFileSync(request)))
    expect(await add(answer)).toMatchObject({
      ok: true,
      value: { versions: { canStamp: false, versions: [{}, { number: 2, kind: 'time-stamp' }] } },
    })
    expect(await add(answer)).toEqual(refused('stamp-impossible'))
    expect(await session.call('reports.saveStampRequest', { reportId, handle: session.grant(request) })).toEqual(
      refused('stamp-impossible'),
    )
    const stamped = readFileSync(await copyOf(session, reportId))
    const found = verifyPdf(stamped, { knownCertificates: [], now: new Date() })
    expect(found.signatures[0]?.timestamp).toMatchObject({ state: 'sound', authorityName: 'Example Time-Stamp Authority' })
  })

  test('is not lost to a file that was signed further without it, and may be put in elsewhere', async () => {
    const now = () => new Date().toISOString()
    const session = await startForSigners(['reviewer', 'client'], now)
    const { id: reportId } = session.report
    const client = await startElsewhere('Client', now)
    const signedByClient = async (sent: string) => {
      const signed = place('signed.pdf')
      const files = { handle: client.grant(sent), copyHandle: client.grant(signed) }
      await client.do('verify.countersignFile', { signerId: client.signerId, reason, ...files })
      return signed
    }
    const add = (path: string) => session.call('reports.addSignedForm', { reportId, handle: session.grant(path) })
    const first = await copyOf(session, reportId)
    await session.do('reports.countersign', { reportId, signerId: await newSigner(session, 'Grace Hopper'), reason })
    const second = await copyOf(session, reportId)
    const stampedElsewhere = await signedByClient(place('stamped.pdf', stampedFile(readFileSync(second)).pdf))
    expect(await add(stampedElsewhere)).toMatchObject({ ok: true, value: { versions: { versions: [{}, {}, { number: 3 }] } } })
    // The newest form has the stamp; this file has the same signatures without it.
    expect(await add(await signedByClient(second))).toEqual(refused('form-outdated'))
    expect(await add(first)).toEqual(refused('form-nothing-new'))
  })

  test('that is older than the signature is refused', async () => {
    const session = await startWithSignedExample('supplier', () => new Date(Date.now() + 86_400_000).toISOString())
    const { id: reportId } = session.report
    const request = place('report.tsq')
    await session.do('reports.saveStampRequest', { reportId, handle: session.grant(request) })
    const answer = place(
      'a.tsr',
      inFolder((at) => makeAuthority(at).answer(readFileSync(request))),
    )
    expect(await session.call('reports.addStamp', { reportId, handle: session.grant(answer) })).toEqual(refused('stamp-too-early'))
  })
})
