import type { AddInstructorRefusal } from './add-instructor.server.ts'
import type { ChangeInstructorRefusal } from './change-instructor.server.ts'

const fields: Record<AddInstructorRefusal | ChangeInstructorRefusal, string> = {
  'ends-before-start': 'validTo',
  'sport-missing': 'sport1',
  'sport-twice': 'sport2',
  'too-many-sports': 'sport6',
  'engagement-missing': 'engagement',
  'hours-missing': 'hoursWeek',
  'hours-out-of-bounds': 'hoursWeek',
  'title-unknown': 'titleLiteral',
  'intern-without-end': 'validTo',
  'intern-over-a-year': 'validTo',
  'school-unknown': 'school',
  'unit-unknown': 'unit',
  'not-allowed': 'school',
  'sport-unknown': 'sport1',
  'school-not-open': 'validFrom',
  'stage-not-run': 'stages',
  'registered-already': 'namesake',
  'contract-overlaps': 'validTo',
  'outside-its-days': 'from',
  'kind-not-yours': 'kind',
  'no-fresh-check': 'from',
  'work-beyond-end': 'validTo',
  'work-above-hours': 'hoursWeek',
  'work-in-other-sport': 'sport1',
  'not-found': 'name',
}

/** At which field a refusal shows. */
export function fieldOfRefusal(refusal: AddInstructorRefusal | ChangeInstructorRefusal): string {
  return fields[refusal]
}
