import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import type { BatchRow } from '#app/features/designation/batches.queries.server.ts'
import { designationsOfSchools } from '#app/features/designation/designations.queries.server.ts'
import { slotOf } from '#app/features/designation/plan-designation.rule.ts'
import { listSchools } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import type { ToDesignate } from './designate.rule.ts'
import { listNotices } from './notices.queries.server.ts'
import { objectionsInBatch } from './objections.queries.server.ts'
import { listTitleApplications, type TitleApplication } from './title-applications.queries.server.ts'

export interface Candidate {
  application: TitleApplication
  school: ToDesignate
}

/** The schools of a batch that stand on a notice, each with all on which its title hangs. */
export async function candidatesToDesignate(
  db: Db,
  scope: Scope,
  { batch, today }: { batch: BatchRow; today: Day },
): Promise<Candidate[]> {
  const applications = await listTitleApplications(db, scope, {
    ...{ asOf: today, batchId: batch.id },
    states: ['PUBLICITY'],
  })
  if (applications.length === 0) return []
  const ids = applications.map(one => one.schoolId)
  const schools = new Map((await listSchools(db, scope, { asOf: today })).map(one => [one.id, one]))
  const notices = new Map((await listNotices(db, { batchId: batch.id })).map(one => [one.id, one]))
  const open = (await objectionsInBatch(db, batch.id)).filter(one => one.status === 'received')
  const titles = await designationsOfSchools(db, ids)
  return applications.map(application => {
    const { id, schoolId, noticeId, sports } = application
    const slots = sports.map(sport => slotOf({ schoolId, level: batch.level, sport }))
    const school = schools.get(schoolId)
    return {
      application,
      school: {
        noticeEndsOn: notices.get(noticeId ?? '')?.endsOn ?? null,
        openObjections: open.filter(
          one => one.noticeId === noticeId && (one.applicationId === null || one.applicationId === id),
        ).length,
        openedOn: school?.openedOn ?? '',
        closedOn: school?.closedOn ?? '',
        standing: titles.filter(title => slots.includes(slotOf(title))),
      },
    }
  })
}
