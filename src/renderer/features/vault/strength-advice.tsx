import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { strengthWords, type StrengthWords } from './strength-words.ts'

/** Says how hard the passphrase is to guess, once there is enough of it to judge. */
export function StrengthAdvice({ passphrase }: { readonly passphrase: string }) {
  const { t } = useTranslation('vault')
  const words = useStrength(useDeferredValue(passphrase))
  if (words === null) return <p className="strength strength-none">{t('strength.least')}</p>
  return (
    <div className={`strength strength-${words.level}`} role="status">
      <span className="strength-bars" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </span>
      <p>
        <strong>{t('strength.verdict', { title: words.title })}</strong> {words.advice}
      </p>
    </div>
  )
}

const leastJudged = 4

/** The verdict on a passphrase; the one before it until the new one is there, null while there is too little to judge. */
function useStrength(passphrase: string): StrengthWords | null {
  const [words, setWords] = useState<StrengthWords | null>(null)
  useEffect(() => {
    if (passphrase.length < leastJudged) return undefined
    let isCurrent = true
    const judge = async () => {
      // The word lists weigh over a megabyte, so they load only here.
      const { guessesLog10 } = await import('./passphrase-strength.ts')
      if (isCurrent) setWords(strengthWords(guessesLog10(passphrase)))
    }
    void judge()
    return () => {
      isCurrent = false
    }
  }, [passphrase])
  return passphrase.length < leastJudged ? null : words
}
