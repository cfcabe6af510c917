import type { ApplicationState } from '#db/tables.ts'

/** A time at a panel; instants in UTC text. */
export interface Slot {
  panel: string
  startsAt: string
  endsAt: string
}

/** Who is called to a test with a time of their own: the skill test of the long way, the talk of the short one. */
export const interviewed: readonly ApplicationState[] = ['SKILL_TEST', 'REVIEWED']

export const slotBounds = { leastMinutes: 5, mostMinutes: 240, most: 200, mostYearsAhead: 2 } as const

/** So many slots of a panel one after the other. */
export function slotsInARow(given: { panel: string; first: string; minutes: number; count: number }): Slot[] {
  const start = Date.parse(`${given.first.replace(' ', 'T')}Z`)
  const at = (n: number) =>
    new Date(start + n * given.minutes * 60_000).toISOString().replace('T', ' ').replace('Z', '')
  return Array.from({ length: given.count }, (_, n) => ({
    panel: given.panel,
    startsAt: at(n),
    endsAt: at(n + 1),
  }))
}

export function overlap(
  one: Pick<Slot, 'startsAt' | 'endsAt'>,
  other: Pick<Slot, 'startsAt' | 'endsAt'>,
): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** The standing slot that a new one meets at the same panel; undefined when none does. */
export function clashOf<T extends Slot>(fresh: readonly Slot[], standing: readonly T[]): T | undefined {
  return standing.find(old => fresh.some(one => one.panel === old.panel && overlap(one, old)))
}

interface Person {
  id: string
  /** Times at which the person is elsewhere: tests of other posts. */
  busy: readonly Pick<Slot, 'startsAt' | 'endsAt'>[]
}

/** Gives the people, in their order, the earliest free slot at which they are not elsewhere; who finds none is left over. */
export function assignSlots<T extends Slot & { id: string }>(
  people: readonly Person[],
  free: readonly T[],
): { given: { personId: string; slot: T }[]; left: string[] } {
  const open = [...free].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
  const given: { personId: string; slot: T }[] = []
  const left: string[] = []
  for (const { id, busy } of people) {
    const at = open.findIndex(slot => !busy.some(time => overlap(time, slot)))
    const [slot] = at === -1 ? [] : open.splice(at, 1)
    if (slot === undefined) left.push(id)
    else given.push({ personId: id, slot })
  }
  return { given, left }
}
