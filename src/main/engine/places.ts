// The places that a person chose, by the handle the page knows them under.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Purpose } from '#shared/contract/vault.ts'

export interface Places {
  /** Lets `handle` stand for `path`, for one purpose; for any when none is said. */
  grant(handle: string, path: string, purpose?: Purpose): void
  /** Refuses with `place-unknown` when the handle was never given, or for another purpose. */
  pathOf(handle: string, purpose: Purpose): string
}

export function createPlaces(): Places {
  const places = new Map<string, { readonly path: string; readonly purpose: Purpose | undefined }>()
  return {
    grant: (handle, path, purpose) => {
      places.set(handle, { path, purpose })
    },
    pathOf: (handle, purpose) => {
      const place = places.get(handle)
      if (place === undefined || (place.purpose ?? purpose) !== purpose)
        throw new Refusal('place-unknown', 'Choose the place again; it was chosen before Gatehouse was started anew.')
      return place.path
    },
  }
}
