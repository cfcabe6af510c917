import type { PostContent } from '#app/features/posts/post.rule.ts'

/** What a sensible established post for football at a primary school says. */
export function contentOf(given: Partial<PostContent> & { schoolIds: readonly string[] }): PostContent {
  return {
    isPooled: false,
    title: '足球教练员',
    sport: 'football',
    stages: ['primary'],
    engagement: 'FULL_TIME_ESTABLISHED',
    hoursWeek: 40,
    quota: 1,
    leastGrade: 'LEVEL1',
    resultInstead: '',
    leastEducation: 'COLLEGE',
    mostAge: 35,
    certificate: 'WITHIN_PROBATION',
    leastExperience: 0,
    isReserved: false,
    writtenWeight: 30,
    skillWeight: 70,
    writtenPass: 5000,
    skillPass: 7000,
    shortListRatio: 3,
    probationMonths: 12,
    termMonths: null,
    pay: '',
    duties: '',
    contact: '0518-87212345',
    ...given,
  }
}
