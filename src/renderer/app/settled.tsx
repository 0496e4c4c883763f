import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countReadings, PartContext } from '#renderer/bridge/first-readings.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'

/** What takes longer than this is shown as it comes, and may move what is below it. */
const patienceMs = 2_000

/** Shows a screen once all that it reads at first is there, so that nothing moves away from under the hand. */
export function Settled({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  const content = useRef<HTMLDivElement>(null)
  const [isShown, setIsShown] = useState(true)
  const [readings] = useState(() => countReadings(setIsShown))
  useLayoutEffect(readings.tell, [readings])
  useEffect(() => {
    if (isShown) return
    const timer = setTimeout(() => setIsShown(true), patienceMs)
    // The heading could not keep the focus out of sight.
    return () => {
      clearTimeout(timer)
      if (document.activeElement === document.body) content.current?.querySelector('h1')?.focus()
    }
  }, [isShown])
  const part = useMemo(() => ({ readings, isShown }), [readings, isShown])
  return (
    <PartContext.Provider value={part}>
      {isShown ? null : <Waiting what={t('oneMoment')} />}
      <div ref={content} className={isShown ? 'settled' : 'settling'}>
        {children}
      </div>
    </PartContext.Provider>
  )
}
