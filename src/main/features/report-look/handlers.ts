// How the organization's reports look: chosen once, printed on every report that is signed afterwards.
import { createHash } from 'node:crypto'
import { Refusal } from '#shared/contract/refusal.ts'
import type { LookState } from '#shared/contract/report-look.ts'
import type { ReportLook } from '#shared/domain/report-look.ts'
import { readChosenFile } from '#main/records/chosen-file.ts'
import { findReportLook } from '#main/records/report-look.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { type Picture, type PictureOutcome, refused } from './picture.ts'
import { addLogo, saveReportLook } from './queries.ts'
import { isJpeg, readJpeg } from './read-jpeg.ts'
import { isPng, readPng } from './read-png.ts'

type LookHandlers = Pick<EngineHandlers, 'reports.readLook' | 'reports.saveLook' | 'reports.takeLogo' | 'reports.removeLogo'>

const logoLimitBytes = 1024 * 1024

function stateOf(db: ReadDb): LookState {
  const { look, logo } = findReportLook(db)
  if (logo === null) return { look, logo: null }
  const { content, ...size } = logo
  return { look, logo: { ...size, sizeBytes: content.length, base64: Buffer.from(content).toString('base64') } }
}

function readPicture(file: Buffer): PictureOutcome {
  if (isPng(file)) return readPng(file)
  if (isJpeg(file)) return readJpeg(file)
  return refused('That file is neither a PNG nor a JPEG. Save the logo as one of them, then choose it again.')
}

/** Refuses what is no picture, and what Typst cannot print. */
async function findPrintable(context: FeatureContext, path: string): Promise<Picture> {
  const file = readChosenFile(path, {
    limitBytes: logoLimitBytes,
    tooLarge: 'That picture is over 1 MiB. Make it smaller, then choose it again.',
  })
  const read = readPicture(file)
  if (!read.ok) throw new Refusal('not-a-picture', read.why)
  const [{ createReportCompiler }, { isPrintable }] = await Promise.all([
    import('#main/report/report-compiler.ts'),
    import('#main/report/prove-logo.ts'),
  ])
  if (!isPrintable(read.picture, createReportCompiler(context.resourcesDirectory)))
    throw new Refusal('not-a-picture', 'The picture cannot be printed. Save it again with a picture program, as a PNG, then choose that.')
  return read.picture
}

export function reportLookHandlers(context: FeatureContext): LookHandlers {
  const save = (look: ReportLook, action: string, picture: Picture | null = null): LookState => {
    const store = requireStore(context)
    store.write({ action, subject: 'reports', payload: look }, (tx) => {
      if (picture !== null) tx.run(addLogo, { sha256: look.logoSha256, ...picture })
      tx.run(saveReportLook, look)
    })
    return stateOf(store)
  }
  const present = () => findReportLook(requireStore(context)).look
  return {
    'reports.readLook': () => stateOf(requireStore(context)),
    'reports.saveLook': (chosen) => save({ ...present(), ...chosen }, 'reports.saveLook'),
    'reports.takeLogo': async ({ handle }) => {
      requireStore(context)
      const picture = await findPrintable(context, context.grants.pathOf(handle, 'logo'))
      const logoSha256 = createHash('sha256').update(picture.content).digest('hex')
      return save({ ...present(), logoSha256 }, 'reports.takeLogo', picture)
    },
    'reports.removeLogo': () => save({ ...present(), logoSha256: null }, 'reports.removeLogo'),
  }
}
