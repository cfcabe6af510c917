import type { ActivityValues } from './activity-compare.rule.ts'

/**
 * Tells what stands on a class-day from anything else, in whatever order its rows come: no change of what a row says,
 * and no row more or less, has the same print (64 bits). It guards against later changes, not against an adversary.
 */
export function printOf(rows: readonly Omit<ActivityValues, 'reportedScope'>[]): string {
  let [one, other] = [0, 0]
  let [begins, begun] = [{ day: '', classId: '' }, start]
  for (const row of rows) {
    const { day, classId, kind, startsAt, minutes, sportCode, participants, teacher, note } = row
    // All rows of a class-day begin alike, which is half of what there is to mix.
    if (day !== begins.day || classId !== begins.classId) {
      begins = { day, classId }
      begun = sumsOf([day, classId, ''], start)
    }
    const counts = [`${minutes}`, sportCode ?? '', `${participants ?? ''}`]
    const sums = sumsOf([kind, startsAt, ...counts, teacher, note], begun)
    one = (one + mixed(sums.one, sums.other)) >>> 0
    other = (other + mixed(sums.other, sums.one)) >>> 0
  }
  return `${rows.length}.${one.toString(36)}.${other.toString(36)}`
}

interface Sums {
  one: number
  other: number
}

const factors: Sums = { one: 2654435761, other: 1597334677 }
const start: Sums = { one: 0xdeadbeef, other: 0x41c6ce57 }

/** Two multiplicative sums of 32 bits over texts with U+0001 between them, gone on with from `begun`. */
function sumsOf(texts: readonly string[], begun: Sums): Sums {
  let { one, other } = begun
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place]!
    if (place > 0) [one, other] = [mixedIn(one, 1, factors.one), mixedIn(other, 1, factors.other)]
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      one = mixedIn(one, code, factors.one)
      other = mixedIn(other, code, factors.other)
    }
  }
  return { one, other }
}

function mixedIn(sum: number, code: number, factor: number): number {
  return Math.imul(sum ^ code, factor)
}

/** The finalizer of MurmurHash3 behind them. */
function mixed(own: number, other: number): number {
  const half = Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  return (half ^ (half >>> 16)) >>> 0
}
