// What to tell a person for every code that can come back: what happened, and what to do next.
import type { CodeOf, ProcedureName } from '#shared/contract/contract.ts'
import type { CallFault } from './call.ts'
import { signatureWords } from './signature-words.ts'

export interface Words {
  readonly what: string
  readonly next: string
}

type AnyCode = CodeOf<ProcedureName>

/** Codes whose detail tells more than any table can: who holds the vault, or why it cannot be written. Its first sentence is what happened. */
const tellsMore: ReadonlySet<string> = new Set<AnyCode>([
  'vault-busy',
  'write-failed',
  'not-a-picture',
  'list-not-readable',
  'list-too-long',
  'import-in-use',
])

/** Words for a fault, with the detail where a person needs it: which field was wrong, who holds the vault, the id in the log. */
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
  const [, what, next] = /^(.+?\.) (.+\.)$/.exec(fault.detail) ?? []
  return tellsMore.has(fault.code) && what !== undefined && next !== undefined ? { what, next } : wordsForCode(fault.code)
}

/** One line per code: the type makes the compiler refuse a code without words. */
const table: Readonly<Record<AnyCode, Words>> = {
  ...signatureWords,
  'wrong-secret': {
    what: 'That passphrase or recovery code does not open this vault.',
    next: 'Check capitals and spaces and try again, or use the recovery code you wrote down.',
  },
  'vault-not-found': {
    what: 'The vault is no longer where you chose it.',
    next: 'If it is on a USB stick or a network drive, connect it, then choose the vault again.',
  },
  'vault-exists': {
    what: 'There is already a vault with this name in this folder. It was left untouched.',
    next: 'Choose another name or folder, or open the existing vault.',
  },
  'not-a-picture': { what: 'That file is not a picture that can be printed.', next: 'Save the logo as a PNG, then choose it again.' },
  'not-up-to-date': {
    what: 'Some results are still being worked out again after a change.',
    next: 'Wait a minute, then sign.',
  },
  'nothing-answered': {
    what: 'The organization has answered nothing about itself yet.',
    next: 'Answer its own questions under “Organization” first, then sign.',
  },
  'place-unknown': { what: 'The place you chose is no longer remembered.', next: 'Choose it again.' },
  'place-not-writable': {
    what: 'Gatehouse may not write to this place.',
    next: 'Choose a folder you can write to, such as your documents folder.',
  },
  'disk-full': { what: 'The disk is full, so nothing was written.', next: 'Free some space or choose another disk, then try again.' },
  'keys-damaged': {
    what: 'The list of keys of this vault (keys.json) is damaged, and so is its copy. Nothing was changed.',
    next: 'Keep this folder as it is and restore its newest backup, which has its own key list.',
  },
  'keys-changed': {
    what: 'The list of keys of this vault (keys.json) was changed by something other than Gatehouse, so nothing was opened.',
    next: 'Put keys.json and keys.json.bak back from your last backup, then open the vault again.',
  },
  'key-file-needed': {
    what: 'This passphrase needs its key file beside it.',
    next: 'Connect the medium the key file is on and choose the file. If it is lost, use the recovery code.',
  },
  'key-file-wrong': {
    what: 'This key file does not belong to this passphrase.',
    next: 'Choose the file that was made for it last. If it is lost, use the recovery code.',
  },
  'key-file-damaged': {
    what: 'This is not a key file of Gatehouse, or it is damaged.',
    next: 'Choose the key file or a copy of it. Without one, use the recovery code.',
  },
  'key-file-missing': {
    what: 'The key file is no longer where you chose it.',
    next: 'Connect the medium it is on, then choose it again. If it is lost, use the recovery code.',
  },
  'key-file-in-vault': {
    what: 'A key file in the folder of the vault would travel with it and protect nothing, so none was made.',
    next: 'Choose a place on another medium, such as a USB stick.',
  },
  'file-exists': {
    what: 'There is already a file with this name. It was left untouched.',
    next: 'Choose another name or another place.',
  },
  'device-forgotten': {
    what: 'This device is no longer remembered for this vault.',
    next: 'Open it with the passphrase. You can have the device remembered again in the settings.',
  },
  'device-not-saved': {
    what: 'The secret for this vault could not be kept on this device. The vault is as it was.',
    next: 'Free some space on this device, then try again.',
  },
  'no-secret-store': {
    what: 'This system has no store in which a secret of the vault would be safe.',
    next: 'Go on opening the vault with its passphrase.',
  },
  'key-change-unfinished': {
    what: 'Gatehouse stopped while the key of this vault was being changed.',
    next: 'Open the vault once with the passphrase with which the change was begun. Nothing is lost.',
  },
  'way-unknown': { what: 'This way to open the vault is no longer there.', next: 'Look at the list again.' },
  'last-way': {
    what: 'This is the last passphrase or recovery code of the vault. Without it nobody could open it.',
    next: 'Add another passphrase or make a new recovery code first.',
  },
  'too-many-ways': {
    what: 'A vault has at most four passphrases and eight remembered devices.',
    next: 'Remove one that is not used any more, then add the new one.',
  },
  'settings-not-saved': {
    what: 'The settings could not be saved on this computer. They are as they were.',
    next: 'Free some space on its disk, then try again.',
  },
  'database-damaged': {
    what: 'The database of this vault is damaged. Nothing was changed.',
    next: 'Keep this folder as it is. Restore its newest backup, or save what can be read of it; both make a new vault beside it.',
  },
  'vault-newer': {
    what: 'This vault was made by a newer Gatehouse. It was left untouched.',
    next: 'Install that version or a later one, then open the vault again.',
  },
  'vault-busy': {
    what: 'This vault is already open in another window or on another computer.',
    next: 'Close it there, then open it here.',
  },
  'not-a-vault': { what: 'This folder is not a Gatehouse vault.', next: 'Choose a folder whose name ends in .gatehouse.' },
  'vault-locked': { what: 'The vault is locked.', next: 'Open it again to go on.' },
  'engine-stopped': {
    what: 'The part of Gatehouse that holds the vault has stopped.',
    next: 'Open the vault again. Nothing that was marked "Saved" is lost.',
  },
  'write-failed': {
    what: 'The vault could not write this to the disk.',
    next: 'Check that the disk is connected and has free space, then choose Try again.',
  },
  'read-failed': {
    what: 'The vault could not be read from its disk.',
    next: 'Connect its disk again, then lock the vault and open it. Nothing that was marked "Saved" is lost while that disk is sound.',
  },
  'not-found': { what: 'This record is no longer in the vault.', next: 'Go back to Home and open it from there.' },
  'relationship-missing': {
    what: 'The third party does not have this relationship with your organization.',
    next: 'Open the third party, tick the relationship and save, then start the assessment.',
  },
  'no-organization': {
    what: 'Your organization is not described yet.',
    next: 'Open Organization, give at least its name, then come back.',
  },
  'backup-not-found': {
    what: 'That backup is no longer there.',
    next: 'Look at the list again, and connect its disk if it is on another one.',
  },
  'backup-damaged': {
    what: 'This backup is not as it was made, so it was not used.',
    next: 'Use the backup before it. Keep this one: a part of it may be recoverable.',
  },
  'place-in-vault': {
    what: 'That folder is inside the vault and would be lost with it.',
    next: 'Choose a folder on another disk, such as a USB stick.',
  },
  'nothing-readable': {
    what: 'Nothing in this vault can be read any more.',
    next: 'Restore its newest backup.',
  },
  frozen: {
    what: 'This assessment is signed, so it can no longer change.',
    next: 'Start a new assessment of the same third party to record what is different now.',
  },
  'answer-changed': {
    what: 'This answer was changed somewhere else since you opened it.',
    next: 'Choose whether to keep your text or take the stored answer.',
  },
  'evidence-empty': { what: 'That file is empty, so it proves nothing.', next: 'Choose another file.' },
  'evidence-too-large': {
    what: 'That file is larger than 25 MB, the most that a vault keeps for one file.',
    next: 'Add only the pages that matter, or keep the file elsewhere and say in the note where it is.',
  },
  'evidence-too-many': { what: 'An answer has 50 files at most.', next: 'Remove one that proves less, then try again.' },
  'evidence-damaged': {
    what: 'This file is not as it was added: its content does not give its hash.',
    next: 'Check the vault under History. If it is damaged, restore its newest backup.',
  },
  'no-preview': { what: 'Files of this kind are kept, not shown.', next: 'Save a copy and open it with a program you trust.' },
  'preview-failed': {
    what: 'This file could not be drawn. It may be damaged, protected by a password, or made to do harm.',
    next: 'Save a copy and open it with care in another program.',
  },
  'nothing-to-carry': {
    what: 'The assessment before has no answer here that could be taken over.',
    next: 'Answer the question anew.',
  },
  'unknown-question': {
    what: 'The question pack of this assessment does not know this question.',
    next: 'Go back to Home and open the assessment again.',
  },
  'wrong-answer-type': { what: 'This kind of answer does not fit the question.', next: 'Choose one of the answers shown.' },
  'list-not-readable': {
    what: 'This file cannot be read as a list.',
    next: 'Save it anew from your spreadsheet program, as CSV or XLSX, and choose it again.',
  },
  'list-too-long': { what: 'This list is longer than Gatehouse imports at once.', next: 'Split it into several files.' },
  'no-name-column': { what: 'No column holds the name.', next: 'Say which one does, then look at the rows.' },
  'import-gone': {
    what: 'This import cannot go on: the list was closed, or the import was undone.',
    next: 'Choose the file again. It is compared with what the vault holds now.',
  },
  'import-in-use': {
    what: 'This import cannot be undone, because what it brought was assessed or changed since.',
    next: 'Archive the third parties that you do not need instead.',
  },
  'profile-changed': {
    what: 'This was changed in another window since it was opened here. Nothing was overwritten.',
    next: 'Open the third party again, then make your change once more.',
  },
  'in-use': {
    what: 'An open assessment still names this crown jewel, so it cannot be removed.',
    next: 'Take it out of that assessment first, or sign the assessment.',
  },
  'no-decision': { what: 'There is no decision yet.', next: 'Fill in the decision and save it, then sign.' },
  'not-finalisable': {
    what: 'The assessment is not complete enough to sign.',
    next: 'Clear the points listed under "Before you can sign", then sign.',
  },
  'stop-stands': {
    what: 'A STOP flag stands, so this assessment cannot be signed with the decision "Proceed".',
    next: 'Get counsel to review it. Then choose "Proceed with conditions" and name the review, or escalate or decline.',
  },
  'no-such-finding': {
    what: 'That is no longer a finding of this assessment.',
    next: 'Look at the findings again; an answer or the decision was changed in the meantime.',
  },
  'not-to-supersede': {
    what: 'Only a signed assessment of the same third party in the same relationship can be superseded.',
    next: 'Open the third party and start the new assessment from its signed one.',
  },
  'certificate-expired': {
    what: 'The certificate of this signer has expired.',
    next: 'Make a new signer or get a new certificate, then sign with it.',
  },
  'pack-unknown': {
    what: 'That question pack is not in this vault.',
    next: 'Add its file under question packs first, or start with another pack.',
  },
  'format-not-here': {
    what: 'This report cannot be written in that format.',
    next: 'Open the report on one third party and choose the format there.',
  },
  'nothing-to-plan': { what: 'This assessment has no finding, so there is no plan to write.', next: 'Choose another format.' },
  'file-not-readable': {
    what: 'The file could not be read.',
    next: 'Check that it is still there and that you may read it, then choose it again.',
  },
  'file-too-large': {
    what: 'The file is larger than Gatehouse checks.',
    next: 'Choose the signed report itself, as it was saved by Gatehouse.',
  },
  'invalid-input': { what: 'Something that was typed was not accepted.', next: 'Change it and try again. Nothing was saved by this step.' },
  'unknown-procedure': { what: 'Something went wrong inside Gatehouse.', next: 'Try once more. If it happens again, restart Gatehouse.' },
  'foreign-sender': { what: 'Something went wrong inside Gatehouse.', next: 'Try once more. If it happens again, restart Gatehouse.' },
  internal: { what: 'Something went wrong inside Gatehouse.', next: 'Try once more. If it happens again, restart Gatehouse.' },
}

export function wordsForCode(code: AnyCode): Words {
  return table[code]
}
