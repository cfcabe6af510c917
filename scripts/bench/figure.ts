import type { Db } from '#db/tables.ts'
import type { DemoCity } from '../demo/load-demo-city.ts'

/** A database with the demo city, on which figures are taken. */
export interface BenchPlace {
  engine: 'sqlite' | 'mysql'
  url: string
  db: Db
  city: DemoCity
  today: string
}

/** One thing to be measured, against the least that it could cost on the same machine. */
export interface Figure {
  name: string
  /** Milliseconds when absent. */
  unit?: BenchLine['unit']
  /** How often ours and the floor are taken in turn. */
  samples: number
  /** Each does its work once and answers its milliseconds, or what `unit` says. */
  ours: () => Promise<number>
  floor: () => Promise<number>
  close?: () => Promise<void>
}

/** A line of the bench as contracts.md words it; on MySQL the name ends in `:mysql`. */
export interface BenchLine {
  name: string
  unit: 'ms' | 'MB'
  ours: number
  floor: number
  ratio: number
  samples: number
}

/** Takes ours and the floor in turn, after one round that nobody counts, and answers the medians. */
export async function measure(figure: Figure, engine: BenchPlace['engine']): Promise<BenchLine> {
  const ours: number[] = []
  const floors: number[] = []
  for (let round = 0; round <= figure.samples; round += 1) {
    const [one, other] = [await figure.ours(), await figure.floor()]
    if (round === 0) continue
    ours.push(one)
    floors.push(other)
  }
  const [own, floor] = [medianOf(ours), medianOf(floors)]
  return {
    name: engine === 'mysql' ? `${figure.name}:mysql` : figure.name,
    unit: figure.unit ?? 'ms',
    ours: round2(own),
    floor: round2(floor),
    ratio: round2(own / floor),
    samples: figure.samples,
  }
}

/** The milliseconds that the work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value below which the share of the values lies. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
