import { activityLogSheet } from '#app/features/imports/activity-log.sheet.ts'

type LogColumn = keyof typeof activityLogSheet.columns

/** The headers of an activity log in their order, but for the columns that a file leaves out. */
export function logHeaders({ without }: { without: LogColumn[] }): string[] {
  const columns = Object.entries(activityLogSheet.columns) as [LogColumn, { header: { 'zh-CN': string } }][]
  return columns.filter(([key]) => !without.includes(key)).map(([, { header }]) => header['zh-CN'])
}
