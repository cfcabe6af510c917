import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Section } from '#app/ui/page.tsx'
import { ClassDayTable } from './class-day-table.tsx'
import { complianceText } from './compliance.text.ts'
import type { Week } from './week.server.ts'

/** What of a week the school's home shows. */
export type WeekGlance = Pick<Week, 'days' | 'classes' | 'toFillIn' | 'counts' | 'shortClasses' | 'today'> & {
  school: { id: string }
}

/** This week of a school, class by class: what is met, short, missing or exempt, and what to fill in. */
export function WeekAtAGlance({ week }: { week: WeekGlance }) {
  const t = useSay()
  return (
    <>
      <Section title={t(complianceText.toFillIn)}>
        {week.toFillIn.length === 0 ? (
          <EmptyState>{t(complianceText.nothingToFillIn)}</EmptyState>
        ) : (
          <>
            <ul>
              {week.toFillIn.map(({ day, classes }) => (
                <li key={day}>
                  <Link to={`/schools/${week.school.id}/days/${day}`}>
                    {t(complianceText.toFillInDay, { day, count: classes })}
                  </Link>
                </li>
              ))}
            </ul>
            <Link className={button.primary} to="/import">
              {t(complianceText.upload)}
            </Link>
          </>
        )}
      </Section>
      <Section title={t(complianceText.heat)}>
        {week.classes.length === 0 ? (
          <EmptyState>{t(complianceText.noClasses)}</EmptyState>
        ) : (
          <ClassDayTable schoolId={week.school.id} days={week.days} classes={week.classes} />
        )}
      </Section>
    </>
  )
}

/** '本周有 3 个班未达 1 小时；还有 5 个班次未报。' */
export function useWeekAnswer(week: Pick<Week, 'counts' | 'shortClasses' | 'days'>): string {
  const t = useSay()
  const locale = useLocale()
  const { counts } = week
  const judged = counts.missing + counts.short + counts['floor-met'] + counts['target-met'] + counts.exempt
  if (judged + counts.ahead === 0) return t(complianceText.weekNone)
  const sentences = [
    week.shortClasses > 0 && t(complianceText.weekShort, { count: week.shortClasses }),
    counts.missing > 0 && t(complianceText.weekMissing, { count: counts.missing }),
  ].filter(sentence => sentence !== false)
  if (sentences.length === 0) return t(complianceText.weekFine)
  return sentences.join(locale === 'en' ? '; ' : '；')
}
