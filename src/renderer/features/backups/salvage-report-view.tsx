import { useTranslation } from 'react-i18next'
import type { SalvagedTable, SalvageReport } from '#shared/domain/salvage-report.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { tableName } from './table-names.ts'

/** What was saved and what was lost, table by table. */
export function SalvageReportView({ report }: { readonly report: SalvageReport }) {
  const { t } = useTranslation('backups')
  const { pages, history, standIns } = report
  const tables = report.tables.filter(({ saved, keptAside, cutOff, damagedPages }) => saved + keptAside + cutOff + damagedPages > 0)
  const missing = history.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return (
    <>
      <div role="status">
        {report.isAnythingLost ? (
          <Notice tone="warning" title={t('salvage.somethingLost')}>
            <p>{t('salvage.notRead', { pages: t('counts.pages', { count: pages.damaged }), all: pages.all })}</p>
          </Notice>
        ) : (
          <Notice tone="good" title={t('salvage.allSaved')} />
        )}
      </div>
      <table className="table">
        <caption className="visually-hidden">{t('salvage.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('salvage.records')}</th>
            <th scope="col">{t('salvage.saved')}</th>
            <th scope="col">{t('salvage.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <th scope="row">{tableName(table.name)}</th>
              <td>{table.saved.toLocaleString(pageLocale)}</td>
              <td>{lossText(table)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {standIns.thirdParties === 0 ? null : <p>{t('salvage.standIns', { count: standIns.thirdParties })}</p>}
      <p>
        {missing === 0
          ? t('salvage.history', { count: history.found })
          : t('salvage.historyMissing', { count: history.found, missing: t('salvage.missing', { count: missing }) })}{' '}
        {t('salvage.historyBegins')}
      </p>
    </>
  )
}

function lossText({ keptAside, cutOff, cutOffKeys, damagedPages }: SalvagedTable): string {
  const t = wordsIn('backups')
  const keys = cutOffKeys.length === 0 ? '' : ` (${cutOffKeys.slice(0, 3).join('; ')}${cutOffKeys.length > 3 ? '…' : ''})`
  const parts = [
    ...(cutOff > 0 ? [t('salvage.cutOff', { count: cutOff, keys })] : []),
    ...(damagedPages > 0 ? [t('salvage.stoodOn', { pages: t('counts.damagedPages', { count: damagedPages }) })] : []),
    ...(keptAside > 0 ? [t('salvage.aside', { count: keptAside })] : []),
  ]
  return parts.length === 0 ? t('salvage.nothing') : parts.join('; ')
}
