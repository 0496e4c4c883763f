// What Gatehouse promises when something fails: F01 to F20.
import { proof, durability, desk, trust, integration, type Requirement } from './requirement.ts'

export const faultRequirements: readonly Requirement[] = [
  {
    id: 'F01',
    promise: 'Killed at any moment, whole or in part, the app loses no acknowledged answer.',
    proofs: [
      durability('no acknowledged answer is lost in ${tries} kills'),
      desk('the engine is killed in the middle of a word: the lock says so, and the word is saved after the vault is opened again'),
    ],
  },
  {
    id: 'F02',
    promise: 'After a power cut at any moment the vault opens with the last acknowledged save.',
    proofs: [
      trust('power-loss', 'the vault opens with the last acknowledged save, whatever of the unsynced rest reached the disk'),
      trust('power-loss', 'a new vault is there whole under its name or not at all'),
      trust('power-loss', 'the replay is a real one: without its syncs the same log loses acknowledged saves'),
    ],
    notHere: 'A disk that says it has written what it has not cannot be told from a good one.',
  },
  {
    id: 'F03',
    promise: 'On a full disk every action is refused with a sentence or done whole, and nothing saved is lost.',
    proofs: [
      trust('full-disk', 'an edit on a full disk is refused or kept, never half, and the next one with room is kept'),
      trust('full-disk', 'signing on a full disk leaves an unsigned draft, and with room the same draft is signed'),
      trust('full-disk', 'a copy of a report on a full disk is refused and leaves neither half a file nor harm to the one before'),
      trust('full-disk', 'an upgrade on a full disk is refused, the old vault stays as it was, and with room it is done'),
      trust('full-disk', 'a new vault on a full disk is refused and leaves nothing behind'),
    ],
  },
  {
    id: 'F04',
    promise: 'After a call that failed, half a write or a failed sync nothing is called saved that is not on the disk.',
    proofs: [
      trust('failing-disk', 'a failed, short or refused call loses no acknowledged save, and is told with a code'),
      trust('failing-disk', 'after one failed sync nothing more is called saved, and the next start finds what was'),
    ],
  },
  {
    id: 'F05',
    promise: 'A write-protected vault opens for reading, says so, and refuses changes with a next step.',
    proofs: [
      trust('lost-medium', 'a write-protected medium opens for reading, says so, and refuses changes with a next step'),
      proof(
        'test/e2e/protected-medium.spec.ts',
        'a write-protected vault opens for reading, says so on every screen, and has no enabled control that would change it',
      ),
      trust('lost-medium', 'a vault left in the middle of a commit is refused on a write-protected medium, and opens whole elsewhere'),
      trust('failing-disk', 'a failed, short or refused call loses no acknowledged save, and is told with a code'),
    ],
  },
  {
    id: 'F06',
    promise: 'When the medium is pulled out nothing is called saved, typed text stays on the screen, and the vault locks.',
    proofs: [
      trust('lost-medium', 'a medium that is pulled out takes no change for saved, and the vault still locks'),
      desk('the disk goes away: the text stays, closing the window asks, and saving works again when the disk is back'),
    ],
  },
  {
    id: 'F07',
    promise: 'Two programs never write one vault, and one that died holds nothing.',
    proofs: [
      trust('two-openers', 'a second program is refused with the name of the first, and may open once that is done'),
      trust('two-openers', 'a program that was killed holds nothing, and the vault is checked when it is opened next'),
      trust('two-openers', 'a second program is still refused when somebody had the open database read as some other file'),
    ],
    notHere: 'Locks on network shares are the share’s affair. The manual says to keep a vault on a local disk or a stick.',
  },
  {
    id: 'F08',
    promise: 'Wherever the clock jumps, the order of saves and of the history stays, and a clock that went back is told.',
    proofs: [
      trust('clock', 'the last save wins and the history stays whole, wherever the clock jumps'),
      trust('clock', 'answers keep their order by revision when the clock goes back between them'),
      trust(
        'clock',
        'a clock that stands before the last entry of the history is told on opening, and one that was put right by a minute is not',
      ),
    ],
  },
  {
    id: 'F09',
    promise: 'A vault of every released version opens; an upgrade killed at any step leaves the old vault or the new one, and a backup.',
    proofs: [
      trust(
        'killed-midway',
        'an upgrade that is killed at any step leaves the old vault or the new one, and a backup before anything changed',
      ),
      integration('released-vaults', 'opens with its %s, sound, with its history, its draft and its signed report'),
    ],
  },
  {
    id: 'F10',
    promise: 'A vault of a newer version is refused and left byte for byte.',
    proofs: [integration('vault', 'refuses a newer vault and leaves it byte for byte')],
  },
  {
    id: 'F11',
    promise:
      'Rotten bits, lost, swapped or added pages are found or do no harm, wrong data is never shown, and salvage brings back what is intact.',
    proofs: [
      trust('bit-rot', 'a flipped bit anywhere in the file is found or does no harm'),
      trust('bit-rot', 'pages that were zeroed, swapped, put twice, cut off or appended are found or do no harm'),
      integration(
        'salvage-pages',
        'gives back every row on intact pages when several are flipped, zeroed, swapped or cut off, and never a wrong one',
      ),
      trust('bit-rot', 'a file that ends anywhere in its last page is refused on opening: the cipher would give that page back unchecked'),
      trust('bit-rot', 'the judge is a real one: with the key of the vault a changed row is called wrong data'),
    ],
    notHere: 'A file that another program cuts off while the vault is open is not watched for; vault check finds it.',
  },
  {
    id: 'F12',
    promise: 'A damaged or missing key list is put back from its spare, and only after that has opened the vault.',
    proofs: [
      integration('vault-mishaps', 'put %s back from the other one once that has opened the vault'),
      integration('key-list', 'with any one byte changed is repaired from the copy, and refused when both are changed'),
    ],
  },
  {
    id: 'F13',
    promise: 'A large vault opens and saves within the bounds of docs/performance.md.',
    proofs: [integration('bench', 'measures unlocking, the report and the score on the runtime that ships')],
    notHere: 'The figures come from npm run bench on a quiet machine. A vault of 2 GB of evidence is not measured yet.',
  },
  {
    id: 'F14',
    promise: 'A vault works under every name and behind every path that the disk takes.',
    proofs: [
      trust('odd-places', 'a vault works under every name that the disk takes'),
      trust('odd-places', 'a vault works behind a link and at the end of a very long path'),
      trust('odd-places', 'two names that differ only in case are two vaults or a refusal, never one over the other'),
    ],
    notHere: 'Names of Windows shares are tried on Windows.',
  },
  {
    id: 'F15',
    promise: 'A program that replaces the vault’s files under it cannot make it lose what it calls saved.',
    proofs: [integration('vault-mishaps', 'that was %s says of nothing that it was saved, and still locks')],
    notHere: 'Locks that antivirus programs lay on renames exist on Windows only and are tried there.',
  },
  {
    id: 'F16',
    promise: 'When the page crashes, what was saved is there and the vault is still open.',
    proofs: [
      durability('a page that crashes comes back with the vault still open, at the same question, with the answers in it'),
      proof('test/e2e/thread.spec.ts', 'text typed just before the window is closed is there when the vault is opened again'),
    ],
  },
  {
    id: 'F17',
    promise: 'Every kind of backup opens and holds what the vault held.',
    proofs: [
      integration('backups', 'opens it with the passphrase of its time, or its recovery code, reads it through and counts'),
      integration('automatic-backups', 'gets a copy of each backup while it is connected, and is said to be missing while it is not'),
      integration('automatic-backups', 'a backup is made, which still opens with what opened it then'),
      integration('history', 'holds the history against the heads in signed reports and backups, and each stored report against its hash'),
      integration('backups', 'makes a vault beside, which opens, goes on with the same history and says where it comes from'),
      integration('automatic-backups', 'keeps and copies its new backups, although those of the past given up have a longer history'),
      integration('automatic-backups', 'are not opened as vaults, and stay as they were made'),
    ],
  },
  {
    id: 'F18',
    promise: 'What is exported comes back the same to the byte.',
    proofs: [proof('src/shared/exchange/bundle.test.ts', 'exported, imported and exported again is the same to the byte')],
  },
  {
    id: 'F19',
    promise: 'Signing and saving a copy, killed at any step, leave a whole report or none.',
    proofs: [trust('killed-midway', 'signing and saving a copy that are killed at any step leave a whole report or none')],
  },
  {
    id: 'F20',
    promise: 'Long work leaves no open file, no growing memory and no growing vault behind.',
    proofs: [trust('soak', 'the same work over and over keeps files, memory and vault within bounds')],
    notHere: 'Three days of random actions are run by hand before a release; the suite does up to 100,000 saves.',
  },
]
