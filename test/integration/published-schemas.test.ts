// The published JSON Schemas are those of the code, and an independent validator accepts with them what the code accepts.
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemaFiles } from '#shared/published-schemas.ts'
import { exampleNames, examplePath } from '#test/support/example.ts'
import { shippedPackText } from '#test/generators/shipped-pack.ts'

const folder = new URL('../../resources/schemas/', import.meta.url)

describe('the published schemas', () => {
  test.each(schemaFiles)('$file is what the code says; otherwise run node scripts/generate-schemas.ts', ({ file, text }) => {
    expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text)
  })

  test('the folder holds nothing else', () => {
    expect(readdirSync(folder).toSorted()).toEqual(schemaFiles.map(({ file }) => file).toSorted())
  })

  test('the shipped pack is valid, and a pack with a wrong weight or an odd condition is not', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('pack.schema.json', folder), 'utf8'))
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats(ajv)
    const validate = ajv.compile(Object(schema))
    const pack = parse(shippedPackText())
    expect(validate(pack), JSON.stringify(validate.errors)).toBe(true)
    const [first, ...others] = pack.questions
    expect(validate({ ...pack, questions: [{ ...first, weight: 4 }, ...others] })).toBe(false)
    expect(validate({ ...pack, questions: [{ ...first, shownIf: { eval: 'true' } }, ...others] })).toBe(false)
  })

  test.each(exampleNames)('the %s example is valid, and one with an unknown field or a misspelt answer is not', (name) => {
    const schema: unknown = JSON.parse(readFileSync(new URL('assessment-input.schema.json', folder), 'utf8'))
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    formats(ajv)
    const validate = ajv.compile(Object(schema))
    const input: unknown = JSON.parse(readFileSync(examplePath(name), 'utf8'))
    expect(validate(input), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({ ...Object(input), extra: 1 })).toBe(false)
    expect(validate({ ...Object(input), answers: { 'AD-02': { answer: 'maybe' } } })).toBe(false)
  })
})
