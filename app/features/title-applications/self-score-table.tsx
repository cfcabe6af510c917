import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ScoreLine } from './read-title-application.server.ts'
import { pointsText, vetoApplies } from './self-score.rule.ts'
import styles from './title-applications.module.css'
import { titleApplicationText as text } from './title-applications.text.ts'

interface SelfScoreTableProps {
  lines: readonly ScoreLine[]
  sums: { score: number; bonus: number; total: number }
}

/** What a school says of itself, with the figure that it was shown beside each line. */
export function SelfScoreTable({ lines, sums }: SelfScoreTableProps) {
  const t = useSay()
  const said = ({ kind, points }: ScoreLine) => {
    if (points === null) return t(text.unanswered)
    if (kind !== 'veto') return pointsText(points)
    return t(points === vetoApplies ? text.vetoYes : text.vetoNo)
  }
  return (
    <TableFrame label={t(text.selfScore)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.indicator)}</th>
            <th scope="col" className={table.number}>
              {t(text.most)}
            </th>
            <th scope="col" className={table.number}>
              {t(text.points)}
            </th>
            <th scope="col">{t(text.figure)}</th>
            <th scope="col">{t(text.evidence)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.code}>
              <th scope="row" lang="zh-CN">
                {line.code} {line.title}
              </th>
              <td className={table.number}>{line.kind === 'veto' ? t(text.veto) : line.most}</td>
              <td className={table.number}>{said(line)}</td>
              <td>
                {line.figureSaid === '' ? '—' : line.figureSaid}
                {line.suggested !== null && (
                  <span className={styles.how}>
                    {t(text.suggested, { points: pointsText(line.suggested) })}
                  </span>
                )}
              </td>
              <td lang="zh-CN">{line.evidence === '' ? '—' : line.evidence}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(text.total)}</th>
            <td />
            <td className={table.number}>{pointsText(sums.total)}</td>
            <td colSpan={2}>
              {t(text.sums, {
                score: pointsText(sums.score),
                bonus: pointsText(sums.bonus),
                total: pointsText(sums.total),
              })}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
