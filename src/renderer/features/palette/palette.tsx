// The palette: one field that finds places, actions, third parties, assessments, questions and pages of the manual.
import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Icon } from '#renderer/ui/icon.tsx'
import type { Entry } from './entry.ts'
import { matchEntries, type MatchedGroup } from './match-entries.ts'
import { noteChoice } from './recent-choices.ts'

interface PaletteProps {
  readonly entries: readonly Entry[]
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** Keeps the active place inside the list: past the end is the beginning. */
const around = (index: number, count: number) => (count === 0 ? 0 : (index + count) % count)

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

export function Palette({ entries, text, onText, onClose }: PaletteProps) {
  const { t } = useTranslation('palette')
  const listId = useId()
  const [active, setActive] = useState(0)
  const found = matchEntries(entries, text)
  const flat = found.flatMap((group) => group.entries)
  const index = Math.min(active, Math.max(0, flat.length - 1))
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    noteChoice(entry.id)
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (event.key === 'Enter') choose(flat[index])
    else if (step !== undefined) setActive(around(index + step, flat.length))
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay isOpen isDismissable className="overlay palette-overlay" onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal className="modal palette">
        <Dialog aria-label={t('title')} className="palette-dialog">
          <div className="palette-field">
            <Icon name="search" size={18} />
            <input
              autoFocus
              role="combobox"
              aria-label={t('field')}
              aria-expanded={flat.length > 0}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={flat.length === 0 ? undefined : `${listId}-${index}`}
              placeholder={t('placeholder')}
              spellCheck={false}
              value={text}
              onChange={(event) => {
                onText(event.target.value)
                setActive(0)
              }}
              onKeyDown={onKeyDown}
            />
            <kbd>Esc</kbd>
          </div>
          <p className="visually-hidden" role="status">
            {t('count', { count: flat.length })}
          </p>
          <PaletteList listId={listId} found={found} activeIndex={index} onChoose={choose} />
          {flat.length === 0 ? <p className="palette-none">{t('none')}</p> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface PaletteListProps {
  readonly listId: string
  readonly found: readonly MatchedGroup[]
  readonly activeIndex: number
  readonly onChoose: (entry: Entry) => void
}

function PaletteList({ listId, found, activeIndex, onChoose }: PaletteListProps) {
  const { t } = useTranslation('palette')
  const flat = found.flatMap((group) => group.entries)
  return (
    <div role="listbox" id={listId} aria-label={t('results')} className="palette-list" hidden={flat.length === 0}>
      {found.map(({ group, entries }) => (
        <div key={group} role="group" aria-labelledby={`${listId}-${group}`}>
          <div id={`${listId}-${group}`} role="presentation" className="palette-group">
            {t(`groups.${group}`)}
          </div>
          {entries.map((entry) => {
            const index = flat.indexOf(entry)
            return (
              <PaletteOption key={entry.id} id={`${listId}-${index}`} entry={entry} isActive={index === activeIndex} onChoose={onChoose} />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface PaletteOptionProps {
  readonly id: string
  readonly entry: Entry
  readonly isActive: boolean
  readonly onChoose: (entry: Entry) => void
}

function scrollThere(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}

/** The keyboard stays in the field, which names the active option; so an option itself takes only the mouse. */
function PaletteOption({ id, entry, isActive, onChoose }: PaletteOptionProps) {
  return (
    <div
      id={id}
      ref={isActive ? scrollThere : null}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="palette-option"
      onClick={() => onChoose(entry)}
      onKeyDown={(event) => (event.key === 'Enter' ? onChoose(entry) : undefined)}
    >
      <Icon name={entry.icon} />
      <span className="palette-label">{entry.label}</span>
      {entry.detail === undefined ? null : <span className="palette-detail">{entry.detail}</span>}
      {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
    </div>
  )
}
