import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Figure } from './figure.ts'

const rowsInFile = 200_001
const run = promisify(execFile)

/** Reading 200,000 rows × 10 columns piece by piece; the floor is SheetJS's lean dense parse. */
export async function read200000(): Promise<Figure> {
  return figureOf('read-200000', 'ms', ({ milliseconds }) => milliseconds)
}

/** The most memory that the same takes above the process before it. */
export async function read200000Memory(): Promise<Figure> {
  return figureOf('read-200000-memory', 'MB', ({ megabytes }) => megabytes)
}

interface Reading {
  rows: number
  milliseconds: number
  megabytes: number
}

/** Each reading in a process of its own: memory once taken would hide what the next one takes. */
async function figureOf(name: string, unit: 'ms' | 'MB', of: (reading: Reading) => number): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'sports-bench-'))
  const file = join(folder, 'log.xlsx')
  await script('write-200000.ts', file)
  const take = async (reader: string) => {
    const reading: Reading = JSON.parse(await script('read-in-process.ts', reader, file))
    if (reading.rows !== rowsInFile) throw new Error(`${reader} read ${reading.rows} rows`)
    return of(reading)
  }
  return {
    name,
    unit,
    samples: 3,
    ours: () => take('ours'),
    floor: () => take('floor'),
    close: () => rm(folder, { recursive: true }),
  }
}

async function script(name: string, ...args: string[]): Promise<string> {
  const path = fileURLToPath(new URL(`./${name}`, import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', path, ...args])
  return stdout
}
