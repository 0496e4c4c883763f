// Where in the program a person is: one closed list of places, kept in the window's history so that back, forward and reload work.
import { z } from 'zod'
import { AssessmentId, QuestionId, ReportId, ThirdPartyId } from '#shared/domain/ids.ts'
import { ThirdPartyView } from '#shared/domain/third-party-view.ts'

/** The parts of a third party's screen; the first is shown when none is said. */
export const partyTabs = ['assessments', 'profile', 'owners', 'history'] as const
const PartyTab = z.enum(partyTabs)
export type PartyTab = z.infer<typeof PartyTab>

export const Route = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('home') }),
  z.strictObject({ screen: z.literal('organization') }),
  z.strictObject({ screen: z.literal('crown-jewels') }),
  z.strictObject({ screen: z.literal('exposure') }),
  z.strictObject({ screen: z.literal('guide') }),
  z.strictObject({ screen: z.literal('third-parties'), view: ThirdPartyView.optional() }),
  z.strictObject({ screen: z.literal('new-third-party') }),
  z.strictObject({ screen: z.literal('third-party'), id: ThirdPartyId, tab: PartyTab.optional() }),
  z.strictObject({ screen: z.literal('import') }),
  z.strictObject({ screen: z.literal('assessment'), id: AssessmentId, questionId: QuestionId.optional() }),
  z.strictObject({ screen: z.literal('compare'), id: AssessmentId, otherId: AssessmentId.optional() }),
  z.strictObject({ screen: z.literal('portfolio') }),
  z.strictObject({ screen: z.literal('findings') }),
  z.strictObject({ screen: z.literal('screening'), thirdPartyId: ThirdPartyId.optional() }),
  z.strictObject({ screen: z.literal('packs') }),
  z.strictObject({ screen: z.literal('decision'), id: AssessmentId }),
  z.strictObject({ screen: z.literal('reports'), id: ReportId.optional(), isNew: z.boolean().optional() }),
  z.strictObject({ screen: z.literal('verify') }),
  z.strictObject({ screen: z.literal('history') }),
  z.strictObject({ screen: z.literal('settings') }),
  z.strictObject({ screen: z.literal('help'), page: z.string().max(100).optional(), heading: z.string().max(200).optional() }),
  z.strictObject({ screen: z.literal('about') }),
])
export type Route = z.infer<typeof Route>

export const home: Route = { screen: 'home' }

/** The route in a history entry; home when there is none or it cannot be read. */
export function routeOf(historyState: unknown): Route {
  const read = Route.safeParse(historyState)
  return read.success ? read.data : home
}
