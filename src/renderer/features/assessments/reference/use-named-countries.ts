// The countries that the answers of an assessment name, as they are on the screen.
import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk.ts'
import { useSession } from '../session/use-session.ts'

/** Country codes in the order they were named, each once; not the countries of owners, who are persons as well. */
export function useNamedCountries(): string[] {
  const { pack } = useDesk()
  const session = useSession()
  const key = useSyncExternalStore(session.subscribe, () =>
    pack.questions
      .flatMap(({ id, answer }) => {
        const value = answer.kind === 'countries' ? session.viewOf(id).draft?.value : undefined
        return value?.kind === 'countries' ? value.countries.map((country) => country.code) : []
      })
      .join(' '),
  )
  return key === '' ? [] : [...new Set(key.split(' '))]
}
