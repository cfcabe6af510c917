import { useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { TableFrame } from '#app/ui/table.tsx'
import { importsText, readingWords } from './imports.text.ts'

interface ShownProblem {
  sheet: string
  cell: string
  header: string
  raw: string
  reading: 'warn' | 'ask' | 'reject'
  message: string
  candidates?: string[]
}

/** Every cell to look at: where it is, what stood there, what is wrong and what it may have meant. */
export function ImportProblems({ problems, count }: { problems: ShownProblem[]; count: number }) {
  const t = useSay()
  const title = t(importsText.problems, { count })
  return (
    <Section title={title}>
      <TableFrame label={title}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t(importsText.where)}</th>
              <th scope="col">{t(importsText.header)}</th>
              <th scope="col">{t(importsText.stood)}</th>
              <th scope="col">{t(importsText.reading)}</th>
              <th scope="col">{t(importsText.what)}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <th scope="row" className={table.nowrap}>
                  {problem.sheet} {problem.cell}
                </th>
                <td>{problem.header}</td>
                <td>{problem.raw}</td>
                <td className={table.nowrap}>
                  <Status
                    kind={problem.reading === 'warn' ? 'warn' : 'missing'}
                    label={t(readingWords[problem.reading])}
                  />
                </td>
                <td>
                  {problem.message}
                  {problem.candidates !== undefined && problem.candidates.length > 0 && (
                    <>
                      {' '}
                      {t(importsText.candidates)}: {problem.candidates.join(' / ')}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {count > problems.length && <p>{t(importsText.moreProblems, { count: count - problems.length })}</p>}
    </Section>
  )
}
