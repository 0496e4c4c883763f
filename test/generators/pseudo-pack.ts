// The shipped pack in a made-up language, as the overlay that a translator would write: words only.
import type { z } from 'zod'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import type { Overlay, QuestionChange } from '#shared/pack/overlay.ts'
import { pseudoText } from '#shared/pseudo.ts'

type OverlayFile = z.input<typeof Overlay>

function translated({ text, help, answer, flags }: Question, say: (words: string) => string): QuestionChange {
  const labelled = 'options' in answer ? answer.options : 'roles' in answer ? answer.roles : []
  return {
    text: say(text),
    help: { why: say(help.why), good: say(help.good), proof: say(help.proof), firstStep: say(help.firstStep) },
    ...(labelled.length === 0 ? {} : { labels: Object.fromEntries(labelled.map(({ id, label }) => [id, say(label)])) }),
    ...('unit' in answer ? { unit: say(answer.unit) } : {}),
    ...(flags.length === 0 ? {} : { reasons: flags.map(({ reason }) => say(reason)) }),
  }
}

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתךםןף'

/** Each Latin letter as a Hebrew one, so that words run from right to left by themselves; whatever stands in braces stays. */
function inHebrewLetters(words: string): string {
  return words.replaceAll(/\{[^}]*\}|[a-z]/giu, (found) =>
    found.length > 1 ? found : ([...hebrew][found.toLowerCase().charCodeAt(0) - 97] ?? found),
  )
}

/** Languages into which tests translate: longer words with accents, and words from right to left. */
export const madeUp = {
  // Runs of marks are broken as a long sentence would be, and every letter has a capital in the bundled fonts.
  'en-XA': (words: string) => pseudoText(words, 'en-XA').replaceAll('ɱ', 'm').replaceAll('~~~~~~', '~~~~~ '),
  he: inHebrewLetters,
} as const
export type MadeUpLanguage = keyof typeof madeUp

/** An overlay that translates all of `base` into `language` and changes nothing else. */
export function pseudoOverlay(base: Pack, language: MadeUpLanguage): OverlayFile {
  const say = madeUp[language]
  const byId = <Part extends { readonly id: string }, Change>(parts: readonly Part[], change: (part: Part) => Change) =>
    Object.fromEntries(parts.map((part) => [part.id, change(part)]))
  return {
    kind: 'overlay',
    format: 1,
    id: `made-up.${language.toLowerCase()}`,
    version: '1.0.0',
    publishedOn: base.publishedOn,
    basedOn: { id: base.id, version: base.version },
    language,
    title: say(base.title),
    description: say(base.description),
    change: {
      questions: byId(base.questions, (question) => translated(question, say)),
      domains: byId(base.domains, ({ title, purpose }) => ({ title: say(title), purpose: say(purpose) })),
      combinations: byId(base.combinations, ({ reason }) => ({ reason: say(reason) })),
    },
  }
}
