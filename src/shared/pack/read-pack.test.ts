// Packs of the wrong shape are refused with a place and a reason, and never crash the reader.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packFile, question } from '#test/generators/build-pack.ts'
import { readPack } from './read-pack.ts'

const sound = packFile([question('AA-01'), question('AA-02')])

function problems(value: unknown): string[] {
  const read = readPack(value)
  return read.ok ? [] : read.problems.map((problem) => `${problem.path}: ${problem.message}`)
}

/** The sound pack with its second question changed. */
function changed(changes: object): unknown {
  return { ...sound, questions: [sound.questions[0], { ...sound.questions[1], ...changes }] }
}

describe('readPack', () => {
  test('returns the pack with what the file left out filled in', () => {
    const read = readPack(sound)
    expect(read).toMatchObject({
      ok: true,
      pack: { combinations: [], questions: [{ id: 'AA-01', flags: [], ranks: [] }, { id: 'AA-02' }] },
    })
  })

  const cases: [string, unknown, string][] = [
    ['nothing', null, 'the file: '],
    ['a text', 'pack', 'the file: '],
    ['a list', [], 'the file: '],
    ['an unknown key', { ...sound, colour: 'red' }, 'the file: '],
    ['a newer format', { ...sound, format: 2 }, 'format: '],
    ['a wrong version', { ...sound, version: 'one' }, 'version: '],
    ['a day that does not exist', { ...sound, publishedOn: '2026-02-30' }, 'publishedOn: is not a date'],
    ['no questions', { ...sound, questions: [] }, 'questions: '],
    ['questions that are not a list', { ...sound, questions: 'many' }, 'questions: '],
    ['a question that is not an object', { ...sound, questions: [3] }, 'questions[0]: '],
    [
      'a question with an odd id',
      { ...sound, questions: [{ ...sound.questions[0], id: 'a1' }] },
      'questions.a1.id: is not a question id such as AD-02',
    ],
    ['a question whose id is a number', { ...sound, questions: [{ ...sound.questions[0], id: 7 }] }, 'questions[0].id: '],
    ['a weight off the scale', changed({ weight: 4 }), 'questions.AA-02.weight: is not a weight; use 1, 2, 3 or 5'],
    ['an empty question', changed({ text: '  ' }), 'questions.AA-02.text: is empty'],
    ['a huge question', changed({ text: 'x'.repeat(100_000) }), 'questions.AA-02.text: is longer than 400 characters'],
    ['text that cannot be printed', changed({ text: 'a\u0000b' }), 'questions.AA-02.text: contains characters that cannot be printed'],
    ['a condition of no known form', changed({ shownIf: { eval: '1' } }), 'questions.AA-02.shownIf: is not a condition; use all, any, not'],
    ['an unknown kind of answer', changed({ answer: { kind: 'drawing' } }), 'questions.AA-02.answer.kind: '],
    [
      'an undated source',
      { ...sound, sources: [{ ...sound.sources[0], publishedOn: 'long ago' }] },
      'sources.S1.publishedOn: is not a year, month or day',
    ],
    ['a lint problem', { ...sound, questions: [sound.questions[0], sound.questions[0]] }, 'questions.AA-01: is used twice'],
  ]
  test.each(cases)('refuses %s', (_, value, expected) => {
    expect(
      problems(value).some((problem) => problem.startsWith(expected)),
      problems(value).join('\n'),
    ).toBe(true)
  })

  test('refuses what is nested too deeply, and what holds itself', () => {
    let deep: unknown = { bad: 'AA-01' }
    for (let level = 0; level < 10_000; level += 1) deep = { not: deep }
    expect(problems(changed({ shownIf: deep }))).toEqual(['the file: is nested more than 60 levels deep; a pack needs far fewer'])
    const loop: { self?: unknown } = {}
    loop.self = loop
    expect(problems(loop)).toEqual(['the file: is nested more than 60 levels deep; a pack needs far fewer'])
  })

  test('reads a pack of a million questions as too long, not as a crash', () => {
    expect(
      problems({ ...sound, questions: Array.from({ length: 1_000_000 }, () => null) }).some((problem) => problem.startsWith('questions: ')),
    ).toBe(true)
  })

  test('names at most a hundred problems of shape', () => {
    expect(problems({ ...sound, questions: Array.from({ length: 900 }, () => ({})) })).toHaveLength(100)
  })

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => !readPack(value).ok))
    const replaced = fc.tuple(fc.constantFrom(...Object.keys(sound)), fc.anything())
    fc.assert(fc.property(replaced, ([key, value]) => typeof readPack({ ...sound, [key]: value }).ok === 'boolean'))
  })
})
