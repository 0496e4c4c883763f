// Reads one row of a list as a third party with its profile; what cannot be understood is marked and kept as a note.
import type { CellProblem, ListField } from '#shared/contract/import.ts'
import { Contact } from '#shared/domain/contact.ts'
import { Lei, plainLei } from '#shared/domain/lei.ts'
import { type RelationshipKind, relationshipKinds } from '#shared/domain/relationship.ts'
import { ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { mostOfEach, type NameKind, ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { foldedTokens } from '#shared/screening/fold.ts'
import { readCountry } from './country-names.ts'
import { type ListRow, listLimits } from './limits.ts'

export interface ColumnPlan {
  /** What each column holds, and what it is called. */
  readonly fields: readonly (ListField | null)[]
  readonly names: readonly string[]
  /** For rows that say nothing themselves. */
  readonly relationships: readonly RelationshipKind[]
  readonly country: string
}

export interface ReadRow {
  readonly number: number
  readonly details: ThirdPartyDetails
  readonly profile: ThirdPartyProfile
  readonly problems: readonly { readonly column: number; readonly problem: CellProblem }[]
  /** No third party can be made of it: it has no name, or one that is too long. */
  readonly isRefused: boolean
}

interface Cell {
  readonly column: number
  readonly text: string
}

type Problems = { readonly column: number; readonly problem: CellProblem }[]

/** Names for one relationship or another, with bars between; folded. */
const relationshipNames: Readonly<Record<RelationshipKind, string>> = {
  supplier:
    'supplier|suppliers|vendor|vendors|contractor|subcontractor|service provider|provider|manufacturer|distributor|outsourcer|' +
    'processor|sub processor|subprocessor|lieferant|fournisseur|proveedor',
  partner:
    'partner|partners|joint venture|jv|alliance|university|research partner|business partner|collaborator|technology partner|reseller',
  investor: 'investor|investors|shareholder|venture fund|fund|vc|private equity|owner',
}
const kindByName = new Map(relationshipKinds.flatMap((kind) => relationshipNames[kind].split('|').map((name) => [name, kind] as const)))

const folded = (text: string) =>
  foldedTokens(text)
    .map((token) => token.text)
    .join(' ')

/** Tabs and line breaks become blanks; other control characters, which no field takes, go. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f]/gu, '')
    .trim()
}

function severalLines(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '')
    .trim()
}

/** What a spreadsheet shows where a formula could not be worked out. */
const formulaError = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

/** The cells of a row by what they hold, cleaned; several columns may hold the same. */
function cellsByField({ cells }: ListRow, plan: ColumnPlan, problems: Problems): Map<ListField, Cell[]> {
  const byField = new Map<ListField, Cell[]>()
  for (const [column, field] of plan.fields.entries()) {
    const raw = cells[column] ?? ''
    if (field === null || raw === '') continue
    if (formulaError.test(raw)) problems.push({ column, problem: 'formula-error' })
    else byField.set(field, [...(byField.get(field) ?? []), { column, text: field === 'note' ? severalLines(raw) : oneLine(raw) }])
  }
  return byField
}

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code)
}

/** Reads the cells of one row. */
function createReader(row: ListRow, plan: ColumnPlan) {
  const problems: Problems = []
  const leftOver: string[] = []
  const byField = cellsByField(row, plan, problems)
  const refuse = ({ column, text }: Cell, problem: CellProblem) => {
    problems.push({ column, problem })
    leftOver.push(`${plan.names[column] ?? ''}: ${text}`)
  }
  const cellsOf = (field: ListField) => byField.get(field) ?? []
  /** The first cell with a text for this field, no longer than the field takes. */
  const text = (field: ListField, maxLength: number): string => {
    const [cell, ...others] = cellsOf(field)
    for (const other of others) refuse(other, 'too-many')
    if (cell === undefined || cell.text.length <= maxLength) return cell?.text ?? ''
    refuse(cell, 'too-long')
    return ''
  }
  /** The same, for a text that has a form of its own. */
  const checked = (field: ListField, problem: CellProblem, read: (text: string) => string | null): string => {
    const found = text(field, 300)
    if (found === '') return ''
    const value = read(found)
    const [cell] = cellsOf(field)
    if (value === null && cell !== undefined) refuse(cell, problem)
    return value ?? ''
  }
  return { problems, leftOver, refuse, cellsOf, text, checked }
}

type Reader = ReturnType<typeof createReader>

