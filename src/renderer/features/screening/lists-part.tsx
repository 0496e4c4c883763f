import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { ListEdition } from '#shared/domain/screening-hit.ts'
import { daysBetween } from '#shared/scoring/calendar.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { ChangesDialog } from './changes-dialog.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { RemoveListDialog } from './remove-list-dialog.tsx'

interface ListsPartProps {
  readonly lists: OutputOf<'screening.lists'>
  readonly onAdd: () => void
}

type Shown = { readonly what: 'changes' | 'facts' | 'remove'; readonly edition: ListEdition } | null

/** The kept lists, each edition with its age and its holes. */
export function ListsPart({ lists: { editions, today, staleAfterDays }, onAdd }: ListsPartProps) {
  const { t } = useTranslation('screening')
  const [shown, setShown] = useState<Shown>(null)
  const close = () => setShown(null)
  if (editions.length === 0)
    return (
      <EmptyState
        title={t('lists.empty')}
        action={
          <Button changes look="primary" onClick={onAdd}>
            {t('addList')}
          </Button>
        }
      >
        {t('lists.emptyText')}
      </EmptyState>
    )
  return (
    <>
      <table className="table screening-lists-table" aria-label={t('lists.table')}>
        <thead>
          <tr>
            <th scope="col">{t('lists.list')}</th>
            <th scope="col">{t('lists.edition')}</th>
            <th scope="col">{t('lists.entries')}</th>
            <th scope="col">{t('lists.imported')}</th>
            <th scope="col" className="table-action">
              <span className="visually-hidden">{t('lists.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => {
            const age = daysBetween(edition.editionOn, today)
            const isNewest = editions.find(({ listId }) => listId === edition.listId)?.id === edition.id
            const named = { title: edition.title, day: dayText(edition.editionOn) }
            return (
              <tr key={edition.id}>
                <th scope="row">
                  {edition.title}
                  <span className="table-second">{edition.publisher}</span>
                </th>
                <td>
                  <span className="screening-day">{named.day}</span>
                  <span className={isNewest && age > staleAfterDays ? 'table-second screening-old' : 'table-second'}>
                    {isNewest ? t(age > staleAfterDays ? 'lists.ageStale' : 'lists.age', { count: age }) : t('lists.older')}
                  </span>
                </td>
                <td>
                  {t('lists.entryCount', { count: edition.entryCount })}
                  {edition.holes.length === 0 ? null : (
                    <span className="table-second">{t('lists.holeCount', { count: edition.holes.length })}</span>
                  )}
                </td>
                <td>
                  <span className="screening-day">{dayText(edition.importedAt)}</span>
                  {edition.importedBy === '' ? null : <span className="table-second">{t('lists.by', { name: edition.importedBy })}</span>}
                </td>
                <td className="table-action">
                  <Button
                    isSmall
                    look="quiet"
                    aria-label={t('lists.changesOf', named)}
                    onClick={() => setShown({ what: 'changes', edition })}
                  >
                    {t('lists.changes')}
                  </Button>
                  <Button isSmall look="quiet" aria-label={t('lists.factsOf', named)} onClick={() => setShown({ what: 'facts', edition })}>
                    {t('lists.facts')}
                  </Button>
                  <Button
                    changes
                    isSmall
                    look="quiet"
                    aria-label={t('lists.removeOf', named)}
                    onClick={() => setShown({ what: 'remove', edition })}
                  >
                    {t('lists.remove')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown?.what === 'changes' ? <ChangesDialog edition={shown.edition} onClose={close} /> : null}
      {shown?.what === 'facts' ? <FactsDialog edition={shown.edition} onClose={close} /> : null}
      {shown?.what === 'remove' ? <RemoveListDialog edition={shown.edition} onClose={close} /> : null}
    </>
  )
}
