import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ListedVenue } from './venues.queries.server.ts'
import { venuesText as text, venueKindWords } from './venues.text.ts'

/** Venues with their hours, what they cost and whom to ask. */
export function VenueTable({ label, lines }: { label: string; lines: readonly ListedVenue[] }) {
  const t = useSay()
  const hours = (value: string) =>
    (value === '' ? t(text.closed) : value).split('、').map(one => (
      <div className={table.nowrap} key={one}>
        {one}
      </div>
    ))
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.venue)}</th>
            <th scope="col">{t(text.kind)}</th>
            <th scope="col">{t(text.weekday)}</th>
            <th scope="col">{t(text.weekend)}</th>
            <th scope="col">{t(text.holiday)}</th>
            <th scope="col">{t(text.fee)}</th>
            <th scope="col">{t(text.contact)}</th>
            <th scope="col">{t(text.note)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={`${line.schoolName} ${line.name}`}>
              <th scope="row" lang="zh-CN">
                {line.schoolName}
                {line.address !== '' && <small>{` ${line.address}`}</small>}
              </th>
              <td lang="zh-CN">{line.name}</td>
              <td className={table.nowrap}>{t(venueKindWords[line.kind])}</td>
              <td>{hours(line.weekdayHours)}</td>
              <td>{hours(line.weekendHours)}</td>
              <td>{hours(line.holidayHours)}</td>
              <td lang="zh-CN">{line.fee === '' ? t(text.free) : line.fee}</td>
              <td lang="zh-CN">{line.contact}</td>
              <td lang="zh-CN">{line.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
