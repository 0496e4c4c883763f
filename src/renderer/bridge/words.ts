// What to tell a person for every code that can come back: what happened, and what to do next.
import type { CodeOf, ProcedureName } from '#shared/contract/contract.ts'
import type { CallFault } from './call.ts'

export interface Words {
  readonly what: string
  readonly next: string
}

type AnyCode = CodeOf<ProcedureName>

/** Words for a fault. Two codes carry a detail a person needs: which field was wrong, and the id in the log. */
export function wordsFor(fault: CallFault): Words {
  if (fault.code === 'invalid-input') {
    const where = fault.path === null || fault.path === '' ? 'Something that was typed' : `The field "${fault.path}"`
    return { what: `${where} was not accepted: ${fault.detail}`, next: 'Change it and try again. Nothing was saved by this step.' }
  }
  if (fault.code === 'internal') {
    return {
      what: `Something went wrong inside Gatehouse. ${fault.detail}`,
      next: 'Try once more. If it happens again, note this text for the person who supports you, then restart Gatehouse.',
    }
  }
  return wordsForCode(fault.code)
}

export function wordsForCode(code: AnyCode): Words {
  switch (code) {
    case 'wrong-secret':
      return {
        what: 'That passphrase or recovery code does not open this vault.',
        next: 'Check capitals and spaces and try again, or use the recovery code you wrote down.',
      }
    case 'vault-not-found':
      return {
        what: 'The vault is no longer where you chose it.',
        next: 'If it is on a USB stick or a network drive, connect it, then choose the vault again.',
      }
    case 'vault-exists':
      return {
        what: 'There is already a vault with this name in this folder. It was left untouched.',
        next: 'Choose another name or folder, or open the existing vault.',
      }
    case 'place-unknown':
      return { what: 'The place you chose is no longer remembered.', next: 'Choose it again.' }
    case 'place-not-writable':
      return { what: 'Gatehouse may not write to this place.', next: 'Choose a folder you can write to, such as your documents folder.' }
    case 'disk-full':
      return { what: 'The disk is full, so nothing was written.', next: 'Free some space or choose another disk, then try again.' }
    case 'keys-damaged':
      return {
        what: 'The key file of this vault (keys.json) is damaged, and so is its copy. Nothing was changed.',
        next: 'Put the vault folder back from your last backup, then open it again.',
      }
    case 'database-damaged':
      return {
        what: 'The database of this vault is damaged. Nothing was changed.',
        next: 'Put the vault folder back from your last backup. Keep the damaged folder: some of it may be recoverable.',
      }
    case 'vault-newer':
      return {
        what: 'This vault was made by a newer Gatehouse. It was left untouched.',
        next: 'Install that version or a later one, then open the vault again.',
      }
    case 'vault-busy':
      return { what: 'This vault is already open in another window or on another computer.', next: 'Close it there, then open it here.' }
    case 'not-a-vault':
      return { what: 'This folder is not a Gatehouse vault.', next: 'Choose a folder whose name ends in .gatehouse.' }
    case 'vault-locked':
      return { what: 'The vault is locked.', next: 'Open it again to go on.' }
    case 'engine-stopped':
      return {
        what: 'The part of Gatehouse that holds the vault has stopped.',
        next: 'Open the vault again. Nothing that was marked "Saved" is lost.',
      }
    case 'write-failed':
      return {
        what: 'The vault could not write this to the disk.',
        next: 'Check that the disk is connected and has free space, then choose Try again.',
      }
    case 'not-found':
      return { what: 'This record is no longer in the vault.', next: 'Go back to Home and open it from there.' }
    case 'no-organization':
      return { what: 'Your organization is not described yet.', next: 'Open Organization, give at least its name, then come back.' }
    case 'frozen':
      return {
        what: 'This assessment is signed, so it can no longer change.',
        next: 'Start a new assessment of the same third party to record what is different now.',
      }
    case 'answer-changed':
      return {
        what: 'This answer was changed somewhere else since you opened it.',
        next: 'Choose whether to keep your text or take the stored answer.',
      }
    case 'unknown-question':
      return {
        what: 'The question pack of this assessment does not know this question.',
        next: 'Go back to Home and open the assessment again.',
      }
    case 'wrong-answer-type':
      return { what: 'This kind of answer does not fit the question.', next: 'Choose one of the answers shown.' }
    case 'in-use':
      return {
        what: 'An open assessment still names this crown jewel, so it cannot be removed.',
        next: 'Take it out of that assessment first, or sign the assessment.',
      }
    case 'no-decision':
      return { what: 'There is no decision yet.', next: 'Fill in the decision and save it, then sign.' }
    case 'not-finalisable':
      return {
        what: 'The assessment is not complete enough to sign.',
        next: 'Clear the points listed under "Before you can sign", then sign.',
      }
    case 'stop-stands':
      return {
        what: 'A STOP flag stands, so this assessment cannot be signed with the decision "Proceed".',
        next: 'Get counsel to review it. Then choose "Proceed with conditions" and name the review, or escalate or decline.',
      }
    case 'certificate-expired':
      return { what: 'The certificate of this signer has expired.', next: 'Make a new signer, then sign with it.' }
    case 'file-not-readable':
      return { what: 'The file could not be read.', next: 'Check that it is still there and that you may read it, then choose it again.' }
    case 'file-too-large':
      return { what: 'The file is larger than Gatehouse checks.', next: 'Choose the signed report itself, as it was saved by Gatehouse.' }
    case 'invalid-input':
      return { what: 'Something that was typed was not accepted.', next: 'Change it and try again. Nothing was saved by this step.' }
    case 'unknown-procedure':
    case 'foreign-sender':
    case 'internal':
      return { what: 'Something went wrong inside Gatehouse.', next: 'Try once more. If it happens again, restart Gatehouse.' }
  }
}
