interface Told {
  sheet: string
  /** Address such as 'C17'. */
  cell: string
  raw: string
  code: string
}

/**
 * Problems that no text in one cell can settle: they speak of the workbook or a column as a whole, or of what it would
 * take away; and whose file it is, or that it holds what it must not, is put right in the file.
 */
const ofTheWhole: ReadonlySet<string> = new Set([
  'sheet.no-table',
  'sheet.wrong-template',
  'sheet.missing-columns',
  'sheet.unknown-column',
  'activity.no-table',
  'activity.no-minutes',
  'activity.hidden-sheet',
  'activity.other-school',
  'activity.personal-data',
  'activity.removes-rows',
])

/** Whether the problem can be settled by another text in its cell. */
export function isAnswerable({ cell, code }: Pick<Told, 'cell' | 'code'>): boolean {
  return columnOf(cell) !== '' && !ofTheWhole.has(code)
}

/** Problems are alike when the same is wrong with the same text in one column of one sheet. */
export function likeness({ sheet, cell, raw, code }: Told): string {
  return [sheet, columnOf(cell), code, raw].join('\n')
}

/** How many cells each likeness has, so that one answer may settle all of them. */
export function countAlike(problems: readonly Told[]): Map<string, number> {
  const cells = new Map<string, Set<string>>()
  for (const problem of problems.filter(isAnswerable)) {
    const key = likeness(problem)
    cells.set(key, (cells.get(key) ?? new Set()).add(problem.cell))
  }
  return new Map([...cells].map(([key, { size }]) => [key, size]))
}

/** The letters of an address; '' when it is none. */
function columnOf(cell: string): string {
  return /^([A-Z]{1,3})[1-9]\d*$/.exec(cell)?.[1] ?? ''
}
