import { Link } from '@remix-run/react'
import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ListedVenue } from './venues.queries.server.ts'
import { venuesText as text, venueKindWords } from './venues.text.ts'

interface VenueTableProps {
  label: string
  /** Those with an id may be changed by the reader. */
  lines: readonly (ListedVenue & { keptId?: string | null })[]
}

/** Venues with their hours, what they cost and whom to ask. */
export function VenueTable({ label, lines }: VenueTableProps) {
  const t = useSay()
  const isKept = lines.some(line => typeof line.keptId === 'string')
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
            {isKept && <th scope="col">{t(text.what)}</th>}
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
              {isKept && (
                <td className={table.nowrap}>
                  {typeof line.keptId === 'string' && <VenueLinks id={line.keptId} name={line.name} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function VenueLinks({ id, name }: { id: string; name: string }) {
  const t = useSay()
  return (
    <>
      <div>
        <Link to={`/venues/${id}/change`} aria-label={`${t(text.change)} ${name}`}>
          {t(text.change)}
        </Link>
      </div>
      <div>
        <Link to={`/venues/${id}/close`} aria-label={`${t(text.close)} ${name}`}>
          {t(text.close)}
        </Link>
      </div>
    </>
  )
}

interface OtherVenue {
  id: string
  schoolName: string
  name: string
  validFrom: string
  validTo: string
  closedBecause: string | null
}

/** Venues that are not open yet or no longer, and why. */
export function OtherVenues({ label, lines }: { label: string; lines: readonly OtherVenue[] }) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.venue)}</th>
            <th scope="col">{t(text.from)}</th>
            <th scope="col">{t(text.until)}</th>
            <th scope="col">{t(text.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row" lang="zh-CN">
                {line.schoolName}
              </th>
              <td lang="zh-CN">{line.name}</td>
              <td className={table.nowrap}>{line.validFrom}</td>
              <td className={table.nowrap}>{line.validTo === openEnd ? '' : line.validTo}</td>
              <td lang="zh-CN">{line.closedBecause}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
