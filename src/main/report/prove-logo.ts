// Sets a page with nothing but a logo on it, to see that it can be printed before a report needs it.
import { join } from 'node:path'
import type { Logo } from '#shared/domain/report-look.ts'
import type { ReportCompiler } from './report-compiler.ts'

const source = (format: string) => `#set document(title: "Logo", date: datetime(year: 2026, month: 1, day: 1))
#set page(width: 80mm, height: 40mm)
#image("/logo", format: "${format}", alt: "Logo", width: 52mm, height: 13mm)`

/** Whether Typst can decode the logo and write it as PDF/A-3a. */
export function isPrintable({ format, content }: Logo, { typst, workspace }: ReportCompiler): boolean {
  const path = join(workspace, 'logo')
  typst.mapShadow(path, Buffer.from(content))
  try {
    const { result } = typst.compile({ mainFileContent: source(format === 'png' ? 'png' : 'jpg') })
    if (result === null) return false
    typst.pdf(result, { pdfStandard: 'a-3a', pdfTags: true })
    return true
  } catch {
    return false
  } finally {
    typst.unmapShadow(path)
    typst.evictCache(0)
  }
}
