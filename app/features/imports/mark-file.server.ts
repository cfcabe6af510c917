import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { markInThread } from '#app/spreadsheet/marking/mark-in-thread.server.ts'
import type { LongMarks } from '#app/spreadsheet/marking/mark-long-file.server.ts'
import { type MarkedWorkbook, markWorkbook } from '#app/spreadsheet/marking/mark-workbook.server.ts'
import {
  type CellMark,
  markKinds,
  mostNotes,
  type RowMark,
  type WorkbookMarks,
} from '#app/spreadsheet/marking/marks.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import { importsText, readingWords } from './imports.text.ts'
import { markWords, markedFileText as text } from './marked-file.text.ts'
import { problemMessage } from './problem-message.ts'

/** What was found in a file: enough to show every row and every problem of it. */
export interface Findings {
  counts: ImportCounts
  problems: readonly Problem[]
  accepted: readonly { sheet: string; row: number }[]
  rejected: readonly { sheet: string; row: number }[]
  ignored: readonly { sheet: string; row: number }[]
  /** Cells that were answered in the preview: the file still holds what stood there. */
  answered: readonly { sheet: string; cell: string; raw: string; text: string }[]
}

/** The uploaded file itself, with what was found in it marked, in the reader's language. */
export function markFile(bytes: Uint8Array, findings: Findings, locale: Locale): Promise<MarkedWorkbook> {
  const { accepted, rejected, ignored } = findings
  const rowsOf = (list: Findings['accepted'], mark: RowMark['mark']) =>
    list.map(({ sheet, row }) => ({ sheet, row, mark }))
  const rows = [
    ...rowsOf(accepted, 'accepted'),
    ...rowsOf(rejected, 'rejected'),
    ...rowsOf(ignored, 'ignored'),
  ]
  return markWorkbook(bytes, { ...marksOf(findings, locale), rows })
}

/** The same of a file that was read in pieces, of which the accepted rows come as numbers; it is never held whole. */
export function markFileInPieces(
  bytes: Uint8Array,
  findings: Findings,
  accepted: { sheet: string; numbers: Uint32Array },
  locale: Locale,
): Promise<MarkedWorkbook> {
  return markInThread(bytes, {
    ...marksOf(findings, locale),
    rows: [
      { ...accepted, mark: 'accepted' },
      ...numbersBySheet(findings.rejected, 'rejected'),
      ...numbersBySheet(findings.ignored, 'ignored'),
    ],
  })
}

function numbersBySheet(rows: Findings['rejected'], mark: RowMark['mark']): LongMarks['rows'] {
  return [...new Set(rows.map(({ sheet }) => sheet))].map(sheet => {
    const numbers = rows.flatMap(one => (one.sheet === sheet ? [one.row] : []))
    return { sheet, mark, numbers: Uint32Array.from(numbers) }
  })
}

function answeredCells({ answered }: Findings, locale: Locale): CellMark[] {
  return answered.map(({ sheet, cell, raw, text: given }) => ({
    ...{ sheet, cell, mark: 'warn' },
    note: withoutPersonalNumbers(
      [
        say(locale, text.answered, { text: given === '' ? say(locale, text.empty) : given }),
        say(locale, text.stood, { raw: raw === '' ? say(locale, text.empty) : raw }),
      ].join('\n'),
    ),
  }))
}

function marksOf(findings: Findings, locale: Locale): Omit<WorkbookMarks, 'rows'> {
  const { problems } = findings
  const isNoted = firstCells(problems)
  const rest = Math.max(0, problems.length - mostNotes)
  return {
    locale,
    cells: [
      ...answeredCells(findings, locale),
      ...problems.map(problem => ({
        ...{ sheet: problem.sheet, cell: problem.cell, mark: problem.reading },
        note: isNoted(problem) ? noteOf(problem, locale) : '',
      })),
    ],
    report: {
      name: say(locale, text.reportName),
      notes: [say(locale, text.counts, findings.counts), say(locale, text.next)],
      rebuilt: say(locale, text.rebuilt),
      legend: markKinds.map(mark => ({ mark, text: say(locale, markWords[mark]) })),
      headers: [
        text.sheet,
        text.cell,
        importsText.header,
        importsText.stood,
        importsText.reading,
        importsText.what,
        importsText.candidates,
      ].map(header => say(locale, header)),
      lines: problems.slice(0, mostNotes).map(problem => {
        const { sheet, cell, reading, header } = problem
        const { raw, message, choices } = wordsOf(problem, locale)
        const texts = [
          withoutPersonalNumbers(header),
          raw,
          say(locale, readingWords[reading]),
          message,
          choices,
        ]
        return { sheet, cell, mark: reading, texts }
      }),
      footer: rest > 0 ? [say(locale, text.notListed, { count: rest })] : [],
    },
  }
}

/** Whether a problem is of one of the first cells, of so many as get a comment: the others are not put into words. */
function firstCells(problems: readonly Problem[]): (problem: Problem) => boolean {
  const keyOf = ({ sheet, cell }: Problem) => `${sheet}!${cell}`
  const first = new Set<string>()
  for (const problem of problems) {
    if (first.size >= mostNotes) break
    first.add(keyOf(problem))
  }
  return problem => first.has(keyOf(problem))
}

function noteOf(problem: Problem, locale: Locale): string {
  const { raw, message, choices } = wordsOf(problem, locale)
  return [
    say(locale, readingWords[problem.reading]),
    say(locale, text.stood, { raw: raw === '' ? say(locale, text.empty) : raw }),
    message,
    ...(choices === '' ? [] : [say(locale, text.perhaps, { candidates: choices })]),
  ].join('\n')
}

/** A comment outlives the cell that it speaks of: no ID or phone number goes into one. */
function wordsOf(problem: Problem, locale: Locale) {
  return {
    raw: withoutPersonalNumbers(problem.raw),
    message: withoutPersonalNumbers(problemMessage(locale, problem)),
    choices: withoutPersonalNumbers((problem.candidates ?? []).join(' / ')),
  }
}
