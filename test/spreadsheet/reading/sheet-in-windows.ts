import type { Cell, Grid } from '#app/spreadsheet/grid.ts'
import { roomOf } from '#app/spreadsheet/reading/limited-rows.server.ts'
import { mergesScanner } from '#app/spreadsheet/reading/merges.server.ts'
import { feed, feedAll } from '#app/spreadsheet/reading/scan.server.ts'
import { sharedStringsScanner } from '#app/spreadsheet/reading/shared-strings.server.ts'
import { sheetScanner } from '#app/spreadsheet/reading/sheet-scan.server.ts'
import { workbookLimits } from '#app/spreadsheet/workbook.ts'

/** Reads a sheet from windows of `size` bytes, taking the rows after each window as a stream does. */
export async function sheetInWindows(
  sheetXml: string,
  sharedXml: string,
  { size, date1904 }: { size: number; date1904: boolean },
) {
  const limits = workbookLimits
  const strings: (Cell | undefined)[] = []
  const early = await feedAll(windowsOf(sharedXml, size), sharedStringsScanner(strings))
  const look = mergesScanner({ sheet: '9月', limits })
  const lookStop = await feedAll(windowsOf(sheetXml, size), look)
  const scanner = sheetScanner('9月', { strings, formats: [], date1904, limits, room: roomOf(limits) })
  const rows: Grid['rows'] = []
  const feeding = feed(windowsOf(sheetXml, size), scanner)
  for (;;) {
    const next = await feeding.next()
    const taken = scanner.takeRows()
    if (taken.from !== rows.length) throw new Error(`Rows from ${taken.from} after ${rows.length}`)
    rows.push(...taken.rows)
    if (next.done === true) return { stop: early ?? lookStop ?? next.value, rows, merges: look.merges }
  }
}

async function* windowsOf(xml: string, size: number): AsyncGenerator<Buffer, undefined> {
  const bytes = Buffer.from(xml)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
