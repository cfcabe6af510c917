import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ApplicationState } from '#db/tables.ts'
import { stateWords } from './application-states.text.ts'
import { applicationText, stepWords } from './applications.text.ts'

interface Step {
  position: number
  to: ApplicationState
  action: string
  actor: string
  at: string
  reason: string
}

/** What has happened to an application, the latest first. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(applicationText.steps)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(applicationText.step)}</th>
            <th scope="col">{t(applicationText.time)}</th>
            <th scope="col">{t(applicationText.who)}</th>
            <th scope="col">{t(applicationText.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {[...steps].reverse().map(step => (
            <tr key={step.position}>
              <th scope="row">{t(stepWords[step.action] ?? stateWords[step.to])}</th>
              <td className={table.nowrap}>{inCity(step.at)}</td>
              <td>{step.actor}</td>
              <td>{step.reason === '' ? '—' : step.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
