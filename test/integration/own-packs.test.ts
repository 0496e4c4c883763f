// Packs and overlays of one's own: linted from the command line, taken into a vault, used for an assessment and named by its report.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { PackProblem } from '#shared/contract/packs.ts'
import { Sha256Hex } from '#shared/domain/ids.ts'
import { runCommand } from '#main/cli/run-command.ts'
import { resourcesDirectory, startEngine, startWithDraft, startWithVault } from '../support/engine-session.ts'
import { examplePath } from '../support/example.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const place = { resourcesDirectory, applicationVersion: '0.1.0' }
const inExamples = (name: string) => join(resourcesDirectory, '../examples', name)
const overlay = inExamples('own-pack.overlay.yaml')
const small = inExamples('small-pack.yaml')
const shipped = join(resourcesDirectory, 'packs/three-steps.yaml')

async function run(...argv: string[]) {
  let answer = ''
  let progress = ''
  const exitCode = await runCommand(argv, place, {
    answer: (text) => (answer += `${text}\n`),
    progress: (text) => (progress += `${text}\n`),
    onInterrupt: () => () => undefined,
  })
  return { exitCode, answer, progress }
}

function write(content: string | Uint8Array, name = 'pack.yaml'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

/** The small example with one piece of its text replaced. */
function smallWith(from: string, to: string): string {
  const text = readFileSync(small, 'utf8')
  expect(text).toContain(from)
  return write(text.replace(from, to))
}

const Report = z.looseObject({
  kind: z.enum(['pack', 'overlay']),
  isUsable: z.boolean(),
  sha256: Sha256Hex.nullable(),
  problems: z.array(PackProblem),
})

describe('pack lint', () => {
  test.each([shipped, small, overlay])('has nothing to say against %s', async (path) => {
    const { exitCode, answer } = await run('pack', 'lint', path)
    expect([exitCode, answer]).toEqual([0, expect.stringContaining('May be used: 0 errors, 0 warnings.')])
    const json = Report.parse(JSON.parse((await run('pack', 'lint', path, '--json')).answer))
    expect(json).toMatchObject({ isUsable: true, problems: [] })
    expect((await run('pack', 'hash', path)).answer.trim().split(' ').at(-1)).toBe(json.sha256)
    expect(JSON.parse((await run('pack', 'hash', path, '--json')).answer)).toMatchObject({ sha256: json.sha256 })
  })

  test('names file, line, column, place, reason and next step', async () => {
    const path = smallWith('sources: [HOUSE-1]\n\n  # A child', 'sources: [HOUSE-2]\n\n  # A child')
    const { exitCode, answer } = await run('pack', 'lint', path)
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('HOUSE-2')) + 1
    expect(exitCode).toBe(1)
    expect(answer).toContain(
      `pack.yaml:${line}:14 error questions.AD-01.sources: cites the source HOUSE-2, which is not in the list of sources; add it there or correct the name [missing-source]`,
    )
    expect(answer).toContain('May not be used yet: 1 error, 0 warnings.')
  })

  test('checks mapped controls against the catalogues, and says which one was meant', async () => {
    const { answer } = await run('pack', 'lint', smallWith('[AC-2(3), PS-7]', '[ac-02 (3), PS-7]'))
    expect(answer).toContain('names the control ac-02 (3), which is not in NIST SP 800-53 Rev. 5; did you mean AC-2(3)?')
  })

  test('lets warnings pass', async () => {
    const hard =
      'Notwithstanding organizational responsibility for administrative authorization, is documentation comprehensively maintained?'
    const { exitCode, answer } = await run('pack', 'lint', smallWith('Has the party kept access after a job was done?', hard))
    expect([exitCode, answer]).toEqual([
      0,
      expect.stringMatching(/warning questions\.AD-03\.text: reads at grade .*\n(?:.*\n)*May be used: 0 errors, 1 warning\./),
    ])
  })

  test('compares with the version before', async () => {
    const path = smallWith("badAnswer: 'yes'", "badAnswer: 'no'")
    const { exitCode, answer } = await run('pack', 'lint', path, '--previous', small)
    expect(exitCode).toBe(1)
    expect(answer).toContain('error version: is not newer than 1.0.0')
    expect(answer).toContain('error questions.AD-03.meaning: must rise')
  })

  test('reads JSON with comments like YAML', async () => {
    const json = `// the same pack as JSON\n${JSON.stringify(parse(readFileSync(small, 'utf8')), null, '\t')}`
    const [one, other] = [await run('pack', 'hash', write(json, 'pack.jsonc')), await run('pack', 'hash', small)]
    expect(one).toEqual(other)
  })

  test('refuses an overlay that changes a weight, with the line and the way out', async () => {
    const text = readFileSync(overlay, 'utf8').replace('    AD-02:\n', '    AD-02:\n      weight: 5\n')
    const { exitCode, answer } = await run('pack', 'lint', write(text))
    expect(exitCode).toBe(1)
    expect(answer).toMatch(
      /pack\.yaml:\d+:15 error change\.questions\.AD-02\.weight: may not be changed by an overlay, .* copy the pack as a new one/,
    )
  })

  test('prints a hundred problems and counts the rest, and steers no terminal', async () => {
    const many = write(`format: 1\n"\u001b[31m": 1\nquestions:\n${'  - {}\n'.repeat(60)}`)
    const { exitCode, answer } = await run('pack', 'lint', many)
    expect(exitCode).toBe(1)
    expect(answer).not.toContain('\u001b')
    const sources = Array.from(
      { length: 130 },
      (_, index) => `  - {id: X-${index}, title: T, publisher: P, publishedOn: undated, basis: primary, verifyBy: 2027-01-01}`,
    )
    const unused = smallWith('sources:\n', `sources:\n${sources.join('\n')}\n`)
    expect((await run('pack', 'lint', unused)).answer).toContain('… and 30 more; --json lists them all')
  })

  test.each([
    ['pack'],
    ['pack', 'lint'],
    ['pack', 'lint', small, small],
    ['pack', 'mend', small],
    ['pack', 'lint', small, '--colour'],
    ['pack', 'lint', small, '--previous', join(small, 'nothing')],
  ])('%s %s %s is wrong use', async (...argv) => {
    expect((await run(...argv.filter((part) => part !== undefined))).exitCode).toBe(2)
  })
})

