import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { PartyList } from '#renderer/features/third-parties/party-list.tsx'
import { everything } from '#renderer/features/third-parties/party-views.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

/** The list in the view that it was left in; `view` is the one that another screen leads to. */
export function ThirdPartiesScreen({ view: given = everything }: { readonly view?: ThirdPartyView | undefined }) {
  const { t } = useTranslation('third-parties')
  const { go, remember } = useNavigation()
  const [view, setView] = useState(given)
  const add = () => go({ screen: 'new-third-party' })
  const { t: importWords } = useTranslation('import')
  const actions = (
    <>
      <Button isSmall onClick={() => go({ screen: 'import' })}>
        {importWords('open')}
      </Button>
      <Button changes isSmall onClick={add}>
        <Icon name="plus" /> {t('add')}
      </Button>
    </>
  )
  return (
    <div className="page page-list">
      <PageHead title={t('title')} lead={t('lead')} actions={actions} />
      <section className="part" aria-label={t('title')}>
        <PartyList
          view={view}
          onView={(next) => {
            setView(next)
            remember({ screen: 'third-parties', view: next })
          }}
          onOpen={(id) => go({ screen: 'third-party', id })}
          onAdd={add}
        />
      </section>
    </div>
  )
}
