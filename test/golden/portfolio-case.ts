// A fictitious portfolio of any size for tests of its report: deterministic, with every state a third party can be in.
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { tiers } from '#shared/domain/tier.ts'

const id = (kind: number, number: number) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`
const hash = (digit: string) => digit.repeat(64)
const names = ['Kestrel Sequencing Services Ltd', 'Northgate Cleaning', 'Institute for Coastal Genomics', 'Blue Heron Ventures III LP', 'Umbra Cloud Hosting GmbH', 'Ostrava Precision Castings a.s.', 'Tidewater Distribution Co.']
const rules = [
  { ruleId: 'RP-01', level: 'stop', reason: 'The third party, or somebody who owns half of it, may stand on a list of restricted parties. First step: stop and ask counsel.' },
  { ruleId: 'AD-02', level: 'high', reason: 'Accounts of the third party are open to whoever has a password. First step: ask for a second factor on every account.' },
  { ruleId: 'CT-01', level: 'high', reason: 'There is no standard that third parties must meet. First step: write down ten lines that each of them signs.' },
] as const
const drivers = [
  { kind: 'domain', id: 'AD', title: 'Access and data' },
  { kind: 'domain', id: 'OW', title: 'Ownership and control' },
  { kind: 'flag', id: 'RP-01', title: rules[0].reason },
] as const
const outcomes = ['proceed', 'proceed-with-conditions', 'escalate', 'decline', null] as const
const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10)
function pick<Items extends readonly [unknown, ...unknown[]]>(items: Items, number: number): Items[number] {
  return items[number % items.length] ?? items[0]
}

function standing(number: number, relationship: string) {
  const rank = number % 4
  const best = Math.max(0, rank - (number % 3 === 0 ? 1 : 0))
  const isSigned = number % 5 !== 0
  return {
    assessmentId: id(3, number),
    relationship,
    profile: number % 2 === 0 ? 'full' : 'lite',
    status: isSigned ? 'signed' : 'draft',
    asOf: '2026-03-01',
    signedAt: isSigned ? '2026-03-02T10:00:00.000Z' : null,
    tier: { best: tiers[best], worst: tiers[rank] },
    isUnconfirmed: rank === 0 && number % 8 === 0,
    driver: pick(drivers, number),
    inherent: { best: tiers[rank], worst: tiers[rank] },
    impactWorst: (number % 4) + 1,
    exposureWorst: (Math.floor(number / 4) % 4) + 1,
    confidence: 'medium',
    badges: number % 6 === 0 ? ['provisional', 'stale'] : [],
    flags: rank < 2 ? [] : [{ ...pick(rules, number), state: number % 2 === 0 ? 'fired' : 'unresolved' }],
    findingCount: number % 40,
    answeredCount: 40,
    shownCount: 45,
    reassessOn: day((number * 37) % 900),
    outcome: pick(outcomes, number),
  }
}

function party(number: number, jewelCount: number) {
  const relationship = pick(relationshipKinds, number)
  const isAssessed = number % 11 !== 10
  const reach = { see: true, copy: number % 2 === 0, change: number % 3 === 0, stop: number % 5 === 0 }
  return {
    thirdPartyId: id(2, number),
    legalName: number < names.length ? names[number] : `${pick(['Kestrel', 'Northgate', 'Umbra', 'Tidewater', 'Halden', 'Corvid'], number)} ${pick(['Systems', 'Logistics', 'Laboratories', 'Holdings', 'Consulting'], Math.floor(number / 6))} ${number}`,
    country: 'DE',
    relationships: number % 9 === 0 ? [...new Set([relationship, 'partner'])] : [relationship],
    standings: isAssessed ? [standing(number, relationship)] : [],
    signedTiers: isAssessed && number % 4 === 1
      ? [2024, 2025, 2026].slice(number % 3).map((year, index) => ({
          assessmentId: id(4, number * 10 + index), relationship, signedAt: `${year}-03-02T10:00:00.000Z`, tier: { best: 'low', worst: tiers[(number + index) % 4] },
        }))
      : [],
    reach: Array.from({ length: jewelCount }, (_, jewel) => jewel)
      .filter((jewel) => (number + jewel) % 4 === 0)
      .map((jewel) => ({ jewelId: id(1, jewel), stated: (number + jewel) % 8 === 0 ? reach : null })),
  }
}

/** A portfolio of so many third parties, eleven crown jewels and a treatment for every fourth party. `changes` replace parts of it. */
export function portfolioCase(partyCount: number, changes: Readonly<Record<string, unknown>> = {}): PortfolioDocument {
  const jewels = ['Patient genome archive', 'Assay design files', 'Hospital price list', 'Sequencer control software', 'Sample store, building 2', 'Interpretation models', 'Consent register', 'Signing keys of the portal', 'Staff and salary data', 'Reagent recipes', 'Court files']
  return PortfolioDocument.parse({
    format: 'gatehouse.portfolio',
    formatVersion: 1,
    reportId: id(9, 1),
    organization: { name: 'Harbour Genomics, Inc.', country: 'US', activity: 'Genetic diagnosis for hospitals.', contact: 'security@harbour.example' },
    asOf: '2026-11-22',
    signedAt: '2026-11-22T09:30:15.000Z',
    crownJewels: jewels.map((name, index) => ({ id: id(1, index), name, impact: 4 - Math.floor(index / 3), note: '' })),
    parties: Array.from({ length: partyCount }, (_, number) => party(number, jewels.length)),
    treatments: Array.from({ length: Math.ceil(partyCount / 4) }, (_, number) => ({
      treatmentId: id(5, number), relationship: 'supplier', thirdPartyId: id(2, number * 4), finding: pick(['AD-02', 'OW-11', 'A signed duty to report a breach within 48 hours'], number),
      response: pick(['mitigate', 'accept', 'transfer', 'avoid'], number), action: number % 2 === 0 ? 'Write the clause into the renewal of the contract.' : '',
      ownerName: number % 3 === 0 ? '' : 'Dana Whitfield', dueOn: number % 5 === 4 ? null : day(200 + ((number * 53) % 300)), status: pick(['open', 'in-progress'], number),
      acceptedUntil: number % 4 === 1 ? day(250 + number) : null,
    })),
    signer: {
      id: id(6, 1), name: 'Rosa Lindqvist', role: 'Security officer', organization: 'Harbour Genomics, Inc.', certificateSerial: '4f1c09aa7be2d3105c88',
      certificateSha256: '9b41c07e52d8f6a3109e77b2c4d5e80f6a1b3c2d4e5f60718293a4b5c6d7e8f9', validFrom: '2026-01-01T00:00:00.000Z', validTo: '2029-01-01T00:00:00.000Z',
    },
    audit: { vaultId: id(7, 1), sequence: 412, head: hash('c') },
    application: { name: 'Gatehouse', version: '0.1.0' },
    ...changes,
  })
}
