// The command line from outside: what it prints, how it exits, and what it says to bad input.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Verdict } from '#shared/contract/verdict.ts'
import { Result } from '#shared/scoring/result.ts'
import { runCommand } from '#main/cli/run-command.ts'
import { createPackLibrary } from '#main/packs/pack-library.ts'
import { resourcesDirectory } from '../support/engine-session.ts'
import { exampleNames, examplePath, readExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

async function run(...argv: string[]) {
  let answer = ''
  let progress = ''
  const exitCode = await runCommand(
    argv,
    { resourcesDirectory, applicationVersion: '0.1.0' },
    { answer: (text) => (answer += `${text}\n`), progress: (text) => (progress += `${text}\n`), onInterrupt: () => () => undefined },
  )
  return { exitCode, answer, progress }
}

function writeInput(content: unknown): string {
  const path = join(temporaryFolder(), 'input.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('assess', () => {
  test.each(exampleNames)('turns the %s example into a signed PDF that verify accepts', async (name) => {
    const out = join(temporaryFolder(), 'report.pdf')
    const { exitCode, answer } = await run('assess', '--input', examplePath(name), '--out', out)
    expect(exitCode).toBe(0)
    expect(answer).toContain(`Signed report: ${out}`)
    expect(answer).toMatch(/^Tier: /)
    const checked = await run('verify', out, '--json')
    expect(checked.exitCode).toBe(0)
    expect(Verdict.parse(JSON.parse(checked.answer)).content.state).toBe('recomputes')
  })

  test('with --json prints only the JSON to standard output, and progress elsewhere', async () => {
    const out = join(temporaryFolder(), 'report.pdf')
    const { answer, progress } = await run('assess', '--input', examplePath('supplier'), '--out', out, '--json')
    const printed: unknown = JSON.parse(answer)
    expect(printed).toMatchObject({
      tier: { worst: expect.any(String) },
      driver: expect.anything(),
      pdf: out,
      verdict: { integrity: { state: 'intact' } },
    })
    expect(progress).toContain('Recording')
  })

  test('leaves no temporary vault behind', async () => {
    const temporary = temporaryFolder()
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = temporary
    const { exitCode } = await run('assess', '--input', examplePath('supplier'), '--out', join(temporaryFolder(), 'report.pdf'))
    const left = readdirSync(temporary).filter((name) => !name.startsWith('gatehouse-test-'))
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    expect(exitCode).toBe(0)
    expect(left).toEqual([])
  })

  test('uses a named vault again, with its passphrase from the environment', async () => {
    const folder = temporaryFolder()
    process.env['GATEHOUSE_TEST_PASSPHRASE'] = 'correct horse battery staple'
    const options = ['--vault', join(folder, 'Client.gatehouse'), '--passphrase-env', 'GATEHOUSE_TEST_PASSPHRASE']
    const first = await run('assess', '--input', examplePath('supplier'), '--out', join(folder, 'one.pdf'), ...options)
    expect(first.progress).toContain('recovery code')
    const second = await run('assess', '--input', examplePath('partner'), '--out', join(folder, 'two.pdf'), ...options)
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    process.env['GATEHOUSE_TEST_PASSPHRASE'] = 'something else'
    const wrong = await run('assess', '--input', examplePath('partner'), '--out', join(folder, 'three.pdf'), ...options)
    delete process.env['GATEHOUSE_TEST_PASSPHRASE']
    expect(wrong.exitCode).toBe(1)
    expect(wrong.progress).toContain('not the passphrase')
    expect(existsSync(join(folder, 'three.pdf'))).toBe(false)
  })

  test.each([
    ['no --input', ['assess', '--out', 'x.pdf'], /--input is missing/],
    ['a missing file', ['assess', '--input', '/nowhere/input.json', '--out', 'x.pdf'], /There is no file/],
    ['an unknown option', ['assess', '--inptu', 'x'], /Unknown option/],
    [
      'an output folder that is not there',
      ['assess', '--input', examplePath('supplier'), '--out', '/nowhere/deep/x.pdf'],
      /There is no folder/,
    ],
    ['an output that is a folder', ['assess', '--input', examplePath('supplier'), '--out', '/tmp'], /is not a file/],
    [
      'a vault without a passphrase',
      ['assess', '--input', examplePath('supplier'), '--out', '/tmp/x.pdf', '--vault', 'A.gatehouse'],
      /passphrase/,
    ],
  ])('says one sentence about %s', async (_case, argv, sentence) => {
    const { exitCode, answer, progress } = await run(...argv)
    expect(exitCode).toBe(2)
    expect(answer).toBe('')
    expect(progress).toMatch(sentence)
    expect(progress.trim().split('\n').at(-1)).not.toMatch(/^\s+at /)
  })
})

describe('an input file', () => {
  const supplier = readExample('supplier')

  test.each([
    ['that is not JSON', '{ "format": ', /is not valid JSON/],
    ['that is empty', '', /is not valid JSON/],
    ['of another format', { format: 'other' }, /field format /],
    ['with a wrong country', { ...supplier, thirdParty: { ...supplier.thirdParty, country: 'Ireland' } }, /field thirdParty\.country/],
    [
      'with a misspelt answer',
      { ...supplier, answers: { ...supplier.answers, 'AD-02': { answer: 'maybe' } } },
      /field answers\.AD-02\.answer/,
    ],
    ['with a question id that is none', { ...supplier, answers: { 'AD-2': { answer: 'yes' } } }, /field answers\.AD-2/],
    ['about a relationship the third party is not in', { ...supplier, relationship: 'investor' }, /field relationship is not one of/],
    ['with one key for two crown jewels', { ...supplier, crownJewels: [...supplier.crownJewels, ...supplier.crownJewels] }, /key twice/],
    ['with an unknown field', { ...supplier, extra: 1 }, /extra/],
    ['that names a crown jewel it does not list', { ...supplier, crownJewels: [] }, /crown jewel/],
    ['with an answer to a question the pack does not have', { ...supplier, answers: { 'ZZ-99': { answer: 'yes' } } }, /ZZ-99/],
    [
      'with an answer of the wrong kind',
      { ...supplier, answers: { 'PR-06': { answer: 'yes' } } },
      /PR-06 takes an answer of type "choice"/,
    ],
    ['without a single answer', { ...supplier, answers: {} }, /not assessed yet/],
  ])('%s is refused with a sentence and nothing written', async (_case, content, sentence) => {
    const out = join(temporaryFolder(), 'report.pdf')
    const { exitCode, progress, answer } = await run('assess', '--input', writeInput(content), '--out', out)
    expect([1, 2]).toContain(exitCode)
    expect(progress).toMatch(sentence)
    expect(answer).toBe('')
    expect(existsSync(out)).toBe(false)
  })

  test('that is a folder, not UTF-8 or too large is refused', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.json'))
    writeFileSync(join(folder, 'latin.json'), Buffer.from([0x22, 0xe9, 0x22]))
    writeFileSync(join(folder, 'large.json'), Buffer.alloc(17 * 1024 * 1024, 0x20))
    expect((await run('score', '--input', join(folder, 'folder.json'))).progress).toMatch(/is not a file/)
    expect((await run('score', '--input', join(folder, 'latin.json'))).progress).toMatch(/UTF-8/)
    expect((await run('score', '--input', join(folder, 'large.json'))).progress).toMatch(/over 16 MiB/)
  })
})

