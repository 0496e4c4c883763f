// Texts that are YAML or JSON become values with lines; everything else becomes one sentence, in bounded time.
import { describe, expect, test } from 'vitest'
import { parseText } from './parse-text.ts'

function valueOf(text: string): unknown {
  const result = parseText(text)
  return result.ok ? result.parsed.value : result.fault
}

function faultOf(text: string): string {
  const result = parseText(text)
  return result.ok ? 'no fault' : `${result.fault.place.line}:${result.fault.place.column} ${result.fault.sentence}`
}

describe('a text', () => {
  test.each([
    ['YAML', 'a: 1\nb: [x, "y"]\n', { a: 1, b: ['x', 'y'] }],
    ['YAML with comments', '# c\na: it is # c\n', { a: 'it is' }],
    ['JSON', '{"a": 1, "b": ["x"]}', { a: 1, b: ['x'] }],
    ['JSON with tabs, comments and a trailing comma', '// c\n{\n\t"a": "// no", /* c\n c */\n\t"b": [1,],\n}', { a: '// no', b: [1] }],
    ['JSON after a byte order mark', '\uFEFF{"a": 1}', { a: 1 }],
    ['words that YAML 1.1 turned into something else', 'a: yes\nb: 2026-11-22\nc: 012\n', { a: 'yes', b: '2026-11-22', c: 12 }],
    ['marks inside texts', "a: it's & fine * ! ? %\nb: |\n  & x\n  ? y\n", { a: "it's & fine * ! ? %", b: '& x\n? y\n' }],
    ['a key that means something in JavaScript', 'constructor: {a: 1}', { constructor: { a: 1 } }],
  ])('of %s is read', (_, text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  test.each([
    [
      'a key that schemas pass over without a word',
      'a:\n  "__proto__": {b: 1}\n',
      '2:3 The key "__proto__" is not a name of anything in a pack. Remove it.',
    ],
    ['a key used twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', '4:3 The key "c" stands twice here. Remove one of the two.'],
    ['a quote that is open', 'a: "x\nb: 1\n', '3:1 The file is not valid YAML or JSON here: Missing closing "quote.'],
    ['a colon too many', 'a: b: c\n', '1:4 The file is not valid YAML or JSON here: Nested mappings are not allowed in compact mappings.'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1 A second document begins here. Keep one pack in one file.'],
    ['an anchor', 'a: 1\nb: &x 1\n', '2:4 The file names a value with "&" to repeat it here, which a pack may not.'],
    ['an alias', 'b: *x\n', '1:4 The file repeats a value with "*" here'],
    ['a tag', 'b: !!binary xx\n', '1:4 The file marks a value with "!" here'],
    ['an explicit key', '? a\n: b\n', '1:1 The file marks a key with "?" here'],
    ['a directive', '%YAML 1.1\n---\na: 1\n', '1:1 The file begins with "%" here'],
    ['a list as a key', '{[1]: 2}', '1:2 The file is not valid YAML or JSON here: With stringKeys, all keys must be strings.'],
    ['brackets ten thousand deep', '['.repeat(10_000) + ']'.repeat(10_000), 'The file is nested too deeply'],
    ['keys ten thousand deep', '{a: '.repeat(10_000), 'The file is nested too deeply'],
    [
      'an alias bomb',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (__, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`,
      '1:4 The file names a value with "&"',
    ],
    ['a million entries', `questions:\n${'- a\n'.repeat(1_000_000)}`, 'The file has more entries than any question pack.'],
    [
      'a million keys',
      `{${Array.from({ length: 1_000_000 }, (__, i) => `k${i}:1`).join(',')}}`,
      'The file has more entries than any question pack.',
    ],
  ])('with %s is refused', (_, text, expected) => {
    expect(faultOf(text)).toContain(expected)
  })

  test.each([
    ['question marks', '? '.repeat(1_000_000)],
    ['ampersands', '&a '.repeat(1_000_000)],
    ['open comments', `{${'/*'.repeat(1_000_000)}`],
    ['open quotes', '{"'.repeat(1_000_000)],
    ['backslashes', `{"${'\\'.repeat(2_000_000)}`],
    ['keys that differ', `{${Array.from({ length: 100_000 }, (__, i) => `k${i}: 1`).join(',')}}`],
    ['dashes', '- '.repeat(300_000)],
    ['documents', '---\n'.repeat(300_000)],
    ['one long text', `a: "${'x'.repeat(4_000_000)}"`],
  ])('of nothing but %s takes seconds, not hours', (_, text) => {
    const startedAt = performance.now()
    parseText(text)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})

describe('a place in a text', () => {
  const text = 'title: A\nquestions:\n  - id: AD-01\n    text: B\n  - id: AD-02\n    flags: [{level: high}]\n'
  const result = parseText(text)

  test.each([
    ['title', 1, 8],
    ['questions.AD-01.text', 4, 11],
    ['questions.AD-02.flags[0].level', 6, 21],
    ['questions.AD-02.flags[7]', 6, 12],
    ['questions.AD-09', 3, 3],
    ['the file', 1, 1],
  ])('%s stands at %i:%i', (path, line, column) => {
    if (!result.ok) throw new Error(result.fault.sentence)
    expect(result.parsed.placeOf(path)).toEqual({ line, column })
  })

  test('of JSON with comments stays where it was', () => {
    const json = parseText('{\n  // a comment\n  "a": 1, /* another */ "b": 2\n}\n')
    if (!json.ok) throw new Error(json.fault.sentence)
    expect(json.parsed.placeOf('b')).toEqual({ line: 3, column: 30 })
  })
})
