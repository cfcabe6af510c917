import type { useSay } from '#app/i18n/use-say.ts'
import { type Html, html } from '#app/ui/html.ts'
import status from '#app/ui/status.module.css'
import table from '#app/ui/table.module.css'
import { fixedPoints } from './scoring.rule.ts'
import { scoringText as text } from './scoring.text.ts'
import type { SheetJudgement, SheetRow } from './scoring-sheet.rule.ts'

type Say = ReturnType<typeof useSay>

/** The rows of the scoring sheet as text: two hundred applications of twenty cells each. */
export function scoringRows(rows: readonly SheetRow[], columns: number, t: Say): Html {
  return html`${rows.map(row => scoringRow(row, columns, t))}`
}

function scoringRow(row: SheetRow, columns: number, t: Say): Html {
  const { id, schoolName, unitName, done, asked, judgement } = row
  const means = judgement?.means ?? Array.from({ length: columns }, () => null)
  return html`<tr>
    <th scope="row"><a href="/titles/applications/${id}/scores" lang="zh-CN">${schoolName}</a></th>
    <td class="${table.nowrap ?? ''}" lang="zh-CN">${unitName}</td>
    ${number(t(text.doneOf, { done, asked }))}
    ${number(points(judgement?.mean))}
    ${number(points(judgement?.range))}
    ${number(points(judgement?.deviation))}
    <td>${judgement === null ? '' : flagsOf(judgement, t)}</td>
    ${means.map(mean => number(points(mean)))}
  </tr>`
}

function number(shown: string): Html {
  return html`<td class="${table.number ?? ''}">${shown}</td>`
}

function points(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : fixedPoints(value)
}

function flagsOf({ vetoes, odd, oddCodes }: SheetJudgement, t: Say): readonly Html[] {
  const flags: Html[] = []
  const flag = (kind: 'missing' | 'warn', shape: string, label: string) =>
    flags.push(
      html`<span class="${status.status ?? ''} ${status[kind] ?? ''}"><span aria-hidden="true">${shape}</span>${label}</span> `,
    )
  if (vetoes.length > 0) {
    const said = vetoes.map(one => `${one.code}×${one.by}`).join(' ')
    flag('missing', '✖', t(text.vetoed, { vetoes: said }))
  }
  if (odd > 0) flag('warn', '▲', t(text.oddTotals, { count: odd }))
  if (oddCodes.length > 0) flag('warn', '△', t(text.oddPoints, { codes: oddCodes.join(' ') }))
  return flags
}
