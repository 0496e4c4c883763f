import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { cellKey, cellText } from './cells.ts'
import { useCellWords } from './use-cell-words.ts'

/** The page of the matrix as sentences: for reading aloud and for copying. They are made when they are asked for. */
export function InWords({ page }: { readonly page: OutputOf<'exposure.list'> }) {
  const { t } = useTranslation('exposure')
  const [isOpen, setOpen] = useState(false)
  if (!page.cells.some((cell) => cellText(cell) !== 'empty' && cellText(cell) !== 'nothing')) return null
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('inWords')}</summary>
      {isOpen ? <Sentences page={page} /> : null}
    </details>
  )
}

function Sentences({ page: { crownJewels, parties, cells } }: { readonly page: OutputOf<'exposure.list'> }) {
  const { t } = useTranslation('exposure')
  const wordsOf = useCellWords()
  const byKey = new Map(cells.map((cell) => [cellKey(cell.thirdPartyId, cell.jewelId), cell]))
  const sentences = parties.flatMap((party) => {
    const reached = crownJewels.flatMap((jewel) => {
      const cell = byKey.get(cellKey(party.id, jewel.id))
      const text = cellText(cell)
      return text === 'empty' || text === 'nothing' ? [] : [t('reaches', { jewel: jewel.name, reach: wordsOf(cell) })]
    })
    return reached.length === 0 ? [] : [{ id: party.id, text: t('sentence', { party: party.legalName, jewels: reached.join('; ') }) }]
  })
  return (
    <ul className="plain-list">
      {sentences.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}
