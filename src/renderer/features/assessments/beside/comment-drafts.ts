// Keeps comments that are typed and not saved: an answer to another question can take theirs off the screen, and bring it back.
import type { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { QuestionId } from '#shared/domain/ids.ts'

export type CommentDraft = Pick<ThirdPartyComment, 'text' | 'saidBy' | 'saidOn'>

export interface CommentDrafts {
  readonly of: (id: QuestionId) => CommentDraft | undefined
  /** Null when nothing is left to save. */
  readonly put: (id: QuestionId, draft: CommentDraft | null) => void
  /** Tells that the form of this question is on the screen; returns the function that tells that it is gone. */
  readonly open: (id: QuestionId) => () => void
  /** Gives up what is typed in forms on the screen. */
  readonly dropOpen: () => void
  /** Gives up what waits for its question. */
  readonly dropAside: () => void
  /** The questions whose comment waits for them, because they are not on the screen. The same list until it changes. */
  readonly aside: () => readonly QuestionId[]
  readonly subscribe: (listener: () => void) => () => void
}

/** Nothing typed yet. */
export function createCommentDrafts(): CommentDrafts {
  const drafts = new Map<QuestionId, CommentDraft>()
  const open = new Set<QuestionId>()
  const listeners = new Set<() => void>()
  let aside: readonly QuestionId[] = []
  const tell = () => {
    const now = [...drafts.keys()].filter((id) => !open.has(id))
    if (now.join(' ') !== aside.join(' ')) aside = now
    for (const listener of listeners) listener()
  }
  const drop = (isDropped: (id: QuestionId) => boolean) => {
    for (const id of drafts.keys()) if (isDropped(id)) drafts.delete(id)
    tell()
  }
  return {
    of: (id) => drafts.get(id),
    put: (id, draft) => {
      if (draft !== null) drafts.set(id, draft)
      else if (!drafts.delete(id)) return
      tell()
    },
    open: (id) => {
      open.add(id)
      tell()
      return () => {
        open.delete(id)
        tell()
      }
    },
    dropOpen: () => drop((id) => open.has(id)),
    dropAside: () => drop((id) => !open.has(id)),
    aside: () => aside,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
