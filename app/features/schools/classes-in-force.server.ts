import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { Db, Stage } from '#db/tables.ts'
import { type ClassRow, listClasses } from './classes.queries.server.ts'
import { stagesEverRun } from './registry.queries.server.ts'
import { mayChangeIn } from './registry-permission.rule.ts'
import { listSchools } from './schools.queries.server.ts'

/** Everything against which rows of the sheet of classes are judged. */
export interface ClassesInForce {
  /** The scope's schools by code. */
  schools: Map<string, { id: string; isYours: boolean; stages: readonly Stage[] }>
  classes: Map<string, ClassRow>
}

export async function loadClassesInForce(
  db: Db,
  { scope, today }: { scope: Scope; today: Day },
): Promise<ClassesInForce> {
  const schools = await listSchools(db, scope, { asOf: today })
  const stages = await stagesEverRun(db)
  const classes = await listClasses(db, scope, { asOf: today, all: true })
  return {
    schools: new Map(
      schools.flatMap(({ id, code, unitCode }) =>
        code === null
          ? []
          : [[code, { id, isYours: mayChangeIn(scope, unitCode), stages: stages.get(id) ?? [] }] as const],
      ),
    ),
    classes: new Map(classes.map(one => [classKeyText(one.schoolId, one), one])),
  }
}

/** The official key of a class as one text. */
export function classKeyText(
  schoolId: string,
  one: { stage: Stage; entryYear: number; classNo: number },
): string {
  return `${schoolId} ${one.stage} ${one.entryYear} ${one.classNo}`
}
