import { Form, Link } from '@remix-run/react'
import type { Message } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { importsText } from './imports.text.ts'

interface ImportActionsProps {
  run: {
    id: string
    sheet: string
    status: string
    schoolId: string | null
    lastDay: string | null
    counts: { new: number; changed: number; unchanged: number; rejected: number }
  }
  /** Something must be settled, or left out, before the rest may be committed. */
  isBlocked: boolean
  mayCommit: boolean
  isSchool: boolean
}

/** What the person can do next: commit, commit the good rows, give up, upload again; afterwards, where to look. */
export function ImportActions({ run, isBlocked, mayCommit, isSchool }: ImportActionsProps) {
  const t = useSay()
  const again = (
    <Link className={button.button} to={`/import?sheet=${run.sheet}`}>
      {t(importsText.uploadAgain)}
    </Link>
  )
  if (!mayCommit) return null
  if (run.status === 'committed') return <NextStep run={run} isSchool={isSchool} />
  if (run.status !== 'preview') return <div className={button.row}>{again}</div>
  const changes = run.counts.new + run.counts.changed
  return (
    <div className={button.row}>
      {changes === 0 && (
        <span>{t(run.counts.rejected > 0 ? importsText.noneGood : importsText.allGood)}</span>
      )}
      {changes > 0 && (
        <Form method="post" action={`/imports/${run.id}/commit`}>
          {isBlocked && <input type="hidden" name="skipBadRows" value="yes" />}
          <button className={isBlocked ? button.button : button.primary}>
            {t(isBlocked ? importsText.commitGood : importsText.commit)}
          </button>
        </Form>
      )}
      {again}
      <Form method="post" action={`/imports/${run.id}/discard`}>
        <button className={button.danger}>{t(importsText.discard)}</button>
      </Form>
    </div>
  )
}

function NextStep({ run, isSchool }: Pick<ImportActionsProps, 'run' | 'isSchool'>) {
  const t = useSay()
  const { to, label } = nextStepOf(run, isSchool)
  return (
    <div className={button.row}>
      <Link className={button.primary} to={to}>
        {t(label)}
      </Link>
      <Link className={button.button} to={`/import?sheet=${run.sheet}`}>
        {t(importsText.title)}
      </Link>
      <Form method="post" action={`/imports/${run.id}/undo`}>
        <button className={button.danger}>{t(importsText.undo)}</button>
      </Form>
    </div>
  )
}

function nextStepOf(run: ImportActionsProps['run'], isSchool: boolean): { to: string; label: Message } {
  const day = run.lastDay === null ? '' : `?day=${run.lastDay}`
  if (run.sheet === 'placements') return { to: '/coverage', label: importsText.seeCoverage }
  if (run.sheet === 'designations') return { to: '/titles', label: importsText.seeTitles }
  if (run.sheet === 'indicators') return { to: '/titles/indicators', label: importsText.seeIndicators }
  if (run.sheet === 'title-applications')
    return { to: '/titles/applications', label: importsText.seeTitleApplications }
  if (run.sheet === 'words') return { to: '/words', label: importsText.seeWords }
  if (run.sheet === 'venues') return { to: '/venues/manage', label: importsText.seeVenues }
  if (run.sheet === 'events') return { to: '/events', label: importsText.seeEvents }
  if (run.sheet === 'calendar') return { to: '/calendar', label: importsText.seeCalendar }
  if (run.sheet === 'timetable' && run.schoolId !== null)
    return { to: `/schools/${run.schoolId}/timetable`, label: importsText.seeTimetable }
  if (run.sheet === 'exemptions') return { to: '/exemptions', label: importsText.seeExemptions }
  if (run.sheet === 'scores') return { to: '/recruitment', label: importsText.seePosts }
  if (run.sheet === 'coach-posts') return { to: '/recruitment', label: importsText.seePosts }
  if (run.sheet === 'coaches' || run.sheet === 'coach-placements')
    return { to: '/coaches', label: importsText.seeCoaches }
  if (['schools', 'classes', 'timetable'].includes(run.sheet)) {
    return { to: '/registry/schools', label: importsText.seeSchools }
  }
  const to = isSchool || run.schoolId === null ? '/week' : `/schools/${run.schoolId}/compliance`
  return { to: `${to}${day}`, label: importsText.seeWeek }
}
