import type { SheetImport } from '#app/features/imports/sheet-import.ts'
import { commitActivity } from './commit-activity.server.ts'
import { commitLog, rowsOfContent } from './commit-log.server.ts'
import { showActivities } from './show-activities.server.ts'
import { stageActivity } from './stage-activity.server.ts'
import { stageLog } from './stage-log.server.ts'
import { undoActivity } from './undo-activity.server.ts'

/**
 * Both activity sheets: the log and the week matrix. An upload replaces the class-days that it mentions and no others;
 * `commit` must be handed every staged row of a class-day, unchanged ones too.
 */
export const activityImport: SheetImport = {
  stage: stageActivity,
  commit: commitActivity,
  undo: undoActivity,
  inPieces: {
    stage: stageLog,
    rowsOf: rowsOfContent,
    commit: commitLog,
    show: showActivities,
  },
}
