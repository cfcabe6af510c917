import { useSay } from '#app/i18n/use-say.ts'
import entry from '#app/ui/entry-table.module.css'
import { LongTextField } from '#app/ui/field.tsx'
import table from '#app/ui/table.module.css'
import type { ScoreLine } from './read-title-application.server.ts'
import styles from './review.module.css'
import { reviewProblemWords, reviewText as text } from './review.text.ts'
import { longestComment, type ReviewProblemAt } from './review-entry.rule.ts'
import { pointsText } from './self-score.rule.ts'

interface ReviewFieldsProps {
  lines: readonly ScoreLine[]
  entered: Readonly<Record<string, string>>
  problems: readonly ReviewProblemAt[]
}

/** What an expert gives: a row an indicator with what the school says beside it; on a phone a card each. */
export function ReviewFields({ lines, entered, problems }: ReviewFieldsProps) {
  const t = useSay()
  const wrong = (at: string) => {
    const found = problems.find(one => one.at === at)
    return found && t(reviewProblemWords[found.problem])
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
                <td className={styles.own}>
                  <PointsField line={line} entered={entered} error={wrong(line.code)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LongTextField
        name="comment"
        label={t(text.comment)}
        hint={t(text.commentHint)}
        defaultValue={entered.comment ?? ''}
        maxLength={longestComment}
        error={wrong('comment')}
      />
    </>
  )
}

export function ReviewHead({ points }: { points: string }) {
  const t = useSay()
  return (
    <thead>
      <tr>
        <th scope="col">{t(text.indicator)}</th>
        <th scope="col" className={table.number}>
          {t(text.most)}
        </th>
        <th scope="col" className={table.number}>
          {t(text.selfPoints)}
        </th>
        <th scope="col">{t(text.figure)}</th>
        <th scope="col">{t(text.evidence)}</th>
        <th scope="col">{points}</th>
      </tr>
    </thead>
  )
}

/** An indicator and what the school says of itself. */
export function SaidCells({ line }: { line: ScoreLine }) {
  const t = useSay()
  const { code, title, how, kind, most, points, evidence, figureSaid } = line
  return (
    <>
      <th scope="row" lang="zh-CN">
        {code} {title}
        <span className={styles.how}>{how}</span>
      </th>
      <td className={`${table.number} ${entry.short}`} data-label={t(text.most)}>
        {kind === 'veto' ? t(text.veto) : most}
        {kind === 'bonus' && <span className={styles.how}>{t(text.bonus)}</span>}
      </td>
      <td className={`${table.number} ${entry.short}`} data-label={t(text.selfPoints)}>
        {kind === 'veto' || points === null ? '—' : pointsText(points)}
      </td>
      <td data-label={t(text.figure)}>{figureSaid === '' ? '—' : figureSaid}</td>
      <td data-label={t(text.evidence)} lang="zh-CN">
        {evidence === '' ? '—' : evidence}
      </td>
    </>
  )
}

function PointsField({
  line: { code, kind, most },
  entered,
  error,
}: {
  line: ScoreLine
  entered: Readonly<Record<string, string>>
  error: string | undefined
}) {
  const t = useSay()
  const name = `points-${code}`
  if (kind === 'veto')
    return (
      <label className={styles.found}>
        <input
          type="checkbox"
          name={name}
          aria-label={`${code} ${t(text.vetoFound)}`}
          defaultChecked={entered[name] === 'on'}
        />{' '}
        {t(text.vetoFound)}
      </label>
    )
  return (
    <>
      <input
        className={styles.points}
        name={name}
        id={name}
        defaultValue={entered[name] ?? ''}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        aria-label={`${code} ${t(text.points)}`}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
        aria-invalid={error !== undefined || undefined}
      />
      <span className={styles.of} aria-hidden="true">
        /{most}
      </span>
      {error !== undefined && (
        <span className={styles.error} id={`${name}-error`} role="alert">
          {error}
        </span>
      )}
    </>
  )
}
