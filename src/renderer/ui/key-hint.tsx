import { useSingleKeys } from './single-keys.ts'

/** The key of one character that does the same, where such keys do something. */
export function KeyHint({ of }: { readonly of: string | undefined }) {
  const hasSingleKeys = useSingleKeys()
  if (of === undefined || !hasSingleKeys) return null
  return (
    <kbd className="choice-key" aria-hidden="true">
      {of}
    </kbd>
  )
}
