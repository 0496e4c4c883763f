// Records the shipped examples through the page's own bridge, so that every screen has something to show.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'

const names = ['supplier', 'partner', 'investor'] as const

interface ExampleFile {
  readonly organization: unknown
  readonly crownJewels: readonly { readonly key: string; readonly name: string; readonly impact: number; readonly note: string }[]
  readonly thirdParty: unknown
  readonly relationship: string
  readonly profile: string
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly answer: string | { readonly kind: string; readonly jewels?: readonly string[] }
        readonly note?: string
        readonly evidence?: string
      }
    >
  >
  readonly decision: unknown
  readonly signer: unknown
}

/** Records all three into the open vault; the supplier is decided and signed, the partner decided, the investor open. */
export async function recordExamples(page: Page): Promise<void> {
  const examples = names.map((name): ExampleFile =>
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../examples', `${name}.json`), 'utf8')),
  )
  await page.evaluate(async (inputs) => {
    type Reply = { ok: boolean; fault?: unknown; value: Record<string, { id: string }> }
    const { bridge } = window as unknown as { bridge: { call(name: string, input: unknown): Promise<Reply> } }
    const perform = async (name: string, input: unknown) => {
      const reply = await bridge.call(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
      return reply.value
    }
    const idOf = async (name: string, input: unknown, key: string) => (await perform(name, input))[key]?.id ?? ''
    const jewelIds = new Map<string, string>()
    await perform('organization.save', inputs[0]?.organization)
    for (const { key, ...details } of inputs[0]?.crownJewels ?? []) jewelIds.set(key, await idOf('crownJewels.add', details, 'crownJewel'))
    const valueOf = (answer: ExampleFile['answers'][string]['answer']) => {
      if (typeof answer === 'string')
        return answer === 'unknown' || answer === 'declined' ? { kind: answer } : { kind: 'practice', choice: answer }
      return answer.jewels ? { kind: 'jewels', jewelIds: answer.jewels.map((key) => jewelIds.get(key)) } : answer
    }
    for (const [index, input] of inputs.entries()) {
      const thirdPartyId = await idOf('thirdParties.add', input.thirdParty, 'thirdParty')
      const assessmentId = await idOf(
        'assessments.start',
        { thirdPartyId, relationship: input.relationship, profile: input.profile },
        'assessment',
      )
      for (const [questionId, { answer, note, evidence }] of Object.entries(input.answers)) {
        await perform('answer.save', {
          assessmentId,
          baseRevision: 0,
          answer: { questionId, value: valueOf(answer), note: note ?? '', evidenceGrade: evidence ?? 'U' },
        })
      }
      if (index < 2) await perform('decision.save', { assessmentId, decision: input.decision })
      if (index === 0) await perform('reports.sign', { assessmentId, signerId: await idOf('signers.create', input.signer, 'signer') })
    }
  }, examples)
  await page.reload()
  await page.getByRole('heading', { name: 'Home' }).waitFor()
}
