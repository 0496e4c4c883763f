// Countries as lists write them: codes of two and three letters, and names in the languages that firms keep their lists in.
import { countryCodes } from '#shared/domain/country-codes.ts'
import { foldedTokens } from '#shared/screening/fold.ts'

/** The codes of three letters (ISO 3166-1 alpha-3), in the order of the codes of two letters. */
const threeLetters = `
AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL BES BRA BHS BTN BVT
BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP
ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL
ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY
MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU
NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR
SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN
VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE
`

/** What Unicode's names leave out. */
const otherNames: Readonly<Record<string, string>> = {
  AE: 'UAE',
  CD: 'Congo, Democratic Republic of the',
  CG: 'Congo',
  CI: "Cote d'Ivoire",
  CZ: 'Czech Republic',
  GB: 'UK|Great Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland',
  HK: 'Hong Kong',
  IR: 'Iran, Islamic Republic of',
  KP: 'North Korea|Korea, Democratic People’s Republic of|DPRK',
  KR: 'South Korea|Korea|Republic of Korea|Korea, Republic of',
  MO: 'Macao|Macau',
  NL: 'Holland|The Netherlands',
  PS: 'Palestine|State of Palestine',
  RU: 'Russian Federation',
  SY: 'Syrian Arab Republic',
  TR: 'Turkey|Turkiye',
  TW: 'Taiwan',
  US: 'USA|U.S.A.|United States|United States of America|America',
  VN: 'Viet Nam',
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl']

const folded = (text: string) =>
  foldedTokens(text)
    .map((token) => token.text)
    .join(' ')

function readNames(): Map<string, string> {
  const codes = new Map<string, string>()
  const add = (name: string, code: string) => {
    const key = folded(name)
    if (key !== '' && !codes.has(key)) codes.set(key, code)
  }
  const three = threeLetters.trim().split(/\s+/)
  for (const [at, code] of countryCodes.entries()) {
    add(code, code)
    add(three[at] ?? code, code)
  }
  for (const [code, names] of Object.entries(otherNames)) for (const name of names.split('|')) add(name, code)
  for (const language of languages) {
    const displayed = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of countryCodes) add(displayed.of(code) ?? code, code)
  }
  return codes
}

let known: Map<string, string> | undefined

/** The code of a country; null when the text names none. */
export function readCountry(text: string): string | null {
  known ??= readNames()
  return known.get(folded(text.slice(0, 200))) ?? null
}
