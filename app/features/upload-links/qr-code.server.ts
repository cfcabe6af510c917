import { encode } from 'uqr'

/** A QR code as one SVG path over a square of `size` modules a side. */
export interface QrPath {
  size: number
  path: string
}

/** Modules of white around a code without which readers do not find it (ISO/IEC 18004). */
const quietZone = 4

/** The text as a QR code that still reads with 15 % of it damaged, as a printed one may be. */
export function qrCodeOf(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone })
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(({ x, length }) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return { size, path: runs.join('') }
}

/** The dark modules of a row, those side by side together. */
function runsOf(row: readonly boolean[]): { x: number; length: number }[] {
  const runs: { x: number; length: number }[] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs[runs.length - 1]
    if (!isDark) continue
    if (last !== undefined && last.x + last.length === x) last.length += 1
    else runs.push({ x, length: 1 })
  }
  return runs
}
