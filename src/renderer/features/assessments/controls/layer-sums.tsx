import type { Owner } from '#shared/domain/answer.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { percentText } from '#renderer/ui/numbers.ts'
import { layerSums } from '../answer-checks.ts'

/** What the owners of each layer add up to, and what that leaves unexplained. More than the whole is refused with a sentence. */
export function LayerSums({ owners }: { readonly owners: readonly Owner[] }) {
  return (
    <table className="layer-sums">
      <caption className="visually-hidden">Shares added up by layer</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">Explained</th>
          <th scope="col">Not explained</th>
        </tr>
      </thead>
      <tbody aria-live="polite">
        {layerSums(owners).map(({ layer, heldBp, unexplainedBp }) => (
          <tr key={layer} className={unexplainedBp < 0 ? 'layer-over' : undefined}>
            <th scope="row">
              {layer}
              {layer === 1 ? ' (direct)' : ''}
            </th>
            <td>{percentText(heldBp, 2)}</td>
            <td>
              {unexplainedBp < 0 ? (
                <>
                  <Icon name="warning" size={14} /> {percentText(-unexplainedBp, 2)} too much. Correct the shares, or put owners of owners
                  in the next layer.
                </>
              ) : (
                percentText(unexplainedBp, 2)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
