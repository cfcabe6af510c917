import { Link } from '@remix-run/react'
import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Section } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Stage } from '#db/tables.ts'
import { schoolsText, stageWords } from './schools.text.ts'

interface SchoolClassesProps {
  path: string
  classes: {
    id: string
    name: string
    stage: Stage
    entryYear: number
    campus: string
    pupils: number
    validFrom: string
    validTo: string
  }[]
  mayChange: boolean
}

/** The classes that exist today under the names of this school year. */
export function SchoolClasses({ path, classes, mayChange }: SchoolClassesProps) {
  const t = useSay()
  return (
    <Section title={`${t(schoolsText.classes)} (${classes.length})`}>
      {mayChange && (
        <p className={button.row}>
          <Link className={button.button} to={`${path}/classes/new`}>
            {t(schoolsText.openClass)}
          </Link>
        </p>
      )}
      {classes.length === 0 ? (
        <EmptyState>{t(schoolsText.noClasses)}</EmptyState>
      ) : (
        <TableFrame label={t(schoolsText.classes)}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t(schoolsText.className)}</th>
                <th scope="col">{t(schoolsText.stage)}</th>
                <th scope="col">{t(schoolsText.entryYear)}</th>
                <th scope="col">{t(schoolsText.campus)}</th>
                <th scope="col" className={table.number}>
                  {t(schoolsText.pupils)}
                </th>
                <th scope="col">{t(schoolsText.validFrom)}</th>
                <th scope="col">{t(schoolsText.validTo)}</th>
              </tr>
            </thead>
            <tbody>
              {classes.map(one => (
                <tr key={one.id}>
                  <th scope="row">
                    {mayChange ? <Link to={`${path}/classes/${one.id}`}>{one.name}</Link> : one.name}
                  </th>
                  <td>{t(stageWords[one.stage])}</td>
                  <td>{one.entryYear}</td>
                  <td>{one.campus}</td>
                  <td className={table.number}>{one.pupils}</td>
                  <td>{one.validFrom}</td>
                  <td>{one.validTo === openEnd ? '' : one.validTo}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  )
}
