import { openEnd } from '#app/calendar-day.ts'
import type { Json, SheetImport, StagedImport, StagedRow } from '#app/features/imports/sheet-import.ts'
import { staleImport } from '#app/features/imports/stale-import.ts'
import { schoolReader } from '#app/features/schools/school-reader.server.ts'
import { readTable, type TableRow } from '#app/spreadsheet/read-table.ts'
import { aliasKey, insertAll, newId } from '#db/write.server.ts'
import { updateClass } from './classes.queries.server.ts'
import type { ClassRecord } from './classes.sheet.ts'
import { classesSheet } from './classes.sheet.ts'
import { type ClassesInForce, classKeyText, loadClassesInForce } from './classes-in-force.server.ts'
import { type ClassEntry, planClass, whyNoClass } from './plan-class.rule.ts'
import { duplicatesOf, problemAt, rowsTold, setAside, shownColumns, shownRecord } from './sheet-rows.ts'
import { undoClasses } from './undo-classes.server.ts'

type Row = TableRow<typeof classesSheet>

/** The classes of schools from a workbook, by school, stage, entry year and number. */
export const classesImport: SheetImport = {
  async stage(db, grids, context): Promise<StagedImport> {
    const inForce = await loadClassesInForce(db, context)
    const schools = await schoolReader(db, context)
    const table = readTable(grids, classesSheet, grid => ({
      today: context.today,
      date1904: grid.date1904,
      units: [],
      keyOf: aliasKey,
      ...schools,
    }))
    const staged: StagedImport = {
      rows: [],
      problems: [...table.problems],
      rejected: [],
      ignored: setAside(table),
      columns: shownColumns(classesSheet),
      firstDay: null,
      lastDay: null,
      schoolId: null,
    }
    const key = (record: ClassRecord) =>
      [record.code, record.stage, record.entryYear, record.classNo].join(' ')
    const { repeated, contradicting } = duplicatesOf(table.rows, key)
    for (const row of table.rows) {
      const others = contradicting.get(row)
      if (others !== undefined) {
        const values = rowsTold(others)
        staged.problems.push(problemAt(classesSheet, row, 'classNo', { code: 'registry.twice', values }))
        staged.rejected.push({ sheet: row.sheet, row: row.row })
      } else if (repeated.has(row)) staged.ignored.push({ sheet: row.sheet, row: row.row, why: 'repeated' })
      else stageRow(row, inForce, staged)
    }
    return staged
  },

  async commit(tx, rows, context): Promise<Json[]> {
    const inForce = await loadClassesInForce(tx, context)
    const changes: Json[] = []
    const added = []
    for (const row of rows) {
      const entry = row.data as unknown as ClassEntry
      const school = inForce.schools.get(entry.code)
      if (school === undefined || whyNoClass(entry, school) !== null) throw staleImport(row)
      const standing = inForce.classes.get(classKeyText(school.id, entry))
      const plan = planClass(entry, standing)
      if (plan.verdict === 'unchanged') continue
      const { pupils, campus, validFrom, validTo } = plan.after
      if (standing === undefined) {
        const id = newId()
        added.push({
          id,
          school_id: school.id,
          stage: entry.stage,
          entry_year: entry.entryYear,
          class_no: entry.classNo,
          campus,
          pupils,
          valid_from: validFrom,
          valid_to: validTo,
        })
        changes.push({ kind: 'class.open', id, after: { ...plan.after } })
      } else {
        await updateClass(tx, standing.id, plan.after)
        const before = {
          pupils: standing.pupils,
          campus: standing.campus,
          validFrom: standing.validFrom,
          validTo: standing.validTo,
        }
        changes.push({ kind: 'class.change', id: standing.id, before, after: { ...plan.after } })
      }
    }
    await insertAll(tx, 'school_class', added)
    return changes
  },

  undo: undoClasses,
}

function stageRow(row: Row, inForce: ClassesInForce, staged: StagedImport): void {
  const record = row.record
  const school = record === null ? undefined : inForce.schools.get(record.code)
  if (record === null || school === undefined) {
    if (record !== null)
      staged.problems.push(problemAt(classesSheet, row, 'code', { code: 'registry.school-unknown' }))
    staged.rejected.push({ sheet: row.sheet, row: row.row })
    return
  }
  const entry = classEntryOf(row, record)
  const refusal = whyNoClass(entry, school)
  if (refusal !== null) {
    staged.problems.push(problemAt(classesSheet, row, refusal.key, refusal))
    staged.rejected.push({ sheet: row.sheet, row: row.row })
    return
  }
  const standing = inForce.classes.get(classKeyText(school.id, entry))
  const plan = planClass(entry, standing)
  const shown = (value: typeof plan.after) =>
    shownRecord(classesSheet, {
      ...record,
      pupils: value.pupils,
      campus: value.campus || null,
      validFrom: value.validFrom,
      validTo: value.validTo === openEnd ? null : value.validTo,
    })
  const staging: StagedRow = {
    sheet: row.sheet,
    row: row.row,
    verdict: plan.verdict,
    data: { ...entry },
    shown: shown(plan.after),
  }
  if (plan.verdict === 'changed' && standing !== undefined) staging.before = shown(standing)
  staged.rows.push(staging)
}

/** An empty 终止日期 says that the class goes on; a file without the column says nothing of it. */
function classEntryOf(row: Row, record: ClassRecord): ClassEntry {
  return {
    code: record.code,
    stage: record.stage,
    entryYear: record.entryYear,
    classNo: record.classNo,
    pupils: record.pupils,
    ...(record.campus !== null && { campus: record.campus }),
    ...(record.validFrom !== null && { validFrom: record.validFrom }),
    ...(row.cells.validTo !== undefined && { validTo: record.validTo ?? openEnd }),
  }
}
