// How the sample firm compared names with a made-up list, and what it said of one of the hits.
import { setImmediate } from 'node:timers/promises'
import type { Perform } from './make-sample-vault.ts'
import { named } from './sample-answers.ts'
import type { SampleScreening } from './sample-data.ts'
import type { Made, SampleEvent } from './sample-events.ts'

/** Takes the list in and compares everybody's names with it. */
async function compareAll(perform: Perform, { file, bytes, details }: SampleScreening): Promise<void> {
  const { fileId } = await perform('screening.takeFile', { fileName: file, bytes })
  while ((await perform('screening.readFile', { fileId })).read === null) continue
  const { edition } = await perform('screening.keepList', { fileId, details })
  await perform('screening.begin', { editionIds: [edition.id], thirdPartyIds: null, withContacts: false })
  // It goes on between calls, which come as events.
  while ((await perform('screening.progress', {})).isRunning) await setImmediate()
}

export function screeningEvents(screening: SampleScreening, made: Made): SampleEvent[] {
  const decisions = screening.decisions.map(({ on, party, listed, ...decision }): SampleEvent => ({
    on,
    run: async (perform) => {
      const thirdPartyId = named(made.parties, party)
      const { hits } = await perform('screening.hits', { state: 'open', thirdPartyId, offset: 0, limit: 100 })
      for (const { key, listedName } of hits) {
        const { content } = await perform('screening.hit', { thirdPartyId, key })
        if ([listedName, ...content.entry.names].includes(listed)) await perform('screening.decide', { thirdPartyId, key, decision })
      }
    },
  }))
  return [{ on: screening.takenInOn, run: (perform) => compareAll(perform, screening) }, ...decisions]
}
