import { placementsOn, sportTraits } from '#app/features/program/coverage.queries.server.ts'
import { coverageOfUnit } from '#app/features/program/coverage.rule.ts'
import { ruleFor } from '#app/features/program/program.rule.ts'
import { readLiving } from '#app/features/program/read-living.server.ts'
import { listRules } from '#app/features/program/rules.queries.server.ts'
import { type BenchPlace, type Figure, timeOf } from './figure.ts'

const units = ['320703', '320706', '320707', '320722', '320723', '320724']

/** The coverage of the six obliged units; the floor reads the same placements without their schools. */
export async function coverageQuery(place: BenchPlace): Promise<Figure> {
  return {
    name: 'coverage-query',
    samples: 15,
    ours: () => timeOf(() => coverageOfCity(place, false)),
    floor: () => timeOf(() => rawPlacements(place)),
  }
}

/** The same with the overlay of what is really done, which looks into the activities; the same floor. */
export async function coverageLiving(place: BenchPlace): Promise<Figure> {
  return {
    name: 'coverage-living',
    samples: 7,
    ours: () => timeOf(() => coverageOfCity(place, true)),
    floor: () => timeOf(() => rawPlacements(place)),
  }
}

async function coverageOfCity({ db, today }: BenchPlace, withLiving: boolean) {
  const rules = await listRules(db)
  const traits = await sportTraits(db)
  const placements = await placementsOn(db, { kind: 'city' }, { asOf: today })
  const living = withLiving ? await readLiving(db, { units, asOf: today }) : null
  return units.map(unit => {
    const own = placements.filter(placement => placement.unitCode === unit)
    const rule = ruleFor(rules, unit, today)
    return rule === null ? null : coverageOfUnit(unit, rule, own, traits, living)
  })
}

function rawPlacements({ db, today }: BenchPlace) {
  return db
    .selectFrom('program_placement')
    .select(['id', 'school_id', 'sport_code', 'stage'])
    .where('valid_from', '<=', today)
    .where('valid_to', '>=', today)
    .execute()
}
