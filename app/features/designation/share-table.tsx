import { useSay } from '#app/i18n/use-say.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { designationText as text } from './designation.text.ts'

interface Figures {
  schools: number
  living: number
}

interface ShareTableProps {
  label: string
  heading: string
  rows: readonly (Figures & { key: string; name: string; to?: string })[]
  total?: Figures
}

/** Schools with a title by some trait, on paper and living side by side. */
export function ShareTable({ label, heading, rows, total }: ShareTableProps) {
  const t = useSay()
  const figuresOf = ({ schools, living }: Figures) => [schools, living]
  return (
    <FiguresTable
      label={label}
      heading={heading}
      columns={[t(text.schools), t(text.living)]}
      rows={rows.map(row => ({ ...row, figures: figuresOf(row) }))}
      total={total && { name: t(text.total), figures: figuresOf(total) }}
    />
  )
}
