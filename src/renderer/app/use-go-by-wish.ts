// Carries out what the menu and the system want of the page: a screen by its name, the palette, or the lock.
import type { LockWish, Wish } from '#shared/contract/settings.ts'
import { helpFor } from './help-pages.ts'
import { Route } from './route.ts'
import { wishStep } from '#renderer/features/assessments/step-wishes.ts'
import { useWishes } from './use-wishes.ts'

interface WishTargets {
  /** Where one is: what help is about. */
  readonly route: Route
  readonly go: (route: Route) => void
  readonly onPalette: () => void
  readonly onLock: (wish: LockWish) => void
}

function isLockWish(wish: Wish): wish is LockWish {
  return wish === 'lock' || wish.startsWith('lock-')
}

export function useGoByWish({ route: here, go, onPalette, onLock }: WishTargets): void {
  useWishes((wish) => {
    if (isLockWish(wish)) return onLock(wish)
    if (wish === 'palette') return onPalette()
    if (wish === 'undo-answer' || wish === 'redo-answer') return wishStep(wish === 'undo-answer' ? 'undo' : 'redo')
    if (wish === 'help') return go(helpFor(here.screen))
    const route = Route.safeParse({ screen: wish })
    return route.success ? go(route.data) : undefined
  })
}
