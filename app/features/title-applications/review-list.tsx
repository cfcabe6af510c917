import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { Status, type StatusKind } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { reviewText as text } from './review.text.ts'
import { shownState } from './shown-state.rule.ts'

interface ReviewListProps {
  label: string
  lines: readonly {
    id: string
    schoolName: string
    unitName: string
    state: 'open' | 'conflict' | 'done'
    isDeclared: boolean
    isWaiting: boolean
    given: number
    of: number
  }[]
}

type Shown = keyof typeof text.states

const kinds: Record<Shown, StatusKind> = {
  undeclared: 'missing',
  open: 'short',
  done: 'met',
  conflict: 'exempt',
  closed: 'exempt',
}

/** The reviews of an expert in a batch, each with how far it is. */
export function ReviewList({ label, lines }: ReviewListProps) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.state)}</th>
            <th scope="col" className={table.number}>
              {t(text.given)}
            </th>
            <th scope="col">{t(text.unit)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">
                <Link to={`/titles/reviews/${line.id}`} lang="zh-CN">
                  {line.schoolName}
                </Link>
              </th>
              <td>
                <Status kind={kinds[shownState(line)]} label={t(text.states[shownState(line)])} />
              </td>
              <td className={table.number}>
                {line.state === 'conflict' ? '—' : t(text.givenOf, { given: line.given, of: line.of })}
              </td>
              <td className={table.nowrap} lang="zh-CN">
                {line.unitName}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
