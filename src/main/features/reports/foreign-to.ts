// Whether the data in a report belongs to the signature over it, and says of the signer what the certificate says.
import type { SignedDocument } from '#shared/domain/assessment-document.ts'
import { spellOut } from '#shared/domain/text.ts'
import { isNamed, isOrganization } from '#main/report/verification/holder-name.ts'
import type { PdfVerdict, SignatureFacts, SignerVerdict } from '#main/report/verification/verdict.ts'
import type { Attached } from './attached-document.ts'

type StatedSigner = SignedDocument['signer']

const quoted = (name: string) => spellOut(name).slice(0, 200)
const orNone = (organization: string) => (organization === '' ? 'no organization' : quoted(organization))

function besideCertificate(stated: StatedSigner, certificate: SignerVerdict): string[] {
  const [name, certified] = [quoted(stated.name), quoted(certificate.subjectName)]
  const organization = certificate.organization ?? ''
  const isSameCertificate =
    stated.certificateSerial === certificate.serial.toLowerCase() &&
    Date.parse(stated.validFrom) === Date.parse(certificate.notBefore) &&
    Date.parse(stated.validTo) === Date.parse(certificate.notAfter)
  const found: readonly (readonly [boolean, string])[] = [
    [
      isNamed(stated.name, certificate.subjectName),
      `The attached data names ${name} as the signer, the certificate ${certified}. Do not take this for a report by ${name}.`,
    ],
    [
      isOrganization(stated.organization, organization),
      `The attached data says that the signer belongs to ${orNone(stated.organization)}, the certificate to ${orNone(organization)}.`,
    ],
    [isSameCertificate, 'The attached data states another serial number or validity than the certificate has.'],
  ]
  return found.filter(([isSame]) => !isSame).map(([, sentence]) => sentence)
}

/** Name and role are stated in three places: on the pages by the data, in the data, and in the signature, which leaves out empty ones. */
function besideFacts(stated: StatedSigner, { name, role }: SignatureFacts): string[] {
  const isSame = (name ?? '') === stated.name && (role ?? '') === stated.role
  return isSame ? [] : ['The attached data states another name or role of the signer than the signature does.']
}

/** Why the data cannot belong to the signature over it; data of another report may be sound in itself. */
export function foreignTo({ document }: Attached, { signatures: [first] }: PdfVerdict): string[] {
  if (first === undefined) return []
  const { signer, facts } = first
  const isSigner = signer === null || signer.fingerprintSha256 === document.signer.certificateSha256
  const isTime = facts.signedAt === null || Date.parse(facts.signedAt) === Date.parse(document.signedAt)
  if (!isSigner || !isTime)
    return ['The attached data names another certificate or instant than the signature: it belongs to another report.']
  return signer === null ? [] : [...besideCertificate(document.signer, signer), ...besideFacts(document.signer, facts)]
}
