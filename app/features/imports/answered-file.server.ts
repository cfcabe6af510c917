import { rowsOfCell } from '#app/spreadsheet/correct-grids.ts'
import { type Grid, placeOfAddress, rawOf } from '#app/spreadsheet/grid.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import type { Db } from '#db/tables.ts'
import type { KeptCorrection } from './corrections.queries.server.ts'
import { placeKey } from './corrections.rule.ts'
import { readPart } from './parts.queries.server.ts'
import type { AnsweredFile } from './restaging.ts'
import type { StagedRow, StagedTable } from './sheet-import.ts'

interface SetAside {
  sheet: string
  row: number
  why: string
}

/** A file that is open. */
export function openFile(db: Db, importId: string, grids: readonly Grid[]): AnsweredFile {
  // Two sheets of one name cannot be told apart, and no workbook program makes a name so long.
  const gridOf = (name: string) => {
    const named = grids.filter(grid => grid.name === name)
    return named.length === 1 && name.length <= 255 ? named[0] : undefined
  }
  return {
    has: sheet => gridOf(sheet) !== undefined,
    rowsOf: (sheet, cell) => {
      const grid = gridOf(sheet)
      return grid === undefined ? [] : rowsOfCell(grid, cell)
    },
    textAt: (sheet, cell) => {
      const place = placeOfAddress(cell)
      return place === null ? '' : rawOf(gridOf(sheet)?.rows[place.row]?.[place.column])
    },
    async dataRows() {
      const staged = await readPart<StagedRow>(db, importId, 'rows')
      const left = (await setAside(db, importId)).filter(isRecord)
      const known = new Set([...staged, ...left].map(keyOf))
      return (sheet, row) => known.has(keyOf({ sheet, row }))
    },
  }
}

/**
 * A file read in pieces, of which one table is known and no cell is merged: every row of it that was not set aside for
 * another reason holds a record, or nothing at all. `given`, `problems`: what is known of its cells.
 */
export function fileInPieces(
  db: Db,
  importId: string,
  table: StagedTable,
  known: { given: readonly KeptCorrection[]; problems: readonly Problem[] },
): AnsweredFile {
  const texts = new Map<string, string>()
  for (const { sheet, cell, raw } of known.problems) texts.set(placeKey({ sheet, place: cell }), raw)
  // A cell that was answered before says in its problem what it was answered.
  for (const one of known.given) texts.set(placeKey(one), one.raw)
  return {
    has: sheet => sheet === table.sheet && sheet.length <= 255,
    rowsOf: (_, cell) => {
      const place = placeOfAddress(cell)
      return place === null ? [] : [place.row + 1]
    },
    textAt: (sheet, cell) => texts.get(placeKey({ sheet, place: cell })) ?? '',
    async dataRows() {
      const left = (await setAside(db, importId)).filter(one => !isRecord(one))
      const others = new Set(left.map(keyOf))
      const { sheet: own, firstRow, lastRow } = table
      return (sheet, row) =>
        sheet === own && firstRow <= row && row <= lastRow && !others.has(keyOf({ sheet, row }))
    },
  }
}

async function setAside(db: Db, importId: string): Promise<SetAside[]> {
  const [, ...aside] = await readPart<SetAside>(db, importId, 'ignored')
  return aside
}

function isRecord({ why }: SetAside): boolean {
  return why === 'rejected' || why === 'skipped'
}

function keyOf({ sheet, row }: { sheet: string; row: number }): string {
  return placeKey({ sheet, place: String(row) })
}
