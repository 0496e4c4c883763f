import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { ScreeningView } from '#renderer/features/screening/screening-view.tsx'
import { useNavigation } from '../use-route.ts'

export function ScreeningScreen({ thirdPartyId }: { readonly thirdPartyId: ThirdPartyId | undefined }) {
  const { go } = useNavigation()
  return (
    <div className="page page-wide">
      <ScreeningView
        thirdPartyId={thirdPartyId ?? null}
        onEverybody={() => go({ screen: 'screening' })}
        onParty={(id) => go({ screen: 'third-party', id })}
      />
    </div>
  )
}
