import { openEnd } from '#app/calendar-day.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { regionsText } from './regions.text.ts'
import type { UnitRow } from './units.queries.server.ts'

export function UnitsTable({ units }: { units: UnitRow[] }) {
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <TableFrame label={t(regionsText.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(regionsText.name)}</th>
            <th scope="col">{t(regionsText.code)}</th>
            <th scope="col">{t(regionsText.kind)}</th>
            <th scope="col">{t(regionsText.obliged)}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(unit => (
            <tr key={unit.code}>
              <th scope="row">
                <a href={`/coverage/units/${unit.code}`}>{isEnglish ? unit.nameEn : unit.name}</a>
              </th>
              <td>{unit.code}</td>
              <td>{t(regionsText.kinds[unit.kind])}</td>
              <td>
                <Obligation unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Obligation({ unit }: { unit: UnitRow }) {
  const t = useSay()
  const { obligedFrom: from, obligedTo: to } = unit
  if (from === null) return <>{t(regionsText.never)}</>
  return (
    <>
      {to === null || to === openEnd ? t(regionsText.since, { from }) : t(regionsText.between, { from, to })}
    </>
  )
}
