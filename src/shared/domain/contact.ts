// Somebody at a third party whom one can reach.
import { z } from 'zod'
import { line, requiredLine } from './text.ts'

/** What people write as an address for mail: something, an at sign, a name with a dot. Whether it exists, nobody can say offline. */
const mailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u

export const Contact = z.strictObject({
  name: requiredLine(200),
  /** What the person does there, such as "security officer". */
  role: line(200),
  email: line(254).refine((text) => text === '' || mailAddress.test(text), 'is not an e-mail address; write it as name@example.com'),
  phone: line(60).refine((text) => /^[\d\s+()./x-]*$/iu.test(text), 'is not a telephone number; use digits, blanks and + ( ) . / - only'),
  note: line(500),
})
export type Contact = z.infer<typeof Contact>
