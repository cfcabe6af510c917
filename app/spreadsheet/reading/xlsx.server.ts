import type { Grid } from '../grid.ts'
import type { ReadWorkbook, Refused, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { roomOf } from './limited-rows.server.ts'
import { readCellFormats } from './number-formats.server.ts'
import { readSharedStrings } from './shared-strings.server.ts'
import { readSheetXml } from './sheet-xml.server.ts'
import { attributesOf, tagsOf } from './xml.server.ts'
import type { ZipEntry } from './zip.server.ts'
import { inflateEntry, listZipEntries } from './zip.server.ts'

type Part = (path: string | undefined) => { ok: true; xml: string } | Refused

/**
 * Reads a zipped workbook (.xlsx, .xlsm, strict or transitional). Only the parts that hold values are inflated,
 * all of them together under one counter: pictures, themes and macros are never touched.
 */
export function readXlsx(bytes: Buffer, limits: WorkbookLimits): ReadWorkbook | Refused {
  const listed = listZipEntries(bytes, limits)
  if (!listed.ok) return listed
  const part = partsOf(bytes, listed.entries, limits)
  const workbookPath = pathOfWorkbook(listed.entries)
  if (workbookPath === undefined) return refuseByEntries(listed.entries)
  const workbook = part(workbookPath)
  if (!workbook.ok) return workbook
  const relations = relationsOf(part, workbookPath)
  if (!relations.ok) return relations
  return readSheets(workbook.xml, relations.list, part, limits)
}

interface Relation {
  id: string
  type: string
  path: string
}

function readSheets(
  workbookXml: string,
  relations: Relation[],
  part: Part,
  limits: WorkbookLimits,
): ReadWorkbook | Refused {
  const sheets = tagsOf(workbookXml, 'sheet').map(attributesOf)
  if (sheets.length === 0) return refuse('damaged')
  if (sheets.length > limits.sheets) return refuse('too-many-sheets', { allowed: limits.sheets })
  const pathOf = (type: string) => relations.find(relation => relation.type === type)?.path
  const strings = optional(part, pathOf('sharedStrings'))
  if (!strings.ok) return strings
  const styles = optional(part, pathOf('styles'))
  if (!styles.ok) return styles
  const sharedStrings = readSharedStrings(strings.xml)
  if (sharedStrings === undefined) return refuse('zip-bomb')
  const sources = {
    strings: sharedStrings,
    formats: readCellFormats(styles.xml),
    date1904: /^(1|true)$/.test(attributesOf(tagsOf(workbookXml, 'workbookPr')[0] ?? '').date1904 ?? ''),
    limits,
    room: roomOf(limits),
  }
  const grids: Grid[] = []
  for (const { name = '', state, id } of sheets) {
    const relation = relations.find(candidate => candidate.id === id)
    // A sheet of nothing but a chart or macros holds no cells.
    if (relation !== undefined && relation.type !== 'worksheet') continue
    const content = part(relation?.path)
    if (!content.ok) return content
    const hidden = state === 'hidden' || state === 'veryHidden'
    const read = readSheetXml(content.xml, { name, hidden }, sources)
    if (!read.ok) return read
    grids.push(read.grid)
  }
  return { ok: true, format: 'xlsx', grids }
}

/** Parts by path, any case, inflated within what is left of the one budget. */
function partsOf(bytes: Buffer, entries: ZipEntry[], limits: WorkbookLimits): Part {
  const byPath = new Map(entries.map(entry => [entry.name.toLowerCase(), entry]))
  let budget = limits.unzippedBytes
  return path => {
    const entry = path === undefined ? undefined : byPath.get(path.toLowerCase())
    if (entry === undefined) return refuse('damaged')
    if (entry.encrypted) return refuse('encrypted')
    const inflated = inflateEntry(bytes, entry, budget)
    if (!inflated.ok) return inflated
    budget -= inflated.content.length
    return { ok: true, xml: xmlText(inflated.content) }
  }
}

function optional(part: Part, path: string | undefined): ReturnType<Part> {
  return path === undefined ? { ok: true, xml: '' } : part(path)
}

function xmlText(content: Buffer): string {
  return content[0] === 0xff && content[1] === 0xfe
    ? content.toString('utf16le', 2)
    : content.toString('utf8', content[0] === 0xef && content[1] === 0xbb ? 3 : 0)
}

function pathOfWorkbook(entries: ZipEntry[]): string | undefined {
  return entries.find(entry => /^xl\/workbook\d*\.xml$/i.test(entry.name))?.name
}

function relationsOf(part: Part, workbookPath: string): { ok: true; list: Relation[] } | Refused {
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/'))
  const file = workbookPath.slice(folder.length + 1)
  const relations = part(`${folder}/_rels/${file}.rels`)
  if (!relations.ok) return relations
  const list = tagsOf(relations.xml, 'Relationship')
    .map(attributesOf)
    .map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      path: Target.startsWith('/') ? Target.slice(1) : `${folder}/${Target.replace(/^\.\//, '')}`,
    }))
  return { ok: true, list }
}

/** A zip that is no workbook: what is it, so that the person can be told what to do? */
function refuseByEntries(entries: ZipEntry[]): Refused {
  const has = (pattern: RegExp) => entries.some(entry => pattern.test(entry.name))
  if (has(/^word\//i)) return refuse('not-a-workbook', { kind: 'word' })
  if (has(/^ppt\//i)) return refuse('not-a-workbook', { kind: 'slides' })
  if (has(/^xl\/workbook\.bin$/i) || has(/^content\.xml$/i) || has(/^Index\/Document\.iwa$/i)) {
    return refuse('save-as-xlsx')
  }
  if (has(/^OFD\.xml$/i)) return refuse('not-a-workbook', { kind: 'pdf' })
  return refuse('archive')
}
