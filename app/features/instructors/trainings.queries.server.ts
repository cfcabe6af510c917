import type { Day } from '#app/calendar-day.ts'
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
