// What stands beside the answers: evidence with its days, screening, dated lists, badges with their reasons and the next look.
import { describe, expect, test } from 'vitest'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { caseFile, caseFileWith, sources } from '#test/golden/report-model-case.ts'
import { answerSections } from './answers.ts'
import { countryFacts } from './country-facts.ts'
import { printedEvidence } from './evidence.ts'
import { nextLook, printedBadges } from './next-look.ts'
import { screeningSection } from './screening.ts'

type Result = AssessmentDocument['result']
const withResult = (change: Partial<Result>) => caseFileWith((document) => ({ result: { ...document.result, ...change } }))
/** The case with the evidence of one answer ending on a day. */
const expiring = (id: string, evidenceExpiresOn: string) =>
  caseFileWith((document) => ({
    answers: document.answers.map((answer) => (answer.questionId === id ? { ...answer, evidenceExpiresOn } : answer)),
  }))

describe('evidence', () => {
  const of = (id: string, file = caseFile()) => printedEvidence(file.answers.get(id), file)

  test('holds to the end of its last day, and counts one grade lower from the next', () => {
    expect(of('AD-07', expiring('AD-07', '2026-11-22'))).toEqual({ grade: 'B', remark: 'valid until 22 November 2026' })
    expect(of('AD-07', expiring('AD-07', '2026-11-21'))).toEqual({ grade: 'C', remark: 'given as B, expired after 21 November 2026' })
  })

  test('has no remark without a day, without evidence or without an answer', () => {
    expect(of('AD-07')).toEqual({ grade: 'B', remark: '' })
    expect(of('OW-06', expiring('OW-06', '2020-01-01'))).toEqual({ grade: 'U', remark: '' })
    expect(of('ZZ-01')).toEqual({ grade: 'U', remark: '' })
  })

  test('stands with its remark in the list of all answers', () => {
    const lines = answerSections(expiring('AD-07', '2026-11-21')).flatMap((section) => section.lines)
    expect(lines.find((line) => line.questionId === 'AD-07')).toMatchObject({
      grade: 'C',
      evidence: 'given as B, expired after 21 November 2026',
    })
  })
})

describe('why a question shows', () => {
  const because = (id: string, file = caseFile()) =>
    answerSections(file)
      .flatMap((section) => section.lines)
      .find((line) => line.questionId === id)?.because

  test('is printed under it, with labels of options cut short', () => {
    expect(because('AD-12')).toBe('Shown because AD-11 is not yet known.')
    expect(because('CJ-06')).toBe('Shown because CJ-05 lists something.')
    expect(because('AD-02')).toMatch(/^Shown because PR-03 was answered “.{1,32}”/)
  })

  test('is left out where it always shows', () => {
    expect(because('PR-10')).toBe('')
  })
})

describe('screening', () => {
  const screened = (lists: { listId: string; editionOn: string }[], outcome: 'match' | 'no-match' = 'no-match') =>
    screeningSection(caseFileWith(() => ({ screening: { screenedOn: '2026-11-20', lists, outcome } })))

  test('that was not done is said, not left out', () => {
    expect(screeningSection(caseFile())).toEqual({
      outcome: 'Not screened with lists',
      meaning: expect.stringMatching(/^No edition of a list was compared/),
      lists: [],
    })
  })

  test('names outcome, day and each list with its edition, and says which are old', () => {
    const section = screened([
      { listId: 'csl', editionOn: '2026-10-23' },
      { listId: 'dod-1260h', editionOn: '2026-10-22' },
      { listId: 'a-list-of-ours', editionOn: '2026-11-20' },
    ])
    expect(section.meaning).toMatch(/^Screened on 20 November 2026\. No name was found in these editions\. That is no clearance/)
    expect(section.lists.map((list) => [list.title, list.edition, list.remark])).toEqual([
      ['Consolidated Screening List (CSL)', '23 October 2026', ''],
      [sources.listTitles.get('dod-1260h'), '22 October 2026', 'older than 30 days on the as-of day'],
      ['a-list-of-ours', '20 November 2026', ''],
    ])
  })

  test('that the vault compared itself says how many names, what people said of each possible match, and what the edition held', () => {
    const facts = { title: 'A list of our own', sha256: '5'.repeat(64), entryCount: 1_204, holeCount: 3 }
    const section = screeningSection(
      caseFileWith(() => ({
        screening: {
          screenedOn: '2026-11-20',
          lists: [{ listId: 'a-list-of-ours', editionOn: '2026-10-22', facts }],
          outcome: 'possible-match' as const,
          names: { compared: 5, notComparable: 1 },
          hits: { open: 2, same: 0, 'not-same': 4, 'cannot-tell': 1 },
        },
      })),
    )
    expect(section.meaning).toContain('Names compared: 5; of these not comparable but to the same letters: 1.')
    expect(section.meaning).toContain('not the same 4, the same 0, cannot tell 1, nobody yet 2.')
    expect(section.lists).toEqual([
      {
        id: 'a-list-of-ours',
        title: 'A list of our own',
        edition: '22 October 2026',
        remark: 'older than 30 days on the as-of day; entries: 1204, rows that could not be read: 3',
      },
    ])
  })

  test('that found a name sends the reader to counsel', () => {
    expect(screened([{ listId: 'csl', editionOn: '2026-11-20' }], 'match').meaning).toContain('Counsel review needed.')
  })
})

