// What Gatehouse promises about secrecy and its own processes: S01 to S32.
import { proof, network, hardening, packaged, secrecy, trust, fuzz, integration, platform, type Requirement } from './requirement.ts'

export const securityRequirements: readonly Requirement[] = [
  {
    id: 'S01',
    promise: 'No packet and no name look-up ever leaves the computer.',
    proofs: [
      network('the whole tour from a new vault to a checked report sends nothing and asks nobody'),
      network('started as a person starts it, the app waits for nobody and sends no packet'),
      integration('no-network', 'every way out of the process throws'),
    ],
  },
  {
    id: 'S02',
    promise: 'Everything works on a computer that has no network at all.',
    proofs: [network('the whole tour works where there is no network at all')],
  },
  {
    id: 'S03',
    promise: 'A hostile script in the page reaches nobody.',
    proofs: [network('a hostile script in the page reaches nobody')],
  },
  {
    id: 'S04',
    promise: 'The tests that listen for packets can hear them: a stock window in the same place is heard.',
    proofs: [
      network('a stock Electron window in the same harness is heard: look-ups, and every way out of a hostile page'),
      integration('no-network', 'the same ways lead out of a process that was left open'),
    ],
  },
  {
    id: 'S05',
    promise: 'No port is opened, also not with a debugging switch on an installed app.',
    proofs: [
      packaged('${port} opens nothing'),
      network('the check for open ports sees the one that a debugging switch opens'),
      platform('switches', 'takes --%s away'),
    ],
    notHere: 'The switches of Node itself (--inspect, SIGUSR1) are closed by fuses, which are set when installers are built (S06).',
  },
  {
    id: 'S06',
    promise: 'The fuses of the runtime are set as the table says.',
    proofs: [],
    notHere: 'There are no installers yet. The fuses are set and read back with @electron/fuses in the step that builds them.',
  },
  {
    id: 'S07',
    promise: 'A changed program does not start.',
    proofs: [],
    notHere:
      'There are no installers yet, and Electron checks its archive on Windows and macOS only. On Linux the package signature stands for it.',
  },
  {
    id: 'S08',
    promise: 'The code uses no forbidden module and no construct that static analysis for Electron objects to.',
    proofs: [
      trust('static', 'the linter refuses each of the constructs it is told to'),
      trust('static', 'the built program imports the modules on its list and nothing else'),
      trust('static', 'every finding of Electronegativity that is allowed has a reason, and the last long run had no other'),
      integration('layers', 'refuse that %s imports %s'),
    ],
  },
  {
    id: 'S09',
    promise: 'Every window runs with the same frozen preferences.',
    proofs: [hardening('every window runs with the frozen preferences')],
  },
  {
    id: 'S10',
    promise: 'No permission is granted: devices, camera, place, notices, clipboard, files.',
    proofs: [
      hardening('no permission is granted, whatever the page asks for'),
      hardening('a stock window grants what is asked, so the questions about permissions are real ones'),
    ],
  },
  {
    id: 'S11',
    promise: 'The window cannot be led away: links, forms, drops, frames, new windows and redirects have no effect.',
    proofs: [
      hardening('the page stays where it is: ${vector.name}'),
      hardening('a stock window leaves, so the question is a real one: ${vector.name}'),
      hardening('an empty page, to which a script may always go, is replaced with our own at once'),
    ],
  },
  {
    id: 'S12',
    promise: 'Every file of the page comes with a policy under which text never becomes code.',
    proofs: [
      hardening('every file of the page comes with the policy and the other headers'),
      hardening('text never becomes code: no inline script, handler, javascript: address, eval or data: script'),
      hardening('the page and its preload start without a single error'),
      proof('test/e2e/screens.spec.ts', 'no screen was refused anything by the page policy, and none logged an error'),
    ],
  },
  {
    id: 'S13',
    promise: 'The page can load the files on its list and nothing else.',
    proofs: [platform('page-files', 'stays not found over ten thousand made-up addresses, and never throws')],
  },
  {
    id: 'S14',
    promise: 'Every procedure between page and engine refuses wrong input and strangers with a code, in time, and without a crash.',
    proofs: [
      fuzz(
        'contract',
        "every procedure refuses ${lockedCases.toLocaleString('en')} wrong inputs while the vault is locked, with a code and in time",
      ),
      fuzz('contract', 'every procedure survives wrong inputs around ids that exist while the vault is open, and the vault stays sound'),
      hardening('another window with the same preload is a stranger to the door, even on our own page'),
    ],
  },
  {
    id: 'S15',
    promise:
      'Nothing that is typed stands anywhere in clear: not in the vault, its journal, temporary files, logs or the browser’s own folders.',
    proofs: [
      secrecy('nothing typed on the whole tour is found in any file, while the app runs and after it has quit'),
      secrecy('nothing typed is found after the app was killed in the middle of saving, not even in the journal'),
      secrecy('the search finds the text in every form it looks for'),
    ],
  },
  {
    id: 'S16',
    promise: 'The database runs with the settings that secrecy and durability rest on, and makes no temporary files.',
    proofs: [
      integration('vault', 'runs with the settings that durability and secrecy rest on'),
      trust('temporary-files', 'a sort larger than the cache leaves nothing on a disk, and would without the setting'),
    ],
  },
  {
    id: 'S17',
    promise:
      'The derivation of keys is never cheaper than the policy, never dear enough to stop the machine, and no byte of the key list can be changed unnoticed.',
    proofs: [
      fuzz('readers', 'the reader of key lists takes or refuses any text, also one with a right checksum'),
      proof('src/main/store/keys/key-slot.test.ts', 'the derivation is Argon2id version 1.3'),
      proof('src/main/store/keys/key-cost.test.ts', 'is always one that a file may ask for, and never below the floor'),
      integration('vault', 'tells a changed key file from a wrong passphrase, whichever character was changed'),
      integration('key-list', 'by somebody who gave it a right checksum is refused as changed, or overruled by its true copy'),
    ],
  },
  {
    id: 'S18',
    promise:
      'A wrong passphrase says so and nothing more; each try costs the full derivation. A limit on tries is not promised: who has the file can try elsewhere.',
    proofs: [
      proof('test/e2e/thread.spec.ts', 'a vault locks, refuses a wrong passphrase and opens with its recovery code'),
      integration('released-vaults', 'opens with nothing else'),
    ],
  },
  {
    id: 'S19',
    promise: 'Locking ends the process that held the keys; idleness, a locked screen and suspend lock; nothing that runs on holds a key.',
    proofs: [
      proof(
        'test/e2e/lock-memory.spec.ts',
        'after locking, the process that held the keys is gone within a second and no other holds them',
      ),
      platform('locker', 'on %s does without a page that does not answer'),
      platform('idle-clock', 'speaks once when the time is over, and again only after a touch'),
    ],
    notHere: 'Electron hears of a locked screen on macOS and Windows only; elsewhere idleness and suspend lock the vault.',
  },
  {
    id: 'S20',
    promise: 'After locking, the page is a new one. That no trace of the passphrase is left in freed memory is measured, not promised.',
    proofs: [
      proof(
        'test/e2e/lock-memory.spec.ts',
        'after locking, the process that held the keys is gone within a second and no other holds them',
      ),
      platform('locker', 'ends the engine, clears the clipboard and shows a fresh page, in this order'),
    ],
  },
  {
    id: 'S21',
    promise:
      'A secret that was copied is taken off the clipboard after half a minute and on locking, unless something else was copied since.',
    proofs: [
      platform('secret-clipboard', 'is on the clipboard for half a minute'),
      platform('secret-clipboard', 'that somebody has copied over is left alone'),
    ],
    notHere: 'Clipboard histories of the operating system keep their own copies; Gatehouse cannot reach them.',
  },
  {
    id: 'S22',
    promise: 'Fault reports name functions and ids, never what was typed.',
    proofs: [
      platform('fault-log', 'keeps every line of its message out, even one that looks like a place in the program'),
      secrecy('nothing typed on the whole tour is found in any file, while the app runs and after it has quit'),
    ],
  },
  {
    id: 'S23',
    promise: 'A device is remembered only where its system can keep a secret.',
    proofs: [platform('device-memory', 'recalls nothing while its store is a %s')],
  },
  {
    id: 'S24',
    promise: 'An installed app has no developer tools.',
    proofs: [packaged('developer tools do not open in an installed app, whatever it is started with')],
  },
  {
    id: 'S25',
    promise: 'Files of evidence are never executed or shown as pages.',
    proofs: [
      proof('test/e2e/evidence.spec.ts', 'files of evidence are drawn in a process of their own, and nothing in them runs'),
      hardening('a webview is an unknown element, and an empty frame gives away nothing'),
      integration('evidence', 'is known by its content, named harmlessly, and comes out as it went in'),
      integration('evidence', 'of which a byte was changed are found by the check and never handed out'),
    ],
  },
  {
    id: 'S26',
    promise: 'Every reader of a file from outside takes or refuses anything, in bounded time, without a crash.',
    proofs: [
      fuzz('readers', 'the reader of packs takes or refuses any value, and its problems are in words'),
      fuzz('readers', 'the reader of pack files takes or refuses any text with a sentence'),
      fuzz('readers', 'the reader of assessments takes or refuses any value'),
      fuzz('readers', 'the reader of %s takes or refuses any text, also one with a right seal'),
      fuzz('readers', 'the reader of screening lists takes any text and counts the lines that are none'),
      fuzz('readers', 'the verifier calls no changed report intact, and throws at none'),
      fuzz('binary-readers', 'the reader of workbooks takes or refuses any bytes with a sentence'),
      fuzz('binary-readers', 'the reader of text lists takes or refuses any bytes with a sentence'),
      fuzz('binary-readers', 'the reader of certificate files takes or refuses any bytes with a code and a sentence'),
      fuzz('binary-readers', 'the readers of logos take or refuse any bytes with a sentence, and hand on nothing but a picture'),
      fuzz('binary-readers', 'the reader of answers of time-stamp authorities refuses any bytes with a code and a sentence'),
      fuzz(
        'binary-readers',
        'the readers of revocation lists and OCSP answers take or refuse any bytes, and believe none whose signed part was changed',
      ),
      integration('signing-attacks', 'is refused, every file, with the reason it deserves'),
    ],
  },
  {
    id: 'S27',
    promise: 'No cell of an exported table can start a formula.',
    proofs: [
      proof('src/shared/exchange/csv-text.test.ts', 'holds no cell that a spreadsheet would work out'),
      integration(
        'formats',
        'is the same in every format: as JSON to the byte, as CSV, as a workbook and as a Word document to the finding',
      ),
    ],
  },
  {
    id: 'S28',
    promise: 'Every package is pinned, with its checksum where it is installed, and none runs a script when the app is installed.',
    proofs: [
      integration(
        'setup-rules',
        'locks every optional platform package, so that npm ci works from any registry (if not: npm run complete-lock)',
      ),
      trust(
        'static',
        'every package of the lock file is pinned, by its checksum where it is installed here, and only the runtime may run an install script',
      ),
      integration('sbom', 'gives each package that every system has its hash, its licence and its place among the others'),
    ],
    notHere: 'Packages for other platforms are pinned by version; npm adds their checksums where they are installed.',
  },
  {
    id: 'S29',
    promise: 'Two builds of the same source give the same bytes.',
    proofs: [trust('static', 'two builds of the same source give the same files')],
    notHere: 'Installers come later; what is compared is the built program that goes into them.',
  },
  {
    id: 'S30',
    promise: 'A vault is open in one program at a time, and the second is told who has it.',
    proofs: [
      trust('two-openers', 'a second program is refused with the name of the first, and may open once that is done'),
      proof(
        'test/e2e/two-apps.spec.ts',
        'a vault that one app holds is refused by another app with its own settings, which says who holds it',
      ),
      proof('test/e2e/two-apps.spec.ts', 'a second start with the same settings ends at once and leaves the first alone'),
    ],
  },
  {
    id: 'S31',
    promise: 'A page that was taken over has neither Node nor files nor a network, and one way out, which judges every call.',
    proofs: [
      hardening('the page has neither Node nor Electron nor a network, and one way out'),
      hardening('the page can store nothing in the browser'),
      hardening('bad input of every kind is refused with a code, and the app goes on'),
      packaged('the page runs in a process that has no system calls, no network and no other processes to reach'),
    ],
  },
  {
    id: 'S32',
    promise:
      'The module of a smart card or token runs in a process of its own that gets no key, no text of the vault and none of our environment, and ends with its job, a cancel or a lock.',
    proofs: [
      proof(
        'test/e2e/signatures.spec.ts',
        'a signer on a smart card signs with the PIN; a module that hangs knows nothing of the vault and ends with a cancel or a lock',
      ),
      integration('tokens', 'gets a process that knows neither the environment nor the files of the app, and is gone after the job'),
      trust('static', 'only the process of a token can reach what calls any library by its address'),
      integration('tokens', 'that hangs and ignores the polite signal is ended after its time, and its process with it'),
      integration('tokens', 'that %s does no more than fail'),
      integration('token-signers', 'freezes and keeps nothing when the token does not sign, and signs when it does'),
    ],
    notHere:
      'A module is its maker’s program and has the rights of the person at the computer: which module is loaded is for that person to choose. Cards themselves were not at hand; the tests use SoftHSM.',
  },
]
