// An assessment as a Word document that a consultant can edit: the report's text without its proof.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { aboutRows, answerSheet, flagLabel, planRows, type PlanRow, type SignedCase } from './case-sheet.ts'

type Block = Paragraph | Table

/** Twips and half-points, as Word counts. */
const ptToHalf = (pt: number) => pt * 2
const cellMargins = { top: 60, bottom: 60, left: 100, right: 100 }
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9C5BC' }
const borders = { top: thin, bottom: thin, left: thin, right: thin }

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level, keepNext: true })

/** Line breaks of typed text stay line breaks. */
function paragraphs(
  text: string,
  options: { readonly isBold?: boolean; readonly label?: string; readonly keepNext?: boolean } = {},
): Paragraph[] {
  return text.split('\n').map(
    (line, index) =>
      new Paragraph({
        spacing: { after: 80 },
        keepNext: options.keepNext === true,
        keepLines: true,
        children: [
          ...(index === 0 && options.label !== undefined ? [new TextRun({ text: `${options.label}: `, bold: true })] : []),
          new TextRun({ text: line, bold: options.isBold === true }),
        ],
      }),
  )
}

function table(rows: readonly (readonly string[])[], widths: readonly number[], hasHead = true): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: hasHead && index === 0,
          cantSplit: true,
          children: row.map(
            (text, column) =>
              new TableCell({
                margins: cellMargins,
                borders,
                width: { size: widths[column] ?? 10, type: WidthType.PERCENTAGE },
                children: paragraphs(text, { isBold: hasHead ? index === 0 : column === 0 }),
              }),
          ),
        }),
    ),
  })
}

function summary(signed: SignedCase): Block[] {
  const { model, words } = signed
  const { document: said } = words
  const { front, decision, domains } = model
  const gaps = domains.map(({ title, gapText, tier, isDriver }) => [
    title,
    gapText,
    [tier?.text ?? '', isDriver ? said.driver : ''].filter((part) => part !== '').join(', '),
  ])
  return [
    heading(said.summary, HeadingLevel.HEADING_1),
    ...paragraphs(front.tier.headline, { isBold: true, label: said.tier }),
    ...paragraphs(front.tier.explanation),
    ...paragraphs(front.driver),
    ...front.flags.flatMap((flag) => paragraphs(flag.reason, { label: flagLabel(flag) })),
    heading(said.decision, HeadingLevel.HEADING_2),
    ...paragraphs(`${front.outcome.word}. ${front.outcome.meaning}`, { isBold: true }),
    ...decision.rationale.flatMap((text) => paragraphs(text)),
    ...(decision.conditions.length === 0 ? [] : [heading(said.conditions, HeadingLevel.HEADING_2)]),
    ...decision.conditions.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    heading(said.gaps, HeadingLevel.HEADING_2),
    table([[said.part, said.gap, said.tier], ...gaps], [50, 20, 30]),
    new Paragraph({}),
    table(aboutRows(signed), [25, 75], false),
  ]
}

function card(row: PlanRow, { words: { document: said, columns, response } }: SignedCase): Block[] {
  const plan = [
    [said.response, row.response],
    ...(row.response === response.accept
      ? [
          [columns.acceptedBy, row.acceptedBy],
          [columns.acceptedUntil, row.acceptedUntil],
        ]
      : [
          [said.owner, row.owner],
          [said.due, row.due],
        ]),
    [said.status, row.status],
  ].map(([label = '', text = '']) => `${label}: ${text === '' ? said.open : text}`)
  const title = [row.number, row.id, row.finding].filter((part) => part !== '').join(' · ')
  const lines: readonly (readonly [text: string, options: { readonly isBold?: boolean; readonly label?: string }])[] = [
    [[row.domain, row.answer, row.evidence].filter((part) => part !== '').join(' · '), {}],
    [row.flags, { isBold: true }],
    [row.why, { label: said.why }],
    [row.firstStep, { label: said.firstStep }],
    [row.action, { label: columns.action }],
    [row.comment, { label: said.comment }],
  ]
  return [
    heading(title, HeadingLevel.HEADING_3),
    ...lines.filter(([text]) => text !== '').flatMap(([text, options]) => paragraphs(text, { ...options, keepNext: true })),
    ...paragraphs(plan.join('   ')),
  ]
}

function body(signed: SignedCase): Block[] {
  const { document: said } = signed.words
  const rows = planRows(signed)
  const { columns, rows: answers } = answerSheet(signed)
  const shown = (row: readonly string[]) => [row[0] ?? '', row[2] ?? '', row[3] ?? '', row[4] ?? '', row[5] ?? '']
  return [
    ...summary(signed),
    heading(said.plan, HeadingLevel.HEADING_1),
    ...(rows.length === 0 ? paragraphs(said.noFindings) : rows.flatMap((row) => card(row, signed))),
    heading(said.answers, HeadingLevel.HEADING_1),
    table([shown(columns), ...answers.map(shown)], [9, 36, 20, 12, 23]),
    heading(said.sources, HeadingLevel.HEADING_1),
    ...signed.model.sources.flatMap(({ id, title, publisher, published }) => paragraphs(`${id}: ${title}. ${publisher}, ${published}.`)),
  ]
}

/** The document's bytes. Headings are real headings, tables have head rows, and every page says that it is a working copy. */
export async function wordBytes(signed: SignedCase): Promise<Uint8Array> {
  const { model, words } = signed
  const accent = model.look.accent.replace('#', '')
  const headingStyle = (size: number) => ({
    run: { size: ptToHalf(size), bold: true, color: accent },
    paragraph: { spacing: { before: 240, after: 100 } },
  })
  const document = new Document({
    title: model.title,
    creator: model.author,
    description: words.about.standingText,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: ptToHalf(10.5) } },
        heading1: headingStyle(17),
        heading2: headingStyle(13),
        heading3: headingStyle(11),
      },
    },
    sections: [
      {
        headers: {
          default: new Header({
            children: [new Paragraph({ text: `${words.document.workingCopy} · ${model.running.subject}`, alignment: AlignmentType.END })],
          }),
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: [
          new Paragraph({ text: model.title, heading: HeadingLevel.TITLE }),
          ...paragraphs(model.front.context.join(' · ')),
          ...body(signed),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
