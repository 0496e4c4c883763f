import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/contract/reports.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { sizeText } from '#renderer/ui/size-text.ts'

/** Signed reports as rows; each opens by its button. */
export function ReportTable({ reports, onOpen }: { readonly reports: readonly Report[]; readonly onOpen: (id: ReportId) => void }) {
  const { t } = useTranslation('reports')
  return (
    <table className="table">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.report')}</th>
          <th scope="col">{t('columns.signed')}</th>
          <th scope="col">{t('columns.signer')}</th>
          <th scope="col">{t('columns.size')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('columns.open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, kind, subject, fileName, signedAt, signerName, sizeBytes }) => {
          const day = dayText(signedAt)
          return (
            <tr key={id}>
              <th scope="row">
                {subject} <span className="chip">{t(`kinds.${kind}`)}</span>
                <span className="table-second report-file">{fileName}</span>
              </th>
              <td>{day}</td>
              <td className="report-file">{signerName}</td>
              <td>{sizeText(sizeBytes)}</td>
              <td className="table-action">
                <Button isSmall aria-label={t('openReport', { kind: t(`kinds.${kind}`), subject, day })} onClick={() => onOpen(id)}>
                  {t('open')}
                </Button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