const ShownQuestion = z.strictObject({
  questionId: z.string(),
  isCertain: z.boolean(),
  because: z.array(z.looseObject({ kind: z.string() })),
})

/** The supplier example with other fields, as a file. */
function changedSupplier(changes: Readonly<Record<string, unknown>>): string {
  return writeInput({ ...Object(JSON.parse(readFileSync(examplePath('supplier'), 'utf8'))), ...changes })
}

describe('score', () => {
  test.each(exampleNames)('gives the full result of the %s example without a vault', async (name) => {
    const { exitCode, answer } = await run('score', '--input', examplePath(name), '--json')
    expect(exitCode).toBe(0)
    const { questions, screening, ...rest } = z
      .looseObject({ questions: z.array(ShownQuestion), screening: z.unknown() })
      .parse(JSON.parse(answer))
    const result = Result.parse(rest)
    expect(screening).toEqual(readExample(name).screening ?? null)
    expect(questions.map((one) => one.questionId)).toEqual(result.shown)
    expect(questions.some((one) => one.because.length > 0)).toBe(true)
    for (const domain of result.domains) {
      if (!domain.gap) continue
      expect(domain.contributions.reduce((sum, part) => sum + part.hiBp, 0)).toBe(domain.gap.hiBp)
      const findings = result.findings.filter((finding) => finding.domainId === domain.domainId)
      expect(findings.reduce((sum, finding) => sum + finding.hiBp, 0)).toBe(domain.gap.hiBp)
    }
  })

  test('agrees with assess about the same file', async () => {
    const everything = JSON.parse((await run('score', '--input', examplePath('partner'), '--json')).answer)
    const { questions: _questions, screening: _screening, ...scored } = z.looseObject({}).parse(everything)
    const assessed: unknown = JSON.parse(
      (await run('assess', '--input', examplePath('partner'), '--out', join(temporaryFolder(), 'r.pdf'), '--json')).answer,
    )
    expect(assessed).toMatchObject({ result: scored })
  })
})

