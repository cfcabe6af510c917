import type { ActivityValues } from './activity-compare.rule.ts'

/**
 * Tells what stands on a class-day from anything else, in whatever order its rows come: no change of what a row says,
 * and no row more or less, has the same print (64 bits). It guards against later changes, not against an adversary.
 */
export function printOf(rows: readonly Omit<ActivityValues, 'reportedScope'>[]): string {
  let [one, other] = [0, 0]
  for (const row of rows) {
    const { day, classId, kind, startsAt, minutes, sportCode, participants, teacher, note } = row
    const text = `${day}\u0001${classId}\u0001${kind}\u0001${startsAt}\u0001${minutes}\u0001${sportCode ?? ''}\u0001${participants ?? ''}\u0001${teacher}\u0001${note}`
    const [first, second] = hashesOf(text)
    one = (one + first) >>> 0
    other = (other + second) >>> 0
  }
  return `${rows.length}.${one.toString(36)}.${other.toString(36)}`
}

/** Two mixes of 32 bits of one text (the finalizer of MurmurHash3 behind two multiplicative sums). */
function hashesOf(text: string): [number, number] {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  return [mixed(one, other), mixed(other, one)]
}

function mixed(own: number, other: number): number {
  const half = Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  return (half ^ (half >>> 16)) >>> 0
}
