// Words for backups: when one was made and what is in it.
import type { BackupSummary, RecordCounts } from '#shared/contract/backups.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { clockText, dayText } from '#renderer/ui/numbers.ts'

const t = wordsIn('backups')

/** "22 Nov 2026, 09:12". */
export function momentText(instant: string): string {
  return t('moment', { day: dayText(instant), time: clockText(instant) })
}

/** "3 third parties, 2 assessments, 1 signed report". */
export function recordText({ thirdParties, assessments, reports }: RecordCounts): string {
  return t('records', {
    thirdParties: t('counts.thirdParties', { count: thirdParties }),
    assessments: t('counts.assessments', { count: assessments }),
    reports: t('counts.reports', { count: reports }),
  })
}

/** What is known of a backup's content without opening it. */
export function contentText({ counts, historyEntries }: BackupSummary): string {
  if (counts !== null) return recordText(counts)
  return historyEntries === null ? t('contentUnknown') : t('counts.entries', { count: historyEntries })
}
