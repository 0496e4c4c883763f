import { useTranslation } from 'react-i18next'
import type { LookState } from '#shared/contract/report-look.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { sizeText } from '#renderer/ui/size-text.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'

/** The logo as it is kept; choosing and taking off are saved at once. */
export function LogoField({ logo }: { readonly logo: LookState['logo'] }) {
  const { t } = useTranslation('reports')
  const choose = useCommand('reports.chooseLogo')
  const take = useCommand('reports.takeLogo', ['reports.readLook'])
  const remove = useCommand('reports.removeLogo', ['reports.readLook'])
  const fault = choose.fault ?? take.fault ?? remove.fault
  const run = async () => {
    take.forget()
    remove.forget()
    const chosen = await choose.run({})
    if (chosen.ok && chosen.value.handle !== null) await take.run({ handle: chosen.value.handle })
  }
  return (
    <section className="look-logo" aria-labelledby="logo-title">
      <h3 id="logo-title">{t('look.logo')}</h3>
      <p className="field-hint">{t('look.logoHint')}</p>
      {logo === null ? (
        <p>{t('look.logoNone')}</p>
      ) : (
        <figure className="look-picture">
          <img src={`data:image/${logo.format};base64,${logo.base64}`} alt={t('look.logoAlt')} />
          <figcaption className="field-hint">
            {t('look.logoSize', { width: logo.widthPx, height: logo.heightPx, size: sizeText(logo.sizeBytes) })}
          </figcaption>
        </figure>
      )}
      <div className="form-actions">
        <Button changes isBusy={choose.isRunning || take.isRunning} onClick={() => void run()}>
          {t(logo === null ? 'look.choose' : 'look.chooseOther')}
        </Button>
        {logo === null ? null : (
          <Button changes look="quiet" isBusy={remove.isRunning} onClick={() => void remove.run({})}>
            {t('look.remove')}
          </Button>
        )}
      </div>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
    </section>
  )
}