describe('an input for another pack', () => {
  test.each([
    ['another version', { id: 'three-steps', version: '0.0.9' }, /^field pack: .*three-steps 0\.0\.9.*\(pack-mismatch\)/],
    ['another pack', { id: 'other', version: '1.0.0' }, /^field pack: .*other 1\.0\.0.*\(pack-mismatch\)/],
  ])('is refused by score and assess: %s', async (_, pack, sentence) => {
    const file = changedSupplier({ pack })
    const refused = { exitCode: 1, answer: '', progress: expect.stringMatching(sentence) }
    expect(await run('score', '--input', file, '--json')).toMatchObject(refused)
    expect(await run('assess', '--input', file, '--out', join(temporaryFolder(), 'r.pdf'))).toMatchObject(refused)
  })

  test('is refused by the hash when the text of the pack differs, and taken when the hash agrees', async () => {
    const { reference } = createPackLibrary(resourcesDirectory).current
    const other = changedSupplier({ pack: { ...reference, sha256: '0'.repeat(64) } })
    expect((await run('score', '--input', other)).progress).toMatch(/^field pack\.sha256: .*\(pack-mismatch\)/)
    expect((await run('score', '--input', changedSupplier({ pack: reference }))).exitCode).toBe(0)
    const { id, version } = reference
    expect((await run('score', '--input', changedSupplier({ pack: { id, version } }))).exitCode).toBe(0)
  })
})

describe('answers that a pack does not take', () => {
  test('are all refused at once, each with its path and code', async () => {
    const owner = { name: 'Holding', country: 'IE', shareBp: 6000, layer: 1 }
    const file = changedSupplier({
      answers: {
        'ZZ-99': { answer: 'yes' },
        'AD-02': { answer: { kind: 'text', text: 'fine' } },
        'OW-02': { answer: { kind: 'owners', owners: [owner, { ...owner, name: 'Fund' }] } },
      },
    })
    const { exitCode, progress } = await run('score', '--input', file)
    expect(exitCode).toBe(1)
    expect(progress).toMatch(/^field answers\.ZZ-99: .*\(unknown-question\)$/m)
    expect(progress).toMatch(/^field answers\.AD-02: .*\(wrong-answer-type\)$/m)
    expect(progress).toMatch(/^field answers\.OW-02: The owners of one layer .* 100 % .*\(wrong-answer-type\)$/m)
  })

  test.each([
    ['a percentage above 100', { 'OW-03': { answer: { kind: 'percent', shareBp: 10_001 } } }, /field answers\.OW-03/],
    ['a day that is in no calendar', { 'CT-05': { answer: { kind: 'date', on: '2027-02-30' } } }, /field answers\.CT-05/],
    [
      'evidence until a day that is in no calendar',
      { 'AD-02': { answer: 'yes', evidenceExpiresOn: '2027-13-01' } },
      /field answers\.AD-02\.evidenceExpiresOn/,
    ],
    ['N/A without a reason', { 'AD-02': { answer: { kind: 'not-applicable', reason: ' ', countersignedBy: '' } } }, /field answers\.AD-02/],
  ])('%s is refused with its path', async (_, answers, sentence) => {
    const { exitCode, progress } = await run('score', '--input', changedSupplier({ answers }))
    expect(exitCode).toBe(2)
    expect(progress).toMatch(sentence)
  })

  test('an answer to a question that is hidden is listed, not dropped', async () => {
    const file = changedSupplier({ answers: { 'PI-08': { answer: 'no' }, 'PI-12': { answer: 'no' } } })
    expect((await run('score', '--input', file)).answer).toMatch(/^Not used: +answers\.PI-12 \(hidden\)$/m)
  })
})

describe('screening in an input', () => {
  const screening = { screenedOn: '2026-11-20', lists: [{ listId: 'us-csl', editionOn: '2026-10-01' }], outcome: 'match' }

  test('sets a STOP and, with an old edition, makes the result stale; assess signs the same', async () => {
    const { answer } = await run('score', '--input', changedSupplier({ screening }), '--json')
    const result = z
      .looseObject({ tier: z.unknown(), flags: z.array(z.looseObject({ ruleId: z.string() })), badges: z.unknown() })
      .parse(JSON.parse(answer))
    expect(result.tier).toEqual({ best: 'critical', worst: 'critical' })
    expect(result.flags.at(-1)).toMatchObject({ ruleId: 'screening', level: 'stop', state: 'fired' })
    expect(result.badges).toContainEqual({ badge: 'stale', reasons: expect.arrayContaining([{ code: 'list-old', ids: ['us-csl'] }]) })
    const decision = { outcome: 'decline', rationale: '', conditions: [], decidedBy: 'Dana' }
    const signed = await run(
      'assess',
      '--input',
      changedSupplier({ screening, decision }),
      '--out',
      join(temporaryFolder(), 'r.pdf'),
      '--json',
    )
    expect(JSON.parse(signed.answer)).toMatchObject({
      tier: { best: 'critical', worst: 'critical' },
      verdict: { content: { state: 'recomputes' } },
    })
  })

  test.each([
    ['without a list', { ...screening, lists: [] }, /field screening\.lists names no list/],
    ['with an edition younger than the screening', { ...screening, screenedOn: '2026-09-01' }, /field screening\.lists names an edition/],
    ['with a list twice', { ...screening, lists: [...screening.lists, ...screening.lists] }, /field screening\.lists names a list twice/],
  ])('%s is refused', async (_, changed, sentence) => {
    expect((await run('score', '--input', changedSupplier({ screening: changed }))).progress).toMatch(sentence)
  })
})

