import type { LedgerRow } from '#app/features/activity/ledger.queries.server.ts'
import { type ClassDay, replaceClassDays } from '#app/features/activity/replace-class-days.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'

/** A ledger row of a class-day, naming only what matters. */
export function ledgerRow(
  given: Partial<LedgerRow> & Pick<LedgerRow, 'classId' | 'day' | 'minutes'>,
): LedgerRow {
  return {
    kind: 'PE_LESSON',
    startsAt: '',
    sportCode: null,
    participants: null,
    teacher: '',
    note: '',
    reportedScope: 'class',
    reportedAt: `${given.day} 08:00:00.000`,
    importId: null,
    ...given,
  }
}

/** A class-day with one row of so many minutes; none makes it missing. */
export function classDay(classId: string, day: string, ...minutes: number[]): ClassDay {
  const kinds = ['PE_LESSON', 'BIG_BREAK_AM', 'BIG_BREAK_PM', 'AFTER_SCHOOL_SPORT']
  return {
    classId,
    day,
    rows: minutes.map((each, at) =>
      ledgerRow({ classId, day, minutes: each, kind: kinds[at] ?? 'COMPETITION' }),
    ),
  }
}

/** Reports class-days as an upload does. */
export async function report(db: Db, schoolId: string, ...classDays: ClassDay[]): Promise<void> {
  await inTransaction(db, tx => replaceClassDays(tx, schoolId, classDays))
}
