import { Form, Link } from '@remix-run/react'
import { inCity, schoolYearOf } from '#app/calendar-day.ts'
import { className, gradeName } from '#app/features/schools/class-name.rule.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState } from '#app/ui/page.tsx'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ExemptionReason } from './exemption.rule.ts'
import { exemptionStatusWords, exemptionText, reasonWords } from './exemption.text.ts'

export interface ExemptionLine {
  id: string
  schoolId: string
  schoolName: string
  grade: number
  firstDay: string
  lastDay: string
  reason: string
  note: string
  status: 'requested' | 'approved' | 'rejected'
  decidedBy: string | null
  decidedAt: string | null
  rosterClass: { stage: 'primary' | 'junior' | 'senior'; entryYear: number; classNo: number } | null
}

const looks: Record<ExemptionLine['status'], StatusKind> = {
  requested: 'warn',
  approved: 'exempt',
  rejected: 'missing',
}

const heads = ['school', 'who', 'days', 'reason', 'note', 'status'] as const

/** Exemptions asked for, with what may be decided where the reader decides. */
export function ExemptionTable({
  lines,
  mayDecide,
}: {
  lines: readonly ExemptionLine[]
  mayDecide: boolean
}) {
  const t = useSay()
  if (lines.length === 0) return <EmptyState>{t(exemptionText.none)}</EmptyState>
  return (
    <TableFrame label={t(exemptionText.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(exemptionText[head])}
              </th>
            ))}
            {mayDecide && <th scope="col">{t(exemptionText.decide)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <Line key={line.id} line={line} mayDecide={mayDecide} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Line({ line, mayDecide }: { line: ExemptionLine; mayDecide: boolean }) {
  const t = useSay()
  const reason = reasonWords[line.reason as ExemptionReason]
  return (
    <tr>
      <th scope="row">
        <Link to={`/schools/${line.schoolId}/compliance?period=week&day=${line.firstDay}`}>
          {line.schoolName}
        </Link>
      </th>
      <td>{useClasses(line)}</td>
      <td className={table.nowrap}>
        {line.firstDay} – {line.lastDay}
      </td>
      <td>{reason === undefined ? line.reason : t(reason)}</td>
      <td>{line.note}</td>
      <td>
        <Status kind={looks[line.status]} label={t(exemptionStatusWords[line.status])} />
        {line.decidedBy !== null && line.decidedAt !== null && (
          <div>{t(exemptionText.decidedBy, { who: line.decidedBy, at: inCity(line.decidedAt) })}</div>
        )}
      </td>
      {mayDecide && (
        <td>
          <Decisions line={line} />
        </td>
      )}
    </tr>
  )
}

function useClasses(line: ExemptionLine): string {
  const t = useSay()
  if (line.rosterClass !== null) return className(line.rosterClass, schoolYearOf(line.firstDay))
  return line.grade === 0 ? t(exemptionText.wholeSchool) : gradeName(line.grade)
}

function Decisions({ line }: { line: ExemptionLine }) {
  const t = useSay()
  if (line.status === 'rejected') return null
  return (
    <Form method="post" action={`/exemptions/${line.id}/decide`} className={button.row}>
      {line.status === 'requested' && (
        <button className={button.primary} name="decision" value="approved">
          {t(exemptionText.approve)}
        </button>
      )}
      <button className={button.quiet} name="decision" value="rejected">
        {t(line.status === 'requested' ? exemptionText.reject : exemptionText.takeBack)}
      </button>
    </Form>
  )
}
