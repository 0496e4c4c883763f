// The manual as the build makes it (scripts/manual/vite-manual.ts).
declare module 'virtual:manual' {
  import type { ManualPage } from '#renderer/features/help/manual-page.ts'

  export const manual: readonly ManualPage[]
}
