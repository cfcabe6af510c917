import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { reviewStateWords } from './review.text.ts'
import styles from './scoring.module.css'
import { scoringText as text } from './scoring.text.ts'

interface AskedReview {
  id: string
  expert: string
  state: 'open' | 'conflict' | 'done'
  conflict: string
  isDeclared: boolean
  mayTakeBack: boolean
}

interface AppointmentsProps {
  applications: readonly {
    id: string
    schoolName: string
    unitName: string
    reviews: readonly AskedReview[]
  }[]
  chosen: readonly string[]
}

const kinds: Record<AskedReview['state'], StatusKind> = { open: 'short', conflict: 'exempt', done: 'met' }

/** Applications to be chosen, each with the experts who were asked and how far they are. */
export function ExpertAppointments({ applications, chosen }: AppointmentsProps) {
  const t = useSay()
  return (
    <TableFrame label={t(text.experts)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.chosen)}</th>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.unit)}</th>
            <th scope="col">{t(text.experts)}</th>
          </tr>
        </thead>
        <tbody>
          {applications.map(({ id, schoolName, unitName, reviews }) => (
            <tr key={id}>
              <td>
                <input
                  type="checkbox"
                  name="application"
                  value={id}
                  defaultChecked={chosen.includes(id)}
                  aria-label={t(text.choose, { name: schoolName })}
                />
              </td>
              <th scope="row">
                <a href={`/titles/applications/${id}/scores`} lang="zh-CN">
                  {schoolName}
                </a>
              </th>
              <td className={table.nowrap} lang="zh-CN">
                {unitName}
              </td>
              <td>
                {reviews.length === 0 && t(text.nobodyAsked)}
                <ul className={styles.asked}>
                  {reviews.map(review => (
                    <Asked key={review.id} review={review} schoolName={schoolName} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Asked({ review, schoolName }: { review: AskedReview; schoolName: string }) {
  const t = useSay()
  const { id, expert, state, isDeclared, conflict, mayTakeBack } = review
  const label = state === 'open' && !isDeclared ? t(text.undeclared) : t(reviewStateWords[state])
  return (
    <li>
      <span lang="zh-CN">{expert}</span>
      <Status kind={kinds[state]} label={label} />
      {conflict !== '' && <span lang="zh-CN">{conflict}</span>}
      {mayTakeBack && (
        <button
          className={button.quiet}
          name="takeBack"
          value={id}
          aria-label={`${t(text.takeBack)} ${expert} × ${schoolName}`}
        >
          {t(text.takeBack)}
        </button>
      )}
    </li>
  )
}
