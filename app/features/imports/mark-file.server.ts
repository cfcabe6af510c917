import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { type Locale, say } from '#app/i18n/text.ts'
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
  return markWorkbook(bytes, marksOf(findings, locale))
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

function marksOf(findings: Findings, locale: Locale): WorkbookMarks {
  const worded = findings.problems.map(problem => ({
    ...problem,
    // A comment outlives the cell that it speaks of: no ID or phone number goes into one.
    raw: withoutPersonalNumbers(problem.raw),
    message: withoutPersonalNumbers(problemMessage(locale, problem)),
    choices: withoutPersonalNumbers((problem.candidates ?? []).join(' / ')),
  }))
  const rowsOf = (list: Findings['accepted'], mark: RowMark['mark']) =>
    list.map(({ sheet, row }) => ({ sheet, row, mark }))
  const listed = worded.slice(0, mostNotes)
  const rest = worded.length - listed.length
  return {
    locale,
    cells: [
      ...answeredCells(findings, locale),
      ...worded.map(({ sheet, cell, reading, raw, message, choices }) => ({
        sheet,
        cell,
        mark: reading,
        note: [
          say(locale, readingWords[reading]),
          say(locale, text.stood, { raw: raw === '' ? say(locale, text.empty) : raw }),
          message,
          ...(choices === '' ? [] : [say(locale, text.perhaps, { candidates: choices })]),
        ].join('\n'),
      })),
    ],
    rows: [
      ...rowsOf(findings.accepted, 'accepted'),
      ...rowsOf(findings.rejected, 'rejected'),
      ...rowsOf(findings.ignored, 'ignored'),
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
      lines: listed.map(({ sheet, cell, reading, header, raw, message, choices }) => ({
        sheet,
        cell,
        mark: reading,
        texts: [withoutPersonalNumbers(header), raw, say(locale, readingWords[reading]), message, choices],
      })),
      footer: rest > 0 ? [say(locale, text.notListed, { count: rest })] : [],
    },
  }
}
