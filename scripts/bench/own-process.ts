import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Figure } from './figure.ts'

/** What a process of its own tells of reading a file: memory once taken would hide what the next one takes. */
export interface Reading {
  rows: number
  milliseconds: number
  /** Above the process before it. */
  megabytes: number
}

const run = promisify(execFile)

/** Runs a script of this folder and answers what it prints. */
export async function script(name: string, ...args: string[]): Promise<string> {
  const path = fileURLToPath(new URL(`./${name}`, import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', path, ...args])
  return stdout
}

export async function readingOf(reader: string, file: string): Promise<Reading> {
  return JSON.parse(await script('read-in-process.ts', reader, file)) as Reading
}

/** A figure for which files are read that lie in a folder of their own as long as it is taken. */
export async function readingFigure(
  figure: Pick<Figure, 'name' | 'unit'>,
  prepare: (folder: string) => Promise<Pick<Figure, 'ours' | 'floor'>>,
): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'sports-bench-'))
  const takes = await prepare(folder)
  return { ...figure, ...takes, samples: 3, close: () => rm(folder, { recursive: true }) }
}
