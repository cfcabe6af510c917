import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { type Reading, readingFigure, readingOf, script } from './own-process.ts'

const rowsInFile = 200_001

/** Reading 200,000 rows × 10 columns piece by piece; the floor is SheetJS's lean dense parse. */
export async function read200000(): Promise<Figure> {
  return figureOf('read-200000', 'ms', ({ milliseconds }) => milliseconds)
}

/** The most memory that the same takes above the process before it. */
export async function read200000Memory(): Promise<Figure> {
  return figureOf('read-200000-memory', 'MB', ({ megabytes }) => megabytes)
}

function figureOf(name: string, unit: 'ms' | 'MB', of: (reading: Reading) => number): Promise<Figure> {
  return readingFigure({ name, unit }, async folder => {
    const file = join(folder, 'log.xlsx')
    await script('write-200000.ts', file)
    const take = async (reader: string) => {
      const reading = await readingOf(reader, file)
      if (reading.rows !== rowsInFile) throw new Error(`${reader} read ${reading.rows} rows`)
      return of(reading)
    }
    return { ours: () => take('ours'), floor: () => take('floor') }
  })
}
