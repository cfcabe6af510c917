import { z } from 'zod'
import type { Stage } from '#db/tables.ts'
import { athleteGrades, educations, engagements, sportResults } from '../coaching/grades.rule.ts'
import { certificateRules, type PostContent, type PostField, usualShortListRatio } from './post.rule.ts'
import { marksOf } from './say-post.ts'

const whole = z.coerce.number().int()
const mayBeEmpty = whole.optional().transform(value => value ?? null)
const checked = z
  .literal('on')
  .optional()
  .transform(value => value === 'on')
const marks = z
  .string()
  .trim()
  .regex(/^\d{1,3}(\.\d{1,2})?$/)
  .optional()
  .transform(text => (text === undefined ? null : Math.round(Number(text) * 100)))
const text = z.string().trim().default('')

/** A post as its form has it; schools stand by their codes. */
export const PostForm = z.object({
  schools: text,
  isPooled: checked,
  title: text,
  sport: text,
  primary: checked,
  junior: checked,
  senior: checked,
  engagement: z.enum(engagements),
  hoursWeek: whole,
  quota: whole,
  leastGrade: z.enum(athleteGrades).default(''),
  resultInstead: z.enum(sportResults).default(''),
  leastEducation: z.enum(educations).default(''),
  mostAge: mayBeEmpty,
  certificate: z.enum(certificateRules),
  leastExperience: whole.default(0),
  isReserved: checked,
  writtenWeight: whole,
  skillWeight: whole,
  writtenPass: marks,
  skillPass: marks,
  shortListRatio: whole,
  probationMonths: whole,
  termMonths: mayBeEmpty,
  pay: text,
  duties: text,
  contact: text,
})

/** A form that changes a post says which version of it was shown; without one it is taken for an old one. */
export const ChangePostForm = PostForm.extend({ updatedAt: text })

type PostEntered = z.infer<typeof PostForm>

export function contentOfForm(form: PostEntered, schoolIds: readonly string[]): PostContent {
  const { schools: _codes, primary, junior, senior, ...rest } = form
  const stages = Object.entries({ primary, junior, senior }).flatMap(([stage, isChecked]) =>
    isChecked ? [stage as Stage] : [],
  )
  return { ...rest, stages, schoolIds }
}

/** The codes in a list, however they are parted. */
export function codesIn(list: string): string[] {
  return [...new Set(list.split(/[\s,，、;；]+/).filter(code => code !== ''))]
}

/** The field of the form at which a problem of the post is told. */
export function formFieldOf(field: PostField): string {
  return field === 'schoolIds' ? 'schools' : field
}

/** What a new post's form begins with: the usual established post. */
export const freshPost: Record<string, string> = {
  engagement: 'FULL_TIME_ESTABLISHED',
  hoursWeek: '40',
  quota: '1',
  leastGrade: 'LEVEL1',
  leastEducation: 'COLLEGE',
  mostAge: '35',
  certificate: 'WITHIN_PROBATION',
  leastExperience: '0',
  writtenWeight: '30',
  skillWeight: '70',
  shortListRatio: String(usualShortListRatio),
  probationMonths: '12',
}

/** What stands, as the form shows it. */
export function enteredPost(
  post: PostContent & { schools: readonly { code: string | null }[]; updatedAt: string },
): Record<string, string> {
  const { schools, schoolIds: _ids, stages, isPooled, isReserved, writtenPass, skillPass, ...plain } = post
  const pairs = Object.entries(plain).map(([name, value]) => [name, value === null ? '' : String(value)])
  return {
    ...Object.fromEntries(pairs),
    schools: schools.map(school => school.code ?? '').join('、'),
    ...Object.fromEntries(stages.map(stage => [stage, 'on'])),
    ...(isPooled && { isPooled: 'on' }),
    ...(isReserved && { isReserved: 'on' }),
    writtenPass: marksOf(writtenPass) ?? '',
    skillPass: marksOf(skillPass) ?? '',
  }
}
