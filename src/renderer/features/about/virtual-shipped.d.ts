// What Gatehouse is made of, as the build finds it (scripts/shipped/vite-shipped.ts).
declare module 'virtual:shipped' {
  import type { ShippedPart } from '#renderer/features/about/shipped-part.ts'

  export const parts: readonly ShippedPart[]
  /** Each licence text once. */
  export const texts: readonly string[]
}
