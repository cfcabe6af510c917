import { Link } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { TrainingKind } from '#db/tables.ts'
import { workText as text, trainingWords } from './coach-work.text.ts'

interface TrainingTableProps {
  lines: readonly { id: string; kind: TrainingKind; dueOn: string; doneOn: string | null; note: string }[]
  instructorId: string
  today: string
  mayChange: boolean
}

/** What somebody has to do and has done. */
export function TrainingTable({ lines, instructorId, today, mayChange }: TrainingTableProps) {
  const t = useSay()
  if (lines.length === 0) return <EmptyState>{t(text.trainingsNone)}</EmptyState>
  return (
    <TableFrame label={t(text.trainings)}>
      <table className={table.table}>
        <thead>
          <tr>
            {(['trainingKind', 'dueOn', 'doneOn', 'note'] as const).map(head => (
              <th key={head} scope="col">
                {t(text[head])}
              </th>
            ))}
            {mayChange && <th scope="col">{t(text.actions)}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.id}>
              <th scope="row">{t(trainingWords[line.kind])}</th>
              <td className={table.nowrap}>{line.dueOn}</td>
              <td>
                <TrainingStatus line={line} today={today} />
              </td>
              <td>{line.note === '' ? '—' : line.note}</td>
              {mayChange && (
                <td>
                  <Link to={`/coaches/${instructorId}/trainings/${line.id}`}>{t(text.complete)}</Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function TrainingStatus({ line, today }: { line: { dueOn: string; doneOn: string | null }; today: string }) {
  const t = useSay()
  if (line.doneOn !== null) return <Status kind="met" label={`${t(text.done)} ${line.doneOn}`} />
  const isOverdue = line.dueOn < today
  return <Status kind={isOverdue ? 'missing' : 'short'} label={t(isOverdue ? text.overdue : text.due)} />
}
