// Lint: the Lite profile asks something in every domain that the full one asks in.
import type { Pack } from '../domain/pack.ts'
import { relationshipKinds, type Profile, type RelationshipKind } from '../domain/relationship.ts'
import { isAsked } from '../scoring/plan.ts'
import type { Finding } from './problem.ts'

function domainsAsked(pack: Pack, relationship: RelationshipKind, profile: Profile): Set<string> {
  return new Set<string>(pack.questions.filter((question) => isAsked(question, relationship, profile)).map((question) => question.domain))
}

/** Domains that a Lite run of some relationship would leave out altogether, so that nobody would see that they were not looked at. */
export function lintLite(pack: Pack): Finding[] {
  const missing = new Map<string, RelationshipKind[]>()
  for (const relationship of relationshipKinds) {
    const inLite = domainsAsked(pack, relationship, 'lite')
    for (const domain of domainsAsked(pack, relationship, 'full'))
      if (!inLite.has(domain)) missing.set(domain, [...(missing.get(domain) ?? []), relationship])
  }
  return [...missing].map(([domain, relationships]) => ({
    path: `domains.${domain}`,
    message: `has no question in the Lite profile for ${relationships.join(', ')}; mark the most important one isLite: true`,
  }))
}
