// What a third party can be to the organization, in words.
import type { RelationshipKind } from '#shared/domain/relationship.ts'

export const relationshipMeanings: Record<RelationshipKind, { readonly label: string; readonly detail: string }> = {
  supplier: { label: 'Supplier', detail: 'sells you goods, software or services' },
  partner: { label: 'Partner', detail: 'works with you: joint research, joint venture, distributor' },
  investor: { label: 'Investor', detail: 'holds or wants a stake in you, or lends to you' },
}
