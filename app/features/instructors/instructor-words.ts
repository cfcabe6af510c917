import { openEnd } from '#app/calendar-day.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { CoachTitle } from '#app/features/coaching/grades.rule.ts'
import { stageWords } from '#app/features/schools/schools.text.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import type { InstructorKind, Stage } from '#db/tables.ts'
import { workText } from './coach-work.text.ts'
import { timesUnclear } from './coach-work-form.ts'
import { personalNumber, instructorsText as text, titleWords } from './instructors.text.ts'
import type { InstructorGrade, TeacherTitle } from './title.rule.ts'

interface Titled {
  kind: InstructorKind
  title: string
  titleLiteral: string
}

/** A title as the paper has it, and what it is called today where that is another word. */
export function useTitle(): (of: Titled) => string {
  const t = useSay()
  return ({ kind, title, titleLiteral }) => {
    if (titleLiteral === '') return '—'
    const today =
      kind === 'COACH'
        ? t(coachingText.coachTitle[title as CoachTitle])
        : kind === 'PE_TEACHER'
          ? t(titleWords.PE_TEACHER[title as TeacherTitle])
          : t(titleWords.SPORTS_INSTRUCTOR[title as InstructorGrade])
    return title === '' || titleLiteral === today
      ? titleLiteral
      : t(text.titleBoth, { literal: titleLiteral, today })
  }
}

/** A list in the reader's language. */
export function useList(): (words: readonly string[]) => string {
  const locale = useLocale()
  return words => words.join(locale === 'en' ? ', ' : '、')
}

export function useStages(): (stages: readonly Stage[]) => string {
  const t = useSay()
  const list = useList()
  return stages => (stages.length === 0 ? t(text.allStages) : list(stages.map(stage => t(stageWords[stage]))))
}

export function useLastDay(): (day: string) => string {
  const t = useSay()
  return day => (day === openEnd ? t(text.open) : day)
}

/** What is wrong with a field, with those words that a form's check left to the page. */
export function useFieldErrors(errors: Record<string, string>): (name: string) => string | undefined {
  const t = useSay()
  return name => {
    if (errors[name] === personalNumber) return t(text.personalNumber)
    return errors[name] === timesUnclear ? t(workText.timesUnclear) : errors[name]
  }
}
