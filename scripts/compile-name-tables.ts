// Makes resources/screening/name-tables.json from the tables of opensanctions/rigour: node scripts/compile-name-tables.ts ORG_TYPES.yml SYMBOLS.yml
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Text = z.union([z.string(), z.number()]).transform(String)
const OrgTypes = z.object({
  types: z.array(z.object({ display: Text.nullish(), compare: Text.nullish(), generic: Text.nullish(), aliases: z.array(Text).nullish() })),
})
const Words = z.record(z.string(), z.array(Text))
const Symbols = z.object({ org_symbols: Words, org_domains: Words })

const [typesPath, symbolsPath] = process.argv.slice(2)
if (typesPath === undefined || symbolsPath === undefined)
  throw new Error('Use: node scripts/compile-name-tables.ts ORG_TYPES.yml SYMBOLS.yml, both from opensanctions/rigour, resources/names')

const { types } = OrgTypes.parse(parse(readFileSync(typesPath, 'utf8')))
const symbols = Symbols.parse(parse(readFileSync(symbolsPath, 'utf8')))
const tables = {
  source: 'opensanctions/rigour 8f4044dd, resources/names/org_types.yml and symbols.yml, MIT, see rigour-licence.txt',
  legalForms: types.map(({ display, compare, generic, aliases }) => ({
    kind: generic ?? '',
    spellings: [...new Set([display, compare, ...(aliases ?? [])].filter((one) => typeof one === 'string' && one !== ''))],
  })),
  words: Object.values({ ...symbols.org_symbols, ...symbols.org_domains }).map((spellings) => [...new Set(spellings)]),
}
const output = new URL('../resources/screening/name-tables.json', import.meta.url)
const row = (value: unknown) => `    ${JSON.stringify(value)}`
writeFileSync(
  output,
  `{\n  "source": ${JSON.stringify(tables.source)},\n  "legalForms": [\n${tables.legalForms.map(row).join(',\n')}\n  ],\n  "words": [\n${tables.words.map(row).join(',\n')}\n  ]\n}\n`,
)
