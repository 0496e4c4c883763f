// What happened in the sample firm, in the order of its days.
import type { JewelId, SignerId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { Perform } from './make-sample-vault.ts'
import { answersOf, named } from './sample-answers.ts'
import { assessmentEvents } from './sample-assessments.ts'
import type { SampleData, SampleParty } from './sample-data.ts'
import { screeningEvents } from './sample-screening.ts'

export interface SampleEvent {
  readonly on: string
  readonly run: (perform: Perform) => Promise<void>
}

/** What was made so far, by the keys of the files. */
export interface Made {
  readonly jewels: Map<string, JewelId>
  readonly signers: Map<string, SignerId>
  readonly parties: Map<string, ThirdPartyId>
}

function organizationEvents(data: SampleData, made: Made): SampleEvent[] {
  const describe: SampleEvent = {
    on: data.describedOn,
    run: async (perform) => {
      await perform('organization.save', data.organization)
      await perform('organization.describe', data.profile)
      for (const { key, ...entry } of data.crownJewels) made.jewels.set(key, (await perform('jewelRegister.add', entry)).jewel.id)
      for (const { key, name, impact, note } of data.archivedJewels)
        made.jewels.set(key, (await perform('crownJewels.add', { name, impact, note })).crownJewel.id)
    },
  }
  const answers = data.ownAnswers.map((own): SampleEvent => ({
    on: own.on,
    run: async (perform) => {
      for (const answer of answersOf(own, made.jewels)) await perform('organization.answer', { baseRevision: 0, answer })
    },
  }))
  const archives = data.archivedJewels.map(({ key, archivedOn }): SampleEvent => ({
    on: archivedOn,
    run: async (perform) => void (await perform('jewelRegister.archive', { id: named(made.jewels, key) })),
  }))
  const signers = data.signers.map(({ key, madeOn, name, role }): SampleEvent => ({
    on: madeOn,
    run: async (perform) => void made.signers.set(key, (await perform('signers.create', { name, role })).signer.id),
  }))
  return [describe, ...answers, ...archives, ...signers]
}

function partyEvents(party: SampleParty, made: Made): SampleEvent[] {
  const { key, details, profile, owners, exposure } = party
  const add: SampleEvent = {
    on: party.addedOn,
    run: async (perform) => {
      const { thirdParty } = await perform('thirdParties.add', details)
      made.parties.set(key, thirdParty.id)
      if (profile !== undefined) await perform('thirdParties.saveProfile', { id: thirdParty.id, baseRevision: 0, profile })
      if (owners !== undefined) await perform('thirdParties.saveOwners', { id: thirdParty.id, baseRevision: 0, owners })
      for (const [jewel, kinds] of Object.entries(exposure)) {
        const has = new Set<string>(kinds)
        const reach = { see: has.has('see'), copy: has.has('copy'), change: has.has('change'), stop: has.has('stop') }
        await perform('exposure.set', { thirdPartyId: thirdParty.id, jewelId: named(made.jewels, jewel), reach })
      }
    },
  }
  return [add, ...assessmentEvents(party, made)]
}

/** Every event, the earliest first; those of one day in the order of the files. */
export function eventsOf(data: SampleData): SampleEvent[] {
  const made: Made = { jewels: new Map(), signers: new Map(), parties: new Map() }
  const parties = data.parties.flatMap((party) => partyEvents(party, made))
  const events = [...organizationEvents(data, made), ...parties, ...screeningEvents(data.screening, made)]
  return events.toSorted((a, b) => a.on.localeCompare(b.on))
}
