// What a sound signature does not prove: that the data inside follows from itself, that the pages say it, and that it was made here.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Verdict } from '#shared/contract/verdict.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { type ReportKind, reportKinds } from '#shared/domain/report-kind.ts'
import { recomputePortfolio } from '#main/features/reports/recompute-portfolio.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import { altered, type AnyDocument, type Counterfeit, counterfeit, signedAs } from '../fixtures/pdf/attacks-on-the-content.ts'
import { createSignerIdentity, type SignerIdentity } from '#main/report/signing/signer-identity.ts'
import { shippedPack } from '../golden/report-case.ts'
import { resourcesDirectory, type Session, startEngine, startWithVault } from '../support/engine-session.ts'
import { startWithSignedExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

const pack = shippedPack()
const names = { assessment: 'assessment.json', portfolio: 'portfolio.json', programme: 'programme.json' } as const
const schemas = { assessment: AssessmentDocument, portfolio: PortfolioDocument, programme: ProgrammeDocument } as const

/** A vault with one report of each kind, and a second portfolio of a later day. */
async function startWithEveryKind() {
  const session = await startWithSignedExample('investor')
  for (const [questionId, choice] of [
    ['CJ-01', 'no'],
    ['CT-01', 'partly'],
    ['IT-01', 'no'],
    ['IT-05', 'yes'],
  ]) {
    const answer = { questionId, value: { kind: 'practice', choice }, note: '', evidenceGrade: 'A' }
    expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ ok: true })
  }
  const sign = async (kind: 'portfolio' | 'programme') =>
    (await session.do('reports.signOverview', { kind, signerId: session.signer.id })).report
  const reports = { assessment: session.report, portfolio: await sign('portfolio'), programme: await sign('programme') }
  return { ...session, reports }
}

async function copyOf(session: Session, reportId: string): Promise<string> {
  const path = join(temporaryFolder(), 'copy.pdf')
  expect(await session.call('reports.saveCopy', { reportId, handle: session.grant(path) })).toMatchObject({ ok: true })
  return path
}

function documentIn(kind: ReportKind, pdf: Uint8Array): AnyDocument {
  const found = readAttachment(pdf, names[kind])
  if (!found.ok) throw new Error(found.detail)
  return schemas[kind].parse(JSON.parse(Buffer.from(found.bytes).toString('utf8')))
}

async function verdictOn(session: Session, pdf: Uint8Array): Promise<Verdict> {
  const path = join(temporaryFolder(), 'checked.pdf')
  writeFileSync(path, pdf)
  return (await session.do('verify.file', { handle: session.grant(path) })).verdict
}

describe('an untouched report', () => {
  test('of each kind recomputes, prints again to the byte, and is known to its vault alone', async () => {
    const session = await startWithEveryKind()
    for (const kind of reportKinds) {
      const pdf = readFileSync(await copyOf(session, session.reports[kind].id))
      const verdict = await verdictOn(session, pdf)
      expect(verdict, kind).toMatchObject({
        integrity: { state: 'intact' },
        content: { kind, state: 'recomputes' },
        pages: { state: 'same', reasons: [] },
        isKeptHere: true,
        origin: { state: 'this-history' },
      })
      expect(verdict.content.asStated.length, kind).toBeGreaterThan(0)
      // Its own page in the vault does without printing it again.
      expect((await session.do('verify.report', { reportId: session.reports[kind].id })).verdict).toMatchObject({
        pages: null,
        origin: { state: 'this-history' },
      })
      const elsewhere = await verdictOn(startEngine(), pdf)
      expect(elsewhere, kind).toMatchObject({
        content: { kind, state: 'recomputes' },
        pages: { state: 'same' },
        isKeptHere: null,
        origin: null,
      })
    }
    const portfolio = await verdictOn(session, readFileSync(await copyOf(session, session.reports.portfolio.id)))
    expect(portfolio.origin?.reports).toEqual({ named: 1, unnamed: 0, notKept: [] })
    const other = await verdictOn(await startWithVault(), readFileSync(await copyOf(session, session.reports.portfolio.id)))
    expect(other).toMatchObject({ isKeptHere: false, identity: { state: 'unknown' }, origin: { state: 'other-vault', reports: null } })
  })
})

