// SQL that only the managing of signers needs.
import { command } from '#main/store/statement.ts'

export const removeRevocationLists = command("DELETE FROM signer_attachment WHERE signer_id = :signerId AND kind = 'revocation-list'")
