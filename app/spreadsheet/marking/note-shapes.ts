import { placeOfAddress } from '../grid.ts'
import { attributesOf, tagsOf } from '../reading/xml.server.ts'

/** The width in characters of a column, zero-based. */
export type WidthOf = (column: number) => number

interface Edits {
  added: readonly string[]
  grown: readonly string[]
  removed: readonly string[]
  /** What each note says now, by address. */
  notes: ReadonlyMap<string, string>
  widthOf: WidthOf
  /** Number of the sheet from 1: shapes of different sheets get different numbers. */
  sheet: number
}

/** Characters of ten points that fit into a line of a note, and lines that it has at most. */
const noteWidth = 44
const mostLines = 24
const noteShape = /<v:shape(?=\s)[^>]*>(?:(?!<\/v:shape>)[\s\S])*<\/v:shape>\s*/g

/**
 * The drawing that shows a sheet's comments (VML, which every workbook program still asks for), with the boxes of
 * new comments added, those of grown ones made high enough and those of removed ones taken out.
 */
export function editShapes(xml: string, edits: Edits): string {
  const removed = new Set(edits.removed.map(placeOf))
  const grown = new Map(edits.grown.map(address => [placeOf(address), address]))
  const kept = xml.replace(noteShape, shape => {
    const place = placeOfShape(shape)
    if (place === undefined) return shape
    if (removed.has(place)) return ''
    const address = grown.get(place)
    return address === undefined ? shape : higher(shape, linesOf(edits.notes.get(address) ?? ''))
  })
  if (edits.added.length === 0) return kept
  const numbers = [...kept.matchAll(/_x0000_s(\d+)/g)].map(match => Number(match[1]))
  let number = Math.max(edits.sheet * 1024, ...numbers)
  const shapes = edits.added.map(address => {
    number += 1
    return shapeOf(address, number, edits)
  })
  const type = /id="_x0000_t202"/.test(kept) ? '' : boxType
  const whole = withBlocks(kept, number)
  const end = whole.lastIndexOf('</xml>')
  return whole.slice(0, end) + type + shapes.join('') + whole.slice(end)
}

/** A drawing without shapes. */
export const emptyShapes =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'

const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** Shapes are numbered in blocks of 1,024, which the drawing lists. */
function withBlocks(xml: string, last: number): string {
  return xml.replace(/(<o:idmap\s[^>]*data=")([\d,]*)(")/, (_, before, data: string, after) => {
    const blocks = new Set(data.split(',').map(Number).filter(Boolean))
    const used = [...xml.matchAll(/_x0000_s(\d+)/g)].map(match => Math.floor(Number(match[1]) / 1024))
    const first = Math.min(...used, ...blocks, Math.floor(last / 1024))
    for (let block = Math.max(first, 1); block <= Math.floor(last / 1024); block += 1) blocks.add(block)
    return `${before}${[...blocks].join(',')}${after}`
  })
}

function shapeOf(address: string, number: number, { notes, widthOf }: Edits): string {
  const { row, column } = placeOfAddress(address) ?? { row: 0, column: 0 }
  const top = Math.max(row - 1, 0)
  let right = column + 2
  for (let width = 0; width < noteWidth && right < column + 14; right += 1) width += widthOf(right - 1)
  const anchor = [column + 1, 12, top, 6, right, 12, top + linesOf(notes.get(address) ?? ''), 10]
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:260pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
}

/** Rows of a sheet that a note needs: each of its lines, long ones broken, and the two that frame it. */
function linesOf(note: string): number {
  const lines = note.split('\n').map(line => Math.max(1, Math.ceil(widthInCharacters(line) / noteWidth)))
  return Math.min(
    mostLines,
    lines.reduce((sum, count) => sum + count, 3),
  )
}

/** In characters of half width. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u1100-\u{3ffff}]/u.test(sign) ? 2 : 1), 0)
}

function higher(shape: string, lines: number): string {
  return shape.replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/, (whole, before, inside: string, after) => {
    const numbers = inside.split(',').map(Number)
    const [top = 0, bottom = 0] = [numbers[2], numbers[6]]
    if (numbers.length !== 8 || numbers.some(Number.isNaN) || bottom - top >= lines + 2) return whole
    numbers[6] = top + lines + 2
    return `${before}${numbers.join(', ')}${after}`
  })
}

function placeOf(address: string): string {
  const { row, column } = placeOfAddress(address) ?? { row: -1, column: -1 }
  return `${row} ${column}`
}

function placeOfShape(shape: string): string | undefined {
  if (!/ObjectType="Note"/.test(shape)) return undefined
  const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1]
  const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1]
  return row === undefined || column === undefined ? undefined : `${row} ${column}`
}

/** The widths that a sheet declares before its data. */
export function widthsOf(head: string): WidthOf {
  const columns = tagsOf(head, 'col').map(attributesOf)
  const usual = Number(attributesOf(tagsOf(head, 'sheetFormatPr')[0] ?? '').defaultColWidth ?? 8.4) || 8.4
  return column => {
    const own = columns.find(({ min, max }) => Number(min) <= column + 1 && column < Number(max))
    return own === undefined
      ? usual
      : /^(1|true)$/.test(own.hidden ?? '')
        ? 0
        : Number(own.width ?? usual) || usual
  }
}
