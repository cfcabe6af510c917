import type { ActivityValues } from './activity-compare.rule.ts'

/**
 * Tells what stands on a class-day from anything else, in whatever order its rows come: no change of what a row says,
 * and no row more or less, has the same print (64 bits). It guards against later changes, not against an adversary.
 */
export function printOf(rows: readonly Omit<ActivityValues, 'reportedScope'>[]): string {
  let [one, other] = [0, 0]
  let [begins, begun] = ['', start]
  for (const row of rows) {
    const { day, classId, kind, startsAt, minutes, sportCode, participants, teacher, note } = row
    const shared = `${day}\u0001${classId}\u0001`
    // All rows of a class-day begin alike, which is half of what there is to mix.
    if (shared !== begins) [begins, begun] = [shared, sumsOf(shared, start)]
    const own = `${kind}\u0001${startsAt}\u0001${minutes}\u0001${sportCode ?? ''}\u0001${participants ?? ''}\u0001${teacher}\u0001${note}`
    const sums = sumsOf(own, begun)
    one = (one + mixed(sums.one, sums.other)) >>> 0
    other = (other + mixed(sums.other, sums.one)) >>> 0
  }
  return `${rows.length}.${one.toString(36)}.${other.toString(36)}`
}

interface Sums {
  one: number
  other: number
}

const start: Sums = { one: 0xdeadbeef, other: 0x41c6ce57 }

/** Two multiplicative sums of 32 bits over one text, gone on with from `begun`. */
function sumsOf(text: string, begun: Sums): Sums {
  let { one, other } = begun
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  return { one, other }
}

/** The finalizer of MurmurHash3 behind them. */
function mixed(own: number, other: number): number {
  const half = Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  return (half ^ (half >>> 16)) >>> 0
}
