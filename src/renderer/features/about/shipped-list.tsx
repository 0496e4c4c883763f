import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parts, texts } from 'virtual:shipped'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { ShippedPart } from './shipped-part.ts'

/** Every package and typeface with its licence, and the bill of materials as a file. */
export function ShippedList() {
  const { t } = useTranslation('about')
  const [text, setText] = useState('')
  const save = useCommand('app.saveSbom')
  const [savedAs, setSavedAs] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = parts.filter((part) => `${part.name} ${part.licence}`.toLowerCase().includes(wanted))
  const saveSbom = async () => {
    const outcome = await save.run({})
    setSavedAs(outcome.ok ? outcome.value.label : '')
  }
  return (
    <section className="part" aria-labelledby="about-parts">
      <h2 id="about-parts">{t('parts')}</h2>
      <p className="part-lead">{t('partsLead', { count: parts.length })}</p>
      <div className="form-actions">
        <Button isBusy={save.isRunning} onClick={() => void saveSbom()}>
          {t('save')}
        </Button>
        <span role="status">{savedAs === '' ? '' : t('saved', { name: savedAs })}</span>
      </div>
      {save.fault === null ? null : <Refusal words={wordsFor(save.fault)} />}
      <TextField label={t('search')} type="search" value={text} onChange={(event) => setText(event.target.value)} />
      {shown.length === 0 ? <p>{t('noPart')}</p> : null}
      <ul className="shipped">
        {shown.map((part) => (
          <ShippedRow key={`${part.name} ${part.version}`} part={part} />
        ))}
      </ul>
    </section>
  )
}

/** The texts are long and many, so each is drawn only while somebody reads it. */
function ShippedRow({ part }: { readonly part: ShippedPart }) {
  const { t } = useTranslation('about')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          {t('part', { name: part.name, version: part.version })} <span className="shipped-licence">{part.licence}</span>
        </summary>
        {isOpen && part.texts.length === 0 ? <p>{t('noText')}</p> : null}
        {isOpen ? part.texts.map((place) => <pre key={place}>{texts[place]}</pre>) : null}
      </details>
    </li>
  )
}
