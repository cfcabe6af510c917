import { inCity } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { titleStateWords } from './title-application-states.text.ts'
import { stepWords, titleApplicationText as text } from './title-applications.text.ts'
import type { TitleStep } from './title-steps.queries.server.ts'

/** The way that an application has gone, the latest step first. */
export function TitleStepList({ steps }: { steps: readonly TitleStep[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(text.way)}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.what)}</th>
            <th scope="col">{t(text.state)}</th>
            <th scope="col">{t(text.when)}</th>
            <th scope="col">{t(text.who)}</th>
            <th scope="col">{t(text.reason)}</th>
          </tr>
        </thead>
        <tbody>
          {[...steps].reverse().map(step => (
            <tr key={step.position}>
              <th scope="row">{t(stepWords(step.action))}</th>
              <td>{t(titleStateWords[step.to])}</td>
              <td className={table.nowrap}>{inCity(step.at)}</td>
              <td lang="zh-CN">{step.actor}</td>
              <td lang="zh-CN">{step.reason === '' ? '—' : step.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
