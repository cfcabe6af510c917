import { useSay } from '#app/i18n/use-say.ts'
import entry from '#app/ui/entry-table.module.css'
import table from '#app/ui/table.module.css'
import type { ScoreLine } from './read-title-application.server.ts'
import styles from './review.module.css'
import { reviewText as text } from './review.text.ts'
import { ReviewHead, SaidCells } from './review-fields.tsx'
import { type ExpertScore, vetoFound } from './scoring.rule.ts'
import { pointsText } from './self-score.rule.ts'

interface ReviewGivenProps {
  lines: readonly ScoreLine[]
  given: readonly ExpertScore[]
  comment: string
}

/** What an expert gave, where nothing of it is changed any more. */
export function ReviewGiven({ lines, given, comment }: ReviewGivenProps) {
  const t = useSay()
  const said = ({ code, kind }: ScoreLine) => {
    const points = given.find(one => one.code === code)?.points
    if (kind === 'veto') return t(points === vetoFound ? text.vetoFound : text.notFound)
    return points === undefined ? t(text.notGiven) : pointsText(points)
  }
  return (
    <>
      <div className={entry.sheet}>
        <table className={`${table.table} ${entry.entry}`}>
          <ReviewHead points={t(text.points)} />
          <tbody>
            {lines.map(line => (
              <tr key={line.code}>
                <SaidCells line={line} />
                <td className={styles.own} data-label={t(text.points)}>
                  <strong>{said(line)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {comment !== '' && (
        <p className={styles.words} lang="zh-CN">
          {comment}
        </p>
      )}
    </>
  )
}