describe('a report with a sound signature over content that is not', () => {
  const identityOf = (name: string): SignerIdentity =>
    createSignerIdentity({ name, now: new Date('2026-01-01T00:00:00Z'), validityYears: 3 })
  const identity = identityOf('Rosa Lindqvist')
  let kept: Promise<Record<ReportKind, AnyDocument>> | null = null
  const readDocuments = async () => {
    const vault = await startWithEveryKind()
    const read = async (kind: ReportKind) =>
      signedAs(kind, documentIn(kind, readFileSync(await copyOf(vault, vault.reports[kind].id))), identity)
    return { assessment: await read('assessment'), portfolio: await read('portfolio'), programme: await read('programme') }
  }
  /** The documents of one vault, made once and only read. */
  let own: Record<ReportKind, AnyDocument>
  beforeEach(async () => {
    kept ??= readDocuments()
    own = await kept
  })

  const portfolioOf = (): PortfolioDocument => PortfolioDocument.parse(own.portfolio)
  const lowered = (): PortfolioDocument => {
    const [first, ...rest] = portfolioOf().parties
    const [standing] = first?.standings ?? []
    const tier = { best: 'low', worst: 'low' } as const
    const changed = {
      ...first,
      standings: [{ ...standing, tier, isUnconfirmed: false }],
      signedTiers: first?.signedTiers.map((one) => ({ ...one, tier })),
    }
    return PortfolioDocument.parse({ ...portfolioOf(), parties: [changed, ...rest] })
  }
  const judged = async (wish: Counterfeit) => {
    return verdictOn(startEngine(), await counterfeit(wish, { identity, pack, resourcesDirectory }))
  }
  const answersOf = (kind: 'assessment' | 'programme') => {
    const { answers } = kind === 'assessment' ? AssessmentDocument.parse(own.assessment) : ProgrammeDocument.parse(own.programme)
    return answers
  }

  test.each(reportKinds)('is only of an unknown signer when all of it is right: %s', async (kind) => {
    const verdict = await judged({ printed: own[kind], attached: own[kind], name: names[kind] })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      identity: { state: 'unknown' },
      content: { state: 'recomputes' },
      pages: { state: 'same' },
    })
  })

  test.each([
    ['portfolio', 'a tier lowered on paper', () => lowered()],
    ['portfolio', 'a row that is not on paper', () => altered('portfolio', own.portfolio, { parties: [] })],
    ['programme', 'an answer changed on paper', () => altered('programme', own.programme, { asOf: '2026-01-01' })],
    [
      'assessment',
      'a name changed on paper',
      () => altered('assessment', own.assessment, { startedAt: '2026-01-01T00:00:00.000Z', asOf: '2026-01-01' }),
    ],
  ] as const)('%s: %s is seen on the pages', async (kind, _name, printed) => {
    const verdict = await judged({ printed: printed(), attached: own[kind], name: names[kind] })
    expect(verdict).toMatchObject({ integrity: { state: 'intact' }, content: { state: 'recomputes' }, pages: { state: 'differ' } })
  })

  test('a tier lowered on paper and in the data contradicts its flags', async () => {
    const verdict = await judged({ printed: lowered(), attached: lowered(), name: 'portfolio.json' })
    expect(verdict).toMatchObject({
      integrity: { state: 'intact' },
      pages: { state: 'same' },
      content: { kind: 'portfolio', state: 'differs' },
    })
    expect(verdict.content.reasons.join(' ')).toContain('its tier is below what its flags demand')
  })

  test.each(['assessment', 'programme'] as const)(
    '%s: an answer changed on paper and in the data no longer gives the result',
    async (kind) => {
      const answers = answersOf(kind).map((answer, index) => (index === 0 ? { ...answer, value: { kind: 'unknown' } } : answer))
      const changed = altered(kind, own[kind], { answers })
      const verdict = await judged({ printed: changed, attached: changed, name: names[kind] })
      expect(verdict).toMatchObject({ integrity: { state: 'intact' }, pages: { state: 'same' }, content: { kind, state: 'differs' } })
    },
  )

  test.each(reportKinds)('%s: the data of another report of the same signer belongs to another instant', async (kind) => {
    const later = altered(kind, own[kind], { signedAt: '2026-12-24T09:30:00.000Z' })
    const verdict = await judged({ printed: own[kind], attached: later, name: names[kind] })
    expect(verdict).toMatchObject({
      content: { state: 'differs', reasons: [expect.stringContaining('belongs to another report')] },
      pages: { state: 'differ' },
    })
  })

  test.each([
    ['name', { name: 'Dana Whitfield', role: 'Chief Executive' }, 'names Dana Whitfield as the signer, the certificate Rosa Lindqvist'],
    ['organization', { organization: 'Big Four LLP' }, 'belongs to Big Four LLP, the certificate to no organization'],
    ['serial number', { certificateSerial: '0a' }, 'another serial number or validity'],
    ['validity', { validTo: '2040-01-01T00:00:00.000Z' }, 'another serial number or validity'],
  ])(
    'another %s of the signer on paper, in the data and in the signature than in the certificate is seen',
    async (_name, change, words) => {
      const changed = altered('portfolio', own.portfolio, { signer: { ...own.portfolio.signer, ...change } })
      const verdict = await judged({ printed: changed, attached: changed, name: 'portfolio.json' })
      expect(verdict).toMatchObject({
        integrity: { state: 'intact' },
        pages: { state: 'same' },
        content: { state: 'differs', reasons: [expect.stringContaining(words)] },
      })
      expect(verdict.signatures[0]?.otherName).toBe('name' in change ? change.name : null)
    },
  )

  test('the role on paper is the one in the signature', async () => {
    const changed = altered('portfolio', own.portfolio, { signer: { ...own.portfolio.signer, role: 'Chief Executive' } })
    const verdict = await judged({ printed: own.portfolio, attached: changed, name: 'portfolio.json' })
    expect(verdict.content).toMatchObject({ state: 'differs', reasons: [expect.stringContaining('another name or role')] })
    const without = altered('portfolio', own.portfolio, { signer: { ...own.portfolio.signer, role: '' } })
    const unstated = await judged({ printed: without, attached: changed, name: 'portfolio.json' })
    expect(unstated.content).toMatchObject({ state: 'differs', reasons: [expect.stringContaining('another name or role')] })
    const nowhere = await judged({ printed: without, attached: without, name: 'portfolio.json' })
    expect(nowhere.content).toMatchObject({ state: 'recomputes' })
  })

  test('the data of somebody else’s report names another certificate', async () => {
    const foreign = signedAs('portfolio', own.portfolio, identityOf('Somebody Else'))
    const verdict = await judged({ printed: own.portfolio, attached: foreign, name: 'portfolio.json' })
    expect(verdict).toMatchObject({ content: { state: 'differs' }, pages: { state: 'differ' } })
  })

  test('data of one kind under the name of another, or of another version, is refused', async () => {
    const renamed = await judged({ printed: own.portfolio, attached: own.programme, name: 'portfolio.json' })
    expect(renamed).toMatchObject({ content: { kind: null, state: 'unreadable' }, pages: null })
    const mixed = await judged({ printed: own.portfolio, attached: { ...portfolioOf(), formatVersion: 2 }, name: 'portfolio.json' })
    expect(mixed).toMatchObject({ content: { kind: null, state: 'unreadable' } })
  })

  test('with more in it than can be printed again in a short time is not printed again', async () => {
    const comment = { questionId: 'OW-02', text: 'We disagree.', saidBy: '', saidOn: '2026-11-20' }
    const full = altered('assessment', own.assessment, { comments: Array.from({ length: 2_001 }, () => comment) })
    const verdict = await judged({ printed: own.assessment, attached: full, name: 'assessment.json' })
    expect(verdict.pages).toEqual({ state: 'not-compared', reasons: ['It is too large to be printed again here.'] })
  })

  test.each([
    ['with other templates', { kitSha256: '0'.repeat(64) }],
    ['with a logo that is not here', { look: { paper: 'a4', accent: '#14506b', issuer: '', logoSha256: '1'.repeat(64) } }],
  ])('claims to be printed %s: nothing is said of its pages', async (_name, changes) => {
    const printing = { ...own.portfolio.printing, ...changes }
    const changed = altered('portfolio', own.portfolio, { printing })
    const verdict = await judged({ printed: changed, attached: changed, name: 'portfolio.json' })
    expect(verdict).toMatchObject({ content: { state: 'recomputes' }, pages: { state: 'not-compared' } })
  })

  test('claims another version, or says nothing of its printing: nothing is said of its pages', async () => {
    for (const changes of [{ application: { name: 'Gatehouse', version: '9.9.9' } }, { printing: undefined }]) {
      const changed = altered('programme', own.programme, changes)
      const verdict = await judged({ printed: changed, attached: changed, name: 'programme.json' })
      expect(verdict).toMatchObject({ content: { state: 'recomputes' }, pages: { state: 'not-compared' } })
    }
  })

  describe('in the rows of a portfolio', () => {
    const changedRow = (change: (row: PortfolioDocument['parties'][number]) => unknown) => {
      const [first, ...rest] = portfolioOf().parties
      if (first === undefined) throw new Error('No party.')
      return recomputePortfolio(PortfolioDocument.parse({ ...portfolioOf(), parties: [change(first), ...rest] }))
    }
    const changedStanding = (change: Readonly<Record<string, unknown>>) =>
      changedRow((row) => ({ ...row, standings: row.standings.map((standing) => ({ ...standing, ...change })) }))

    test('nothing is found when they are right', () => {
      expect(changedRow((row) => row)).toEqual([])
    })

    test.each([
      ['the best case worse than the worst', { tier: { best: 'critical', worst: 'high' } }, 'best case is worse'],
      ['ranks that give another inherent tier', { impactWorst: 1, exposureWorst: 1 }, 'do not give its inherent tier'],
      [
        'a tier above all that allows it',
        { inherent: { best: 'low', worst: 'low' }, impactWorst: 1, exposureWorst: 1, flags: [], driver: null },
        'above what its inherent tier',
      ],
      ['a confirmed tier called unconfirmed', { isUnconfirmed: true }, 'unconfirmed'],
      [
        'a driver that is no flag of it',
        { driver: { kind: 'flag', id: 'ZZ-01', title: 'Made up.' } },
        'the flag that is to drive its tier',
      ],
      ['a later look than its tier allows', { reassessOn: '2040-01-01' }, 'later than its tier allows'],
      ['a signed row without a day', { signedAt: null }, 'draft and signed at once'],
      ['a draft where something was signed', { status: 'draft', signedAt: null }, 'not the assessment that counts'],
      [
        'another assessment than the one signed last',
        { assessmentId: '11111111-1111-4111-8111-111111111111' },
        'not the assessment that counts',
      ],
      ['a row signed after the report', { signedAt: '2030-01-01T00:00:00.000Z' }, 'signed after this report'],
      ['more answers than questions', { answeredCount: 900 }, 'more was answered than asked'],
    ])('%s is named', (_name, change, words) => {
      expect(changedStanding(change).join(' ')).toContain(words)
    })

    test('what stands twice or out of order, and treatments of nobody, are named', () => {
      expect(changedRow((row) => ({ ...row, relationships: [...row.relationships, ...row.relationships] })).join(' ')).toContain(
        'a relationship stands twice',
      )
      expect(changedRow((row) => ({ ...row, reach: [...row.reach, ...row.reach] })).join(' ')).toContain('a crown jewel stands twice')
      const early = {
        assessmentId: '11111111-1111-4111-8111-111111111111',
        relationship: 'partner',
        signedAt: '2020-01-01T00:00:00.000Z',
        tier: { best: 'low', worst: 'low' },
      }
      expect(changedRow((row) => ({ ...row, signedTiers: [...row.signedTiers, early] })).join(' ')).toContain('out of order')
      const document = portfolioOf()
      const twice = recomputePortfolio({
        ...document,
        parties: [...document.parties, ...document.parties],
        crownJewels: [...document.crownJewels, ...document.crownJewels],
      })
      expect(twice).toEqual(['A third party stands in it twice.', 'A crown jewel stands in it twice.'])
      expect(
        recomputePortfolio({ ...document, parties: Array.from({ length: 30 }, () => lowered().parties[0]).flatMap((one) => one ?? []) }),
      ).toHaveLength(21)
    })
  })
})
