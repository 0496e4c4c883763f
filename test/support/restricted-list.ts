// Lists of restricted parties with made-up names, in the columns of the U.S. Consolidated Screening List.

/** One made-up entry; what is left out is empty. */
export interface ListedParty {
  readonly id?: string
  readonly source?: string
  readonly type?: string
  readonly programs?: string
  readonly name: string
  readonly addresses?: string
  readonly altNames?: string
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** The entries as the text of a list; rows that are already text stand as they are. */
export function restrictedList(parties: readonly (ListedParty | string)[]): string {
  const rows = parties.map((party) => {
    if (typeof party === 'string') return party
    const { id = '', source = 'Example Control List', type = 'Entity', programs = '', name, addresses = '', altNames = '' } = party
    return [id, source, type, programs, name, addresses, altNames].map(quoted).join(',')
  })
  return ['_id,source,type,programs,name,addresses,alt_names', ...rows, ''].join('\n')
}