describe('verify', () => {
  test('exits with an error for a tampered, an appended and an unsigned file, and says which', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'report.pdf')
    await run('assess', '--input', examplePath('supplier'), '--out', out)
    const pdf = readFileSync(out)
    const tampered = Buffer.from(pdf)
    tampered[5_000] = (tampered[5_000] ?? 0) ^ 1
    writeFileSync(join(folder, 'tampered.pdf'), tampered)
    writeFileSync(join(folder, 'appended.pdf'), Buffer.concat([pdf, Buffer.from('\n%%EOF\n')]))
    writeFileSync(join(folder, 'plain.pdf'), '%PDF-1.7\n%%EOF\n')
    expect(await run('verify', join(folder, 'tampered.pdf'))).toMatchObject({ exitCode: 1, answer: expect.stringContaining('BROKEN') })
    const appended = await run('verify', join(folder, 'appended.pdf'))
    expect(appended).toMatchObject({ exitCode: 1, answer: expect.stringContaining('CHANGED') })
    // What was compared would be the signed part, and a reader sees a later one.
    expect(appended.answer).toMatch(/^Pages: +not compared/m)
    expect(appended.answer).toMatch(/^Data inside: assessment, as first signed: /m)
    expect((await run('verify', join(folder, 'plain.pdf'))).exitCode).toBe(1)
    expect((await run('verify', join(folder, 'missing.pdf'))).exitCode).toBe(1)
    expect((await run('verify')).exitCode).toBe(2)
    expect((await run('verify', out, out)).exitCode).toBe(2)
  })
})

describe('vault check', () => {
  test('finds a vault sound, refuses a wrong passphrase, and finds damage', async () => {
    const directory = join(temporaryFolder(), 'Client.gatehouse')
    process.env['GATEHOUSE_TEST_PASSPHRASE'] = 'correct horse battery staple'
    const options = ['--passphrase-env', 'GATEHOUSE_TEST_PASSPHRASE']
    await run('assess', '--input', examplePath('supplier'), '--out', join(temporaryFolder(), 'r.pdf'), '--vault', directory, ...options)
    const sound = await run('vault', 'check', directory, ...options, '--json')
    expect(sound.exitCode).toBe(0)
    expect(JSON.parse(sound.answer)).toMatchObject({ isSound: true, problems: [], historyEntries: expect.any(Number) })
    process.env['GATEHOUSE_TEST_PASSPHRASE'] = 'something else'
    expect((await run('vault', 'check', directory, ...options)).progress).toContain('not the passphrase')
    process.env['GATEHOUSE_TEST_PASSPHRASE'] = 'correct horse battery staple'
    const database = join(directory, 'vault.db')
    const bytes = readFileSync(database)
    bytes[bytes.length - 1_000] = (bytes[bytes.length - 1_000] ?? 0) ^ 0xff
    writeFileSync(database, bytes)
    const damaged = await run('vault', 'check', directory, ...options)
    delete process.env['GATEHOUSE_TEST_PASSPHRASE']
    expect(damaged.exitCode).toBe(1)
    expect(damaged.progress + damaged.answer).toMatch(/damaged/)
  })

  test.each([['vault'], ['vault', 'open', 'x'], ['vault', 'check'], ['vault', 'check', '/nowhere/x.gatehouse']])(
    '%s %s is wrong use',
    async (...argv) => {
      expect((await run(...argv)).exitCode).toBe(2)
    },
  )
})

describe('an unknown command', () => {
  test.each([['frobnicate'], ['--help'], []])('%s is answered with the list of commands', async (...argv) => {
    const { exitCode, progress } = await run(...argv)
    expect(exitCode).toBe(2)
    expect(progress).toContain('Commands: assess, score, verify, vault')
  })
})