function readRelationships({ cellsOf, refuse }: Reader, plan: ColumnPlan): RelationshipKind[] {
  const found = new Set<RelationshipKind>()
  for (const cell of cellsOf('relationships')) {
    const kinds = cell.text
      .split(/[,;/|+&]|\band\b/iu)
      .map(folded)
      .filter((name) => name !== '')
      .map((name) => kindByName.get(name))
    for (const kind of kinds) if (kind !== undefined) found.add(kind)
    if (kinds.includes(undefined)) refuse(cell, 'relationship-unknown')
  }
  return relationshipKinds.filter((kind) => (found.size === 0 ? plan.relationships.includes(kind) : found.has(kind)))
}

function readNames(reader: Reader): ThirdPartyProfile['names'] {
  const ofKind = (field: ListField, kind: NameKind) =>
    reader.cellsOf(field).flatMap((cell) => {
      const names = cell.text
        .split(/[;|]/u)
        .map((name) => name.trim())
        .filter((name) => name !== '')
      if (names.every((name) => name.length <= 300)) return names.map((name) => ({ kind, name, until: '' as const }))
      reader.refuse(cell, 'too-long')
      return []
    })
  return [...ofKind('formerNames', 'former'), ...ofKind('tradingNames', 'trading')].slice(0, mostOfEach)
}

function readIdentifiers({ text }: Reader): ThirdPartyProfile['identifiers'] {
  const found = [
    { type: 'VAT or tax number', value: text('vat', 100) },
    { type: 'D-U-N-S number', value: text('duns', 100) },
  ]
  return found.filter(({ value }) => value !== '')
}

function readAddresses({ text }: Reader, country: string): ThirdPartyProfile['addresses'] {
  const address = { street: text('street', 300), postalCode: text('postalCode', 30), city: text('city', 150), region: text('region', 150) }
  return Object.values(address).every((part) => part === '') ? [] : [{ kind: 'registered', ...address, country }]
}

function readContacts({ text, checked }: Reader): ThirdPartyProfile['contacts'] {
  const { email, phone } = Contact.shape
  const contact = {
    name: text('contactName', 200),
    role: text('contactRole', 200),
    email: checked('contactEmail', 'email-odd', (found) => email.safeParse(found).data ?? null),
    phone: checked('contactPhone', 'phone-odd', (found) => phone.safeParse(found).data ?? null),
    note: '',
  }
  const isThere = contact.name !== '' || contact.email !== '' || contact.phone !== ''
  // A contact has a name; where a list gives only a role or an address, that is what the person is known by.
  return isThere ? [{ ...contact, name: contact.name || contact.role || contact.email || contact.phone }] : []
}

function readNote({ cellsOf, leftOver }: Reader): string {
  const notes = cellsOf('note').map(({ text }) => text)
  return [...notes, ...leftOver].join('\n').slice(0, listLimits.cellLength).toWellFormed()
}

function noteProblems({ cellsOf, problems }: Reader): void {
  for (const { column, text } of cellsOf('note')) if (text.length > listLimits.cellLength) problems.push({ column, problem: 'too-long' })
}

function nameProblem(cells: readonly Cell[]): CellProblem | null {
  const [cell] = cells
  if (cell === undefined || cell.text === '') return 'name-missing'
  return cell.text.length > 300 ? 'name-too-long' : null
}

/** The third party that a row describes. Every cell is either in it, marked as a problem, or of a column that is left out. */
export function readRow(row: ListRow, plan: ColumnPlan): ReadRow {
  const reader = createReader(row, plan)
  const { problems, text, checked, cellsOf } = reader
  const wrong = nameProblem(cellsOf('legalName'))
  const nameColumn = plan.fields.indexOf('legalName')
  if (wrong !== null) problems.push({ column: nameColumn, problem: wrong })
  const legalName = wrong === null ? text('legalName', 300) : ''
  const country = checked('country', 'country-unknown', readCountry) || plan.country
  const profile = {
    lei: checked('lei', 'not-lei', (found) => Lei.safeParse(plainLei(found)).data ?? null),
    identifiers: readIdentifiers(reader),
    names: readNames(reader),
    addresses: readAddresses(reader, isCountry(country) ? country : ''),
    jurisdictions: [],
    contacts: readContacts(reader),
    website: text('website', 300),
  }
  const given = {
    legalName,
    nativeName: text('nativeName', 300),
    registrationNumber: text('registrationNumber', 100),
    country,
    relationships: readRelationships(reader, plan),
  }
  noteProblems(reader)
  const details = { ...given, note: readNote(reader) }
  return {
    number: row.number,
    details: wrong === null ? ThirdPartyDetails.parse(details) : details,
    profile: ThirdPartyProfile.parse(profile),
    problems,
    isRefused: wrong !== null,
  }
}
