// Makes a timeline of entries of the history: saves of the same thing that follow each other become one item.
import type { TimelineItem } from '#shared/contract/third-party-profiles.ts'

export interface PartyEntry {
  readonly sequence: number
  readonly at: string
  readonly action: string
  readonly subject: string
}

/** What the ids in subjects stand for. */
export interface PartyNames {
  readonly assessments: ReadonlyMap<string, NonNullable<TimelineItem['assessment']>>
  /** Reports, imported lists and changes to many at once; `assessmentId` is the one a report is of. */
  readonly files: ReadonlyMap<string, { readonly name: string; readonly assessmentId: string | null }>
}

const idLength = 36
const isAnswer = ({ action }: PartyEntry) => action === 'answer.save' || action === 'answer.clear'
const objectOf = ({ subject }: PartyEntry) => subject.slice(0, idLength)

const isBulk = ({ action }: PartyEntry) => action === 'thirdParties.changeMany'

/** What an entry is told as: an answer that is taken back is a change of answers, too, and a change to many at once has its kind behind it. */
function toldAs(entry: PartyEntry): string {
  if (isAnswer(entry)) return 'answer.save'
  return isBulk(entry) ? `${entry.action}/${entry.subject.slice(idLength + 1)}` : entry.action
}

/** True when an entry belongs to the item that the entry after it is in. */
function continues(newer: PartyEntry | undefined, entry: PartyEntry): boolean {
  return newer !== undefined && toldAs(newer) === toldAs(entry) && objectOf(newer) === objectOf(entry)
}

function groupsOf(entries: readonly PartyEntry[]): PartyEntry[][] {
  const groups: PartyEntry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last !== undefined && continues(last.at(-1), entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function itemOf([newest, ...older]: readonly PartyEntry[], names: PartyNames, before: PartyEntry | undefined): TimelineItem[] {
  if (newest === undefined) return []
  const entries = [newest, ...older]
  const file = names.files.get(objectOf(newest))
  const first = older.at(-1) ?? newest
  return [
    {
      sequence: newest.sequence,
      at: newest.at,
      action: toldAs(newest),
      assessment: names.assessments.get(file?.assessmentId ?? objectOf(newest)) ?? null,
      about: file?.name ?? '',
      entryCount: entries.length,
      questionCount: new Set(entries.filter(isAnswer).map(({ subject }) => subject)).size,
      firstAt: first.at,
      isClockBehind: before !== undefined && first.at < before.at,
    },
  ]
}

/**
 * The items of some entries, newest first, and the sequence before which the next page begins; null when there is none.
 * Entries at the end that may go on in the next page are left to it, unless they are all there is.
 */
export function timelineOf(
  entries: readonly PartyEntry[],
  names: PartyNames,
  isMore: boolean,
): { readonly items: TimelineItem[]; readonly before: number | null } {
  const groups = groupsOf(entries)
  const shown = isMore && groups.length > 1 ? groups.slice(0, -1) : groups
  const items = shown.flatMap((group, at) => itemOf(group, names, groups[at + 1]?.[0]))
  return { items, before: isMore ? (shown.at(-1)?.at(-1)?.sequence ?? null) : null }
}
