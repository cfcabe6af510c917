import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { IndicatorKind } from '../designation/indicator.rule.ts'
import styles from './scoring.module.css'
import { type ExpertScore, fixedPoints, type Judgement, vetoFound } from './scoring.rule.ts'
import { scoringText as text } from './scoring.text.ts'

interface ScoringSideProps {
  lines: readonly { code: string; title: string; kind: IndicatorKind; most: number; points: number | null }[]
  experts: readonly { id: string; expert: string; scores: readonly ExpertScore[]; total: number | null }[]
  judgement: Judgement
  selfTotal: number
}

/** The experts of an application side by side; what lies far from the others says so in words. */
export function ScoringSide({ lines, experts, judgement, selfTotal }: ScoringSideProps) {
  const t = useSay()
  const shown = (points: number | null | undefined) =>
    points === null || points === undefined ? '—' : fixedPoints(points)
  const odd = <span className={styles.odd}>▲ {t(text.odd)}</span>
  return (
    <TableFrame label={t(text.side)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(text.indicator)}</th>
            <th scope="col" className={table.number}>
              {t(text.most)}
            </th>
            <th scope="col" className={table.number}>
              {t(text.self)}
            </th>
            {experts.map(({ id, expert }) => (
              <th scope="col" className={table.number} key={id} lang="zh-CN">
                {expert}
              </th>
            ))}
            <th scope="col" className={table.number}>
              {t(text.mean)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, title, kind, most, points }) => (
            <tr key={code}>
              <th scope="row" lang="zh-CN">
                {code} {title}
              </th>
              <td className={table.number}>{kind === 'veto' ? '—' : most}</td>
              <td className={table.number}>{kind === 'veto' ? '—' : shown(points)}</td>
              {experts.map(({ id, scores }) => (
                <td className={table.number} key={id}>
                  {kind === 'veto' ? (
                    <Veto isFound={pointsOf(scores, code) === vetoFound} />
                  ) : (
                    shown(pointsOf(scores, code))
                  )}
                  {judgement.oddPoints.some(one => one.id === id && one.code === code) && odd}
                </td>
              ))}
              <td className={table.number}>
                {kind === 'veto' ? '—' : shown(judgement.means.find(one => one.code === code)?.mean)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(text.totals)}</th>
            <td />
            <td className={table.number}>{shown(selfTotal)}</td>
            {experts.map(({ id, total }) => (
              <td className={table.number} key={id}>
                {shown(total)}
                {judgement.odd.includes(id) && odd}
              </td>
            ))}
            <td className={table.number}>{shown(judgement.mean)}</td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

function Veto({ isFound }: { isFound: boolean }) {
  const t = useSay()
  return isFound ? <span className={styles.veto}>✖ {t(text.found)}</span> : <>—</>
}

function pointsOf(scores: readonly ExpertScore[], code: string): number | undefined {
  return scores.find(one => one.code === code)?.points
}
