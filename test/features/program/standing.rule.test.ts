import { expect, test } from 'vitest'
import { stages } from '#app/features/program/program.rule.ts'
import { type PlacedSchool, standingsOf } from '#app/features/program/standing.rule.ts'
import { fc } from '#test/support/laws.ts'
import { placed, sampleRule } from './placed.ts'

const rule = sampleRule()
const parent = { id: 'HOST', type: '211', unitCode: '320722', isOpen: true }

function standing(placement: PlacedSchool, others: PlacedSchool[] = [], by = rule) {
  return standingsOf([...others, placement], by).get(placement.id)
}

test('an open school that runs the stage counts as itself', () => {
  expect(standing(placed({ schoolId: 'S' }))).toEqual({ as: 'S', whyNot: null })
})

test('a closed school does not count, nor one that does not run the stage', () => {
  expect(standing(placed({ isOpen: false }))?.whyNot).toBe('school-closed')
  expect(standing(placed({ runsStage: false }))?.whyNot).toBe('stage-not-run')
})

test('special, correctional and unknown types do not count, nor do kindergartens', () => {
  for (const type of ['111', '371', '511', '512', '513', '514', '999', ''])
    expect(standing(placed({ type }))?.whyNot).toBe('type-not-counted')
})

test('vocational schools count as senior only when the rule says so', () => {
  const switched = sampleRule({ vocationalCounts: true })
  for (const type of ['361', '362', '363', '364', '365', '366']) {
    expect(standing(placed({ type, stage: 'senior' }))?.whyNot).toBe('vocational-not-counted')
    expect(standing(placed({ type, stage: 'senior', schoolId: 'V' }), [], switched)?.as).toBe('V')
    expect(standing(placed({ type, stage: 'junior' }), [], switched)?.whyNot).toBe('vocational-not-counted')
  }
})

test('a teaching point, attached classes and a campus without a code count as the school they belong to', () => {
  expect(standing(placed({ type: '218', parent }))?.as).toBe('HOST')
  expect(standing(placed({ type: '319', stage: 'junior', parent }))?.as).toBe('HOST')
  expect(standing(placed({ type: '211', hasCode: false, parent }))?.as).toBe('HOST')
})

test('a campus with a code of its own counts as itself', () => {
  expect(standing(placed({ schoolId: 'CAMPUS', parent }))?.as).toBe('CAMPUS')
})

test('a school and its teaching point count once, whichever comes first', () => {
  const point = placed({ type: '218', parent })
  const host = placed({ schoolId: 'HOST' })
  const again = placed({ type: '218', parent })

  for (const order of [
    [point, host, again],
    [again, point, host],
  ]) {
    const standings = standingsOf(order, rule)
    expect(standings.get(host.id)?.as).toBe('HOST')
    expect(standings.get(point.id)?.whyNot).toBe('counted-already')
    expect(standings.get(again.id)?.whyNot).toBe('counted-already')
  }
})

test('a teaching point does not count without a parent that is open, in the same unit and of a counting type', () => {
  expect(standing(placed({ type: '218' }))?.whyNot).toBe('no-parent')
  expect(standing(placed({ type: '218', parent: { ...parent, isOpen: false } }))?.whyNot).toBe(
    'parent-closed',
  )
  expect(standing(placed({ type: '218', parent: { ...parent, unitCode: '320723' } }))?.whyNot).toBe(
    'parent-elsewhere',
  )
  expect(standing(placed({ type: '218', parent: { ...parent, type: '514' } }))?.whyNot).toBe(
    'type-not-counted',
  )
})

test('a nine-year school counts in each stage it runs', () => {
  const primary = placed({ schoolId: 'NINE', type: '312' })
  const junior = placed({ schoolId: 'NINE', type: '312', stage: 'junior' })

  expect([...standingsOf([primary, junior], rule).values()].map(one => one.as)).toEqual(['NINE', 'NINE'])
})

test('with the switch a school counts in one stage, the one in which it helps', () => {
  const switched = sampleRule({ oneStagePerSchool: true, primary: 1, junior: 1, senior: 0 })
  const primary = placed({ schoolId: 'PRIMARY' })
  const ninePrimary = placed({ schoolId: 'NINE', type: '312' })
  const nineJunior = placed({ schoolId: 'NINE', type: '312', stage: 'junior' })

  const standings = standingsOf([ninePrimary, nineJunior, primary], switched)

  expect(standings.get(nineJunior.id)?.as).toBe('NINE')
  expect(standings.get(primary.id)?.as).toBe('PRIMARY')
  expect(standings.get(ninePrimary.id)?.whyNot).toBe('other-stage-counts')
})

test('with the switch as many needed places are filled as any choice of stages could fill', () => {
  const choice = fc.subarray([...stages], { minLength: 1 })
  fc.assert(
    fc.property(
      fc.array(choice, { maxLength: 6 }),
      fc.record({ primary: fc.nat(3), junior: fc.nat(2), senior: fc.nat(2) }),
      (runs, needs) => {
        const switched = sampleRule({ oneStagePerSchool: true, ...needs })
        const placements = runs.flatMap((run, school) =>
          run.map(stage => placed({ schoolId: `S${school}`, type: '345', stage })),
        )

        const standings = standingsOf(placements, switched)
        const counted = placements.filter(placement => standings.get(placement.id)?.as != null)

        expect(counted).toHaveLength(runs.length)
        expect(filled(counted.map(placement => placement.stage))).toBe(best(runs, []))

        function filled(chosen: string[]) {
          return stages.reduce(
            (sum, stage) => sum + Math.min(needs[stage], chosen.filter(one => one === stage).length),
            0,
          )
        }
        function best(rest: string[][], chosen: string[]): number {
          const [run, ...others] = rest
          if (run === undefined) return filled(chosen)
          return Math.max(...run.map(stage => best(others, [...chosen, stage])))
        }
      },
    ),
  )
})
