// The palette with everything it can lead to from where one is.
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusQuestion } from '#renderer/features/assessments/question-place.ts'
import type { ManualPage } from '#renderer/features/help/manual-page.ts'
import { sectionsOf } from '#renderer/features/help/search-manual.ts'
import type { Entry } from '#renderer/features/palette/entry.ts'
import { Palette } from '#renderer/features/palette/palette.tsx'
import { recentChoices } from '#renderer/features/palette/recent-choices.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { helpFor } from './help-pages.ts'
import type { Route } from './route.ts'
import { places } from './shell.tsx'
import { useAssessmentQuestions } from './use-assessment-questions.ts'
import { useNavigation } from './use-route.ts'

interface PaletteHostProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
  readonly onLock: () => void
}

type Go = (route: Route) => void

export function PaletteHost({ text, onText, onClose, onLock }: PaletteHostProps) {
  const { go } = useNavigation()
  const entries = [
    ...usePlaceEntries(go),
    ...useActionEntries(go, onLock),
    ...useFoundEntries(go, text),
    ...useQuestionEntries(go),
    ...useManualEntries(go),
  ]
  const recent = recentChoices().flatMap((id) => entries.filter((entry) => entry.id === id))
  return (
    <Palette
      entries={[...recent.map((entry): Entry => ({ ...entry, group: 'recent' })), ...entries]}
      text={text}
      onText={onText}
      onClose={onClose}
    />
  )
}

function usePlaceEntries(go: Go): Entry[] {
  const { t: frame } = useTranslation('frame')
  const { t } = useTranslation('palette')
  return places.map(({ name, icon, route }) => ({
    id: `place ${name}`,
    group: 'places',
    label: frame(`places.${name}`),
    keywords: t(`keywords.${name}`),
    icon,
    run: () => go(route),
  }))
}

function useActionEntries(go: Go, onLock: () => void): Entry[] {
  const { route } = useNavigation()
  const { t } = useTranslation('palette')
  const here = route.screen === 'assessment' ? route.id : null
  const ofAssessment: Entry[] =
    here === null
      ? []
      : [
          { id: 'decide', group: 'actions', label: t('actions.decide'), icon: 'stamp', run: () => go({ screen: 'decision', id: here }) },
          { id: 'compare', group: 'actions', label: t('actions.compare'), icon: 'list', run: () => go({ screen: 'compare', id: here }) },
        ]
  return [
    ...ofAssessment,
    {
      id: 'add third party',
      group: 'actions',
      label: t('actions.addThirdParty'),
      icon: 'plus',
      run: () => go({ screen: 'new-third-party' }),
    },
    { id: 'import', group: 'actions', label: t('actions.import'), icon: 'document', run: () => go({ screen: 'import' }) },
    { id: 'exposure', group: 'actions', label: t('actions.exposure'), icon: 'gem', run: () => go({ screen: 'exposure' }) },
    { id: 'guide', group: 'actions', label: t('actions.guide'), icon: 'check', run: () => go({ screen: 'guide' }) },
    {
      id: 'help here',
      group: 'actions',
      label: t('actions.helpHere'),
      icon: 'question',
      shortcut: 'F1',
      run: () => go(helpFor(route.screen)),
    },
    { id: 'about', group: 'actions', label: t('actions.about'), icon: 'info', run: () => go({ screen: 'about' }) },
    { id: 'lock', group: 'actions', label: t('actions.lock'), icon: 'lock', shortcut: 'Ctrl L', run: onLock },
  ]
}

/** Third parties and assessments by name, found in the vault while somebody types. */
function useFoundEntries(go: Go, text: string): Entry[] {
  const { t } = useTranslation('palette')
  const query = useQuery('home.find', { text: useDeferredValue(text).slice(0, 200) })
  if (query.state !== 'ready') return []
  const { thirdParties, assessments } = query.value
  return [
    ...thirdParties.map((party): Entry => {
      const detail = [party.nativeName, party.country === '' ? '' : countryName(party.country)].filter(Boolean).join(' · ')
      const run = () => go({ screen: 'third-party', id: party.id })
      return { id: `party ${party.id}`, group: 'thirdParties', label: party.legalName, detail, icon: 'people', isFound: true, run }
    }),
    ...assessments.map(({ id, thirdPartyName, relationship, status, asOf }): Entry => {
      const detail = `${t(`relationships.${relationship}`)}, ${t(status, { day: dayText(asOf) })}`
      const run = () => go({ screen: 'assessment', id })
      return { id: `assessment ${id}`, group: 'assessments', label: thirdPartyName, detail, icon: 'list', isFound: true, run }
    }),
  ]
}

/** The pages of the manual and the headings on them. */
function useManualEntries(go: Go): Entry[] {
  const [pages, setPages] = useState<readonly ManualPage[]>([])
  useEffect(() => void import('virtual:manual').then(({ manual }) => setPages(manual)), [])
  return pages.flatMap((page) =>
    sectionsOf(page).map(({ id, title, heading }): Entry => {
      const run = () => go({ screen: 'help', page: page.id, ...(heading === null ? {} : { heading }) })
      const detail = heading === null ? {} : { detail: page.title }
      return { id: `help ${id}`, group: 'help', label: title, icon: 'book', run, ...detail }
    }),
  )
}

/** The questions of the assessment on the screen. */
function useQuestionEntries(go: Go): Entry[] {
  const { route } = useNavigation()
  const id = route.screen === 'assessment' ? route.id : null
  return useAssessmentQuestions(id).map((question) => ({
    id: `question ${id ?? ''} ${question.id}`,
    group: 'questions',
    label: `${question.id} ${question.text}`,
    icon: 'question',
    run: () => {
      if (id !== null) go({ screen: 'assessment', id, questionId: question.id })
      // Where the question was led to before, nothing is drawn anew.
      setTimeout(() => focusQuestion(question.id), 0)
    },
  }))
}
