import { contentOnly, type PostContent } from './post.rule.ts'

/** A row of the sheet as far as it says something: a column that the file does not have is missing. */
export type PostRow = Partial<PostContent> & { schoolIds: readonly string[] }

const fallback = {
  termMonths: null,
  leastGrade: '',
  resultInstead: '',
  leastEducation: '',
  mostAge: null,
  certificate: 'NONE',
  leastExperience: 0,
  isReserved: false,
  writtenPass: null,
  skillPass: null,
  shortListRatio: 3,
  pay: '',
  duties: '',
} as const

/** What the post will say: the row, and where its file has no such column, what stands or the usual. */
export function contentAfter(row: PostRow, standing: PostContent | null): PostContent {
  const isPooled = row.isPooled ?? (standing === null ? row.schoolIds.length > 1 : standing.isPooled)
  return { ...fallback, ...(standing ?? {}), ...row, isPooled } as PostContent
}

/** Whether two posts say the same, in whatever order schools and stages are named. */
export function saysTheSame(one: PostContent, other: PostContent): boolean {
  const keys = Object.keys(comparable(one)) as (keyof PostContent)[]
  return keys.every(key => comparable(one)[key] === comparable(other)[key])
}

function comparable(content: PostContent): Record<keyof PostContent, unknown> {
  const { schoolIds, stages } = content
  return {
    ...contentOnly(content),
    schoolIds: [...schoolIds].sort().join(),
    stages: [...stages].sort().join(),
  }
}
