// When to look again, and why the badges stand: the two things a reader asks about the age and the reach of a result.
import type { BadgeReason } from '#shared/scoring/result.ts'
import type { FrontPage, PrintedBadge } from '../report-model.ts'
import { fill } from '../words.ts'
import { domainTitle, type CaseFile } from './case-file.ts'
import { writtenDate } from './written.ts'

/** A reason names this many ids; the rest is a count. */
const shownIds = 12

export function nextLook(file: CaseFile): FrontPage['nextLook'] {
  const { words, document } = file
  const { on, reason } = document.result.nextReassessment
  const { sentence } = words
  const because =
    reason.code === 'planned'
      ? fill(sentence.nextPlanned, { question: reason.questionId })
      : fill(sentence.nextByTier, { months: String(reason.months) })
  return { date: writtenDate(on, words), reason: on < document.asOf ? `${because} ${sentence.nextOverdue}` : because }
}

/** What an id of a reason stands for: domains and lists by their title, all else by the id that the report prints everywhere. */
function nameOf(id: string, { code }: BadgeReason, file: CaseFile): string {
  if (code === 'mostly-not-applicable') return domainTitle(file, id)
  return code === 'list-old' ? (file.listTitles.get(id) ?? id) : id
}

function reasonText(reason: BadgeReason, file: CaseFile): string {
  const { badgeReason, sentence } = file.words
  const names = reason.ids.slice(0, shownIds).map((id) => nameOf(id, reason, file))
  const left = reason.ids.length - names.length
  const more = left === 0 ? [] : [fill(sentence.moreIds, { count: String(left) })]
  return fill(badgeReason[reason.code], { ids: [...names, ...more].join(', ') })
}

export function printedBadges(file: CaseFile): PrintedBadge[] {
  const { badge: word, badgeMeaning } = file.words
  return file.document.result.badges.map(({ badge, reasons }) => ({
    word: word[badge],
    meaning: badgeMeaning[badge],
    reasons: reasons.map((reason) => reasonText(reason, file)),
  }))
}
