import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { countryName } from '#renderer/ui/countries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { relationshipMeanings } from './relationship-meanings.ts'

interface ThirdPartyTableProps {
  /** Whether adding one is the next thing to do. */
  readonly isFirstStep: boolean
  readonly onOpen: (id: ThirdPartyId) => void
  readonly onAdd: () => void
}

/** Everybody the organization deals with and has written down. */
export function ThirdPartyTable({ isFirstStep, onOpen, onAdd }: ThirdPartyTableProps) {
  const query = useQuery('thirdParties.list', {})
  if (query.state === 'loading') return <Waiting what="Reading the third parties…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const { thirdParties } = query.value
  if (thirdParties.length === 0) {
    return (
      <EmptyState
        title="No third party yet"
        action={
          <Button look={isFirstStep ? 'primary' : 'secondary'} onClick={onAdd}>
            <Icon name="plus" /> Add a third party
          </Button>
        }
      >
        Start with the one that reaches furthest into your crown jewels: the cloud supplier, the contract manufacturer, the new investor.
      </EmptyState>
    )
  }
  return (
    <table className="table">
      <caption className="visually-hidden">Third parties</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Relationship</th>
          <th scope="col">Country</th>
          <th scope="col">
            <span className="visually-hidden">Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {thirdParties.map((party) => (
          <tr key={party.id}>
            <th scope="row">
              <button type="button" className="link" onClick={() => onOpen(party.id)}>
                {party.legalName}
              </button>
              {party.nativeName === '' ? null : <span className="table-second">{party.nativeName}</span>}
            </th>
            <td>{party.relationships.map((kind) => relationshipMeanings[kind].label).join(', ')}</td>
            <td>{party.country === '' ? <span className="table-none">not given</span> : countryName(party.country)}</td>
            <td className="table-action">
              <Button isSmall aria-label={`Open ${party.legalName}`} onClick={() => onOpen(party.id)}>
                Open
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
