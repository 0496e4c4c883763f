import { describe, expect, it } from 'vitest'
import { createRevised, newerOf } from './revised.ts'

interface Note {
  readonly revision: number
  readonly text: string
}

const read: Note = { revision: 1, text: 'read' }
const add =
  (word: string) =>
  async ({ revision, text }: Note): Promise<Note> => ({ revision: revision + 1, text: `${text} ${word}` })

describe('createRevised', () => {
  it('makes each change on what the one before left, although both began on the same reading', async () => {
    const saved: Note[] = []
    const put = createRevised<Note>((note) => saved.push(note))
    const before = await Promise.all([put(read, add('first')), put(read, add('second'))])
    expect(before).toEqual([read, { revision: 2, text: 'read first' }])
    expect(saved.at(-1)).toEqual({ revision: 3, text: 'read first second' })
  })

  it('makes a change on a reading that is newer than what was saved here', async () => {
    const put = createRevised<Note>(() => undefined)
    await put(read, add('here'))
    const elsewhere = { revision: 5, text: 'saved elsewhere' }
    expect(await put(elsewhere, add('here'))).toEqual(elsewhere)
  })

  it('makes the next change on what stood when nothing was saved', async () => {
    const saved: Note[] = []
    const put = createRevised<Note>((note) => saved.push(note))
    expect(await put(read, async () => null)).toBeNull()
    expect(await put(read, add('later'))).toEqual(read)
    expect(saved).toEqual([{ revision: 2, text: 'read later' }])
  })
})

describe('newerOf', () => {
  it('shows what was saved here until a reading is as new', () => {
    const saved = { revision: 2, text: 'saved' }
    expect(newerOf(null, read)).toBe(read)
    expect(newerOf(saved, read)).toBe(saved)
    expect(newerOf(saved, { revision: 2, text: 'read again' }).text).toBe('read again')
  })
})
