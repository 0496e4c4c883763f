import { useTranslation } from 'react-i18next'
import type { TokenState } from '#shared/contract/tokens.ts'
import { Notice } from '#renderer/ui/notice.tsx'

/** What somebody should know of a token before typing its PIN; nothing when all is well. */
export function TokenNotes({ token }: { readonly token: TokenState }) {
  const { t } = useTranslation('tokens')
  if (!token.isReady)
    return (
      <Notice tone="bad" title={t('state.not-ready')}>
        {t('state.not-readyText')}
      </Notice>
    )
  return (
    <>
      {token.pin === 'fine' ? null : (
        <Notice tone={token.pin === 'locked' ? 'bad' : 'warning'} title={t(`state.${token.pin}`)}>
          {t(`state.${token.pin}Text`)}
        </Notice>
      )}
      {token.hasPinPad && token.pin !== 'locked' ? (
        <Notice tone="info" title={t('state.pad')}>
          {t('state.padText')}
        </Notice>
      ) : null}
    </>
  )
}

/** Whether a PIN is to be typed here for this token. */
export function takesPin(token: TokenState): boolean {
  return token.isReady && token.pin !== 'locked' && !token.hasPinPad
}
