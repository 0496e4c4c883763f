import { useTranslation } from 'react-i18next'
import type { HitDetail } from '#shared/contract/screening.ts'
import { percentText } from '#renderer/ui/numbers.ts'

const permille = (mille: number) => percentText(mille * 10)

/** Every part of the likeness: which words pair, what each pair counts, and what lowers the whole. */
export function ScoreTable({ hit: { content, scoreMille } }: { readonly hit: HitDetail }) {
  const { t } = useTranslation('screening')
  const { parts, deductions } = content
  return (
    <section className="screening-score" aria-label={t('hit.parts')}>
      <h3>{t('hit.score', { percent: permille(scoreMille) })}</h3>
      <p className="screening-quiet">{t('hit.partsText')}</p>
      <table className="table" aria-label={t('hit.parts')}>
        <thead>
          <tr>
            <th scope="col">{t('hit.asked')}</th>
            <th scope="col">{t('hit.listed')}</th>
            <th scope="col">{t('hit.kind')}</th>
            <th scope="col">{t('hit.weight')}</th>
            <th scope="col">{t('hit.counts')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ kind, asked, listed, edits, weight, scoreMille: part }) => (
            <tr key={`${kind} ${asked} ${listed}`}>
              <td>{asked}</td>
              <td>{listed}</td>
              <td>{kind === 'similar' ? t('hit.kinds.similar', { count: edits }) : t(`hit.kinds.${kind}`)}</td>
              <td>{permille(weight)}</td>
              <td>{permille(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {deductions.length === 0 ? null : (
        <p>
          {t('hit.deductions')}{' '}
          {deductions
            .map(({ code, factorMille }) => t('hit.deduction', { percent: permille(factorMille), why: t(`hit.codes.${code}`) }))
            .join('; ')}
        </p>
      )}
    </section>
  )
}
