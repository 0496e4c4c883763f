// Writes the list of third parties as a CSV file.
import type { InputOf } from '#shared/contract/contract.ts'
import type { ListedThirdParty } from '#shared/domain/third-party-view.ts'
import { csvText } from '#shared/exchange/csv-text.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { readPart } from './list.ts'
import { readNumbersOf } from './queries.ts'

const pageSize = 500

const head = [
  'Name',
  'Name in its own script',
  'Relationships',
  'Country',
  'Registration number',
  'LEI',
  'Tags',
  'Worst tier',
  'Best tier',
  'Unconfirmed',
  'Set by',
  'STOP flags',
  'Status',
  'Last assessed',
  'Next due',
  'Put aside',
]

interface Numbers {
  readonly registrationNumber: string
  readonly lei: string
}

function cells(party: ListedThirdParty, numbers: Numbers | undefined): string[] {
  return [
    party.legalName,
    party.nativeName,
    party.relationships.join('; '),
    party.country,
    numbers?.registrationNumber ?? '',
    numbers?.lei ?? '',
    party.tags.join('; '),
    party.tier?.worst ?? '',
    party.tier?.best ?? '',
    party.isUnconfirmed ? 'yes' : 'no',
    party.driver?.title ?? '',
    String(party.stopCount),
    party.status,
    party.assessedOn ?? '',
    party.dueOn ?? '',
    party.isArchived ? 'yes' : 'no',
  ]
}

/** Writes every row of the view and returns how many there are. Refuses with `disk-full` or `place-not-writable`. */
export function exportList(context: FeatureContext, { handle, view }: InputOf<'thirdParties.export'>): number {
  const path = context.grants.pathOf(handle, 'copy')
  const store = requireStore(context)
  const { packs, applicationVersion } = context
  // A file cannot say, as the screen does, that something is still being worked out.
  refreshOutcomes({ store, packs, applicationVersion }, Number.POSITIVE_INFINITY)
  const rows: string[][] = []
  for (let offset = 0; ; offset += pageSize) {
    const page = readPart(context, { ...view, offset, limit: pageSize })
    rows.push(...page.map((party) => cells(party, store.first(readNumbersOf, { id: party.id }))))
    if (page.length < pageSize) break
  }
  writeCopy(path, Buffer.from(csvText([head, ...rows])))
  return rows.length
}
