// One text for one value, so that hashes and seals over JSON do not depend on who wrote it.
import canonicalize from 'canonicalize'

/** RFC 8785 canonical JSON; throws when the value has none, such as a cycle. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no canonical JSON.')
  return text
}
