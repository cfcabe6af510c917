import type { Grid } from '../grid.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
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
export interface Book {
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
  { grids, report }: { grids: readonly Grid[]; report?: string },
  marks: WorkbookMarks,
  { isRebuilt }: { isRebuilt: boolean },
): Promise<Uint8Array | undefined> {
  const book = await openBook(bytes)
  if (book === undefined) return undefined
  const placed = placeMarks(grids, marks)
  for (const [index, { name, path }] of book.sheets.entries()) {
    // Our own sheets were not read, and nothing is marked in them.
    const own = placed.get(name)
    if (own === undefined) continue
    const xml = await partText(book.of, path)
    if (xml === undefined) return undefined
    const coloured = await markCells(xml, own.colours, book.styles)
    if (coloured === undefined) return undefined
    if (coloured.join('') !== xml) putPart(book.of, path, coloured)
    await addComments(book.of, { ...book, path, index, notes: own.notes, locale: marks.locale })
  }
  await addReport(book, marks, { report, isRebuilt })
  putPart(book.of, book.stylesPath, [stylesXml(book.styles)])
  return savePackage(book.of)
}

export async function openBook(bytes: Uint8Array, limits = workbookLimits): Promise<Book | undefined> {
  const of = openPackage(bytes, limits)
  const path = [...(of?.entries.values() ?? [])].find(({ name }) =>
    /^xl\/workbook\d*\.xml$/i.test(name),
  )?.name
  const xml = path === undefined || of === undefined ? undefined : await partText(of, path)
  if (of === undefined || path === undefined || xml === undefined) return undefined
  const relations = await relationsOf(of, path)
  const stylesPath = relations.find(({ type }) => type === 'styles')?.path
  const styles =
    stylesPath === undefined
      ? undefined
      : openStyles((await partText(of, stylesPath)) ?? '', await programOf(of))
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

async function programOf(of: Package): Promise<string> {
  const xml = (await partText(of, 'docProps/app.xml')) ?? ''
  const found = findElement(xml, 'Application')
  return found === undefined ? '' : xml.slice(found.from, found.to)
}

/** Our list of problems goes behind all sheets, or where an earlier one of ours stands. */
export async function addReport(
  book: Book,
  marks: WorkbookMarks,
  { report, isRebuilt }: { report: string | undefined; isRebuilt: boolean },
): Promise<void> {
  const { of, namespace } = book
  const xml = reportXml(marks.report, book.styles, { namespace, locale: marks.locale, isRebuilt })
  const path = book.sheets.find(({ name }) => name === report)?.path
  if (path !== undefined) {
    putPart(of, path, [xml])
    return
  }
  // A workbook with as many sheets as we read is not made too large for us.
  if (book.sheets.length >= workbookLimits.sheets) return
  const added = freePath(of, 'xl/worksheets/sheet', '.xml')
  putPart(of, added, [xml])
  await addContentType(of, added, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const id = await addRelation(of, book.path, `${book.family}worksheet`, added)
  const numbers = tagsOf(book.xml, 'sheet').map(tag => Number(attributesOf(tag).sheetId ?? 0))
  const sheetId = Math.max(0, ...numbers) + 1
  const name = freeName(marks.report.name, book.xml)
  const r = relationAttribute(book.xml, book.family)
  const entry = (p: string) => `<${p}sheet name="${escapeXml(name)}" sheetId="${sheetId}" ${r}="${id}"/>`
  putPart(of, book.path, [appendInside(book.xml, 'sheets', entry) ?? book.xml])
}

function freeName(name: string, workbook: string): string {
  const taken = new Set(tagsOf(workbook, 'sheet').map(tag => attributesOf(tag).name?.toLowerCase()))
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`
  return free
}
