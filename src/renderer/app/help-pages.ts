// Which part of the manual tells about which screen; a test looks for each of them in the manual.
import type { Route } from './route.ts'

export interface HelpTarget {
  readonly page: string
  readonly heading?: string
}

const pages: Partial<Record<Route['screen'], HelpTarget>> = {
  home: { page: 'getting-around', heading: 'home' },
  guide: { page: 'organization', heading: 'first-steps' },
  organization: { page: 'organization' },
  'crown-jewels': { page: 'organization', heading: 'crown-jewels' },
  exposure: { page: 'organization', heading: 'exposure-who-can-reach-what' },
  portfolio: { page: 'getting-around', heading: 'portfolio' },
  help: { page: 'getting-around', heading: 'help' },
  about: { page: 'getting-around', heading: 'help' },
  settings: { page: 'getting-around', heading: 'settings' },
  assessment: { page: 'assessing' },
  compare: { page: 'assessing' },
  packs: { page: 'assessing' },
  decision: { page: 'deciding' },
  findings: { page: 'deciding', heading: 'findings' },
  screening: { page: 'screening' },
  reports: { page: 'reports' },
  verify: { page: 'checking' },
  history: { page: 'vaults' },
  'third-parties': { page: 'third-parties' },
  'new-third-party': { page: 'third-parties' },
  'third-party': { page: 'third-parties' },
  import: { page: 'third-parties', heading: 'import-a-list' },
}

/** Every page that a screen leads to, for the test. */
export const helpTargets: readonly HelpTarget[] = Object.values(pages)

/** The help about a screen; the beginning of the manual where it has no page of its own. */
export function helpFor(screen: Route['screen']): Route {
  return { screen: 'help', ...pages[screen] }
}
