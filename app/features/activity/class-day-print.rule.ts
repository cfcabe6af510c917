import type { ActivityValues } from './activity-compare.rule.ts'

/**
 * Tells what stands on a class-day from anything else, in whatever order its rows come: no change of what a row says,
 * and no row more or less, has the same print (64 bits). It guards against later changes, not against an adversary.
 */
export function printOf(rows: readonly Omit<ActivityValues, 'reportedScope'>[]): string {
  let [one, other] = [0, 0]
  let begun = { day: '', classId: '', one: 0, other: 0 }
  for (const row of rows) {
    const { day, classId, kind, startsAt, minutes, sportCode, participants, teacher, note } = row
    // All rows of a class-day begin alike, which is half of what there is to mix.
    if (day !== begun.day || classId !== begun.classId) begun = beginningOf(day, classId)
    sums[0] = begun.one
    sums[1] = begun.other
    mixIn(kind)
    mixInNext(startsAt)
    mixInNext(String(minutes))
    mixInNext(sportCode ?? '')
    mixInNext(participants === null ? '' : String(participants))
    mixInNext(teacher)
    mixInNext(note)
    const [own = 0, second = 0] = [sums[0], sums[1]]
    one = (one + mixed(own, second)) >>> 0
    other = (other + mixed(second, own)) >>> 0
  }
  return `${rows.length}.${one.toString(36)}.${other.toString(36)}`
}

/** Two multiplicative sums of 32 bits while they are made; as fields of an object each step would make a new number. */
const sums = new Int32Array(2)
const start = [0xdeadbeef, 0x41c6ce57] as const
const factors = [2654435761, 1597334677] as const

function beginningOf(
  day: string,
  classId: string,
): { day: string; classId: string; one: number; other: number } {
  sums[0] = start[0]
  sums[1] = start[1]
  mixIn(day)
  mixInNext(classId)
  mixInNext('')
  return { day, classId, one: sums[0], other: sums[1] }
}

function mixIn(text: string): void {
  let one = sums[0]!
  let other = sums[1]!
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, factors[0])
    other = Math.imul(other ^ code, factors[1])
  }
  sums[0] = one
  sums[1] = other
}

/** The same behind a U+0001. */
function mixInNext(text: string): void {
  sums[0] = Math.imul(sums[0]! ^ 1, factors[0])
  sums[1] = Math.imul(sums[1]! ^ 1, factors[1])
  mixIn(text)
}

/** The finalizer of MurmurHash3 behind them. */
function mixed(own: number, other: number): number {
  const half = Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  return (half ^ (half >>> 16)) >>> 0
}
