import { Link } from '@remix-run/react'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { homeText } from './home.text.ts'

interface UnitGapRow {
  code: string
  name: string
  nameEn: string
  met: boolean
  gap: number
  sportsMet: number
  sportsLiving: number
}

/** Which units are short, the shortest first; each number leads to the placements behind it. */
export function UnitGaps({ units }: { units: readonly UnitGapRow[] }) {
  const t = useSay()
  const locale = useLocale()
  const rows = [...units].sort((one, other) => other.gap - one.gap || (one.code < other.code ? -1 : 1))
  return (
    <Section title={t(homeText.coverage)}>
      <TableFrame label={t(homeText.coverage)}>
        <table className={`${table.table} ${table.sticky}`}>
          <thead>
            <tr>
              <th scope="col">{t(homeText.unit)}</th>
              <th scope="col">{t(homeText.verdict)}</th>
              <th scope="col" className={table.number}>
                {t(homeText.sportsMet)}
              </th>
              <th scope="col" className={table.number}>
                {t(homeText.sportsLiving)}
              </th>
              <th scope="col" className={table.number}>
                {t(homeText.gap)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(unit => (
              <tr key={unit.code}>
                <th scope="row">
                  <Link to={`/coverage/units/${unit.code}`}>{locale === 'en' ? unit.nameEn : unit.name}</Link>
                </th>
                <td>
                  <Status
                    kind={unit.met ? 'met' : 'short'}
                    label={t(unit.met ? homeText.met : homeText.short)}
                  />
                </td>
                <td className={table.number}>{unit.sportsMet}</td>
                <td className={table.number}>{unit.sportsLiving}</td>
                <td className={table.number}>
                  <Link to={`/coverage/units/${unit.code}`}>{unit.gap}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}

interface SilentProps {
  day: string | null
  silent: { schools: readonly { id: string; name: string }[]; count: number; of: number }
}

/** Schools of which nothing came for the last school day. */
export function SilentSchools({ day, silent }: SilentProps) {
  const t = useSay()
  return (
    <Section title={t(homeText.silent)}>
      {day === null ? (
        <EmptyState>{t(homeText.noSchoolDay)}</EmptyState>
      ) : (
        <>
          <p>{t(homeText.silentAnswer, { count: silent.count, of: silent.of, day })}</p>
          {silent.count === 0 ? (
            <EmptyState>{t(homeText.nobodySilent)}</EmptyState>
          ) : (
            <SilentTable silent={silent} />
          )}
          {silent.count > silent.schools.length && (
            <p>
              <Link className={button.button} to={`/compliance?period=day&day=${day}`}>
                {t(homeText.allSilent)}
              </Link>
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function SilentTable({ silent }: Pick<SilentProps, 'silent'>) {
  const t = useSay()
  return (
    <TableFrame label={t(homeText.silent)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(homeText.school)}</th>
            <th scope="col">{t(homeText.verdict)}</th>
          </tr>
        </thead>
        <tbody>
          {silent.schools.map(school => (
            <tr key={school.id}>
              <th scope="row">
                <Link to={`/schools/${school.id}/compliance`}>{school.name}</Link>
              </th>
              <td>
                <Status kind="missing" label={t(homeText.notReported)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
