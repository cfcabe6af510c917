import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import styles from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { accountsText } from './accounts.text.ts'
import { browserName } from './browser-name.rule.ts'

interface SessionTableProps {
  sessions: { createdAt: string; lastSeenAt: string; userAgent: string; isThis: boolean }[]
}

/** Where somebody is signed in. */
export function SessionTable({ sessions }: SessionTableProps) {
  const t = useSay()
  return (
    <TableFrame label={t(accountsText.sessions)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(accountsText.device)}</th>
            <th scope="col">{t(accountsText.since)}</th>
            <th scope="col">{t(accountsText.lastSeen)}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session, row) => (
            <tr key={row}>
              <th scope="row">
                {browserName(session.userAgent) || '—'}{' '}
                {session.isThis && <Status kind="met" label={t(accountsText.thisDevice)} />}
              </th>
              <td className={styles.nowrap}>{inCity(session.createdAt)}</td>
              <td className={styles.nowrap}>{inCity(session.lastSeenAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
