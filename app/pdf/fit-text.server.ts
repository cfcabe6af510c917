import type { Weight } from './kai-font.server.ts'
import { type PdfDocument, setFont } from './open-document.server.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Look {
  weight: Weight
  colour: string
  size: number
  align?: 'left' | 'center' | 'right'
  /** Where the text stands in its box from top to bottom. */
  place?: 'top' | 'middle'
  /** Space between lines and before the first word of a paragraph, in parts of the size. */
  lineGap?: number
  indent?: number
}

/** The largest size, from the look's own down to the least that can be read, at which a text stays in its box. */
export function fittingSize(
  document: PdfDocument,
  text: string,
  box: Omit<Box, 'x' | 'y'>,
  { leastSize, ...look }: Look & { leastSize: number },
): number | null {
  for (let size = look.size; size >= leastSize; size -= 0.5)
    if (heightOf(document, text, box.width, { ...look, size }) <= box.height) return size
  return null
}

/** Sets a text, its lines broken at the width of the box; see `fittingSize` for its height. */
export function setText(document: PdfDocument, text: string, box: Box, look: Look): void {
  const free = box.height - heightOf(document, text, box.width, look)
  const y = look.place === 'middle' ? box.y + free / 2 : box.y
  setFont(document, look.weight, look.size, look.colour).text(text, box.x, y, optionsOf(box.width, look))
}

/** Sets a text as large as its box allows; false, and nothing set, where even the least size would run over. */
export function setFitted(
  document: PdfDocument,
  text: string,
  box: Box,
  look: Look & { leastSize: number },
): boolean {
  const size = fittingSize(document, text, box, look)
  if (size === null) return false
  setText(document, text, box, { ...look, size })
  return true
}

function heightOf(document: PdfDocument, text: string, width: number, look: Look): number {
  return setFont(document, look.weight, look.size, look.colour).heightOfString(text, optionsOf(width, look))
}

function optionsOf(width: number, { size, align = 'left', lineGap = 0, indent = 0 }: Look) {
  return { width, align, lineGap: lineGap * size, indent: indent * size }
}
