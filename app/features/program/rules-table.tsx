import { openEnd } from '#app/calendar-day.ts'
import { useSay } from '#app/i18n/use-say.ts'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { ProgramRule } from './program.rule.ts'
import { ruleText } from './rule.text.ts'

/** Every version of every rule, with the days on which it holds. */
export function RulesTable({
  rules,
  unitNames,
}: {
  rules: ProgramRule[]
  unitNames: Record<string, string>
}) {
  const t = useSay()
  const numbers = ['sports', 'primary', 'junior', 'senior'] as const
  return (
    <TableFrame label={t(ruleText.versions)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(ruleText.unit)}</th>
            <th scope="col">{t(ruleText.from)}</th>
            <th scope="col">{t(ruleText.until)}</th>
            {numbers.map(key => (
              <th scope="col" className={table.number} key={key}>
                {t(ruleText[key])}
              </th>
            ))}
            <th scope="col">{t(ruleText.mix)}</th>
            <th scope="col">{t(ruleText.oneStage)}</th>
            <th scope="col">{t(ruleText.vocational)}</th>
            <th scope="col" className={table.number}>
              {t(ruleText.livingWindow)}
            </th>
            <th scope="col" className={table.number}>
              {t(ruleText.livingDays)}
            </th>
            <th scope="col">{t(ruleText.source)}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(rule => (
            <tr key={rule.id}>
              <th scope="row">
                {rule.unitCode === '' ? t(ruleText.city) : (unitNames[rule.unitCode] ?? rule.unitCode)}
              </th>
              <td className={table.nowrap}>{rule.validFrom}</td>
              <td className={table.nowrap}>{rule.validTo === openEnd ? t(ruleText.open) : rule.validTo}</td>
              {numbers.map(key => (
                <td className={table.number} key={key}>
                  {rule[key]}
                </td>
              ))}
              <td>{t(ruleText.mixes[rule.mix])}</td>
              <td>{t(rule.oneStagePerSchool ? ruleText.yes : ruleText.no)}</td>
              <td>{t(rule.vocationalCounts ? ruleText.yes : ruleText.no)}</td>
              <td className={table.number}>{rule.livingWindow}</td>
              <td className={table.number}>{rule.livingDays}</td>
              <td>{rule.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
