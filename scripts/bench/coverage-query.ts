import { forgetAnswers } from '#app/features/audit/remember.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

/** The coverage of the city; the floor reads the same placements without their schools. */
export async function coverageQuery(place: BenchPlace): Promise<Figure> {
  return figureOf(place, 'coverage-query', { withLiving: false, samples: 15 })
}

/** The same with the overlay of what is really done; the same floor. */
export async function coverageLiving(place: BenchPlace): Promise<Figure> {
  return figureOf(place, 'coverage-living', { withLiving: true, samples: 7 })
}

function figureOf(
  { db, today }: BenchPlace,
  name: string,
  { withLiving, samples }: { withLiving: boolean; samples: number },
): Figure {
  return {
    name,
    samples,
    // What was worked out is remembered until something changes: here it is worked out each time.
    ours: () => {
      forgetAnswers(db)
      return timeOf(() => readCoverage(db, { kind: 'city' }, { asOf: today, withLiving }))
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
