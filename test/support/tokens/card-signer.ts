// Adds the certificate on a card of SoftHSM as a signer, as a person does it in the app.
import type { ListedSigner } from '#shared/domain/signer.ts'
import { createTokenDesk } from '#main/tokens/token-desk.ts'
import type { Session } from '../engine-session.ts'
import { nodeTokenChild } from './node-token-child.ts'
import { pin, type SoftToken, useSoftToken } from './soft-token.ts'

/** Does the work on cards that the app's main process does. */
export const cardDesk = createTokenDesk(nodeTokenChild(), { list: 20_000, sign: 20_000 })

/** What adding the card's certificate asks for. */
export async function orderFor(session: Session, card: SoftToken, modulePath = card.modulePath) {
  useSoftToken(card)
  const handle = session.grant(modulePath)
  const { tokens } = await session.do('signers.readTokens', { handle })
  const certificate = tokens.find(({ serial }) => serial === card.serial)?.certificates[0]
  if (certificate === undefined) throw new Error('The card has no certificate.')
  return { handle, serial: card.serial, label: card.label, sha256: certificate.sha256, role: 'Partner', withIssuers: true, pin }
}

export async function addCardSigner(session: Session, card: SoftToken): Promise<ListedSigner> {
  return (await session.do('signers.addToken', await orderFor(session, card))).signer
}
