import { useSay } from '#app/i18n/use-say.ts'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { WhyNotDesignated } from './designate.rule.ts'
import { noticeText as text } from './notice.text.ts'

interface ChosenSchoolsProps {
  label: string
  schools: readonly {
    id: string
    schoolName: string
    unitName: string
    sports: string
    /** Where schools are to be named: the last day of the notice, and why one cannot be. */
    noticeEndsOn?: string | null
    why?: WhyNotDesignated | null
  }[]
  /** Those ticked before; all that can be, where nothing was sent yet. */
  chosen: readonly string[] | null
}

/** Schools to be ticked; all that are ready are, until somebody says otherwise. */
export function ChosenSchools({ label, schools, chosen }: ChosenSchoolsProps) {
  const t = useSay()
  const isNaming = schools.some(one => one.why !== undefined)
  return (
    <TableFrame label={label}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t(text.chosen)}</th>
            <th scope="col">{t(text.school)}</th>
            <th scope="col">{t(text.unit)}</th>
            <th scope="col">{t(text.sports)}</th>
            {isNaming && <th scope="col">{t(text.until)}</th>}
            {isNaming && <th scope="col">{t(text.state)}</th>}
          </tr>
        </thead>
        <tbody>
          {schools.map(one => (
            <tr key={one.id}>
              <td>
                <input
                  type="checkbox"
                  name="chosen"
                  value={one.id}
                  defaultChecked={chosen === null ? !one.why : chosen.includes(one.id)}
                  aria-label={t(text.choose, { name: one.schoolName })}
                />
              </td>
              <th scope="row" lang="zh-CN">
                {one.schoolName}
              </th>
              <td lang="zh-CN">{one.unitName}</td>
              <td>{one.sports}</td>
              {isNaming && <td className={table.nowrap}>{one.noticeEndsOn}</td>}
              {isNaming && (
                <td>
                  {one.why ? (
                    <Status kind="warn" label={t(text.why[one.why])} />
                  ) : (
                    <Status kind="met" label={t(text.ready)} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