describe('a file that is no pack', () => {
  const pipe = () => {
    const path = join(temporaryFolder(), 'pipe.yaml')
    execFileSync('mkfifo', [path])
    return path
  }
  test.each([
    ['is not there', () => join(temporaryFolder(), 'nothing.yaml'), 'The file cannot be opened.'],
    ['is a folder', () => temporaryFolder(), 'That is not a file.'],
    ['is a pipe nobody writes to', pipe, 'That is not a file.'],
    ['is a device', () => '/dev/zero', 'That is not a file.'],
    ['is empty', () => write(' \n'), 'The file is empty.'],
    ['holds 10 MB', () => write(`a: "${'x'.repeat(10_000_000)}"`), 'The file is over 4 MiB'],
    ['is UTF-16', () => write(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), 'The file is not UTF-8 text.'],
    ['is UTF-16 without a mark', () => write(new Uint8Array([0x61, 0x00, 0x3a, 0x00])), 'The file holds binary data or UTF-16 text.'],
    ['is Latin-1', () => write(new Uint8Array([0x61, 0x3a, 0x20, 0xe9])), 'The file is not UTF-8 text.'],
  ])('because it %s gets one sentence', async (_, make, sentence) => {
    const path = make()
    const { exitCode, answer, progress } = await run('pack', 'lint', path)
    expect([exitCode, answer]).toEqual([2, ''])
    expect(progress).toContain(sentence)
    expect(progress.trim().split('\n')).toHaveLength(1)
    expect((await run('score', '--input', examplePath('supplier'), '--pack', path)).progress).toContain(sentence)
  })

  test.each([
    ['a million questions', `format: 1\nquestions:\n${'  - {}\n'.repeat(590_000)}`],
    ['a picture in words', 'GIF89a'],
    ['a list', '- 1\n'],
    ['an open bracket', '['],
    ['an alias bomb', 'a: &a [1]\nb: [*a, *a]\n'],
    ['another kind of overlay', 'kind: overlay\nchange: 3\n'],
    ['nothing but null', 'null'],
  ])('but %s is refused by the lint, without a crash', async (_, text) => {
    const { exitCode, answer } = await run('pack', 'lint', write(text))
    expect([exitCode, answer]).toEqual([1, expect.stringMatching(/May not be used yet: \d+ errors?/)])
  })
})

