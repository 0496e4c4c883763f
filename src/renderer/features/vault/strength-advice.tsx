import { useDeferredValue, useEffect, useState } from 'react'
import { strengthWords, type StrengthWords } from './strength-words.ts'

/** Says how hard the passphrase is to guess, once there is enough of it to judge. */
export function StrengthAdvice({ passphrase }: { readonly passphrase: string }) {
  const words = useStrength(useDeferredValue(passphrase))
  if (words === null) return <p className="strength strength-none">At least 12 characters.</p>
  return (
    <div className={`strength strength-${words.level}`} role="status">
      <span className="strength-bars" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </span>
      <p>
        <strong>{words.title}.</strong> {words.advice}
      </p>
    </div>
  )
}

function useStrength(passphrase: string): StrengthWords | null {
  const [words, setWords] = useState<StrengthWords | null>(null)
  useEffect(() => {
    if (passphrase.length < 4) {
      setWords(null)
      return
    }
    let isCurrent = true
    // The word lists weigh over a megabyte, so they load only here.
    void import('./passphrase-strength.ts').then(({ guessesLog10 }) => {
      if (isCurrent) setWords(strengthWords(guessesLog10(passphrase)))
    })
    return () => {
      isCurrent = false
    }
  }, [passphrase])
  return words
}
