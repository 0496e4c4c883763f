import type { SalvagedTable, SalvageReport } from '#shared/domain/salvage-report.ts'
import { countText } from '#renderer/ui/numbers.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { tableName } from './table-names.ts'

/** What was saved and what was lost, table by table. */
export function SalvageReportView({ report }: { readonly report: SalvageReport }) {
  const { pages, history, standIns } = report
  const tables = report.tables.filter(({ saved, keptAside, cutOff, damagedPages }) => saved + keptAside + cutOff + damagedPages > 0)
  const missing = history.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return (
    <>
      <div role="status">
        {report.isAnythingLost ? (
          <Notice tone="warning" title="What can be read was saved. Something is lost.">
            <p>
              {countText(pages.damaged, 'page of 4 KB', 'pages of 4 KB')} of {pages.all.toLocaleString('en-GB')} could not be read. Compare
              with your newest backup: it may hold what is missing here.
            </p>
          </Notice>
        ) : (
          <Notice tone="good" title="Everything was saved." />
        )}
      </div>
      <table className="table">
        <caption className="visually-hidden">What was saved and what was lost</caption>
        <thead>
          <tr>
            <th scope="col">Records</th>
            <th scope="col">Saved</th>
            <th scope="col">Lost or kept aside</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <th scope="row">{tableName(table.name)}</th>
              <td>{table.saved.toLocaleString('en-GB')}</td>
              <td>{lossText(table)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {standIns.thirdParties === 0 ? null : (
        <p>
          {countText(standIns.thirdParties, 'third party stands', 'third parties stand')} in for a lost one, so that its assessments can be
          read. Fill in what you know.
        </p>
      )}
      <p>
        {countText(history.found, 'entry of the old history is', 'entries of the old history are')} kept as evidence
        {missing === 0 ? '' : `; ${countText(missing, 'entry is', 'entries are')} missing`}. The history of the new vault begins with this
        salvage.
      </p>
    </>
  )
}

function lossText({ keptAside, cutOff, cutOffKeys, damagedPages }: SalvagedTable): string {
  const keys = cutOffKeys.length === 0 ? '' : ` (${cutOffKeys.slice(0, 3).join('; ')}${cutOffKeys.length > 3 ? '…' : ''})`
  const parts = [
    ...(cutOff > 0 ? [`${countText(cutOff, 'record', 'records')} lost in part${keys}`] : []),
    ...(damagedPages > 0 ? [`what stood on ${countText(damagedPages, 'damaged page', 'damaged pages')}`] : []),
    ...(keptAside > 0 ? [`${countText(keptAside, 'record', 'records')} kept aside, because what they belong to is lost`] : []),
  ]
  return parts.length === 0 ? 'nothing' : parts.join('; ')
}
