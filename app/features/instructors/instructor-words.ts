import { openEnd } from '#app/calendar-day.ts'
import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { CoachTitle } from '#app/features/coaching/grades.rule.ts'
import { stageWords } from '#app/features/schools/schools.text.ts'
import { inARow, type Locale, say } from '#app/i18n/text.ts'
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

/** A title as the paper has it, and what it is called today where that is another word; '' for none. */
export function titleInWords(locale: Locale, { kind, title, titleLiteral }: Titled): string {
  if (titleLiteral === '') return ''
  const today = say(
    locale,
    kind === 'COACH'
      ? coachingText.coachTitle[title as CoachTitle]
      : kind === 'PE_TEACHER'
        ? titleWords.PE_TEACHER[title as TeacherTitle]
        : titleWords.SPORTS_INSTRUCTOR[title as InstructorGrade],
  )
  return title === '' || titleLiteral === today
    ? titleLiteral
    : say(locale, text.titleBoth, { literal: titleLiteral, today })
}

export function useTitle(): (of: Titled) => string {
  const locale = useLocale()
  return of => titleInWords(locale, of) || '—'
}

/** A list in the reader's language. */
export function useList(): (words: readonly string[]) => string {
  const locale = useLocale()
  return words => inARow(locale, words)
}

/** Of a contract or of work, where none chosen means all. */
export function stagesInWords(locale: Locale, stages: readonly Stage[]): string {
  if (stages.length === 0) return say(locale, text.allStages)
  return inARow(
    locale,
    stages.map(stage => say(locale, stageWords[stage])),
  )
}

export function useStages(): (stages: readonly Stage[]) => string {
  const locale = useLocale()
  return stages => stagesInWords(locale, stages)
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
