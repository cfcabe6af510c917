import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import styles from './coverage.module.css'
import type { StageCoverage } from './coverage.rule.ts'
import { coverageText } from './coverage.text.ts'
import { livingText } from './living.text.ts'
import { stages } from './program.rule.ts'

export interface CoverageLine {
  key: string
  name: string
  /** Where the rows behind its numbers stand. */
  to: string
  met: boolean
  gap: number
  living: boolean
  stages: Record<(typeof stages)[number], StageCoverage>
}

/** One line a sport or a unit, a column a stage. */
export function StagesTable({ lines, head, label }: { lines: CoverageLine[]; head: string; label: string }) {
  const t = useSay()
  return (
    <TableFrame label={label}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t(coverageText.verdict)}</th>
            <th scope="col">{t(livingText.living)}</th>
            {stages.map(stage => (
              <th scope="col" className={table.number} key={stage}>
                {t(coverageText.haveNeed, { stage: t(coverageText.stage[stage]) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.key}>
              <th scope="row">
                <a href={line.to}>{line.name}</a>
              </th>
              <td className={line.met ? styles.met : styles.short}>
                {line.met ? `● ${t(coverageText.met)}` : `◐ ${t(coverageText.lacks, line)}`}
              </td>
              <td>
                <Status
                  kind={line.living ? 'living' : 'missing'}
                  label={t(line.living ? livingText.living : livingText.notLiving)}
                />
              </td>
              {stages.map(stage => {
                const { have, need, living } = line.stages[stage]
                return (
                  <td className={table.number} key={stage}>
                    <a className={have < need ? styles.lacking : undefined} href={`${line.to}#${stage}`}>
                      {`${have}/${need}`}
                    </a>
                    <span className={living < need ? styles.lacking : undefined}>{` ◆${living}`}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
