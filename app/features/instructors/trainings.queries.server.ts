import { addDays, type Day } from '#app/calendar-day.ts'
import { profileOn } from '#app/features/schools/schools.queries.server.ts'
import type { Db, TrainingKind, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

export interface Training {
  id: string
  personId: string
  kind: TrainingKind
  dueOn: Day
  doneOn: Day | null
  note: string
}

/** What the person has to do and has done, the next due first. */
export async function trainingsOfPerson(db: Db, personId: string): Promise<Training[]> {
  return db
    .selectFrom('coach_training')
    .where('person_id', '=', personId)
    .select(['id', 'person_id as personId', 'kind', 'due_on as dueOn', 'done_on as doneOn', 'note'])
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

export async function insertTraining(tx: Tx, training: Omit<Training, 'id' | 'doneOn'>): Promise<string> {
  const id = newId()
  await insertAll(tx, 'coach_training', [
    {
      id,
      person_id: training.personId,
      kind: training.kind,
      due_on: training.dueOn,
      done_on: null,
      note: training.note,
    },
  ])
  return id
}

export async function markTrainingDone(tx: Tx, id: string, doneOn: Day | null): Promise<void> {
  await tx.updateTable('coach_training').set({ done_on: doneOn }).where('id', '=', id).execute()
}

/** What people with a contract on the day have not done and must have done within so many days, or should have by now. */
export async function trainingsDue(
  db: Db,
  asked: { day: Day; within: number },
): Promise<{ id: string; name: string; unitCode: string; instructorId: string; dueOn: Day }[]> {
  const rows = await db
    .selectFrom('coach_training as t')
    .innerJoin('instructor as i', 'i.person_id', 't.person_id')
    .leftJoin('school_profile as p', join =>
      join.onRef('p.school_id', '=', 'i.school_id').on(profileOn(asked.day)),
    )
    .where('t.done_on', 'is', null)
    .where('t.due_on', '<=', addDays(asked.day, asked.within))
    .where('i.valid_from', '<=', asked.day)
    .where('i.valid_to', '>=', asked.day)
    .select([
      't.id as id',
      'i.name as name',
      eb => eb.fn.coalesce('p.unit_code', 'i.unit_code').as('unitCode'),
      'i.id as instructorId',
      't.due_on as dueOn',
    ])
    .orderBy('t.due_on')
    .orderBy('i.id')
    .execute()
  // Of somebody with two contracts the first one's unit is told.
  return [...new Map(rows.toReversed().map(row => [row.id, row])).values()]
}
