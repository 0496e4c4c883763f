// Carries out what the menu and the system want of the page: a screen by its name, the palette, or the lock.
import type { LockWish, Wish } from '#shared/contract/settings.ts'
import { Route } from './route.ts'
import { useWishes } from './use-wishes.ts'

interface WishTargets {
  readonly go: (route: Route) => void
  readonly onPalette: () => void
  readonly onLock: (wish: LockWish) => void
}

function isLockWish(wish: Wish): wish is LockWish {
  return wish === 'lock' || wish.startsWith('lock-')
}

export function useGoByWish({ go, onPalette, onLock }: WishTargets): void {
  useWishes((wish) => {
    if (isLockWish(wish)) return onLock(wish)
    if (wish === 'palette') return onPalette()
    const route = Route.safeParse({ screen: wish })
    return route.success ? go(route.data) : undefined
  })
}
