import { Link } from '@remix-run/react'
import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Section } from '#app/ui/page.tsx'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ReportState } from './read-title-life.server.ts'
import { reevaluationText as text } from './reevaluation.text.ts'
import type { TitleAction } from './reevaluation-way.rule.ts'
import { pointsText } from './review.rule.ts'
import type { TitleStage } from './title-life.rule.ts'

const reportKinds: Record<ReportState, StatusKind> = {
  missing: 'warn',
  late: 'missing',
  draft: 'short',
  submitted: 'short',
  returned: 'warn',
  confirmed: 'met',
}

const stageKinds: Record<TitleStage, StatusKind> = {
  SOON: 'exempt',
  IN_FORCE: 'met',
  RENEWAL_DUE: 'warn',
  SUSPENDED: 'warn',
  SUSPENDED_DUE: 'warn',
  RUN_OUT: 'missing',
  FOLLOWED: 'met',
  LEFT: 'exempt',
  OVER: 'exempt',
  ORPHANED: 'missing',
  ENDED: 'exempt',
}

interface ReportLine {
  year: number
  due: string
  state: ReportState
  report: {
    figures: { loggedDays: number; teamDays: number; window: number; on: string } | null
    submittedAt: string | null
    submittedBy: string
    decidedAt: string | null
    decidedBy: string
    opinion: string
  } | null
  mayWrite: boolean
  mayDecide: boolean
}

interface ReviewLine {
  id: string
  state: keyof typeof text.conclusions
  score: number | null
  findings: string
  isSpotChecked: boolean
  openedAt: string
  openedBy: string
  decidedAt: string | null
  decidedBy: string
  reason: string
  document: string
}

interface Handover {
  titleId: string
  schoolName: string
  fromDay: string
  decidedBy: string
}

interface TitleLifeProps {
  titleId: string
  stage: TitleStage
  review: object | null
  actions: readonly TitleAction[]
  reports: readonly ReportLine[]
  reviews: readonly ReviewLine[]
  successor: { id: string; validFrom: string; validTo: string } | null
  handovers: { to: Handover | null; from: Handover | null }
}

/** What became of a title after it was named, and what somebody has to do about it. */
export function TitleLife(props: TitleLifeProps) {
  const { titleId, stage, review, actions, successor, handovers } = props
  const t = useSay()
  return (
    <>
      <Section title={t(text.reviews)}>
        <p>
          <StageStatus stage={stage} isReviewed={review !== null} />
        </p>
        <TitleActions titleId={titleId} actions={actions} />
        {successor !== null && (
          <p>
            <Link to={`/titles/${successor.id}`}>
              {t(text.next, { from: successor.validFrom, until: successor.validTo })}
            </Link>
          </p>
        )}
        {handovers.to !== null && <p>{t(text.wentTo, handoverWords(handovers.to))}</p>}
        {handovers.from !== null && <p>{t(text.cameFrom, handoverWords(handovers.from))}</p>}
        {props.reviews.length === 0 ? <p>{t(text.noReviews)}</p> : <ReviewTable reviews={props.reviews} />}
      </Section>
      <Section title={t(text.reports)}>
        {props.reports.length === 0 ? (
          <p>{t(text.noReports)}</p>
        ) : (
          <ReportTable titleId={titleId} reports={props.reports} />
        )}
      </Section>
    </>
  )
}

/** How a title stands in its life, and whether it is being re-evaluated. */
export function StageStatus({ stage, isReviewed }: { stage: TitleStage; isReviewed: boolean }) {
  const t = useSay()
  const label = isReviewed ? `${t(text.stages[stage])} · ${t(text.underWay)}` : t(text.stages[stage])
  return <Status kind={stageKinds[stage]} label={label} />
}

function handoverWords({ schoolName, fromDay, decidedBy }: Handover) {
  return { school: schoolName, from: fromDay, by: decidedBy }
}

const addresses: Partial<Record<TitleAction, string>> = {
  open: 'review',
  note: 'review',
  transfer: 'transfer',
  end: 'end',
}

/** The ways on from a title, as links; a conclusion is drawn on the page of its re-evaluation. */
export function TitleActions({ titleId, actions }: { titleId: string; actions: readonly TitleAction[] }) {
  const t = useSay()
  const shown = actions.filter(action => addresses[action] !== undefined)
  if (shown.length === 0) return null
  return (
    <div className={button.row}>
      {shown.map(action => (
        <Link key={action} className={button.button} to={`/titles/${titleId}/${addresses[action]}`}>
          {t(text.actions[action])}
        </Link>
      ))}
    </div>
  )
}

function ReviewTable({ reviews }: { reviews: readonly ReviewLine[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(text.reviews)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.begun)}</th>
            <th scope="col">{t(text.conclusion)}</th>
            <th scope="col" className={table.number}>
              {t(text.score)}
            </th>
            <th scope="col">{t(text.spotCheck)}</th>
            <th scope="col">{t(text.findings)}</th>
            <th scope="col">{t(text.decidedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map(one => (
            <tr key={one.id}>
              <th scope="row">{`${inCity(one.openedAt).slice(0, 10)} ${one.openedBy}`}</th>
              <td>{t(text.conclusions[one.state])}</td>
              <td className={table.number}>{one.score === null ? '—' : pointsText(one.score)}</td>
              <td>{t(one.isSpotChecked ? text.spotChecked : text.notChecked)}</td>
              <td>{one.findings}</td>
              <td>
                {one.decidedAt !== null &&
                  `${inCity(one.decidedAt)} ${one.decidedBy}：${one.reason}（${one.document}）`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ReportTable({ titleId, reports }: { titleId: string; reports: readonly ReportLine[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(text.reports)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.year)}</th>
            <th scope="col">{t(text.state)}</th>
            <th scope="col">{t(text.todo)}</th>
            <th scope="col">{t(text.due)}</th>
            <th scope="col">{t(text.practice)}</th>
            <th scope="col">{t(text.submittedBy)}</th>
            <th scope="col">{t(text.decidedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(line => (
            <tr key={line.year}>
              <th scope="row" className={table.nowrap}>{`${line.year}-${line.year + 1}`}</th>
              <td>
                <Status kind={reportKinds[line.state]} label={t(text.reportStates[line.state])} />
              </td>
              <td className={table.nowrap}>
                <ReportLink titleId={titleId} line={line} />
              </td>
              <td className={table.nowrap}>{line.due}</td>
              <td className={table.nowrap}>
                {line.report?.figures ? t(text.shortFigures, line.report.figures) : ''}
              </td>
              <td>
                {line.report?.submittedAt
                  ? `${inCity(line.report.submittedAt)} ${line.report.submittedBy}`
                  : ''}
              </td>
              <td>
                {line.report?.decidedAt
                  ? `${inCity(line.report.decidedAt)} ${line.report.decidedBy}：${line.report.opinion}`
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ReportLink({ titleId, line }: { titleId: string; line: ReportLine }) {
  const t = useSay()
  const address = `/titles/${titleId}/reports/${line.year}`
  if (line.mayDecide) return <Link to={`${address}/decide`}>{t(text.decide)}</Link>
  if (line.mayWrite) return <Link to={address}>{t(text.write)}</Link>
  return line.report === null ? null : <Link to={address}>{t(text.read)}</Link>
}
