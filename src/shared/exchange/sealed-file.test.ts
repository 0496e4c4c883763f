// Sealed files: whatever is not to the byte what Gatehouse wrote is refused, and no text makes the reader throw.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sha256 } from '#test/generators/exchange.ts'
import { refused } from './problem.ts'
import { hashOf, openSealed, sealText } from './sealed-file.ts'

const schema = z.strictObject({
  format: z.literal('gatehouse.test'),
  formatVersion: z.literal(1),
  words: z.array(z.string()).default([]),
  sha256: z.string(),
})
const kind = { format: 'gatehouse.test', formatVersion: 1, maxLength: 1_000, schema }
const body = { format: 'gatehouse.test', formatVersion: 1, words: ['ä', '"}]'] }
const file = sealText(body, sha256)

function codesOf(text: string): string[] {
  const opened = openSealed(text, kind, sha256)
  return opened.ok ? [] : opened.problems.map(({ code, path }) => `${code} ${path}`.trim())
}

describe('a sealed file', () => {
  test('is one line of canonical JSON that reads back as it was', () => {
    expect(file).toBe(`{"format":"gatehouse.test","formatVersion":1,"sha256":"${hashOf(body, sha256)}","words":["ä","\\"}]"]}\n`)
    expect(openSealed(file, kind, sha256)).toEqual({ ok: true, value: { ...body, sha256: hashOf(body, sha256) } })
  })

  test.each<[string, string, string]>([
    ['too long', file.padEnd(1_001), 'too-large'],
    ['nested too deeply', '['.repeat(65), 'too-deep'],
    ['cut off', file.slice(0, -3), 'not-json'],
    ['empty', '', 'not-json'],
    ['of another kind', sealText({ ...body, format: 'gatehouse.other' }, sha256), 'wrong-format format'],
    ['no object', '[]', 'wrong-format format'],
    ['without a hash', JSON.stringify(body), 'wrong-format format'],
    ['from a newer version', sealText({ ...body, formatVersion: 2 }, sha256), 'newer-version formatVersion'],
    ['from no version', sealText({ ...body, formatVersion: 0 }, sha256), 'invalid formatVersion'],
    ['changed in a letter', file.replace('ä', 'a'), 'altered sha256'],
    ['changed in a blank', file.replace(':', ': '), 'altered sha256'],
    ['without its last line feed', file.trimEnd(), 'altered sha256'],
    ['given a key twice', file.replace('{', '{"words":[],'), 'altered sha256'],
    ['with half a character', file.replace('ä', String.raw`\ud800`), 'altered sha256'],
    ['with more than it may hold', sealText({ ...body, more: 1 }, sha256), 'invalid'],
    ['with less than was written', sealText({ format: body.format, formatVersion: 1 }, sha256), 'altered'],
  ])('is refused when it is %s', (_, text, expected) => {
    expect(codesOf(text)).toEqual([expected])
  })

  test('counts only brackets outside strings as depth', () => {
    const text = sealText({ ...body, words: ['[{'.repeat(100), String.raw`\"[`.repeat(70)] }, sha256)
    expect(codesOf(text)).toEqual([])
  })

  test('says where a schema finds fault, at most a hundred times', () => {
    expect(codesOf(sealText({ ...body, words: [1, 'a', 2] }, sha256))).toEqual(['invalid words.0', 'invalid words.2'])
    const many = Array.from({ length: 150 }, (__, index) => ({ code: 'invalid' as const, path: `${index}`, message: '' }))
    expect(refused(many).problems).toHaveLength(100)
  })

  test('cannot be made of what has no JSON', () => {
    expect(() => hashOf(() => null, sha256)).toThrow('A value without JSON cannot be written to a file.')
  })
})
