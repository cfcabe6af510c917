import { complianceReport } from '#app/features/compliance/compliance-report.server.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

const month = { from: '2026-10-12', to: '2026-11-11' }

/** Compliance of every school of the city over a month; the floor adds the same month up from the raw activities. */
export async function complianceMonth({ db }: BenchPlace): Promise<Figure> {
  return {
    name: 'compliance-month',
    samples: 9,
    ours: () => timeOf(() => complianceReport(db, { kind: 'city' }, { city: true }, month)),
    floor: () =>
      timeOf(() =>
        db
          .selectFrom(from =>
            from
              .selectFrom('activity as a')
              .innerJoin('activity_kind as k', 'k.kind', 'a.kind')
              .where('k.counts', '=', 1)
              .where('a.day', '>=', month.from)
              .where('a.day', '<=', month.to)
              .groupBy(['a.school_id', 'a.day', 'a.class_id'])
              .select('a.school_id')
              .select(eb => eb.fn.sum<number>('a.minutes').as('minutes'))
              .as('d'),
          )
          .groupBy('d.school_id')
          .select('d.school_id')
          .select(eb => [
            eb.fn.countAll<number>().as('reported'),
            eb.fn.sum<number>(eb.case().when('d.minutes', '>=', 60).then(1).else(0).end()).as('floorMet'),
          ])
          .execute(),
      ),
  }
}
