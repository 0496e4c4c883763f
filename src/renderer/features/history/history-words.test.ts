import { describe, expect, test } from 'vitest'
import { historyKinds } from '#shared/contract/history.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { english } from '#renderer/i18n/catalogues.ts'
import { notADay } from '#renderer/ui/day-reading.ts'
import { boundsOf, entryText } from './history-words.ts'

const named = Object.entries(english.history.actions).flatMap(([kind, actions]) =>
  Object.keys(actions).map((action) => `${kind}.${action}`),
)

const sources = import.meta.glob<string>('../../../main/**/*.ts', { query: '?raw', import: 'default', eager: true })

const code = Object.entries(sources)
  .filter(([path]) => !path.endsWith('.test.ts'))
  .map(([, text]) => text)
  .join('\n')
const found = (pattern: RegExp, prefix = '') => [...code.matchAll(pattern)].map((match) => `${prefix}${String(match[1])}`)

/** Every action that the program's own code writes: named where it is written, or handed on as a name. */
const written = new Set([
  ...found(/action: '([a-zA-Z]+\.[a-zA-Z-]+)'/g),
  ...found(/changeSlots\(change, '([a-z-]+)'/g, 'keys.'),
  ...found(/savePlace\(.*'(backups\.[a-zA-Z]+)'\)/g),
])

const bare = { relationship: null, questionId: null }

describe('the words of the history', () => {
  test('cover every action that the program writes, and each belongs to a kind', () => {
    expect(written.size).toBeGreaterThan(25)
    expect([...written].filter((action) => !named.includes(action))).toEqual([])
    expect(named.filter((action) => !historyKinds.some((kind) => action.startsWith(`${kind}.`)))).toEqual([])
  })

  test('keep the name of an action of a later version, and say nothing about what is gone', () => {
    expect(entryText({ action: 'later.thing', about: null, ...bare })).toEqual({ what: 'later.thing', about: '' })
    expect(entryText({ action: 'thirdParties.add', about: 'Kestrel', ...bare })).toEqual({
      what: 'A third party was added',
      about: 'Kestrel',
    })
  })

  test('name the assessment by its relationship, and the question of an answer', () => {
    const entry = { action: 'answer.save', about: 'Kestrel', relationship: 'supplier', questionId: QuestionId.parse('AD-02') } as const
    expect(entryText(entry).about).toBe('AD-02, Kestrel, supplier')
    expect(entryText({ ...entry, questionId: null }).about).toBe('Kestrel, supplier')
  })

  test('turn a day of this computer’s calendar into the instants around it', () => {
    const { from, until } = boundsOf('2026-11-22')
    expect(new Date(from ?? '').getHours()).toBe(0)
    expect(Date.parse(until ?? '') - Date.parse(from ?? '')).toBeGreaterThanOrEqual(23 * 3_600_000)
    for (const none of ['', notADay]) expect(boundsOf(none)).toEqual({ from: null, until: null })
  })
})