describe('a pack of one’s own in the app', () => {
  test('is checked, taken into the vault, listed, and used by an assessment that names it', async () => {
    const session = await startWithDraft()
    const before = await session.do('packs.list', {})
    expect(before.packs.map(({ origin, isCurrent }) => ({ origin, isCurrent }))).toEqual([{ origin: 'shipped', isCurrent: true }])
    const { check } = await session.do('packs.check', { handle: session.grant(overlay) })
    expect(check).toMatchObject({
      kind: 'overlay',
      errorCount: 0,
      pack: { origin: 'kept', isCurrent: false, basedOn: { id: 'three-steps' } },
    })
    expect(await session.do('packs.list', {})).toEqual(before)
    const added = await session.do('packs.add', { handle: session.grant(overlay) })
    expect(added.isAdded).toBe(true)
    expect(await session.do('packs.add', { handle: session.grant(overlay) })).toEqual(added)
    const after = await session.do('packs.list', {})
    expect(after.packs.at(-1)).toEqual(added.check.pack)
    const packSha256 = added.check.pack?.reference.sha256 ?? ''
    const start = { thirdPartyId: session.thirdParty.id, relationship: 'supplier' as const, profile: 'full' as const }
    const { assessment } = await session.do('assessments.start', { ...start, packSha256 })
    expect(assessment.pack).toEqual(added.check.pack?.reference)
    const { pack, result } = await session.do('assessments.read', { id: assessment.id })
    expect(pack.questions.some((question) => question.id === 'PI-71')).toBe(true)
    expect(result.shown.some((shown) => JSON.stringify(shown).includes('PI-71'))).toBe(true)
    expect(await session.call('assessments.start', { ...start, packSha256: '0'.repeat(64) })).toMatchObject({
      ok: false,
      fault: { code: 'pack-unknown' },
    })
  })

  test('with an error is not taken, and the reason has its line', async () => {
    const session = await startWithVault()
    const path = smallWith('weight: 3', 'weight: 4')
    const { isAdded, check } = await session.do('packs.add', { handle: session.grant(path) })
    expect([isAdded, check.pack, check.errorCount]).toEqual([false, null, 1])
    expect(check.problems[0]).toMatchObject({ path: 'questions.AD-01.weight', message: 'is not a weight; use 1, 2, 3 or 5' })
    expect((await session.do('packs.list', {})).packs).toHaveLength(1)
  })

  test('that cannot be read is a problem in the list', async () => {
    const session = await startWithVault()
    const { check } = await session.do('packs.check', { handle: session.grant('/dev/zero') })
    expect(check).toMatchObject({ pack: null, problems: [{ rule: 'unreadable', line: 1, column: 1 }] })
  })

  test('may take neither the id of a shipped pack nor a version that is kept with other content', async () => {
    const session = await startWithVault()
    const ours = smallWith('id: example.small', 'id: three-steps')
    expect((await session.do('packs.add', { handle: session.grant(ours) })).check.problems[0]).toMatchObject({ rule: 'taken', path: 'id' })
    expect((await session.do('packs.add', { handle: session.grant(small) })).isAdded).toBe(true)
    const changed = smallWith('title: A small pack', 'title: Another small pack')
    expect((await session.do('packs.check', { handle: session.grant(changed) })).check).toMatchObject({
      pack: null,
      problems: [{ rule: 'taken', path: 'version' }],
    })
    expect((await session.do('packs.add', { handle: session.grant(shipped) })).isAdded).toBe(true)
    const newer = smallWith('version: 1.0.0', 'version: 1.0.1')
    expect((await session.do('packs.add', { handle: session.grant(newer) })).isAdded).toBe(true)
  })

  test('can be the base of an overlay once the vault keeps it', async () => {
    const session = await startWithVault()
    const onSmall = write(
      'kind: overlay\nformat: 1\nid: example.on-small\nversion: 1.0.0\npublishedOn: 2026-11-22\nbasedOn: { id: example.small, version: 1.0.0 }\ntitle: On top\ndescription: On top of the small one.\n',
    )
    const refused = await session.do('packs.check', { handle: session.grant(onSmall) })
    expect(refused.check.problems[0]?.message).toContain('base the overlay on one of three-steps')
    await session.do('packs.add', { handle: session.grant(small) })
    expect((await session.do('packs.add', { handle: session.grant(onSmall) })).isAdded).toBe(true)
  })

  test('can be checked before a vault is open, but not kept', async () => {
    const session = startEngine()
    expect((await session.do('packs.list', {})).packs).toHaveLength(1)
    expect((await session.do('packs.check', { handle: session.grant(small) })).check.pack?.reference.id).toBe('example.small')
    expect(await session.call('packs.add', { handle: session.grant(small) })).toMatchObject({ ok: false, fault: { code: 'vault-locked' } })
  })
})

