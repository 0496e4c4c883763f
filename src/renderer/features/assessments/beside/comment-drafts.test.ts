import { describe, expect, it } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import { type CommentDraft, createCommentDrafts } from './comment-drafts.ts'

const [first, second] = [QuestionId.parse('PR-05'), QuestionId.parse('PR-10')]
const draft: CommentDraft = { text: 'Only until March.', saidBy: 'Ms Aalto', saidOn: '2026-11-22' }

describe('createCommentDrafts', () => {
  it('keeps what is typed when its form goes away, and says that it waits', () => {
    const drafts = createCommentDrafts()
    const close = drafts.open(first)
    drafts.put(first, draft)
    expect(drafts.aside()).toEqual([])
    close()
    expect(drafts.aside()).toEqual([first])
    expect(drafts.of(first)).toEqual(draft)
    drafts.open(first)
    expect(drafts.aside()).toEqual([])
  })

  it('gives up what is on the screen and keeps what waits, and the other way round', () => {
    const drafts = createCommentDrafts()
    drafts.put(first, draft)
    drafts.open(second)
    drafts.put(second, draft)
    drafts.dropOpen()
    expect(drafts.of(second)).toBeUndefined()
    expect(drafts.aside()).toEqual([first])
    drafts.put(second, draft)
    drafts.dropAside()
    expect(drafts.of(first)).toBeUndefined()
    expect(drafts.of(second)).toEqual(draft)
  })

  it('tells of each change, with the same list while the same questions wait', () => {
    const drafts = createCommentDrafts()
    let told = 0
    const stop = drafts.subscribe(() => {
      told += 1
    })
    drafts.put(first, draft)
    const waiting = drafts.aside()
    drafts.put(first, { ...draft, text: 'Until April.' })
    expect(drafts.aside()).toBe(waiting)
    drafts.put(second, null)
    expect(told).toBe(2)
    stop()
    drafts.put(first, null)
    expect(told).toBe(2)
    expect(drafts.aside()).toEqual([])
  })
})
