import { attributesOf } from '../reading/xml.server.ts'
import { type MarkKind, markColours } from './marks.ts'
import { appendInside, findElement, findElements, setAttribute } from './xml-edit.ts'

/** A workbook's styles, to which those of marked cells are added; what was there is never changed. */
export interface Styles {
  xml: string
  prefix: string
  fills: string[]
  fonts: string[]
  cells: string[]
  /** Whether the background of a solid fill is still as we wrote it. */
  keepsBackgrounds: boolean
  /** How many of each there were before. */
  known: { fills: number; fonts: number; cells: number }
}

/**
 * Reads styles.xml; undefined when it lacks what every workbook program writes. `program` is what last saved the
 * workbook: LibreOffice writes backgrounds of its own behind solid fills.
 */
export function openStyles(xml: string, program: string): Styles | undefined {
  const list = findElement(xml, 'cellXfs')
  if (list === undefined) return undefined
  const fills = childrenOf(xml, 'fills', 'fill')
  const fonts = childrenOf(xml, 'fonts', 'font')
  const cells = childrenOf(xml, 'cellXfs', 'xf')
  if (fills.length < 2 || fonts.length === 0 || cells.length === 0) return undefined
  const known = { fills: fills.length, fonts: fonts.length, cells: cells.length }
  const keepsBackgrounds = !/office\.org|libreoffice|collabora/i.test(program)
  return { xml, prefix: list.prefix, fills, fonts, cells, keepsBackgrounds, known }
}

function childrenOf(xml: string, list: string, child: string): string[] {
  const found = findElement(xml, list)
  const inside = found === undefined ? '' : xml.slice(found.from, found.to)
  return findElements(inside, child).map(({ start, end }) => inside.slice(start, end))
}

const ours = new Set(Object.values(markColours))

/** Whether cells of the style carry a mark of ours. */
export function isMarkedStyle(styles: Styles, style: number): boolean {
  return ours.has(colourOf(fillOf(styles, styles.cells[style]), 'fgColor').rgb ?? '')
}

/**
 * The number of the style that is the given one in all but its fill: that of the mark, or without a mark the fill that
 * stood before one of ours. That earlier colour is kept as the background of the solid fill, where nobody sees it.
 */
export function markedStyle(styles: Styles, style: number, mark: MarkKind | undefined): number {
  const cell = styles.cells[style] ?? styles.cells[0] ?? ''
  const fill = fillOf(styles, cell)
  const isOurs = isMarkedStyle(styles, style)
  const before = colourBefore(styles, fill, isOurs)
  if (mark === undefined && !isOurs) return style
  const colours = mark === undefined ? [before, plain] : [{ rgb: markColours[mark] }, before]
  const isPlain = mark === undefined && (Object.keys(before).length === 0 || before.indexed === plain.indexed)
  const fillId = isPlain ? 0 : fillNumber(styles, colours)
  const tag = findElement(cell, 'xf')?.tag ?? ''
  const changed = setAttribute(setAttribute(tag, 'fillId', String(fillId)), 'applyFill', '1')
  return add(styles.cells, changed + cell.slice(tag.length))
}

/** The colour of the cell itself; nothing when it has none, or a pattern, or it is no longer known. */
function colourBefore({ keepsBackgrounds }: Styles, fill: string, isOurs: boolean): Record<string, string> {
  if (isOurs) return keepsBackgrounds ? colourOf(fill, 'bgColor') : {}
  return isSolid(fill) ? colourOf(fill, 'fgColor') : {}
}

const plain = { indexed: '64' }

function fillOf({ fills }: Styles, cell = ''): string {
  return fills[Number(attributesOf(findElement(cell, 'xf')?.tag ?? '').fillId ?? 0)] ?? ''
}

function isSolid(fill: string): boolean {
  return attributesOf(findElement(fill, 'patternFill')?.tag ?? '').patternType === 'solid'
}

function colourOf(fill: string, name: 'fgColor' | 'bgColor'): Record<string, string> {
  return attributesOf(findElement(fill, name)?.tag ?? '')
}

function fillNumber(styles: Styles, [front = {}, back = {}]: Record<string, string>[]): number {
  const p = styles.prefix
  const colour = (name: string, given: Record<string, string>) => {
    const entries = Object.entries(Object.keys(given).length === 0 ? plain : given)
    return `<${p}${name}${entries.map(([key, value]) => ` ${key}="${value}"`).join('')}/>`
  }
  const pattern = `<${p}patternFill patternType="solid">${colour('fgColor', front)}${colour('bgColor', back)}</${p}patternFill>`
  return add(styles.fills, `<${p}fill>${pattern}</${p}fill>`)
}

/** The styles of the report's own cells. */
export interface OwnStyle {
  mark?: MarkKind
  font?: 'bold' | 'link'
}

/** The number of a style for a wrapped text cell of our own sheet. */
export function ownStyle(styles: Styles, { mark, font }: OwnStyle): number {
  const p = styles.prefix
  const look = font === 'bold' ? `<${p}b/>` : `<${p}u/>`
  const colour = font === 'link' ? `<${p}color rgb="FF0B5CAD"/>` : ''
  const fontId =
    font === undefined
      ? 0
      : add(styles.fonts, `<${p}font>${look}<${p}sz val="11"/>${colour}<${p}name val="宋体"/></${p}font>`)
  const fillId = mark === undefined ? 0 : fillNumber(styles, [{ rgb: markColours[mark] }, plain])
  const alignment = `<${p}alignment vertical="top" wrapText="1"/>`
  return add(
    styles.cells,
    `<${p}xf numFmtId="0" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</${p}xf>`,
  )
}

/** The place of the entry in the list, at whose end it is put when it is new. */
function add(list: string[], entry: string): number {
  const found = list.indexOf(entry)
  return found >= 0 ? found : list.push(entry) - 1
}

/** styles.xml with what was added. */
export function stylesXml({ xml, fills, fonts, cells, known }: Styles): string {
  const lists = [
    ['fills', fills, known.fills],
    ['fonts', fonts, known.fonts],
    ['cellXfs', cells, known.cells],
  ] as const
  return lists.reduce((made, [name, all, count]) => {
    if (all.length === count) return made
    return appendInside(made, name, () => all.slice(count).join(''), { count: String(all.length) }) ?? made
  }, xml)
}