describe('dated lists', () => {
  const party = (country: string) => ({ ...caseFile().document.thirdParty, country })
  const naming = (codes: string[], document: Partial<AssessmentDocument> = {}) =>
    countryFacts(
      caseFileWith((given) => ({
        thirdParty: party(''),
        answers: given.answers.map((answer) =>
          answer.questionId === 'PR-09'
            ? { ...answer, value: { kind: 'countries' as const, countries: codes.map((code) => ({ code, roles: ['operating'] })) } }
            : { ...answer, value: { kind: 'unknown' as const } },
        ),
        ...document,
      })),
    )

  test('that name a country are facts with instrument, day, effect and what it does not mean; they change no score', () => {
    const { lead, lists, unlisted } = naming(['CN', 'HK', 'DE'])
    expect(lead).toMatch(/^The lists inform and change no score: .* Edition of 22 November 2026; /)
    const [first] = lists
    expect(first).toMatchObject({
      title: 'Countries of concern of the Data Security Program',
      instrument: '28 CFR 202.601, U.S. Department of Justice',
      bearing: 'adds a duty or a limit',
      countries: ['China (as “China, including Hong Kong and Macau”)', 'Hong Kong SAR China (as “China, including Hong Kong and Macau”)'],
      standing: 'In force. First day: 8 April 2025.',
      check: 'Check again by 31 March 2027.',
    })
    expect(first?.doesNotMean).not.toBe('')
    expect(unlisted).toBe('On none of the lists of this edition: Germany.')
  })

  test('are as they stood on the as-of day, and say when somebody should have looked again', () => {
    expect(naming(['CN'], { asOf: '2025-01-15' }).lists[0]?.standing).toMatch(
      /^Not yet in force on the as-of day\. First day: 8 April 2025\./,
    )
    expect(naming(['CN'], { asOf: '2030-01-01' }).lists[0]?.check).toBe('Due to be checked again since 31 March 2027.')
  })

  test('are named as the country where they word it alike, and without a day where none is known', () => {
    const file = caseFileWith(() => ({ thirdParty: party('CU') }))
    const [list] = file.countryLists.lists
    if (list === undefined) throw new Error('There is no list.')
    const undated = { ...file, countryLists: { ...file.countryLists, lists: [{ ...list, since: null, statusNote: 'Read in a copy.' }] } }
    expect(countryFacts(undated).lists[0]).toMatchObject({ countries: ['Cuba'], standing: 'In force. Read in a copy.' })
  })

  test('count the party, its places and its owners once each, and leave out an answer that could not be used', () => {
    expect(countryFacts(caseFile()).unlisted).toBe('On none of the lists of this edition: Germany, Singapore.')
    const unusable = { ...caseFile(), unusable: new Set(['PR-09', 'OW-02']) }
    expect(countryFacts(unusable).unlisted).toBe('On none of the lists of this edition: Germany.')
    expect(naming([])).toMatchObject({ lists: [], unlisted: '' })
  })
})

describe('badges', () => {
  test('say why they stand, with titles of domains and lists', () => {
    const file = withResult({
      badges: [
        {
          badge: 'scope-limited',
          reasons: [
            { code: 'mostly-not-applicable', ids: ['OW', 'CT'] },
            { code: 'not-countersigned', ids: ['AD-02'] },
          ],
        },
        {
          badge: 'stale',
          reasons: [
            { code: 'list-old', ids: ['csl', 'unheard-of'] },
            { code: 'evidence-expired', ids: ['AD-07'] },
          ],
        },
      ],
    })
    expect(printedBadges(file).map((badge) => badge.reasons)).toEqual([
      [
        'More than a fifth is set aside as not applicable in: Ownership and control, Contract, review and exit.',
        'Set aside without a second person: AD-02.',
      ],
      [
        'The edition screened was more than 30 days old: Consolidated Screening List (CSL), unheard-of.',
        'The evidence has expired for: AD-07.',
      ],
    ])
  })

  test('name the first twelve and count the rest', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `AD-${10 + index}`)
    const [badge] = printedBadges(withResult({ badges: [{ badge: 'provisional', reasons: [{ code: 'gap-open', ids }] }] }))
    expect(badge?.reasons).toEqual([`Open practices: ${ids.slice(0, 12).join(', ')}, and 2 more.`])
  })
})

describe('the next look', () => {
  test('comes from the tier, or from the date that was given', () => {
    expect(nextLook(withResult({ nextReassessment: { on: '2027-05-22', reason: { code: 'tier', months: 6 } } }))).toEqual({
      date: '22 May 2027',
      reason: '6 months after the as-of day, as the tier asks.',
    })
    expect(nextLook(caseFile()).reason).toContain('CT-05')
  })

  test('that has passed is overdue', () => {
    const passed = withResult({ nextReassessment: { on: '2026-11-21', reason: { code: 'tier', months: 6 } } })
    expect(nextLook(passed).reason).toMatch(/The day has passed: the review is overdue\.$/)
  })
})
