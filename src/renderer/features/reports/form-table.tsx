import { useTranslation } from 'react-i18next'
import type { ReportVersion } from '#shared/contract/signatures.ts'
import { momentText } from './moment-text.ts'

/** Each form of a report, the first one first, with the hash of its file. */
export function FormTable({ versions }: { readonly versions: readonly ReportVersion[] }) {
  const { t } = useTranslation('signatures')
  const newest = versions.at(-1)
  return (
    <>
      <table className="table">
        <caption className="visually-hidden">{t('forms')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.what')}</th>
            <th scope="col">{t('columns.by')}</th>
            <th scope="col">{t('columns.when')}</th>
            <th scope="col">{t('columns.hash')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.number}>
              <td>{t(`kinds.${version.kind}`)}</td>
              <td>{version.madeBy}</td>
              <td>{momentText(version.madeAt)}</td>
              <td className="code">{version.sha256.slice(0, 16)}…</td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest === undefined ? null : (
        <dl className="facts">
          <div>
            <dt>{t('newestHash')}</dt>
            <dd className="code">{newest.sha256}</dd>
          </div>
        </dl>
      )}
    </>
  )
}
