import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { reevaluationText as text } from './reevaluation.text.ts'
import { type ReportWords, reportParts } from './report.rule.ts'

interface Figures {
  loggedDays: number
  teamDays: number
  window: number
  on: string
}

interface ReportWordsProps {
  report: ReportWords & {
    submittedAt: string | null
    submittedBy: string
    decidedAt: string | null
    decidedBy: string
    opinion: string
  }
  figures: Figures
}

/** A report to be read: what the school wrote, what the logs said, and who did what when. */
export function ReportText({ report, figures }: ReportWordsProps) {
  const t = useSay()
  const at = (when: string | null, who: string) => (when === null ? '' : `${inCity(when)} ${who}`)
  return (
    <Facts
      facts={[
        ...reportParts.map(part => [t(text.parts[part]), report[part]] as const),
        [t(text.practice), t(text.figures, figures)],
        [t(text.submittedBy), at(report.submittedAt, report.submittedBy)],
        [t(text.decidedBy), at(report.decidedAt, report.decidedBy)],
        [t(text.opinion), report.opinion],
      ]}
    />
  )
}
