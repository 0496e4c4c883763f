// Waits for what the menu, the clock and the system want of the page, one wish after the other.
import { useEffect, useRef } from 'react'
import type { Wish } from '#shared/contract/settings.ts'
import { call } from '#renderer/bridge/call.ts'

/** Hands every wish to `take` until the returned function is called. */
function listen(take: (wish: Wish) => void): () => void {
  let isOver = false
  const next = async (): Promise<void> => {
    const outcome = await call('app.nextWish', {})
    if (isOver || !outcome.ok) return undefined
    if (outcome.value.wish !== null) take(outcome.value.wish)
    return next()
  }
  void next()
  return () => {
    isOver = true
  }
}

/** Calls `onWish` for every wish while the component is shown. */
export function useWishes(onWish: (wish: Wish) => void): void {
  const latest = useRef(onWish)
  useEffect(() => {
    latest.current = onWish
  })
  useEffect(() => listen((wish) => latest.current(wish)), [])
}
