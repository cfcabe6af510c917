import type { PdfDocument } from './open-document.server.ts'

export interface Frame {
  /** From the edge of the page to the outer line. */
  margin: number
  colour: string
}

const gap = 9
const corner = 26

/** A double border round the page: a strong line, a hairline within, and a meander (回纹) in each corner. */
export function drawFrame(document: PdfDocument, { margin, colour }: Frame): void {
  const { width, height } = document.page
  document.strokeColor(colour).lineJoin('miter')
  document
    .lineWidth(3)
    .rect(margin, margin, width - 2 * margin, height - 2 * margin)
    .stroke()
  const inner = margin + gap
  document
    .lineWidth(0.8)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke()
  const place = inner + 6
  for (const across of [1, -1] as const)
    for (const down of [1, -1] as const)
      drawMeander(document, {
        x: across === 1 ? place : width - place,
        y: down === 1 ? place : height - place,
        across,
        down,
      })
}

/** One line that winds inwards from two arms along the border. */
function drawMeander(
  document: PdfDocument,
  { x, y, across, down }: { x: number; y: number; across: 1 | -1; down: 1 | -1 },
): void {
  const step = corner / 5
  const turns = [
    [12, 0],
    [0, 0],
    [0, 5],
    [5, 5],
    [5, 2],
    [2, 2],
    [2, 3.5],
    [3.5, 3.5],
  ] as const
  const at = ([right, below]: readonly [number, number]) =>
    [x + across * right * step, y + down * below * step] as const
  document.lineWidth(1.6)
  document.moveTo(...at(turns[0]))
  for (const turn of turns.slice(1)) document.lineTo(...at(turn))
  document.stroke()
  document
    .moveTo(...at([0, 5]))
    .lineTo(...at([0, 12]))
    .stroke()
}
