// Reads the time of a time-stamp, which may have fractions of a second.
import { DER, DerError, expectTag, type DerNode } from './der-reader.ts'

/** The instant a GeneralizedTime in UTC names, to the millisecond; throws DerError on any other form. Source: RFC 3161, 2.4.2. */
export function readGeneralizedTime(node: DerNode | undefined): Date {
  const text = Buffer.from(expectTag(node, DER.generalizedTime, 'time').content).toString('latin1')
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/.exec(text)
  if (match === null) throw new DerError('The time of the stamp is malformed.')
  const [year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match.slice(1)
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${(fraction ?? '').slice(0, 4)}Z`)
  if (Number.isNaN(time.getTime())) throw new DerError('The time of the stamp is not one that exists.')
  return time
}
