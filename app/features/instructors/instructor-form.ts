import { z } from 'zod'
import { isDay, openEnd } from '#app/calendar-day.ts'
import { athleteGrades, engagements } from '#app/features/coaching/grades.rule.ts'
import type { AthleteGrade, Stage } from '#db/tables.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'
import type { ContractFacts, SportOf } from './contract.rule.ts'
import { personalNumber } from './instructors.text.ts'

/** How many sports a form takes: as many as a contract may name. */
export const sportPlaces = [1, 2, 3, 4, 5, 6] as const

const day = z.string().refine(isDay)
const lastDay = z
  .string()
  .default('')
  .refine(text => text === '' || isDay(text))
  .transform(text => (text === '' || text === openEnd ? null : text))

/** Words without a number by which a person could be found elsewhere. */
export function words(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine(text => !holdsPersonalNumber(text), personalNumber)
}

const sport = z.string().max(30).default('')
const grade = z.enum(['INTL_MASTER', 'MASTER', 'LEVEL1', 'LEVEL2', 'LEVEL3', '']).default('')
const ticked = z
  .string()
  .optional()
  .transform(text => text !== undefined)

const facts = {
  kind: z.enum(['COACH', 'PE_TEACHER', 'SPORTS_INSTRUCTOR']),
  name: words(60).min(1),
  gender: z.enum(['F', 'M', '']).default(''),
  engagement: z.enum([...engagements, '']).default(''),
  titleLiteral: words(60).default(''),
  retired: ticked,
  hoursWeek: z.coerce.number().int().min(1).max(40).optional(),
  sport1: sport,
  grade1: grade,
  sport2: sport,
  grade2: grade,
  sport3: sport,
  grade3: grade,
  sport4: sport,
  grade4: grade,
  sport5: sport,
  grade5: grade,
  sport6: sport,
  grade6: grade,
  primary: ticked,
  junior: ticked,
  senior: ticked,
}

type Facts = z.infer<z.ZodObject<typeof facts>>

export const AddInstructorForm = z.object({
  ...facts,
  namesake: z.coerce.number().int().min(1).max(99).default(1),
  school: z.string().trim().max(10).default(''),
  unit: z.string().max(8).default(''),
  validFrom: day,
  validTo: lastDay,
})

export const ChangeInstructorForm = z.object({ ...facts, from: day, validTo: lastDay })

export const EndInstructorForm = z.object({ lastDay: day, reason: words(200).min(1) })

/** What the fields of a form say of the contract. */
export function factsOfForm(form: Facts): Omit<ContractFacts, 'namesake'> {
  const { kind, name, gender, engagement, titleLiteral, retired } = form
  const sports = sportPlaces
    .map(at => ({ sport: form[`sport${at}`], grade: form[`grade${at}`] }))
    .filter(one => one.sport !== '')
  return {
    kind,
    name,
    gender,
    engagement,
    titleLiteral,
    isRetiredAthlete: retired,
    hoursWeek: form.hoursWeek ?? null,
    sports,
    stages: tickedStages(form),
  }
}

export function tickedStages(form: Record<Stage, boolean>): Stage[] {
  return (['primary', 'junior', 'senior'] as const).filter(stage => form[stage])
}

/** The fields of a form that show a contract as it stands. */
export function formOfFacts(facts: Omit<ContractFacts, 'namesake'>): Record<string, string> {
  const place = (at: number): Partial<SportOf> => facts.sports[at - 1] ?? {}
  return {
    kind: facts.kind,
    name: facts.name,
    gender: facts.gender,
    engagement: facts.engagement,
    titleLiteral: facts.titleLiteral,
    ...(facts.isRetiredAthlete && { retired: '1' }),
    hoursWeek: facts.hoursWeek === null ? '' : String(facts.hoursWeek),
    ...Object.fromEntries(
      sportPlaces.flatMap(at => [
        [`sport${at}`, place(at).sport ?? ''],
        [`grade${at}`, place(at).grade ?? ''],
      ]),
    ),
    ...Object.fromEntries(facts.stages.map(stage => [stage, '1'])),
  }
}

/** Every grade in the order in which a choice offers them. */
export const offeredGrades: readonly AthleteGrade[] = ['', ...athleteGrades.filter(one => one !== '')]

export const TravelForm = z.object({
  kmPerHour: z.coerce.number().min(3).max(120),
  detour: z.coerce.number().min(1).max(3),
  marginMinutes: z.coerce.number().int().min(1).max(120),
})
