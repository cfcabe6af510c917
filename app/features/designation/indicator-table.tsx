import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import type { Indicator } from './indicator.rule.ts'
import { figureWords, kindWords, indicatorsText as text } from './indicators.text.ts'

/** The indicators of a version; those of a draft can be taken out. */
export function IndicatorTable({
  indicators,
  isEditable,
}: {
  indicators: readonly Indicator[]
  isEditable: boolean
}) {
  const t = useSay()
  return (
    <TableFrame label={t(text.title)}>
      <table className={`${table.table} ${table.sticky}`}>
        <thead>
          <tr>
            <th scope="col">{t(text.code)}</th>
            <th scope="col">{t(text.indicator)}</th>
            <th scope="col">{t(text.kind)}</th>
            <th scope="col" className={table.number}>
              {t(text.most)}
            </th>
            <th scope="col">{t(text.how)}</th>
            <th scope="col">{t(text.figure)}</th>
            {isEditable && <th scope="col">{t(text.remove)}</th>}
          </tr>
        </thead>
        <tbody>
          {indicators.map(one => (
            <tr key={one.code}>
              <th scope="row">{one.code}</th>
              <td lang="zh-CN">{one.title}</td>
              <td className={table.nowrap}>{t(kindWords[one.kind])}</td>
              <td className={table.number}>{one.kind === 'veto' ? '—' : one.most}</td>
              <td lang="zh-CN">{one.how}</td>
              <td>{t(figureWords[one.figure])}</td>
              {isEditable && (
                <td className={table.nowrap}>
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove" />
                    <button
                      className={button.danger}
                      name="code"
                      value={one.code}
                      aria-label={`${t(text.remove)} ${one.code}`}
                    >
                      {t(text.remove)}
                    </button>
                  </Form>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
