// Overlays add, explain and translate; whatever would change how the pack scores is refused with a reason.
import { describe, expect, test } from 'vitest'
import { base, bases, baseSha256, overlayFile } from '#test/generators/build-overlay.ts'
import { question } from '#test/generators/build-pack.ts'
import { applyOverlay } from './apply-overlay.ts'
import { isOverlay } from './overlay.ts'
import { readPack } from './read-pack.ts'

type Changes = Parameters<typeof overlayFile>[0]

function apply(changes: Changes = {}) {
  const { pack, problems } = applyOverlay(overlayFile(changes), bases)
  return { pack, problems: problems.map(({ severity, path, message }) => `${severity} ${path}: ${message}`) }
}

/** The pack of an overlay that must have no problem. */
function made(changes: Changes = {}) {
  const { pack, problems } = apply(changes)
  expect(problems).toEqual([])
  if (pack === null) throw new Error('The overlay made no pack.')
  expect(readPack(structuredClone(pack))).toEqual({ ok: true, pack })
  return pack
}

const find = (pack: ReturnType<typeof made>, id: string) => pack.questions.find((one) => one.id === id)
const own = { ...question('AA-71'), sources: ['S1'] }

describe('an overlay', () => {
  test('makes a pack with a name of its own that says what it is based on', () => {
    const pack = made()
    expect(pack).toEqual({
      ...base,
      id: 'mine',
      version: '1.0.0',
      publishedOn: '2026-02-01',
      title: 'My pack',
      description: 'For tests.',
      basedOn: { id: 'base', version: '1.0.0', sha256: baseSha256 },
    })
    expect(made({ basedOn: { id: 'base', version: '1.0.0', sha256: baseSha256 } })).toEqual(pack)
  })

  test('adds questions after the last of their domain, or where it says, and leaves the base as it was', () => {
    const before = structuredClone(base)
    const questions = [own, { ...question('AA-72'), gate: 'AA-71' }, { ...question('ZZ-71') }, { ...question('BB-71'), after: 'PR-04' }]
    const domains = [{ id: 'ZZ', step: 2 as const, kind: 'gap' as const, title: 'ZZ', purpose: 'For tests.' }]
    const pack = made({ add: { questions, domains } })
    expect(pack.questions.map((one) => one.id)).toEqual([
      'PR-01',
      'PR-02',
      'PR-03',
      'PR-04',
      'BB-71',
      'AA-01',
      'AA-02',
      'AA-71',
      'AA-72',
      'BB-01',
      'ZZ-71',
    ])
    expect(find(pack, 'BB-71')).not.toHaveProperty('after')
    expect(pack.domains.at(-1)?.id).toBe('ZZ')
    expect(base).toEqual(before)
  })

  test('adds sources and combinations', () => {
    const source = {
      id: 'S2',
      title: 'Another',
      publisher: 'Somebody',
      publishedOn: '2026',
      basis: 'primary' as const,
      verifyBy: '2027-01-01',
    }
    const combination = { id: 'C-71', level: 'high' as const, when: { bad: 'BB-01' }, reason: 'Mine.', sources: ['S2'] }
    const pack = made({ add: { sources: [source], combinations: [combination] } })
    expect([pack.sources.length, pack.combinations.map((one) => one.id)]).toEqual([2, ['C-01', 'C-71']])
  })

  test('changes help, domains, reasons and mappings, and nothing else', () => {
    const pack = made({
      change: {
        questions: {
          'AA-01': { help: { firstStep: 'Start here.' }, reasons: ['It is bad for us.'], mappings: { sp800161r1: ['SR-13'] } },
          'AA-02': { mappings: { csf20: ['GV.SC-02', 'GV.SC-01'], sp800171r3: ['03.17.02'] } },
          'PR-02': { unit: 'patients' },
        },
        domains: { AA: { title: 'Access' } },
        combinations: { 'C-01': { reason: 'Both at once.' } },
      },
    })
    const [before, after] = [base.questions.find((one) => one.id === 'AA-01'), find(pack, 'AA-01')]
    expect(after).toEqual({
      ...before,
      help: { ...before?.help, firstStep: 'Start here.' },
      flags: [{ ...before?.flags[0], reason: 'It is bad for us.' }],
      mappings: { csf20: [], sp80053r5: [], sp800161r1: ['SR-13'] },
    })
    expect(find(pack, 'AA-02')?.mappings).toEqual({
      csf20: ['GV.SC-01', 'GV.SC-02'],
      sp80053r5: [],
      sp800171r3: ['03.17.01', '03.17.02'],
    })
    expect(find(pack, 'PR-02')?.answer).toMatchObject({ unit: 'patients' })
    expect(pack.domains.find((one) => one.id === 'AA')).toMatchObject({ title: 'Access', purpose: 'For tests.' })
    expect(pack.combinations[0]).toMatchObject({ level: 'stop', reason: 'Both at once.' })
  })

  test('rewords a question whose author says that it asks the same, and keeps its meaning', () => {
    const pack = made({
      change: {
        questions: {
          'AA-01': { text: 'Was it done well?', sameMeaning: true },
          'PR-01': { labels: { one: 'The first' }, sameMeaning: true },
          'PR-03': { labels: { two: 'The second' }, sameMeaning: true },
          'PR-04': { labels: { seat: 'Where it sits' }, sameMeaning: true },
        },
      },
    })
    expect(find(pack, 'AA-01')).toMatchObject({ text: 'Was it done well?', meaning: 1 })
    expect(find(pack, 'PR-01')?.answer).toMatchObject({ options: [{ label: 'The first' }, { label: 'Two' }] })
    expect(find(pack, 'PR-03')?.answer).toMatchObject({ options: [{ label: 'One' }, { label: 'The second' }] })
    expect(find(pack, 'PR-04')?.answer).toMatchObject({ roles: [{ label: 'Where it sits' }] })
  })

  test('translates: every question left in the old language is named, as a warning', () => {
    const help = { why: 'Es zählt.', good: 'Es ist getan.', proof: 'Ein Vermerk.', firstStep: 'Anfangen.' }
    const { pack, problems } = apply({
      language: 'de',
      change: { questions: { 'AA-01': { text: 'Ist es getan?', help }, 'AA-02': { text: 'Ist es getan?' } } },
    })
    expect(pack?.language).toBe('de')
    expect(problems.filter((problem) => problem.startsWith('error'))).toEqual([])
    expect(problems).toContain(
      'warning change.questions.AA-02: is not translated in full; give AA-02 a text and all four parts of its help',
    )
    expect(problems.some((problem) => problem.startsWith('warning change.questions.BB-01: is not translated'))).toBe(true)
    const requested = (id: string) => problems.find((problem) => problem.includes(`${id}: is not translated in full`))?.split('; ')[1]
    expect(requested('AA-01')).toBe('give AA-01 the reasons of its flags')
    expect(problems.some((problem) => problem.startsWith('warning language: is de'))).toBe(true)
  })

  test('translates: labels, units, reasons, domains and combinations that are left are named too, and nothing that is whole', () => {
    const help = { why: 'Es zählt.', good: 'Es ist getan.', proof: 'Ein Vermerk.', firstStep: 'Anfangen.' }
    const whole = { text: 'Ist es getan?', help }
    const requests = (change: NonNullable<Changes>['change']) =>
      apply({ language: 'de', change })
        .problems.filter((problem) => problem.includes('not translated'))
        .map((problem) => problem.split('; ')[1])
    const texts = Object.fromEntries(base.questions.map(({ id }) => [id, whole]))
    expect(requests({ questions: texts })).toEqual([
      'give PR-01 a label for each of its options',
      'give PR-02 its unit',
      'give PR-03 a label for each of its options',
      'give PR-04 a label for each of its options',
      'give AA-01 the reasons of its flags',
      ...base.domains.map(({ id }) => `give ${id} a title and a purpose`),
      'give C-01 a reason',
    ])
    const labels = { one: 'Eins', two: 'Zwei' }
    const questions = {
      ...texts,
      'PR-01': { ...whole, labels },
      'PR-02': { ...whole, unit: 'Personen' },
      'PR-03': { ...whole, labels },
      'PR-04': { ...whole, labels: { seat: 'Sitz' } },
      'AA-01': { ...whole, reasons: ['Es ist schlecht.'] },
    }
    const domains = Object.fromEntries(base.domains.map(({ id }) => [id, { title: 'Teil', purpose: 'Zum Prüfen.' }]))
    const combinations = { 'C-01': { reason: 'Beides.' } }
    expect(requests({ questions, domains, combinations })).toEqual([])
    expect(requests({ questions, domains: { ...domains, AA: { title: 'Teil' } }, combinations })).toEqual(['give AA a title and a purpose'])
  })
})

