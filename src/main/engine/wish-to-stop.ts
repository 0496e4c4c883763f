// The last wish of a person that a piece of work stops; the work asks for it between its steps.

export interface WishToStop {
  readonly cancel: (workId: string) => void
  readonly isCancelled: (workId: string) => boolean
}

export function createWishToStop(): WishToStop {
  let cancelled = ''
  return {
    cancel: (workId) => {
      cancelled = workId
    },
    isCancelled: (workId) => workId === cancelled,
  }
}
