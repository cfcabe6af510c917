import { type Day, openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Requirement } from './daily-hour.rule.ts'
import { policyText } from './policy.text.ts'
import type { PolicyVersion } from './policy-version.rule.ts'

type OfStage = Requirement & { stage: 'primary' | 'junior' | 'senior' }

/** What each stage owes on the day. */
export function RequirementsTable({ day, requirements }: { day: Day; requirements: readonly OfStage[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(policyText.inForce, { day })}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(policyText.stage)}</th>
            <th scope="col" className={table.number}>
              {t(policyText.floor)}
            </th>
            <th scope="col" className={table.number}>
              {t(policyText.target)}
            </th>
          </tr>
        </thead>
        <tbody>
          {requirements.map(({ stage, floor, target }) => (
            <tr key={stage}>
              <th scope="row">{t(policyText.stages[stage])}</th>
              <td className={table.number}>{floor ?? t(policyText.none)}</td>
              <td className={table.number}>{target ?? t(policyText.none)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** Every version with the days on which it holds. */
export function PolicyTable({ versions }: { versions: readonly PolicyVersion[] }) {
  const t = useSay()
  return (
    <TableFrame label={t(policyText.versions)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(policyText.stage)}</th>
            <th scope="col">{t(policyText.purpose)}</th>
            <th scope="col" className={table.number}>
              {t(policyText.minutes)}
            </th>
            <th scope="col">{t(policyText.from)}</th>
            <th scope="col">{t(policyText.until)}</th>
            <th scope="col">{t(policyText.source)}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(one => (
            <tr key={one.id}>
              <th scope="row">{t(policyText.stages[one.stage])}</th>
              <td>{t(policyText.purposes[one.purpose])}</td>
              <td className={table.number}>{one.minutes}</td>
              <td className={table.nowrap}>{one.validFrom}</td>
              <td className={table.nowrap}>{one.validTo === openEnd ? t(policyText.open) : one.validTo}</td>
              <td>{one.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
