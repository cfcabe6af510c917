import { useSay } from '#app/i18n/use-say.ts'
import { EmptyState } from '#app/ui/page.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { entryCheckText } from './entry-check.text.ts'
import type { EntryCheckRow } from './entry-checks.queries.server.ts'

/** Every answer about one person, the newest first. */
export function CheckHistory({ checks }: { checks: readonly EntryCheckRow[] }) {
  const t = useSay()
  if (checks.length === 0) return <EmptyState>{t(entryCheckText.none)}</EmptyState>
  return (
    <TableFrame label={t(entryCheckText.history)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(entryCheckText.queriedOn)}</th>
            <th scope="col">{t(entryCheckText.result)}</th>
            <th scope="col">{t(entryCheckText.reference)}</th>
            <th scope="col">{t(entryCheckText.unit)}</th>
            <th scope="col">{t(entryCheckText.recordedBy)}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(check => (
            <tr key={check.id}>
              <th scope="row">{check.queriedOn}</th>
              <td>{t(entryCheckText.results[check.result])}</td>
              <td>{check.reference || '—'}</td>
              <td>{check.unitCode}</td>
              <td>{check.recordedBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
