import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import type { Db, TrainingKind } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { mayKeep } from './instructor-permission.rule.ts'
import { lockPerson } from './instructor-writes.queries.server.ts'
import { findInstructor } from './instructors.queries.server.ts'
import { insertTraining, markTrainingDone, trainingsOfPerson } from './trainings.queries.server.ts'

export type TrainingRefusal = 'not-found' | 'not-allowed' | 'in-future' | 'set-already'

type By = { id: string | null; name: string }

/** Training that a person has to do by a day; the same kind stands once for one day. */
export async function setTraining(
  db: Db,
  scope: Scope,
  by: By,
  input: { instructorId: string; kind: TrainingKind; dueOn: Day; note: string; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: TrainingRefusal }> {
  const { kind, dueOn, note } = input
  return inTransaction(db, async tx => {
    const instructor = await findInstructor(tx, scope, input.instructorId, input.today)
    if (instructor === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayKeep(scope, instructor)) return { ok: false, refusal: 'not-allowed' }
    const { personId, unitCode, schoolId } = instructor
    await lockPerson(tx, personId)
    const known = await trainingsOfPerson(tx, personId)
    if (known.some(one => one.kind === kind && one.dueOn === dueOn))
      return { ok: false, refusal: 'set-already' }
    const id = await insertTraining(tx, { personId, kind, dueOn, note })
    await recordAudit(tx, by, {
      action: 'training.add',
      subjectKind: 'training',
      subjectId: id,
      unitCode,
      schoolId,
      detail: { instructorId: instructor.id, kind, dueOn, note },
    })
    return { ok: true }
  })
}

/** Says when a training was done; null takes that back. */
export async function completeTraining(
  db: Db,
  scope: Scope,
  by: By,
  input: { instructorId: string; trainingId: string; doneOn: Day | null; today: Day },
): Promise<{ ok: true } | { ok: false; refusal: TrainingRefusal }> {
  const { doneOn } = input
  return inTransaction(db, async tx => {
    const instructor = await findInstructor(tx, scope, input.instructorId, input.today)
    if (instructor !== undefined) await lockPerson(tx, instructor.personId)
    const known = instructor === undefined ? [] : await trainingsOfPerson(tx, instructor.personId)
    const training = known.find(one => one.id === input.trainingId)
    if (instructor === undefined || training === undefined) return { ok: false, refusal: 'not-found' }
    if (!mayKeep(scope, instructor)) return { ok: false, refusal: 'not-allowed' }
    if (doneOn !== null && doneOn > input.today) return { ok: false, refusal: 'in-future' }
    await markTrainingDone(tx, training.id, doneOn)
    await recordAudit(tx, by, {
      action: 'training.done',
      subjectKind: 'training',
      subjectId: training.id,
      unitCode: instructor.unitCode,
      schoolId: instructor.schoolId,
      detail: { before: { doneOn: training.doneOn }, after: { doneOn } },
    })
    return { ok: true }
  })
}
