import type { useSay } from '#app/i18n/use-say.ts'
import { type Html, html } from '#app/ui/html.ts'
import table from '#app/ui/table.module.css'
import styles from './coverage.module.css'
import { coverageText } from './coverage.text.ts'
import type { Matrix } from './matrix.rule.ts'

interface RowsOf {
  matrix: Matrix
  /** '?asOf=…' or '', kept on every link. */
  search: string
  t: ReturnType<typeof useSay>
}

const { cell = '', met = '', short = '', none = '', numbers = '', living = '' } = styles
const { number = '', nowrap = '' } = table

/** Units by sports, the three stages in each cell. */
export function coverageRows({ matrix, search, t }: RowsOf): Html {
  const [p, j, s] = [
    t(coverageText.stageShort.primary),
    t(coverageText.stageShort.junior),
    t(coverageText.stageShort.senior),
  ]
  const noPlacement = html`<td class="${none}">${t(coverageText.none)}</td>`
  const rows = matrix.units.map(unit => {
    const page = `/coverage/units/${unit.code}`
    const cells = unit.cells.map((one, at) => {
      if (one === null) return noPlacement
      const [tone, word] = verdictOf(one[6] === 0, () => t(coverageText.lacks, { gap: one[6] }))
      const counts = `${p}${one[0]}/${one[1]} ${j}${one[2]}/${one[3]} ${s}${one[4]}/${one[5]}`
      const href = `${page}/${matrix.sports[at]?.code ?? ''}${search}`
      const alive = `◆ ${p}${one[7]} ${j}${one[8]} ${s}${one[9]}`
      return html`<td><a class="${cell}" href="${href}"><span class="${tone}">${word}</span><span class="${numbers}">${counts}</span><span class="${living}">${alive}</span></a></td>`
    })
    const name = html`<th scope="row" class="${nowrap}"><a href="${page + search}">${unit.name}</a></th>`
    const [tone, mark] = unit.met ? [met, '●'] : [short, '◐']
    const verdict = html`<td class="${tone} ${nowrap}">${mark} ${t(coverageText.unitAnswer, unit)}</td>`
    const sums = html`<td class="${number}">${unit.sportsMet}</td><td class="${number}">${unit.sportsLiving}</td><td class="${number}">${unit.gap}</td>`
    return html`<tr>${name}${verdict}${sums}${cells}</tr>`
  })
  return html`${rows}`

  function verdictOf(isMet: boolean, lacks: () => string): [string, string] {
    return isMet ? [met, `● ${t(coverageText.met)}`] : [short, `◐ ${lacks()}`]
  }
}
