import type { StagedImport, StagedPiece } from './sheet-import.ts'

/** How the rows that were read fare; `read` is always the sum of the others. */
export interface ImportCounts {
  read: number
  new: number
  changed: number
  unchanged: number
  rejected: number
  ignored: number
}

export const nothingRead: Readonly<ImportCounts> = {
  read: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  rejected: 0,
  ignored: 0,
}

export function countsOf(staged: StagedImport): ImportCounts {
  const count = (verdict: string) => staged.rows.filter(row => row.verdict === verdict).length
  const counts = {
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: staged.rejected.length,
    ignored: staged.ignored.length,
  }
  const read = staged.rows.length + counts.rejected + counts.ignored
  return { read, ...counts }
}

/** The same of a file that was read in pieces. */
export function countsOfPieces(
  pieces: readonly StagedPiece['counts'][],
  apart: Pick<StagedImport, 'rejected' | 'ignored'>,
): ImportCounts {
  const counts = { ...nothingRead, rejected: apart.rejected.length, ignored: apart.ignored.length }
  for (const piece of pieces)
    for (const verdict of ['new', 'changed', 'unchanged'] as const) counts[verdict] += piece[verdict]
  const { new: added, changed, unchanged, rejected, ignored } = counts
  return { ...counts, read: added + changed + unchanged + rejected + ignored }
}

/** Whether every row that was read is accounted for exactly once. */
export function addsUp(counts: ImportCounts): boolean {
  return (
    counts.read === counts.new + counts.changed + counts.unchanged + counts.rejected + counts.ignored &&
    Object.values(counts).every(count => Number.isInteger(count) && count >= 0)
  )
}

/** Whether the file as a whole must be put right, or its bad rows left out on purpose, before it is committed. */
export function isBlocked(problems: readonly { reading: string }[], counts: ImportCounts): boolean {
  return counts.rejected > 0 || problems.some(one => one.reading === 'ask' || one.reading === 'reject')
}
