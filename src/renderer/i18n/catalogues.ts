// The English words of every part of the interface: the keys a component may name, and what it shows until a translation has them.
// One file for each part in resources/words/en/; a new part is one import and one line here.
import about from '../../../resources/words/en/about.json'
import answerControls from '../../../resources/words/en/answer-controls.json'
import answering from '../../../resources/words/en/answering.json'
import assessments from '../../../resources/words/en/assessments.json'
import backups from '../../../resources/words/en/backups.json'
import because from '../../../resources/words/en/because.json'
import compare from '../../../resources/words/en/compare.json'
import controls from '../../../resources/words/en/controls.json'
import crownJewels from '../../../resources/words/en/crown-jewels.json'
import deciding from '../../../resources/words/en/deciding.json'
import exports from '../../../resources/words/en/exports.json'
import exposure from '../../../resources/words/en/exposure.json'
import findings from '../../../resources/words/en/findings.json'
import frame from '../../../resources/words/en/frame.json'
import guide from '../../../resources/words/en/guide.json'
import help from '../../../resources/words/en/help.json'
import history from '../../../resources/words/en/history.json'
import home from '../../../resources/words/en/home.json'
import importWords from '../../../resources/words/en/import.json'
import keys from '../../../resources/words/en/keys.json'
import organization from '../../../resources/words/en/organization.json'
import packs from '../../../resources/words/en/packs.json'
import palette from '../../../resources/words/en/palette.json'
import portfolio from '../../../resources/words/en/portfolio.json'
import preferences from '../../../resources/words/en/preferences.json'
import questionnaire from '../../../resources/words/en/questionnaire.json'
import recents from '../../../resources/words/en/recents.json'
import reference from '../../../resources/words/en/reference.json'
import refusals from '../../../resources/words/en/refusals.json'
import reports from '../../../resources/words/en/reports.json'
import result from '../../../resources/words/en/result.json'
import said from '../../../resources/words/en/said.json'
import sample from '../../../resources/words/en/sample.json'
import screening from '../../../resources/words/en/screening.json'
import settings from '../../../resources/words/en/settings.json'
import signatures from '../../../resources/words/en/signatures.json'
import signers from '../../../resources/words/en/signers.json'
import terms from '../../../resources/words/en/terms.json'
import thirdParties from '../../../resources/words/en/third-parties.json'
import thirdPartyProfile from '../../../resources/words/en/third-party-profile.json'
import tokens from '../../../resources/words/en/tokens.json'
import vault from '../../../resources/words/en/vault.json'
import verdict from '../../../resources/words/en/verdict.json'

export const english = {
  about,
  'answer-controls': answerControls,
  answering,
  assessments,
  backups,
  because,
  compare,
  controls,
  'crown-jewels': crownJewels,
  deciding,
  exports,
  exposure,
  findings,
  frame,
  guide,
  help,
  history,
  home,
  import: importWords,
  keys,
  organization,
  packs,
  palette,
  portfolio,
  preferences,
  questionnaire,
  recents,
  reference,
  refusals,
  reports,
  result,
  said,
  sample,
  screening,
  settings,
  signatures,
  signers,
  terms,
  'third-parties': thirdParties,
  'third-party-profile': thirdPartyProfile,
  tokens,
  vault,
  verdict,
} as const
