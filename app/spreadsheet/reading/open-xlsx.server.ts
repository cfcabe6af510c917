import type { Cell } from '../grid.ts'
import type { Refused, SheetHead, WorkbookLimits } from '../workbook.ts'
import { refuse } from '../workbook.ts'
import { roomOf } from './limited-rows.server.ts'
import { readCellFormats } from './number-formats.server.ts'
import type { Stop } from './scan.server.ts'
import { asUtf8, feedAll } from './scan.server.ts'
import { sharedStringsScanner } from './shared-strings.server.ts'
import type { SheetSources } from './sheet-scan.server.ts'
import { attributesOf, tagsOf } from './xml.server.ts'
import type { Budget, ZipEntry } from './zip.server.ts'
import { inflateEntry, inflateWhole, listZipEntries } from './zip.server.ts'

/** A zipped workbook of which everything but its sheets has been read. */
export interface OpenedXlsx {
  ok: true
  bytes: Buffer
  sheets: XlsxSheet[]
  sources: SheetSources
  budget: Budget
}

export interface XlsxSheet {
  head: SheetHead
  entry: ZipEntry
}

/** A part's XML, read whole. */
type PartReader = (path: string | undefined) => Promise<{ ok: true; xml: string } | Refused>

interface Relation {
  id: string
  type: string
  path: string
}

/**
 * Opens a zipped workbook (.xlsx, .xlsm, strict or transitional; ECMA-376 part 1, 12.3 and 18.2). Only the parts that
 * hold values are inflated, all of them together under one counter: pictures, themes and macros are never touched.
 */
export async function openXlsx(bytes: Buffer, limits: WorkbookLimits): Promise<OpenedXlsx | Stop> {
  const listed = listZipEntries(bytes, limits)
  if (!listed.ok) return listed
  const { entries } = listed
  const budget = { bytes: limits.unzippedBytes }
  const part = partsOf(bytes, entries, budget)
  const workbookPath = pathOfWorkbook(entries)
  if (workbookPath === undefined) return refuseByEntries(entries)
  const workbook = await part(workbookPath)
  if (!workbook.ok) return workbook
  const relations = await relationsOf(part, workbookPath)
  if (!relations.ok) return relations
  const pathOf = (type: string) => relations.list.find(relation => relation.type === type)?.path
  const date1904 = /^(1|true)$/.test(attributesOf(tagsOf(workbook.xml, 'workbookPr')[0] ?? '').date1904 ?? '')
  const sheets = sheetsOf(workbook.xml, date1904, { relations: relations.list, entries, limits })
  if (!Array.isArray(sheets)) return sheets
  const stylesPath = pathOf('styles')
  const styles = stylesPath === undefined ? { ok: true as const, xml: '' } : await part(stylesPath)
  if (!styles.ok) return styles
  const strings: (Cell | undefined)[] = []
  const stop = await readStrings(strings, { bytes, entries, budget, path: pathOf('sharedStrings') })
  if (stop !== undefined) return stop
  const formats = readCellFormats(styles.xml)
  return {
    ok: true,
    bytes,
    sheets,
    sources: { strings, formats, date1904, limits, room: roomOf(limits) },
    budget,
  }
}

function sheetsOf(
  workbookXml: string,
  date1904: boolean,
  { relations, entries, limits }: { relations: Relation[]; entries: ZipEntry[]; limits: WorkbookLimits },
): XlsxSheet[] | Refused {
  const tags = tagsOf(workbookXml, 'sheet').map(attributesOf)
  if (tags.length === 0) return refuse('damaged')
  if (tags.length > limits.sheets) return refuse('too-many-sheets', { allowed: limits.sheets })
  const sheets: XlsxSheet[] = []
  for (const { name = '', state, id } of tags) {
    const relation = relations.find(candidate => candidate.id === id)
    // A sheet of nothing but a chart or macros holds no cells.
    if (relation !== undefined && relation.type !== 'worksheet') continue
    const entry = entryAt(entries, relation?.path)
    if (entry === undefined) return refuse('damaged')
    sheets.push({ head: { name, hidden: state === 'hidden' || state === 'veryHidden', date1904 }, entry })
  }
  return sheets
}

async function readStrings(
  strings: (Cell | undefined)[],
  {
    bytes,
    entries,
    budget,
    path,
  }: Omit<OpenedXlsx, 'ok' | 'sheets' | 'sources'> & { entries: ZipEntry[]; path: string | undefined },
): Promise<Stop | undefined> {
  if (path === undefined) return undefined
  const entry = entryAt(entries, path)
  if (entry === undefined) return refuse('damaged')
  return feedAll(asUtf8(inflateEntry(bytes, entry, budget)), sharedStringsScanner(strings))
}

function partsOf(bytes: Buffer, entries: ZipEntry[], budget: Budget): PartReader {
  return async path => {
    const entry = entryAt(entries, path)
    if (entry === undefined) return refuse('damaged')
    const inflated = await inflateWhole(bytes, entry, budget)
    return inflated.ok ? { ok: true, xml: xmlText(inflated.content) } : inflated
  }
}

/** The entry of that path in any case; two of them leave open which is meant, so that neither is read. */
function entryAt(entries: ZipEntry[], path: string | undefined): ZipEntry | undefined {
  const found = entries.filter(entry => entry.name.toLowerCase() === path?.toLowerCase())
  return found.length === 1 ? found[0] : undefined
}

function xmlText(content: Buffer): string {
  return content[0] === 0xff && content[1] === 0xfe
    ? content.toString('utf16le', 2)
    : content.toString('utf8', content[0] === 0xef && content[1] === 0xbb ? 3 : 0)
}

function pathOfWorkbook(entries: ZipEntry[]): string | undefined {
  return entries.find(entry => /^xl\/workbook\d*\.xml$/i.test(entry.name))?.name
}

async function relationsOf(
  part: PartReader,
  workbookPath: string,
): Promise<{ ok: true; list: Relation[] } | Refused> {
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/'))
  const file = workbookPath.slice(folder.length + 1)
  const relations = await part(`${folder}/_rels/${file}.rels`)
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
