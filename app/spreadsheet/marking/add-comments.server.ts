import type { Locale } from '../../i18n/text.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'
import { editNotes, emptyNotes } from './note-parts.ts'
import { editShapes, emptyShapes, widthsOf } from './note-shapes.ts'
import type { Package } from './package-parts.server.ts'
import {
  addContentType,
  addDefaultType,
  addRelation,
  freePath,
  partText,
  putPart,
  relationsOf,
} from './package-parts.server.ts'
import { findElement, inTag, relationAttribute } from './xml-edit.ts'

interface SheetNotes {
  /** Of the worksheet. */
  path: string
  /** Of the sheet among its siblings, from 0. */
  index: number
  /** By address. */
  notes: ReadonlyMap<string, string>
  locale: Locale
  namespace: string
  family: string
}

/** Gives a sheet its notes: the comments themselves and the drawing that shows them, made where there are none. */
export async function addComments(of: Package, sheet: SheetNotes): Promise<void> {
  const { path, notes, locale, namespace } = sheet
  const relations = await relationsOf(of, path)
  const commentsPath = relations.find(({ type }) => type === 'comments')?.path
  if (commentsPath === undefined && notes.size === 0) return
  const inThreads: string[] = []
  for (const each of relations.filter(({ type }) => type === 'threadedComment')) {
    const tags = tagsOf((await partText(of, each.path)) ?? '', 'threadedComment')
    inThreads.push(...tags.map(tag => attributesOf(tag).ref ?? ''))
  }
  const standing =
    commentsPath === undefined ? emptyNotes(namespace) : ((await partText(of, commentsPath)) ?? '')
  const edited = editNotes(standing, {
    notes,
    threads: new Set(inThreads),
    locale,
  })
  if (edited === undefined || edited.xml === standing) return
  putPart(of, commentsPath ?? (await newComments(of, sheet)), [edited.xml])
  const head = headOf((await partText(of, path)) ?? '')
  const drawing = await drawingOf(of, sheet)
  const shapes = editShapes((await partText(of, drawing)) ?? emptyShapes, {
    ...edited,
    notes,
    widthOf: widthsOf(head),
    sheet: sheet.index + 1,
  })
  putPart(of, drawing, [shapes])
}

function headOf(xml: string): string {
  return xml.slice(0, findElement(xml, 'sheetData')?.start ?? 0)
}

async function newComments(of: Package, { path, family }: SheetNotes): Promise<string> {
  const added = freePath(of, 'xl/comments', '.xml')
  putPart(of, added, [])
  await addContentType(of, added, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml')
  await addRelation(of, path, `${family}comments`, added)
  return added
}

/** The path of the sheet's drawing for comments, told to the sheet when it has none. */
async function drawingOf(of: Package, { path, family }: SheetNotes): Promise<string> {
  const xml = (await partText(of, path)) ?? ''
  const legacy = findElement(xml, 'legacyDrawing')
  const id = attributesOf(legacy?.tag ?? '').id
  const known = (await relationsOf(of, path)).find(each => each.id === id)?.path
  if (known !== undefined) return known
  const added = freePath(of, 'xl/drawings/vmlDrawing', '.vml')
  await addDefaultType(of, 'vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  const relation = await addRelation(of, path, `${family}vmlDrawing`, added)
  putPart(of, path, [withLegacyDrawing(xml, `${relationAttribute(xml, family)}="${relation}"`)])
  return added
}

/** What may follow a legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99), with what wraps controls. */
const later = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'AlternateContent',
]

function withLegacyDrawing(xml: string, attribute: string): string {
  const data = findElement(xml, 'sheetData')
  if (data === undefined) return xml
  const at = endOfEarlier(xml, data.end)
  return `${xml.slice(0, at)}<${data.prefix}legacyDrawing ${attribute}/>${xml.slice(at)}`
}

/** Where the first later element, or the end of the worksheet, begins; elements inside others do not count. */
function endOfEarlier(xml: string, from: number): number {
  const tags = new RegExp(`<!--[\\s\\S]*?-->|<(/?)(?:[\\w.-]+:)?([\\w.-]+)${inTag}>`, 'g')
  tags.lastIndex = from
  let depth = 0
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [whole, slash, name = ''] = tag
    if (slash === undefined) continue
    if (depth === 0 && (slash === '/' || later.includes(name))) return tag.index
    if (slash === '/') depth -= 1
    else if (!whole.endsWith('/>')) depth += 1
  }
  return xml.length
}
