// What the command line must not do: replace what is not its own, wait for ever, or leave half of something behind.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '#main/cli/run-command.ts'
import { createVault } from '#main/store/vault.ts'
import { resourcesDirectory, startEngine } from '../support/engine-session.ts'
import { examplePath, readExample, startWithSignedExample } from '../support/example.ts'
import { passphrase, temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

type CleanUp = () => void

interface Watching {
  readonly onInterrupt: (cleanUp: CleanUp) => () => void
  readonly onProgress: (text: string) => void
}
const unwatched: Watching = { onInterrupt: () => () => undefined, onProgress: () => undefined }

async function run(argv: readonly string[], { onInterrupt, onProgress }: Watching = unwatched) {
  let answer = ''
  let progress = ''
  const tell = (text: string) => {
    progress += `${text}\n`
    onProgress(text)
  }
  const place = { resourcesDirectory, applicationVersion: '0.1.0' }
  const exitCode = await runCommand(argv, place, { answer: (text) => (answer += `${text}\n`), progress: tell, onInterrupt })
  return { exitCode, answer, progress }
}

function writeInput(content: unknown): string {
  const path = join(temporaryFolder(), 'input.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

function makePipe(): string {
  const path = join(temporaryFolder(), 'pipe.pdf')
  execFileSync('mkfifo', [path])
  return path
}

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
const supplier = readExample('supplier')

describe('an output', () => {
  test('that is the input itself is refused, whatever way it is written', async () => {
    const input = writeInput(supplier)
    const before = readFileSync(input)
    for (const out of [input, join(dirname(input), '.', '..', String(dirname(input).split('/').at(-1)), 'input.json')]) {
      const { exitCode, progress } = await run(['assess', '--input', input, '--out', out])
      expect(exitCode).toBe(2)
      expect(progress).toMatch(/names the input file itself/)
    }
    expect(readFileSync(input).equals(before)).toBe(true)
  })

  test('that is a file of a vault is refused before anything is recorded, and by the engine too', async () => {
    const directory = join(temporaryFolder(), 'Client.gatehouse')
    await createVault(directory, passphrase, vaultEnvironment())
    const database = join(directory, 'vault.db')
    const before = readFileSync(database)
    const { exitCode, progress } = await run(['assess', '--input', examplePath('supplier'), '--out', database])
    expect([exitCode, progress]).toEqual([2, expect.stringMatching(/inside a vault/)])
    const session = await startWithSignedExample('supplier')
    expect(await session.call('reports.saveCopy', { reportId: session.report.id, handle: session.grant(database) })).toEqual(
      refused('place-not-writable'),
    )
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  test('that is a device, a pipe or a folder is refused and stays what it is', async () => {
    const pipe = makePipe()
    for (const out of ['/dev/null', pipe, dirname(pipe)]) {
      const { exitCode, progress } = await run(['assess', '--input', examplePath('supplier'), '--out', out])
      expect([exitCode, progress], out).toEqual([2, expect.stringMatching(/is not a file/)])
    }
  })

  test('with too long a name or in a file is refused with a sentence', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    for (const out of [join(folder, `${'x'.repeat(300)}.pdf`), join(folder, 'file', 'x.pdf')]) {
      const { exitCode, progress } = await run(['assess', '--input', examplePath('supplier'), '--out', out])
      expect([exitCode, progress], out).toEqual([2, expect.stringMatching(/with --out|Change --out/)])
    }
    const { exitCode } = await run(['assess', '--input', examplePath('supplier'), '--out', join(folder, `${'x'.repeat(245)}.pdf`)])
    expect(exitCode).toBe(0)
  })
})

describe('a file to read', () => {
  test('that is a pipe nobody writes to is refused at once', async () => {
    const pipe = makePipe()
    expect((await run(['verify', pipe])).progress).toMatch(/not a file/)
    expect((await run(['verify', '/dev/zero'])).progress).toMatch(/not a file/)
    expect((await run(['score', '--input', pipe])).progress).toMatch(/is not a file/)
    expect((await run(['score', '--input', join(dirname(pipe), 'x'.repeat(300))])).progress).toMatch(/cannot be reached/)
    const session = startEngine()
    expect(await session.call('verify.file', { handle: session.grant(pipe) })).toEqual(refused('file-not-readable'))
  })
})

describe('an input in which something would be dropped without a word', () => {
  test.each([
    ['two answers to one question', '"AD-02":{"answer":"no","evidence":"A"}', /field answers\.AD-02 stands twice; keep one of the two/],
    ['an answer to __proto__', '"__proto__":{"answer":"no","evidence":"A"}', /field answers\.__proto__ is no name of a field; remove it/],
  ])('is refused: %s', async (_what, entry, sentence) => {
    const input = join(temporaryFolder(), 'input.json')
    writeFileSync(input, JSON.stringify(supplier).replace('"answers":{', `"answers":{${entry},`))
    expect(await run(['score', '--input', input])).toMatchObject({ exitCode: 2, answer: '', progress: expect.stringMatching(sentence) })
  })
})

describe('a pack of other content under the id of a shipped one', () => {
  test('is refused by score and assess, and the shipped text itself is taken', async () => {
    const shipped = join(resourcesDirectory, 'packs', 'three-steps.yaml')
    const scoring = ['score', '--input', examplePath('supplier'), '--pack']
    expect((await run([...scoring, shipped])).exitCode).toBe(0)
    const other = join(temporaryFolder(), 'pack.yaml')
    writeFileSync(other, readFileSync(shipped, 'utf8').replace('weight: 5', 'weight: 1'))
    const sentence = /is three-steps, the id of a pack that comes with Gatehouse; give yours an id of its own/
    expect(await run([...scoring, other])).toMatchObject({ exitCode: 1, answer: '', progress: expect.stringMatching(sentence) })
    const assessing = ['assess', '--input', examplePath('supplier'), '--out', join(temporaryFolder(), 'r.pdf'), '--pack', other]
    expect(await run(assessing)).toMatchObject({ exitCode: 1, answer: '', progress: expect.stringMatching(sentence) })
  })
})

describe('an input that cannot be signed', () => {
  test.each([
    [
      'names an option that the question does not offer',
      { 'PR-06': { answer: { kind: 'choice', option: 'weaks' } } },
      /PR-06 names something/,
    ],
    ['asks something the pack does not', { 'ZZ-99': { answer: 'yes' } }, /ZZ-99/],
  ])('because it %s makes no vault and records nothing', async (_why, answers, sentence) => {
    const folder = temporaryFolder()
    process.env['GATEHOUSE_TEST_SECRET'] = passphrase
    onTestFinished(() => {
      delete process.env['GATEHOUSE_TEST_SECRET']
    })
    const input = writeInput({ ...supplier, answers: { ...supplier.answers, ...answers } })
    const named = ['--vault', join(folder, 'Client.gatehouse'), '--passphrase-env', 'GATEHOUSE_TEST_SECRET']
    const { exitCode, progress } = await run(['assess', '--input', input, '--out', join(folder, 'r.pdf'), ...named])
    expect([exitCode, progress]).toEqual([1, expect.stringMatching(sentence)])
    expect(readdirSync(folder)).toEqual([])
    expect((await run(['score', '--input', input])).progress).toMatch(sentence)
  })

  test('or that describes another firm than the vault does changes nothing in it', async () => {
    const folder = temporaryFolder()
    const directory = join(folder, 'Client.gatehouse')
    process.env['GATEHOUSE_TEST_SECRET'] = passphrase
    onTestFinished(() => {
      delete process.env['GATEHOUSE_TEST_SECRET']
    })
    const named = ['--vault', directory, '--passphrase-env', 'GATEHOUSE_TEST_SECRET']
    await run(['assess', '--input', examplePath('supplier'), '--out', join(folder, 'one.pdf'), ...named])
    const before = readFileSync(join(directory, 'vault.db'))
    const input = writeInput({ ...supplier, organization: { ...supplier.organization, name: 'Another Firm, Inc.' } })
    const { exitCode, progress } = await run(['assess', '--input', input, '--out', join(folder, 'two.pdf'), ...named])
    expect([exitCode, progress]).toEqual([1, expect.stringMatching(/vault is that of Brightwell.+describes Another Firm/)])
    const lighter = writeInput({
      ...supplier,
      crownJewels: supplier.crownJewels.map((jewel) => ({ ...jewel, impact: jewel.impact === 1 ? 2 : 1 })),
    })
    const weighed = await run(['assess', '--input', lighter, '--out', join(folder, 'two.pdf'), ...named])
    expect([weighed.exitCode, weighed.progress]).toEqual([1, expect.stringMatching(/has impact \d in the file and \d in the vault/)])
    expect(readFileSync(join(directory, 'vault.db')).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'two.pdf'))).toBe(false)
  })
})

describe('a command that is stopped half way', () => {
  test('takes its temporary vault away', async () => {
    const folder = temporaryFolder()
    const before = process.env['TMPDIR']
    mkdirSync(join(folder, 'temporary'))
    process.env['TMPDIR'] = join(folder, 'temporary')
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    const seen: number[] = []
    const count = () => seen.push(readdirSync(join(folder, 'temporary')).length)
    let stop: CleanUp = () => undefined
    const { exitCode } = await run(['assess', '--input', examplePath('supplier'), '--out', join(folder, 'r.pdf')], {
      onInterrupt: (cleanUp) => {
        stop = cleanUp
        return () => undefined
      },
      onProgress: (text) => {
        if (!text.startsWith('Rendering')) return
        count()
        stop()
        count()
      },
    })
    expect(exitCode).toBe(1)
    expect(seen).toEqual([1, 0])
  })
})
