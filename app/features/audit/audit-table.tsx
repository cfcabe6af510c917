import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import styles from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { auditActions, auditText } from './audit.text.ts'

interface AuditTableProps {
  rows: {
    id: string
    position: number
    at: string
    actor: string
    action: string
    subjectKind: string
    subjectId: string
    detail: string
  }[]
}

/** The rows of the audit as they are written down; times are the city's. */
export function AuditTable({ rows }: AuditTableProps) {
  const t = useSay()
  return (
    <TableFrame label={t(auditText.title)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(auditText.position)}</th>
            <th scope="col">{t(auditText.at)}</th>
            <th scope="col">{t(auditText.actor)}</th>
            <th scope="col">{t(auditText.action)}</th>
            <th scope="col">{t(auditText.subject)}</th>
            <th scope="col">{t(auditText.detail)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const words = auditActions[row.action]
            return (
              <tr key={row.id}>
                <th scope="row">{row.position}</th>
                <td className={styles.nowrap}>{inCity(row.at)}</td>
                <td>{row.actor}</td>
                <td className={styles.nowrap}>{words ? t(words) : row.action}</td>
                <td>
                  {row.subjectKind} {row.subjectId}
                </td>
                <td>
                  <code>{row.detail === '{}' ? '' : row.detail}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
