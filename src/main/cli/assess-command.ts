// `assess`: from an input file to a signed, verified PDF, through a vault like the app's own.
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { AssessmentInput } from '#shared/domain/assessment-input.ts'
import type { CrownJewel } from '#shared/domain/crown-jewel.ts'
import type { AssessmentId, JewelId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { readArguments, requireOption } from './arguments.ts'
import { refuseOtherPack, refuseUnsafeOutput, refuseUnsignableInput } from './check-input.ts'
import { choosePack, keepChosenPack } from './chosen-pack.ts'
import { type CommandPlace, type EngineSession, openEngineSession } from './engine-session.ts'
import { answersOf, readInputFile } from './input-file.ts'
import { CommandProblem, type Terminal } from './output.ts'
import { describeResult, driverWords } from './result-words.ts'
import { describeVerdict } from './verify-command.ts'

const usage = 'Use: assess --input FILE.json --out FILE.pdf [--pack FILE] [--vault NAME.gatehouse --passphrase-env VARIABLE] [--json]'

function refuseUnwritable(outPath: string): void {
  const directory = dirname(outPath)
  try {
    accessSync(directory, constants.W_OK)
  } catch {
    throw new CommandProblem(`The folder ${directory} may not be written to. Choose another with --out.`)
  }
}

interface VaultChoice {
  readonly path: string
  readonly passphrase: string
  /** Removes a temporary vault; keeps a named one. */
  readonly discard: () => void
}

function chooseVault(name: string | undefined, passphraseVariable: string | undefined): VaultChoice {
  if (name === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'))
    return {
      path: join(folder, 'Temporary.gatehouse'),
      passphrase: randomBytes(24).toString('base64url'),
      discard: () => rmSync(folder, { recursive: true, force: true }),
    }
  }
  const passphrase = process.env[passphraseVariable ?? '']
  if (!passphrase)
    throw new CommandProblem(`A named vault needs its passphrase in an environment variable named by --passphrase-env. ${usage}`)
  return { path: resolve(name), passphrase, discard: () => undefined }
}

async function openOrMake(session: EngineSession, vault: VaultChoice, terminal: Terminal): Promise<void> {
  const handle = session.grant(vault.path)
  if (existsSync(vault.path)) {
    await session.call('vault.open', { handle, secret: vault.passphrase })
    return
  }
  const { recoveryCode } = await session.call('vault.create', { handle, passphrase: vault.passphrase })
  if (basename(vault.path) !== 'Temporary.gatehouse')
    terminal.progress(`New vault ${vault.path}. Write down its recovery code, it is shown only now: ${recoveryCode}`)
}

/** The crown jewels a vault has already. Refuses a vault of another firm, or one that weighs a crown jewel differently. */
async function refuseOtherFirm(session: EngineSession, input: AssessmentInput): Promise<readonly CrownJewel[]> {
  const { organization } = await session.call('organization.read', {})
  if (organization !== null && organization.name !== input.organization.name) {
    throw new CommandProblem(
      `This vault is that of ${organization.name}, and the file describes ${input.organization.name}. Use another vault, or the same name in both.`,
      1,
    )
  }
  const { crownJewels } = await session.call('crownJewels.list', {})
  for (const { name, impact } of input.crownJewels) {
    const same = crownJewels.find((jewel) => jewel.name === name)
    if (same !== undefined && same.impact !== impact)
      throw new CommandProblem(
        `The crown jewel "${name}" has impact ${impact} in the file and ${same.impact} in the vault. Make the two agree.`,
        1,
      )
  }
  return crownJewels
}

async function recordJewels(session: EngineSession, input: AssessmentInput, known: readonly CrownJewel[]): Promise<Map<string, JewelId>> {
  const ids = new Map<string, JewelId>()
  for (const { key, ...details } of input.crownJewels) {
    const same = known.find((jewel) => jewel.name === details.name)
    const { crownJewel } = same ? { crownJewel: same } : await session.call('crownJewels.add', details)
    ids.set(key, crownJewel.id)
  }
  return ids
}

async function recordAssessment(session: EngineSession, input: AssessmentInput, packPath: string | undefined): Promise<AssessmentId> {
  const known = await refuseOtherFirm(session, input)
  const chosen = await keepChosenPack(session, packPath)
  await session.call('organization.save', input.organization)
  const jewelIds = await recordJewels(session, input, known)
  const { thirdParty } = await session.call('thirdParties.add', input.thirdParty)
  const { relationship, profile, asOf } = input
  const { assessment } = await session.call('assessments.start', {
    thirdPartyId: thirdParty.id,
    relationship,
    profile,
    ...(asOf === undefined ? {} : { asOf }),
    ...chosen,
  })
  for (const answer of answersOf(input, jewelIds))
    await session.call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
  if (input.screening !== undefined) await session.call('screening.save', { assessmentId: assessment.id, screening: input.screening })
  await session.call('decision.save', { assessmentId: assessment.id, decision: input.decision })
  return assessment.id
}

async function signAndWrite(
  session: EngineSession,
  input: AssessmentInput,
  order: { readonly assessmentId: AssessmentId; readonly outPath: string },
) {
  const { signer } = await session.call('signers.create', input.signer)
  const { report } = await session.call('reports.sign', { assessmentId: order.assessmentId, signerId: signer.id })
  const handle = session.grant(order.outPath)
  await session.call('reports.saveCopy', { reportId: report.id, handle })
  const { verdict } = await session.call('verify.file', { handle })
  return { report, verdict }
}

interface Outcome {
  readonly result: Result
  readonly pack: Pack
  readonly signed: Awaited<ReturnType<typeof signAndWrite>>
}

async function carryOut(
  session: EngineSession,
  input: AssessmentInput,
  order: { readonly vault: VaultChoice; readonly outPath: string; readonly packPath: string | undefined; readonly terminal: Terminal },
): Promise<Outcome> {
  const { vault, outPath, packPath, terminal } = order
  terminal.progress('Opening the vault …')
  await openOrMake(session, vault, terminal)
  terminal.progress(`Recording ${Object.keys(input.answers).length} answers …`)
  const assessmentId = await recordAssessment(session, input, packPath)
  const { result, pack } = await session.call('assessments.read', { id: assessmentId })
  terminal.progress('Rendering, signing and checking the report …')
  return { result, pack, signed: await signAndWrite(session, input, { assessmentId, outPath }) }
}

function toJson({ result, pack, signed }: Outcome, outPath: string): string {
  const { report, verdict } = signed
  return JSON.stringify(
    {
      tier: result.tier,
      isUnconfirmed: result.isUnconfirmed,
      driver: result.driver,
      driverInWords: driverWords(result, pack),
      result,
      pdf: outPath,
      sha256: report.sha256,
      verdict,
    },
    null,
    2,
  )
}

export async function runAssess(args: readonly string[], place: CommandPlace, terminal: Terminal): Promise<number> {
  const options = {
    input: { type: 'string' },
    out: { type: 'string' },
    pack: { type: 'string' },
    vault: { type: 'string' },
    'passphrase-env': { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  const { values } = readArguments(args, options, usage)
  const inputPath = requireOption(values.input, 'input', usage)
  const input = readInputFile(inputPath)
  const outPath = resolve(requireOption(values.out, 'out', usage))
  refuseUnsafeOutput(outPath, inputPath)
  refuseUnwritable(outPath)
  refuseUnsignableInput(input, refuseOtherPack(input, choosePack(values.pack, place)))
  const vault = chooseVault(values.vault, values['passphrase-env'])
  const forget = terminal.onInterrupt(vault.discard)
  const session = openEngineSession(place)
  try {
    const outcome = await carryOut(session, input, { vault, outPath, packPath: values.pack, terminal })
    const { verdict } = outcome.signed
    terminal.answer(
      values.json
        ? toJson(outcome, outPath)
        : `${describeResult(outcome.result, outcome.pack)}\n\n${describeVerdict(verdict)}\n\nSigned report: ${outPath}`,
    )
    return verdict.integrity.state === 'intact' && verdict.changes.state === 'none' ? 0 : 1
  } finally {
    await session.close()
    vault.discard()
    forget()
  }
}
