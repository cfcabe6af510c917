import { importsText, readingWords } from '#app/features/imports/imports.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Section } from '#app/ui/page.tsx'
import { Status } from '#app/ui/status.tsx'
import styles from './upload.module.css'
import { uploadLinksText } from './upload-links.text.ts'

interface UploadProblem {
  sheet: string
  cell: string
  header: string
  raw: string
  reading: 'warn' | 'ask' | 'reject'
  message: string
  candidates?: string[]
}

/** Every cell to look at, one below the other: a phone has no room for the table of the school's own preview. */
export function UploadProblems({ problems, count }: { problems: UploadProblem[]; count: number }) {
  const t = useSay()
  const title = t(importsText.problems, { count })
  return (
    <Section title={title}>
      <ul className={styles.problems} aria-label={title}>
        {problems.map((problem, index) => (
          <li key={index}>
            <p>
              <strong>
                {problem.sheet} {problem.cell}
              </strong>{' '}
              {problem.header} {problem.raw !== '' && <q>{problem.raw}</q>}{' '}
              <Status
                kind={problem.reading === 'warn' ? 'warn' : 'missing'}
                label={t(readingWords[problem.reading])}
              />
            </p>
            <p>
              {problem.message}
              <Candidates {...problem} />
            </p>
          </li>
        ))}
      </ul>
      {count > problems.length && (
        <p>{t(uploadLinksText.moreProblems, { count: count - problems.length })}</p>
      )}
    </Section>
  )
}

/** What stands in the cell already is no help: it can be confirmed at the school only. */
function Candidates({ candidates = [], raw }: Pick<UploadProblem, 'candidates' | 'raw'>) {
  const t = useSay()
  const others = candidates.filter(one => one !== raw)
  return others.length === 0 ? null : ` ${t(uploadLinksText.perhaps, { words: others.join(' / ') })}`
}
