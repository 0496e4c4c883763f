// Words for backups: why one was made, what is in it, and what is being done.
import type { BackupReason, BackupSummary, BackupWork, RecordCounts } from '#shared/contract/backups.ts'
import { clockText, countText, dayText } from '#renderer/ui/numbers.ts'

export const reasonWords: Readonly<Record<BackupReason, string>> = {
  opened: 'by itself, after opening',
  hourly: 'by itself, at work',
  migration: 'before an update of the vault',
  restore: 'before a restore',
  'key-change': 'before a change of the key',
  asked: 'when you asked for it',
}

export const stepWords: Readonly<Record<NonNullable<BackupWork['step']>, string>> = {
  copy: 'Copying the vault…',
  check: 'Opening the copy and checking every page…',
  history: 'Checking the history in the copy…',
  hash: 'Taking its fingerprint…',
  keep: 'Keeping it…',
  'second-place': 'Copying it to the second place…',
}

/** "22 Nov 2026, 09:12". */
export function momentText(instant: string): string {
  return `${dayText(instant)}, ${clockText(instant)}`
}

/** "3 third parties, 2 assessments, 1 signed report". */
export function recordText({ thirdParties, assessments, reports }: RecordCounts): string {
  return [
    countText(thirdParties, 'third party', 'third parties'),
    countText(assessments, 'assessment', 'assessments'),
    countText(reports, 'signed report', 'signed reports'),
  ].join(', ')
}

/** What is known of a backup's content without opening it. */
export function contentText({ counts, historyEntries }: BackupSummary): string {
  if (counts !== null) return recordText(counts)
  return historyEntries === null ? 'not known before it is opened' : countText(historyEntries, 'entry of history', 'entries of history')
}

const sizes = [
  [1024 * 1024 * 1024, 'GB'],
  [1024 * 1024, 'MB'],
  [1024, 'KB'],
] as const

/** "1.2 MB". */
export function sizeText(sizeBytes: number): string {
  const [unitBytes, unit] = sizes.find(([bytes]) => sizeBytes >= bytes) ?? [1024, 'KB']
  const amount = sizeBytes / unitBytes
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`
}