describe('--pack', () => {
  test('scores and signs with a pack of one’s own, and the report recomputes in its vault', async () => {
    const out = join(temporaryFolder(), 'report.pdf')
    const { pack: _, ...answers } = z.looseObject({}).parse(JSON.parse(readFileSync(examplePath('supplier'), 'utf8')))
    const input = write(JSON.stringify({ ...answers, pack: { id: 'example.medical-devices', version: '1.0.0' } }), 'input.json')
    const assessed = await run('assess', '--input', input, '--out', out, '--pack', overlay, '--json')
    expect(assessed.exitCode, assessed.progress).toBe(0)
    expect(JSON.parse(assessed.answer)).toMatchObject({ verdict: { content: { state: 'recomputes' } } })
    const scored = await run('score', '--input', input, '--pack', overlay, '--json')
    expect([scored.exitCode, scored.answer]).toEqual([0, expect.stringContaining('PI-71')])
  })

  test('with other content under an id and version that the vault keeps is refused', async () => {
    const folder = temporaryFolder()
    process.env['GATEHOUSE_TEST_SECRET'] = passphrase
    onTestFinished(() => {
      delete process.env['GATEHOUSE_TEST_SECRET']
    })
    const { pack: _, answers: __, ...rest } = z.looseObject({}).parse(JSON.parse(readFileSync(examplePath('supplier'), 'utf8')))
    const answers = {
      'PR-01': { answer: { kind: 'several', options: ['sites'] } },
      'AD-01': { answer: 'yes' },
      'AD-03': { answer: 'no' },
    }
    const input = write(JSON.stringify({ ...rest, answers, screening: undefined }), 'input.json')
    const named = ['--vault', join(folder, 'Firm.gatehouse'), '--passphrase-env', 'GATEHOUSE_TEST_SECRET']
    const assess = (pack: string) => run('assess', '--input', input, '--out', join(folder, 'report.pdf'), '--pack', pack, ...named)
    const first = await assess(small)
    expect(first.exitCode, first.progress).toBe(0)
    const { exitCode, progress } = await assess(smallWith('title: A small pack', 'title: Another small pack'))
    expect([exitCode, progress]).toEqual([
      1,
      expect.stringContaining('version: is 1.0.0, which this vault already keeps with other content'),
    ])
  })

  test('with a pack that has errors stops before anything is recorded', async () => {
    const path = smallWith('weight: 3', 'weight: 4')
    const out = join(temporaryFolder(), 'report.pdf')
    for (const argv of [['score'], ['assess', '--out', out]]) {
      const { exitCode, progress } = await run(...argv, '--input', examplePath('supplier'), '--pack', path)
      expect([exitCode, progress]).toEqual([1, expect.stringContaining('questions.AD-01.weight: is not a weight')])
    }
  })
})

describe('docs/packs.md', () => {
  test.each([small, overlay])('shows %s as it is', (path) => {
    expect(readFileSync(join(resourcesDirectory, '../docs/packs.md'), 'utf8')).toContain(readFileSync(path, 'utf8').trim())
  })
})
