import type { CountryNotice, LawNotice, ListNotice } from '#shared/contract/reference.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { approvalWords, effectWords, informsOnly, noticeSummary, standingWords } from './notice-words.ts'

const joined = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** What dated lists and laws say about one country. It opens; the line says how much is behind it. */
export function CountryNotes({ notice }: { readonly notice: CountryNotice }) {
  const name = countryName(notice.code)
  return (
    <details className="notes">
      <summary>
        {noticeSummary(notice)}
        <span className="visually-hidden"> for {name}</span>
      </summary>
      <p className="notes-fixed">{informsOnly}</p>
      {notice.lists.length === 0 ? <p>No dated list in this edition names {name}.</p> : null}
      {notice.lists.map((list) => (
        <ListNote key={list.id} list={list} />
      ))}
      {notice.laws.length === 0 ? (
        <p>The laws of {name} were not read for this edition. That does not mean that there are none: ask counsel.</p>
      ) : null}
      {notice.laws.map((law) => (
        <LawNote key={law.id} law={law} />
      ))}
    </details>
  )
}

function ListNote({ list }: { readonly list: ListNotice }) {
  return (
    <div className="note-card">
      <p className="note-title">
        <strong>{list.title}</strong>
        <span className={`chip chip-${list.standing}`}>{standingWords[list.standing]}</span>
        {list.bearing === 'eases' ? <span className="chip">lifts a duty</span> : null}
      </p>
      <p className="note-meta">
        {list.instrument}, {list.authority}
        {list.since === null ? '' : `, since ${dayText(list.since)}`}. Names “{list.as}”.
      </p>
      <p>{list.effect}</p>
      <p>{list.doesNotMean}</p>
      {list.statusNote === null ? null : <p>{list.statusNote}</p>}
      <CheckBy verifyBy={list.verifyBy} isOverdue={list.isOverdue} />
    </div>
  )
}

function LawNote({ law }: { readonly law: LawNotice }) {
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
        {law.inForceSince === null ? '' : `In force since ${law.inForceSince}. `}
        {approvalWords[law.approval]}
      </p>
      {law.contested === null ? null : <p>Disputed: {law.contested}</p>}
      {law.counterReading === null ? null : <p>The other reading: {law.counterReading}</p>}
      <p>What a firm can do: {law.remedies}</p>
      {law.statusNote === null ? null : <p>{law.statusNote}</p>}
      <CheckBy verifyBy={law.verifyBy} isOverdue={law.isOverdue} />
    </details>
  )
}

function CheckBy({ verifyBy, isOverdue }: { readonly verifyBy: string; readonly isOverdue: boolean }) {
  return (
    <p className="note-meta">
      {isOverdue
        ? `This row was to be checked again by ${dayText(verifyBy)} and may be out of date. Look it up before you rely on it.`
        : `To be checked again by ${dayText(verifyBy)}. Counsel review needed before you rely on it.`}
    </p>
  )
}
