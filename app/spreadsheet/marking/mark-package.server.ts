import type { Grid } from '../grid.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
import { isReportGrid } from '../template-mark.ts'
import { workbookLimits } from '../workbook.ts'
import { escapeXml } from '../writing/table-parts.server.ts'
import { addComments } from './add-comments.server.ts'
import { markCells } from './mark-cells.ts'
import { openStyles, type Styles, stylesXml } from './mark-styles.ts'
import type { WorkbookMarks } from './marks.ts'
import type { Package } from './package-parts.server.ts'
import {
  addContentType,
  addRelation,
  freePath,
  openPackage,
  partText,
  putPart,
  relationsOf,
  savePackage,
} from './package-parts.server.ts'
import { placeMarks } from './place-marks.ts'
import { reportXml } from './report-sheet.ts'
import { appendInside, findElement, relationAttribute } from './xml-edit.ts'

/** A workbook as its parts tell: where it is, its sheets, and the words of its dialect. */
interface Book {
  of: Package
  path: string
  xml: string
  sheets: { name: string; path: string }[]
  /** Of the main vocabulary; strict workbooks have their own. */
  namespace: string
  /** What stands before the last word of a relationship's type. */
  family: string
  styles: Styles
  stylesPath: string
}

/** The .xlsx with the marks; undefined for one whose parts are not all as we know them. */
export async function markPackage(
  bytes: Uint8Array,
  grids: readonly Grid[],
  marks: WorkbookMarks,
  { isRebuilt }: { isRebuilt: boolean },
): Promise<Uint8Array | undefined> {
  const book = openBook(bytes)
  if (book === undefined) return undefined
  const placed = placeMarks(grids, marks)
  for (const [index, { name, path }] of book.sheets.entries()) {
    const own = placed.get(name)
    const xml = partText(book.of, path)
    if (own === undefined || xml === undefined) return undefined
    const coloured = await markCells(xml, own.colours, book.styles)
    if (coloured === undefined) return undefined
    if (coloured.join('') !== xml) putPart(book.of, path, coloured)
    addComments(book.of, { ...book, path, index, notes: own.notes, locale: marks.locale })
  }
  addReport(book, grids, marks, isRebuilt)
  putPart(book.of, book.stylesPath, [stylesXml(book.styles)])
  return savePackage(book.of)
}

function openBook(bytes: Uint8Array): Book | undefined {
  const of = openPackage(bytes, workbookLimits)
  const path = [...(of?.entries.values() ?? [])].find(({ name }) =>
    /^xl\/workbook\d*\.xml$/i.test(name),
  )?.name
  const xml = path === undefined || of === undefined ? undefined : partText(of, path)
  if (of === undefined || path === undefined || xml === undefined) return undefined
  const relations = relationsOf(of, path)
  const stylesPath = relations.find(({ type }) => type === 'styles')?.path
  const styles =
    stylesPath === undefined ? undefined : openStyles(partText(of, stylesPath) ?? '', programOf(of))
  const namespace = /\sxmlns(?::[\w.-]+)?=["']([^"']*\/spreadsheetml\/(?:2006\/)?main)["']/.exec(xml)?.[1]
  const family = relations.find(({ type }) => type === 'worksheet')?.family
  if (stylesPath === undefined || styles === undefined || namespace === undefined || family === undefined) {
    return undefined
  }
  const sheets = tagsOf(xml, 'sheet')
    .map(attributesOf)
    .flatMap(({ name = '', id }) => {
      const relation = relations.find(each => each.id === id)
      return relation?.type === 'worksheet' ? [{ name, path: relation.path }] : []
    })
  return { of, path, xml, sheets, namespace, family, styles, stylesPath }
}

function programOf(of: Package): string {
  const xml = partText(of, 'docProps/app.xml') ?? ''
  const found = findElement(xml, 'Application')
  return found === undefined ? '' : xml.slice(found.from, found.to)
}

/** Our list of problems goes behind all sheets, or where an earlier one of ours stands. */
function addReport(book: Book, grids: readonly Grid[], marks: WorkbookMarks, isRebuilt: boolean): void {
  const { of, namespace } = book
  const xml = reportXml(marks.report, book.styles, { namespace, locale: marks.locale, isRebuilt })
  const standing = grids.find(isReportGrid)
  const path = book.sheets.find(({ name }) => name === standing?.name)?.path
  if (path !== undefined) {
    putPart(of, path, [xml])
    return
  }
  // A workbook with as many sheets as we read is not made too large for us.
  if (grids.length >= workbookLimits.sheets) return
  const added = freePath(of, 'xl/worksheets/sheet', '.xml')
  putPart(of, added, [xml])
  addContentType(of, added, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const id = addRelation(of, book.path, `${book.family}worksheet`, added)
  const numbers = tagsOf(book.xml, 'sheet').map(tag => Number(attributesOf(tag).sheetId ?? 0))
  const sheetId = Math.max(0, ...numbers) + 1
  const name = freeName(marks.report.name, grids)
  const r = relationAttribute(book.xml, book.family)
  const entry = (p: string) => `<${p}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${r}="${id}"/>`
  putPart(of, book.path, [appendInside(book.xml, 'sheets', entry) ?? book.xml])
}

function freeName(name: string, grids: readonly Grid[]): string {
  const taken = new Set(grids.map(grid => grid.name.toLowerCase()))
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`
  return free
}
