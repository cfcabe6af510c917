import { findSchool, findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { correctGrids, type GridCorrections } from '#app/spreadsheet/correct-grids.ts'
import { type OpenedWorkbook, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { TemplateMark } from '#app/spreadsheet/template-mark.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import type { Db } from '#db/tables.ts'
import { templateVersion } from './declared-sheets.ts'
import { addsUp, countsOf, type ImportCounts } from './import-counts.rule.ts'
import { sheetTitles } from './imports.text.ts'
import type { ImportContext, StagedImport } from './sheet-import.ts'
import { isActivitySheet, isSheetName, type SheetName } from './sheet-name.ts'
import { sheetImportOf } from './sheets.server.ts'

export type StagedFile =
  | { ok: true; staged: StagedImport; counts: ImportCounts }
  /** Too long to be read while somebody waits. */
  | { ok: false; problems: []; isLong: true }
  /** The file as a whole says nothing that could be imported. */
  | { ok: false; problems: Problem[]; isLong?: undefined }

/** Rows of a sheet up to which a file is read while the person waits; longer ones are read as work of their own. */
const rowsOfShortFile = 5_000

const longRefusals: ReadonlySet<string> = new Set(['too-many-rows', 'too-large', 'took-too-long'])

/**
 * Opens a file and compares its rows with what stands; changes nothing. A long one is opened only where `isLong` says
 * that nobody waits.
 */
export async function stageFile(
  db: Db,
  sheet: SheetName,
  bytes: Uint8Array,
  context: ImportContext,
  { isLong = false, corrections }: { isLong?: boolean; corrections?: GridCorrections | undefined } = {},
): Promise<StagedFile> {
  const opened = await openWorkbook(bytes, { limits: isLong ? {} : { rows: rowsOfShortFile } })
  if (!opened.ok) {
    const { refusal, values } = opened
    const isTooLong = Number(values.row ?? 0) > streamLimits.rows
    if (!isLong && !isTooLong && longRefusals.has(refusal) && bytes.byteLength <= streamLimits.bytes)
      return { ok: false, problems: [], isLong: true }
    const said = isTooLong ? { ...values, allowed: streamLimits.rows } : values
    return { ok: false, problems: [wholeFile(context, { code: `workbook.${refusal}`, values: said })] }
  }
  return stageWorkbook(db, sheet, opened, context, corrections)
}

/** The same of a file that is open, with what people answered to its problems laid over it. */
export async function stageWorkbook(
  db: Db,
  sheet: SheetName,
  opened: OpenedWorkbook,
  context: ImportContext,
  corrections: GridCorrections = { cells: [], skipped: [] },
): Promise<StagedFile> {
  const school = await schoolOfFile(db, context, opened.mark)
  const misfit = misfitOf(sheet, opened.mark, school)
  if (misfit !== null) return { ok: false, problems: [wholeFile(context, misfit)] }
  const read = await sheetImportOf(sheet).stage(db, correctGrids(opened.grids, corrections), {
    ...context,
    schoolId: school?.id ?? null,
  })
  const staged = { ...read, problems: [...otherVersion(context, opened.mark), ...read.problems] }
  const counts = countsOf(staged)
  if (!addsUp(counts))
    throw new Error(`Rows of ${context.fileName} are not accounted for: ${JSON.stringify(counts)}`)
  if (counts.read === 0 && staged.problems.some(one => one.reading === 'reject'))
    return { ok: false, problems: staged.problems }
  return { ok: true, staged, counts }
}

interface KnownSchool {
  id: string
  code: string | null
  name: string
}

/** The school for which somebody uploads; where nobody said, the one for which the template was made. */
export async function schoolOfFile(
  db: Db,
  { schoolId, scope, today }: ImportContext,
  mark: TemplateMark | undefined,
): Promise<KnownSchool | undefined> {
  const own = scope.kind === 'school' ? scope.schoolId : schoolId
  if (own !== null) return findSchool(db, scope, own, today)
  const marked = mark?.school ?? ''
  return marked === '' ? undefined : findSchoolByCode(db, scope, marked, today)
}

/** Why a file made from a template is not the one that is wanted here; null when it may be. */
export function misfitOf(
  sheet: SheetName,
  mark: TemplateMark | undefined,
  school: KnownSchool | undefined,
): Pick<Problem, 'code' | 'values'> | null {
  if (mark === undefined) return null
  if (
    isSheetName(mark.sheet) &&
    mark.sheet !== sheet &&
    !(isActivitySheet(mark.sheet) && isActivitySheet(sheet))
  ) {
    const wanted = sheetTitles[sheet]
    const found = sheetTitles[mark.sheet]
    const values = { wanted: wanted['zh-CN'], wantedEn: wanted.en, found: found['zh-CN'], foundEn: found.en }
    return { code: 'sheet.wrong-template', values }
  }
  if (isActivitySheet(sheet) && mark.school !== '' && mark.school !== school?.code) {
    return { code: 'import.other-school', values: { code: mark.school, own: school?.name ?? '' } }
  }
  return null
}

/** What is said of a template of another version or installation: it is read by its headers all the same. */
export function otherVersion(context: ImportContext, mark: TemplateMark | undefined): Problem[] {
  if (mark === undefined) return []
  if (!isSheetName(mark.sheet)) {
    return [{ ...wholeFile(context, { code: 'import.foreign-template' }), reading: 'warn' }]
  }
  const now = templateVersion(mark.sheet)
  if (mark.version === now) return []
  const code = mark.version > now ? 'import.newer-template' : 'import.old-template'
  return [{ ...wholeFile(context, { code, values: { made: mark.version, now } }), reading: 'warn' }]
}

/** A problem that no cell has. */
export function wholeFile(
  context: Pick<ImportContext, 'fileName'>,
  found: Pick<Problem, 'code' | 'values'>,
): Problem {
  return { sheet: '', cell: '', header: '', raw: context.fileName, reading: 'reject', ...found }
}
