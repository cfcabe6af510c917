import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

/** The coverage of the city on paper and living, worked out anew; the floor reads the same placements alone. */
export async function coverageQuery({ db, today }: BenchPlace): Promise<Figure> {
  return {
    name: 'coverage-query',
    samples: 15,
    // What was worked out is remembered until something changes: here it is worked out each time.
    ours: () => {
      forgetAnswers(db)
      return timeOf(() => readCoverage(db, { kind: 'city' }, { asOf: today }))
    },
    floor: () =>
      timeOf(() =>
        db
          .selectFrom('program_placement')
          .select(['id', 'school_id', 'sport_code', 'stage'])
          .where('valid_from', '<=', today)
          .where('valid_to', '>=', today)
          .execute(),
      ),
  }
}
