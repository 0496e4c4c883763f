// The three examples, signed, as other people's tools see them: poppler, qpdf and an independent JSON Schema validator.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { exampleNames, type ExampleName, startWithSignedExample } from '../support/example.ts'
import { temporaryFolder } from '../support/vault-place.ts'

function run(command: string, ...args: string[]): { exitCode: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) throw new Error(`${command} is missing. Install it with: apt-get install poppler-utils qpdf`)
  return { exitCode: status, output: stdout + stderr }
}

async function signedCopy(name: ExampleName): Promise<string> {
  const { do: perform, grant, report } = await startWithSignedExample(name)
  const path = join(temporaryFolder(), `${name}.pdf`)
  await perform('reports.saveCopy', { reportId: report.id, handle: grant(path) })
  return path
}

describe.each(exampleNames)('the signed report of the %s example', (name) => {
  test('satisfies pdfsig, qpdf, pdfinfo and pdfdetach, and its attachment its published schema', async () => {
    const path = await signedCopy(name)
    const { output: signature } = run('pdfsig', path)
    expect(signature).toContain('Signature is Valid')
    expect(signature).toContain('Total document signed')
    expect(signature).toContain('ETSI.CAdES.detached')
    expect(run('qpdf', '--check', path)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('No syntax or stream encoding errors found'),
    })
    expect(run('pdfinfo', path).output).toMatch(/Tagged:\s+yes/)
    expect(run('pdfdetach', '-list', path).output).toContain('assessment.json')

    const attached = join(temporaryFolder(), 'assessment.json')
    expect(run('pdfdetach', '-save', '1', '-o', attached, path).exitCode).toBe(0)
    const schema: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../resources/schemas/assessment.schema.json'), 'utf8'))
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats(ajv)
    const validate = ajv.compile(Object(schema))
    const document: unknown = JSON.parse(readFileSync(attached, 'utf8'))
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...Object(document), tier: 'low' })).toBe(false)
  })
})