describe('an overlay is refused', () => {
  const spoil = (change: object): Changes => {
    const changes: Changes = {}
    Object.assign(changes, { change: { questions: { 'AA-01': change } } })
    return changes
  }
  const cases: [string, Changes, string][] = [
    ...['answer', 'audience', 'domain', 'flags', 'gate', 'id', 'isLite', 'ranks', 'shownIf', 'sources', 'weight'].map(
      (field): [string, Changes, string] => [
        `when it changes ${field}`,
        spoil({ [field]: 1 }),
        `error change.questions.AA-01.${field}: may not be changed by an overlay, because it decides how AA-01 is asked or scored`,
      ],
    ),
    [
      'when it changes a meaning',
      spoil({ meaning: 2 }),
      'error change.questions.AA-01.meaning: may not be changed by an overlay, because the same id must mean the same',
    ],
    [
      'when it rewords without a word about the meaning',
      spoil({ text: 'Was it?' }),
      'error change.questions.AA-01: rewords AA-01; if it still asks the same, write sameMeaning: true',
    ],
    ['when it says something unknown', spoil({ colour: 'red' }), 'error change.questions.AA-01: has the unknown key "colour"'],
    [
      'when it has the id of its base',
      { id: 'base' },
      'error id: is that of the pack it is based on; give yours an id of its own, such as my-firm.base',
    ],
    [
      'when its base is not here',
      { basedOn: { id: 'base', version: '2.0.0' } },
      'error basedOn: names base 2.0.0, which is not here; base the overlay on one of base 1.0.0',
    ],
    [
      'when its base has another content',
      { basedOn: { id: 'base', version: '1.0.0', sha256: '0'.repeat(64) } },
      `error basedOn.sha256: is not that of base 1.0.0 here, which is ${baseSha256}`,
    ],
    [
      'when it adds a number that the base may use one day',
      { add: { questions: [question('AA-03')] } },
      'error add.questions.AA-03.id: is AA-03, a number that later versions of the pack may use; number your own from 70 to 99, such as AA-71',
    ],
    [
      'when it adds a combination of such a number',
      { add: { combinations: [{ id: 'C-02', level: 'high', when: { bad: 'BB-01' }, reason: 'Mine.', sources: ['S1'] }] } },
      'error add.combinations.C-02.id: is C-02, a number that later versions',
    ],
    [
      'when it adds a child to a gate of the base',
      { add: { questions: [{ ...own, gate: 'AA-01' }] } },
      'error add.questions.AA-71.gate: names AA-01, a question of the pack, whose weight it would then share',
    ],
    [
      'when it changes a question that is not there',
      { change: { questions: { 'XX-01': { unit: 'x' } } } },
      'error change.questions.XX-01: is not a question of base 1.0.0',
    ],
    [
      'when it changes a domain that is not there',
      { change: { domains: { XX: { title: 'X' } } } },
      'error change.domains.XX: is not in base 1.0.0',
    ],
    [
      'when it changes a combination that is not there',
      { change: { combinations: { 'C-09': { reason: 'X' } } } },
      'error change.combinations.C-09: is not in base 1.0.0',
    ],
    [
      'when it labels an option that is not there',
      spoil({ labels: { three: 'x' }, sameMeaning: true }),
      'error change.questions.AA-01.labels.three: is not an option of AA-01; use none, because it has no options',
    ],
    [
      'when it labels another option',
      { change: { questions: { 'PR-01': { labels: { three: 'x' }, sameMeaning: true } } } },
      'error change.questions.PR-01.labels.three: is not an option of PR-01; use one, two',
    ],
    [
      'when it gives a unit to what counts nothing',
      spoil({ unit: 'people' }),
      'error change.questions.AA-01.unit: is given, but AA-01 counts nothing',
    ],
    [
      'when it gives more reasons than flags',
      spoil({ reasons: ['a', 'b'] }),
      'error change.questions.AA-01.reasons: must be as many as the flags of AA-01, which has 1',
    ],
    [
      'when what it adds breaks a rule',
      { add: { questions: [{ ...own, text: 'Which religion?' }] } },
      'error add.questions.AA-71.text: uses "religion"',
    ],
    [
      'when what it changes breaks a rule',
      spoil({ help: { why: 'It is illegal.' } }),
      'error change.questions.AA-01.help.why: says "illegal"',
    ],
    ['when its title breaks a rule', { title: 'Illegal things' }, 'error title: says "illegal"'],
    [
      'when there are too many questions together',
      {
        add: {
          domains: Array.from({ length: 40 }, (_, index) => ({
            id: `Z${String.fromCodePoint(65 + (index % 26))}`,
            step: 1,
            kind: 'gap',
            title: 'Z',
            purpose: 'Z.',
          })),
        },
      },
      'error domains: has more than 40 entries',
    ],
  ]
  test.each(cases)('%s', (_, changes, expected) => {
    const { problems } = apply(changes)
    expect(
      problems.some((problem) => problem.startsWith(expected)),
      problems.join('\n'),
    ).toBe(true)
  })

  test.each([
    null,
    3,
    [],
    {},
    { kind: 'overlay' },
    { ...overlayFile(), change: [] },
    { ...overlayFile(), change: { questions: { 'AA-01': 3 } } },
  ])('when it is %j, without a crash', (value) => {
    const { pack, problems } = applyOverlay(value, bases)
    expect(pack).toBeNull()
    expect(problems.length).toBeGreaterThan(0)
  })

  test('with the reason alone, not also as an unknown key', () => {
    expect(apply(spoil({ weight: 5 })).problems).toHaveLength(1)
  })
})

test('a file says that it is an overlay by its kind', () => {
  expect([isOverlay({ kind: 'overlay' }), isOverlay({ kind: 'pack' }), isOverlay({}), isOverlay(null), isOverlay('overlay')]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
