// Other people's checkers of signed PDFs: how each is called, and what it must say.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../support/vault-place.ts'

const Tool = z.strictObject({ command: z.array(z.string()).nullable(), reason: z.string().nullable() })
const Tools = z.strictObject({ verapdf: Tool, dss: Tool, pyhanko: Tool, trestle: Tool })

/** What `npm run conformance` could fetch. */
const tools = Tools.parse(JSON.parse(process.env['GATEHOUSE_CONFORMANCE'] ?? 'null'))

export interface Checker {
  readonly name: string
  /** Null when it is not to be had on this machine. */
  readonly command: readonly string[] | null
  /** Throws when the checker does not approve of the file. `trusted` are certificates, PEM. */
  readonly approve: (run: (...args: string[]) => string, file: SignedFile) => void
}

export interface SignedFile {
  readonly path: string
  /** How the signatures are called: PAdES-BASELINE-B, or -T with a time-stamp. */
  readonly levels: readonly string[]
  readonly trusted: readonly string[]
  /** An instant after the last signature, at which it is checked. */
  readonly checkedAt: string
}

function run(command: readonly string[], args: readonly string[]): string {
  const [program = '', ...before] = command
  const { stdout, stderr, error } = spawnSync(program, [...before, ...args], { encoding: 'utf8', maxBuffer: 50_000_000 })
  if (error) throw new Error(`${program} could not be started: ${error.message}`)
  return stdout + stderr
}

const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): unknown => JSON.parse(line))

const veraPdf = (flavour: string): Checker => ({
  name: `veraPDF ${flavour}`,
  command: tools.verapdf.command,
  approve: (ask, { path }) => expect(ask('--flavour', flavour, '--format', 'text', path)).toMatch(/^PASS /m),
})

export const checkers: readonly Checker[] = [
  veraPdf('3a'),
  veraPdf('ua1'),
  {
    name: 'EU DSS',
    command: tools.dss.command,
    approve: (ask, { path, levels, trusted, checkedAt }) =>
      expect(jsonLines(ask(path, checkedAt, ...trusted))).toEqual(
        levels.map((format) => ({ format, indication: 'TOTAL_PASSED', isChanged: false, warningCount: 0 })),
      ),
  },
  {
    name: 'pyHanko',
    command: tools.pyhanko.command,
    approve: (ask, { path, levels, trusted }) => {
      const said = jsonLines(ask(path, ...trusted))
      expect(said).toHaveLength(levels.length)
      for (const signature of said)
        expect(signature).toMatchObject({ isIntact: true, isValid: true, isTrusted: true, keepsCertification: true })
    },
  },
  {
    name: 'pdfsig',
    command: ['pdfsig'],
    approve: (ask, { path, levels }) => expect(ask(path).match(/Signature is Valid/g)).toHaveLength(levels.length),
  },
  {
    name: 'qpdf',
    command: ['qpdf', '--check'],
    approve: (ask, { path }) => expect(ask(path)).toContain('No syntax or stream encoding errors found'),
  },
  {
    name: 'openssl',
    command: ['openssl', 'cms', '-verify', '-binary', '-inform', 'DER', '-noverify', '-out', '/dev/null'],
    approve: (ask, { path }) => {
      for (const { value, signed } of signaturesOf(readFileSync(path))) {
        const folder = temporaryFolder()
        writeFileSync(join(folder, 'value'), value)
        writeFileSync(join(folder, 'signed'), signed)
        expect(ask('-in', join(folder, 'value'), '-content', join(folder, 'signed'))).toMatch(/Verification successful/)
      }
    },
  },
]

/** Has one checker look at one file. */
export function approveBy(checker: Checker, file: SignedFile): void {
  const { command } = checker
  if (command === null) throw new Error(`${checker.name} is not to be had here.`)
  checker.approve((...args) => run(command, args), file)
}

/** What compliance-trestle says of an OSCAL file; null when it is not to be had here. */
export const askTrestle: ((path: string) => string) | null = ((command) =>
  command === null ? null : (path: string) => run(command, [path]))(tools.trestle.command)

/** Every signature value of a PDF with the bytes it covers, found by its byte range alone. */
function signaturesOf(pdf: Buffer): { value: Buffer; signed: Buffer }[] {
  const ranges = [...pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  return ranges.map((match) => {
    const [from = 0, length = 0, after = 0, rest = 0] = match.slice(1).map(Number)
    const hex = pdf.subarray(from + length + 1, after - 1).toString('latin1')
    const signed = Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(after, after + rest)])
    return { value: Buffer.from(hex.replace(/(?:00)+$/, ''), 'hex'), signed }
  })
}

/** The certificates that the signatures carry, each in a PEM file of its own. */
export function certificatesOf(path: string): string[] {
  const folder = temporaryFolder()
  return signaturesOf(readFileSync(path)).flatMap(({ value }, index) => {
    const file = join(folder, `value-${index}`)
    writeFileSync(file, value)
    const printed = run(['openssl', 'pkcs7', '-inform', 'DER', '-print_certs', '-in', file], [])
    return (printed.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((pem, number) => {
      const certificate = join(folder, `certificate-${index}-${number}.pem`)
      writeFileSync(certificate, `${pem}\n`)
      return certificate
    })
  })
}
