import { openEnd } from '#app/calendar-day.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Stage } from '#db/tables.ts'
import { foundedLongAgo } from './plan-school.rule.ts'
import type { Profile } from './profile-timeline.rule.ts'
import { findSchoolType } from './school-type.rule.ts'
import { schoolsText, stageWords } from './schools.text.ts'

interface SchoolHistoryProps {
  school: { openedOn: string; closedOn: string }
  profiles: Profile[]
  stages: { stage: Stage; validFrom: string; validTo: string }[]
  unitNames: Record<string, { name: string; nameEn: string }>
}

/** What the school was called, which code and type it had and who administered it, oldest first; and its stages. */
export function SchoolHistory({ school, profiles, stages, unitNames }: SchoolHistoryProps) {
  const t = useSay()
  const locale = useLocale()
  const unit = (code: string) => (locale === 'en' ? unitNames[code]?.nameEn : unitNames[code]?.name) ?? code
  const type = (code: string) => {
    const found = findSchoolType(code)
    return (locale === 'en' ? found?.nameEn : found?.name) ?? code
  }
  const from = (day: string) => (day === foundedLongAgo ? t(schoolsText.unknownSince) : day)
  const to = (day: string) => (day === openEnd ? t(schoolsText.openEnd) : day)
  return (
    <Section title={t(schoolsText.history)}>
      <p>
        {t(schoolsText.openedOn)} {from(school.openedOn)}
        {school.closedOn !== openEnd && ` · ${t(schoolsText.closedOn)} ${school.closedOn}`}
      </p>
      <TableFrame label={t(schoolsText.history)}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(schoolsText.validFrom)}</th>
              <th scope="col">{t(schoolsText.validTo)}</th>
              <th scope="col">{t(schoolsText.name)}</th>
              <th scope="col">{t(schoolsText.code)}</th>
              <th scope="col">{t(schoolsText.type)}</th>
              <th scope="col">{t(schoolsText.unit)}</th>
              <th scope="col">{t(schoolsText.countsUnit)}</th>
            </tr>
          </thead>
          <tbody>
            {profiles.map(profile => (
              <tr key={profile.id}>
                <th scope="row" className={table.nowrap}>
                  {from(profile.validFrom)}
                </th>
                <td className={table.nowrap}>{to(profile.validTo)}</td>
                <td>{profile.name}</td>
                <td>{profile.code ?? '—'}</td>
                <td>{type(profile.type)}</td>
                <td>{unit(profile.unitCode)}</td>
                <td>{unit(profile.countsUnitCode)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <ul>
        {stages.map(({ stage, validFrom, validTo }) => (
          <li key={stage + validFrom}>
            {t(stageWords[stage])} {from(validFrom)} – {to(validTo)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
