import type { ReactNode } from 'react'
import { inCity } from '#app/calendar-day.ts'
import { chineseDay } from '#app/features/designation/chinese-day.rule.ts'
import type { DesignationLevel } from '#db/tables.ts'
import { namesIn } from './notice.rule.ts'
import styles from './notice-paper.module.css'
import { noticePaper as paper, titleNames } from './notice-paper.text.ts'

interface Line {
  position: number
  unitName: string
  schoolName: string
  sports: string
}

interface NoticePaperProps {
  notice: {
    batchName: string
    level: DesignationLevel
    organisers: string
    document: string
    workingDays: number
    startsOn: string
    endsOn: string
    channel: string
    contact: string
    publishedAt: string
  }
  lines: readonly Line[]
}

/** The notice as it was published: an official paper, Chinese whoever reads it. */
export function NoticePaper({ notice, lines }: NoticePaperProps) {
  const { document, batchName: batch, level, startsOn, endsOn, workingDays: days } = notice
  const title = titleNames[level]
  return (
    <article className={styles.paper} lang="zh-CN">
      <h2 className={styles.heading}>{paper.heading(title)}</h2>
      <p className={styles.words}>{paper.lead({ document, batch, title, schools: lines.length })}</p>
      <p className={styles.words}>
        {paper.window({ from: paper.day(startsOn), to: paper.day(endsOn), days })}
      </p>
      <SchoolTable lines={lines} />
      <p className={styles.words}>{paper.channel(notice.channel)}</p>
      <p className={styles.words}>{paper.contact(notice.contact)}</p>
      <Signed organisers={notice.organisers} day={inCity(notice.publishedAt).slice(0, 10)} />
    </article>
  )
}

interface CertificateListProps {
  level: DesignationLevel
  document: string
  organisers: string
  namedOn: string
  lines: readonly (Line & { number: string })[]
}

/** The schools that one document names, as its annex. */
export function CertificateList({ level, document, organisers, namedOn, lines }: CertificateListProps) {
  const sports = lines.reduce((sum, line) => sum + namesIn(line.sports).length, 0)
  return (
    <article className={styles.paper} lang="zh-CN">
      <p className={styles.annex}>{paper.annex}</p>
      <h2 className={styles.heading}>{paper.list(titleNames[level])}</h2>
      <p className={styles.document}>{paper.ofDocument(document)}</p>
      <SchoolTable lines={lines}>
        <tfoot>
          <tr>
            <th scope="row">{paper.total}</th>
            <td colSpan={4}>{paper.totals({ schools: lines.length, sports })}</td>
          </tr>
        </tfoot>
      </SchoolTable>
      <Signed organisers={organisers} day={namedOn} />
    </article>
  )
}

/** The schools in their order; on the list of the named each with its certificate. */
function SchoolTable({
  lines,
  children,
}: {
  lines: readonly (Line & { number?: string })[]
  children?: ReactNode
}) {
  const { columns } = paper
  const isNumbered = lines.some(line => line.number !== undefined)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {columns.number}
          </th>
          <th scope="col">{columns.unit}</th>
          <th scope="col">{columns.school}</th>
          <th scope="col">{columns.sports}</th>
          {isNumbered && <th scope="col">{columns.certificate}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <tr key={line.number ?? line.position}>
            <td className={styles.number}>{line.position}</td>
            <td>{line.unitName}</td>
            <th scope="row">{line.schoolName}</th>
            <td>{line.sports}</td>
            {isNumbered && <td className={styles.certificate}>{line.number}</td>}
          </tr>
        ))}
      </tbody>
      {children}
    </table>
  )
}

function Signed({ organisers, day }: { organisers: string; day: string }) {
  return (
    <div className={styles.signed}>
      {namesIn(organisers).map(one => (
        <p key={one}>{one}</p>
      ))}
      <p>{chineseDay(day)}</p>
    </div>
  )
}

/** What is printed after a paper, on its kind of sheet. */
export function UnderPaper({ children }: { children: ReactNode }) {
  return <div className={styles.under}>{children}</div>
}

/** What stands on the page beside a paper, on the screen only. */
export function BesidePaper({ children }: { children: ReactNode }) {
  return <div className={styles.doing}>{children}</div>
}
