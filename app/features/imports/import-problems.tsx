import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import entry from '#app/ui/entry-table.module.css'
import page from '#app/ui/page.module.css'
import { Pager } from '#app/ui/pager.tsx'
import { Status } from '#app/ui/status.tsx'
import table from '#app/ui/table.module.css'
import { answerText } from './answers.text.ts'
import { importsText, readingWords } from './imports.text.ts'
import { type AnswerableProblem, ProblemAnswer } from './problem-answer.tsx'

interface ShownProblem extends AnswerableProblem {
  header: string
  reading: 'warn' | 'ask' | 'reject'
  code: string
  message: string
  allowed: string | null
  isAnswerable: boolean
}

interface ImportProblemsProps {
  importId: string
  problems: ShownProblem[]
  count: number
  page: number
  pageSize: number
  /** Whether the file has yet to be committed or given up. */
  isOpen: boolean
  /** Whether the reader may settle them. */
  mayAnswer: boolean
}

/** Every cell to look at: where it is, what stood there, what is wrong and allowed, and the way to settle it here. */
export function ImportProblems(props: ImportProblemsProps) {
  const { importId, problems, count, pageSize, mayAnswer } = props
  const t = useSay()
  const { search } = useLocation()
  const title = t(props.isOpen ? importsText.problems : importsText.problemsTold, { count })
  const { section, noteRow, isScripted } = useKeptFocus(problems)
  const list = <ProblemTable problems={problems} mayAnswer={mayAnswer} />
  return (
    <section id="problems" className={page.section} ref={section} aria-label={title} tabIndex={-1}>
      <h2>{title}</h2>
      {mayAnswer ? (
        <Form
          method="post"
          action={`/imports/${importId}/answers`}
          preventScrollReset
          replace
          onSubmit={noteRow}
        >
          <input type="hidden" name="back" value={search.slice(1)} />
          {isScripted && <input type="hidden" name="at" value="here" />}
          {problems.some(one => one.isAnswerable) && (
            <>
              <p>{t(answerText.how)}</p>
              <p className={button.row}>
                <button className={button.button}>{t(answerText.checkAgain)}</button>
              </p>
            </>
          )}
          {list}
        </Form>
      ) : (
        list
      )}
      {count > pageSize && <Pager name="problems" page={props.page} pageSize={pageSize} total={count} />}
    </section>
  )
}

function ProblemTable({ problems, mayAnswer }: Pick<ImportProblemsProps, 'problems' | 'mayAnswer'>) {
  const t = useSay()
  const headers = [
    importsText.where,
    importsText.header,
    importsText.stood,
    importsText.reading,
    importsText.what,
    ...(mayAnswer ? [answerText.answer] : []),
  ]
  return (
    <div className={entry.sheet}>
      <table className={`${table.table} ${entry.entry}`}>
        <thead>
          <tr>
            {headers.map(header => (
              <th scope="col" key={t(header)}>
                {t(header)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, index) => (
            <tr key={keyOf(problem, problems)} data-problem={index}>
              <th scope="row">
                {problem.sheet} {problem.cell}
              </th>
              <td data-label={t(importsText.header)}>{problem.header === '' ? '—' : problem.header}</td>
              <td data-label={t(importsText.stood)}>{problem.raw === '' ? '—' : problem.raw}</td>
              <td>
                <Status
                  kind={problem.reading === 'warn' ? 'warn' : 'missing'}
                  label={t(readingWords[problem.reading])}
                />
              </td>
              <td>
                {problem.message}
                {problem.allowed !== null && (
                  <small>
                    <br />
                    {t(importsText.allowed, { what: problem.allowed })}
                  </small>
                )}
                {!mayAnswer && problem.candidates !== undefined && problem.candidates.length > 0 && (
                  <>
                    {' '}
                    {t(importsText.candidates)}: {problem.candidates.join(' / ')}
                  </>
                )}
              </td>
              {mayAnswer && (
                <td>
                  {problem.isAnswerable ? (
                    <ProblemAnswer index={index} problem={problem} />
                  ) : (
                    t(problem.reading === 'warn' ? answerText.nothingToDo : answerText.inTheFile)
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same row while its cell says the same; an answer that changed the text empties the fields of the row. */
function keyOf(problem: ShownProblem, problems: readonly ShownProblem[]): string {
  const { sheet, cell, code, raw } = problem
  const twin = problems.filter(one => one.sheet === sheet && one.cell === cell && one.code === code)
  return [sheet, cell, code, raw, twin.indexOf(problem)].join(' ')
}

/**
 * After an answer the row that was answered is gone: the focus goes to the row that took its place, and to the heading
 * once all is settled. `isScripted` is true once scripts run.
 */
function useKeptFocus(problems: readonly ShownProblem[]) {
  const section = useRef<HTMLElement>(null)
  const answered = useRef<number | null>(null)
  const [isScripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other problems are the answer's result
  useEffect(() => {
    const index = answered.current
    answered.current = null
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (index === null || !isLost) return
    const rows = section.current?.querySelectorAll<HTMLElement>('[data-problem]') ?? []
    const next = rows[Math.min(index, rows.length - 1)]
    const field = next?.querySelector<HTMLElement>('button, input:not([type=hidden])')
    ;(field ?? section.current)?.focus()
  }, [problems])
  const noteRow = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-problem]')
    answered.current = row?.dataset.problem === undefined ? null : Number(row.dataset.problem)
  }
  return { section, noteRow, isScripted }
}
