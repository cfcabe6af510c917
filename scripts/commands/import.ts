import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isDay, now, today } from '#app/calendar-day.ts'
import { markedFile } from '#app/features/imports/marked-file.server.ts'
import { type ImportResult, runImport } from '#app/features/imports/run-import.server.ts'
import { isSheetName, sheetNames } from '#app/features/imports/sheet-name.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import type { Command, CommandInput } from '../command.ts'

export const command: Command = {
  usage:
    'import <sheet> <file> [--school CODE] [--dry-run] [--rows] [--date-context D] [--skip-bad-rows] [--marked FILE]',
  summary: `reads a workbook and enters its rows, all or none, or says by cell why not; sheets: ${sheetNames.join(', ')}`,
  options: {
    school: { type: 'string' },
    'dry-run': { type: 'boolean' },
    rows: { type: 'boolean' },
    'date-context': { type: 'string' },
    'skip-bad-rows': { type: 'boolean' },
    marked: { type: 'string' },
  },
  run: async ({ db, values, positionals, json, print, complain, actor }) => {
    const [sheet = '', path = '', ...more] = positionals
    const dateContext = values['date-context']
    if (!isSheetName(sheet) || path === '' || more.length > 0) {
      complain(`${command.usage}\n<sheet> is one of ${sheetNames.join(', ')}`)
      return 2
    }
    if (typeof dateContext === 'string' && !isDay(dateContext)) {
      complain('--date-context is a day such as 2025-10-15')
      return 2
    }
    if (typeof values.marked === 'string' && values['dry-run'] === true) {
      complain('--marked needs the file to be kept, which --dry-run does not do')
      return 2
    }
    const bytes = await bytesOf(path)
    if (bytes === null) {
      complain(`${path}: no such file, or it may not be read`)
      return 2
    }
    try {
      const result = await runImport(db, {
        sheet,
        bytes,
        fileName: basename(path),
        today: today(),
        now: now(),
        scope: { kind: 'city' },
        actor,
        schoolCode: typeof values.school === 'string' ? values.school : null,
        dryRun: values['dry-run'] === true,
        skipBadRows: values['skip-bad-rows'] === true,
        withRows: values.rows === true,
        locale: 'zh-CN',
        ...(typeof dateContext === 'string' && { dateContext }),
      })
      // What became of the file is told whatever becomes of the marked one.
      print(json ? JSON.stringify(result) : reportOf(result))
      if (typeof values.marked === 'string') await writeMarked(db, result, values.marked, complain)
      return result.status === 'refused' ? 3 : 0
    } finally {
      await closeReader()
    }
  },
}

/** The file with its problems marked, beside the answer; a file refused as a whole has nothing to mark. */
async function writeMarked(
  db: CommandInput['db'],
  result: ImportResult,
  path: string,
  complain: CommandInput['complain'],
): Promise<void> {
  const id = result.import
  const asked = { today: today(), locale: 'zh-CN' } as const
  const file = id === null ? null : await markedFile(db, { kind: 'city' }, id, asked)
  if (file?.ok === true) await writeFile(path, file.bytes)
  else complain(`${result.file}: cannot be marked; ${path} was not written`)
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch {
    // A mistyped path is wrong usage, not a fault.
    return null
  }
}

function reportOf({ file, status, counts, problems, rows = [], import: id }: ImportResult): string {
  const head = `${file}: ${status}${id === null ? '' : ` ${id}`}`
  const sums = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  const lines = problems.map(one =>
    [one.sheet, one.cell, one.header, one.raw, one.reading, one.message].join('\t'),
  )
  return [head, sums.join(', '), ...lines, ...rows.map(row => Object.values(row).join('\t'))].join('\n')
}
