import { Link } from '@remix-run/react'
import { designationText } from '#app/features/designation/designation.text.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { DueKind } from './read-renewals.server.ts'
import { reevaluationText as text } from './reevaluation.text.ts'
import type { TitleAction } from './reevaluation-way.rule.ts'
import type { TitleStage } from './title-life.rule.ts'
import { StageStatus, TitleActions } from './title-life.tsx'

interface DueLine {
  id: string
  schoolName: string
  unitName: string
  sportName: string
  level: keyof typeof levelWords
  validTo: string
  closedOn: string
  stage: TitleStage
  isReviewed: boolean
  /** Whether its unit is the reader's. */
  mayConfirm: boolean
  reportState: 'none' | 'draft' | 'submitted' | 'returned' | 'confirmed'
  actions: readonly TitleAction[]
}

interface DueTableProps {
  kind: DueKind
  lines: readonly DueLine[]
  year: number
  isLate: boolean
  /** Whether the reader writes reports, or confirms them. */
  writes: boolean
  confirms: boolean
}

/** Titles about which one thing is to be done, a line each, with the way to do it. */
export function DueTable({ kind, lines, year, isLate, writes, confirms }: DueTableProps) {
  const t = useSay()
  const isReport = kind === 'reports' || kind === 'waiting'
  return (
    <TableFrame label={t(text.kinds[kind])}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(designationText.school)}</th>
            <th scope="col">{t(text.todo)}</th>
            <th scope="col">{t(designationText.unit)}</th>
            <th scope="col">{t(designationText.level)}</th>
            <th scope="col">{t(designationText.sport)}</th>
            {kind === 'schools' && <th scope="col">{t(text.closedOn)}</th>}
            <th scope="col">{t(text.validTo)}</th>
            <th scope="col">{t(text.state)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={`/titles/${line.id}`} lang="zh-CN">
                  {line.schoolName}
                </Link>
              </th>
              <td className={table.nowrap}>
                {!isReport && <TitleActions titleId={line.id} actions={line.actions} />}
                {kind === 'reports' && writes && (
                  <Link to={`/titles/${line.id}/reports/${year}`}>{t(text.write)}</Link>
                )}
                {kind === 'waiting' && (
                  <Link
                    to={`/titles/${line.id}/reports/${year}${confirms && line.mayConfirm ? '/decide' : ''}`}
                  >
                    {t(confirms && line.mayConfirm ? text.decide : text.read)}
                  </Link>
                )}
              </td>
              <td className={table.nowrap}>{line.unitName}</td>
              <td>{t(levelWords[line.level])}</td>
              <td className={table.nowrap}>{line.sportName}</td>
              {kind === 'schools' && <td className={table.nowrap}>{line.closedOn}</td>}
              <td className={table.nowrap}>{line.validTo}</td>
              <td>
                {isReport ? (
                  <ReportStatus state={line.reportState} isLate={isLate} />
                ) : (
                  <StageStatus stage={line.stage} isReviewed={line.isReviewed} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ReportStatus({ state, isLate }: { state: DueLine['reportState']; isLate: boolean }) {
  const t = useSay()
  if (state !== 'none' && state !== 'draft')
    return <Status kind={state === 'returned' ? 'warn' : 'short'} label={t(text.reportStates[state])} />
  return (
    <Status
      kind={isLate ? 'missing' : 'warn'}
      label={t(isLate ? text.reportStates.late : text.reportStates.missing)}
    />
  )
}
