import type { Migration } from 'kysely'
import * as schema from './0001-schema.ts'
import * as reference from './0002-reference.ts'
import * as classGroups from './0003-class-groups.ts'
import * as applicants from './0004-applicants.ts'
import * as instructors from './0005-instructors.ts'
import * as recruitment from './0006-recruitment.ts'
import * as living from './0007-living.ts'
import * as notices from './0008-notices.ts'
import * as auditActor from './0009-audit-actor.ts'
import * as engagementDays from './0010-engagement-days.ts'
import * as designations from './0011-designations.ts'
import * as indicators from './0012-indicators.ts'
import * as batches from './0013-batches.ts'
import * as venues from './0014-venues.ts'
import * as events from './0015-events.ts'
import * as files from './0016-files.ts'
import * as judgedFacts from './0017-judged-facts.ts'
import * as titleApplications from './0018-title-applications.ts'
import * as reevaluation from './0019-reevaluation.ts'
import * as importCorrections from './0020-import-corrections.ts'
import * as words from './0021-words.ts'
import * as uploadLinks from './0022-upload-links.ts'
import * as longImports from './0023-long-imports.ts'
import * as objectionSendings from './0024-objection-sendings.ts'
import * as importFilePieces from './0025-import-file-pieces.ts'
import * as timetable from './0026-timetable.ts'
import * as classDayIndex from './0027-class-day-index.ts'
import * as orderByKey from './0028-order-by-key.ts'

/** Every migration in order; a landed one is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-schema': schema,
  '0002-reference': reference,
  '0003-class-groups': classGroups,
  '0004-applicants': applicants,
  '0005-instructors': instructors,
  '0006-recruitment': recruitment,
  '0007-living': living,
  '0008-notices': notices,
  '0009-audit-actor': auditActor,
  '0010-engagement-days': engagementDays,
  '0011-designations': designations,
  '0012-indicators': indicators,
  '0013-batches': batches,
  '0014-venues': venues,
  '0015-events': events,
  '0016-files': files,
  '0017-judged-facts': judgedFacts,
  '0018-title-applications': titleApplications,
  '0019-reevaluation': reevaluation,
  '0020-import-corrections': importCorrections,
  '0021-words': words,
  '0022-upload-links': uploadLinks,
  '0023-long-imports': longImports,
  '0024-objection-sendings': objectionSendings,
  '0025-import-file-pieces': importFilePieces,
  '0026-timetable': timetable,
  '0027-class-day-index': classDayIndex,
  '0028-order-by-key': orderByKey,
}
