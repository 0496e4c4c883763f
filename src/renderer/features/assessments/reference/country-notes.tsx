import { useTranslation } from 'react-i18next'
import type { CountryNotice, LawNotice, ListNotice } from '#shared/contract/reference.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { approvalWords, effectWords, informsOnly, noticeSummary, standingWords } from './notice-words.ts'

const joined = new Intl.ListFormat(pageLocale, { type: 'conjunction' })

/** What dated lists and laws say about one country. It opens; the line says how much is behind it. */
export function CountryNotes({ notice }: { readonly notice: CountryNotice }) {
  const { t } = useTranslation('reference')
  const name = countryName(notice.code)
  return (
    <details className="notes">
      <summary>
        {noticeSummary(notice)}
        <span className="visually-hidden"> {t('summary.for', { country: name })}</span>
      </summary>
      <p className="notes-fixed">{informsOnly}</p>
      {notice.lists.length === 0 ? <p>{t('noList', { country: name })}</p> : null}
      {notice.lists.map((list) => (
        <ListNote key={list.id} list={list} />
      ))}
      {notice.laws.length === 0 ? <p>{t('noLaw', { country: name })}</p> : null}
      {notice.laws.map((law) => (
        <LawNote key={law.id} law={law} />
      ))}
    </details>
  )
}

function ListNote({ list }: { readonly list: ListNotice }) {
  const { t } = useTranslation('reference')
  return (
    <div className="note-card">
      <p className="note-title">
        <strong>{list.title}</strong>
        <span className={`chip chip-${list.standing}`}>{standingWords[list.standing]}</span>
        {list.bearing === 'eases' ? <span className="chip">{t('list.eases')}</span> : null}
      </p>
      <p className="note-meta">
        {list.since === null
          ? t('list.names', { instrument: list.instrument, authority: list.authority, name: list.as })
          : t('list.namesSince', { instrument: list.instrument, authority: list.authority, name: list.as, day: dayText(list.since) })}
      </p>
      <p>{list.effect}</p>
      <p>{list.doesNotMean}</p>
      {list.statusNote === null ? null : <p>{list.statusNote}</p>}
      <CheckBy verifyBy={list.verifyBy} isOverdue={list.isOverdue} />
    </div>
  )
}

function LawNote({ law }: { readonly law: LawNotice }) {
  const { t } = useTranslation('reference')
  return (
    <details className="note-card note-law">
      <summary>
        <strong>{law.title}</strong> <span className={`chip chip-${law.standing}`}>{standingWords[law.standing]}</span>
        <span className="note-meta"> {joined.format(law.effects.map((effect) => effectWords[effect]))}</span>
      </summary>
      <ul className="note-provisions">
        {law.provisions.map((provision) => (
          <li key={provision.article}>
            <strong>{provision.article}</strong> {provision.says}
          </li>
        ))}
      </ul>
      <p>
        {law.inForceSince === null ? '' : `${t('law.since', { day: law.inForceSince })} `}
        {approvalWords[law.approval]}
      </p>
      {law.contested === null ? null : <p>{t('law.contested', { text: law.contested })}</p>}
      {law.counterReading === null ? null : <p>{t('law.counterReading', { text: law.counterReading })}</p>}
      <p>{t('law.remedies', { text: law.remedies })}</p>
      {law.statusNote === null ? null : <p>{law.statusNote}</p>}
      <CheckBy verifyBy={law.verifyBy} isOverdue={law.isOverdue} />
    </details>
  )
}

function CheckBy({ verifyBy, isOverdue }: { readonly verifyBy: string; readonly isOverdue: boolean }) {
  const { t } = useTranslation('reference')
  return <p className="note-meta">{t(isOverdue ? 'check.overdue' : 'check.by', { day: dayText(verifyBy) })}</p>
}
