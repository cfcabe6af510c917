import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { CoachRating } from '#db/tables.ts'
import { ratingWords, workText as text } from './coach-work.text.ts'

interface EvaluationLine {
  placementId: string
  termId: string
  schoolName: string
  sport: string
  loggedDays: number
  loggedMinutes: number
  rating: CoachRating
  opinion: string
  evaluatedBy: string
  evaluatedAt: string
}

/** What logs and schools said of somebody's work, a term and school a row. */
export function EvaluationTable({ lines }: { lines: readonly EvaluationLine[] }) {
  const t = useSay()
  if (lines.length === 0) return <EmptyState>{t(text.evaluationsNone)}</EmptyState>
  return (
    <TableFrame label={t(text.evaluations)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.term)}</th>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.sport)}</th>
            <th scope="col" className={table.number}>
              {t(text.loggedDays)}
            </th>
            <th scope="col" className={table.number}>
              {t(text.loggedMinutes)}
            </th>
            <th scope="col">{t(text.rating)}</th>
            <th scope="col">{t(text.opinion)}</th>
            <th scope="col">{t(text.evaluatedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={`${line.placementId} ${line.termId}`}>
              <th scope="row">{line.termId}</th>
              <td>{line.schoolName}</td>
              <td>{line.sport}</td>
              <td className={table.number}>{line.loggedDays}</td>
              <td className={table.number}>{line.loggedMinutes}</td>
              <td>{t(ratingWords[line.rating])}</td>
              <td>{line.opinion}</td>
              <td>
                {line.evaluatedBy}，{inCity(line.evaluatedAt).slice(0, 10)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
