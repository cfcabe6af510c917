import { Form, useLocation, useRevalidator } from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice } from '#app/ui/page.tsx'
import { importsText } from './imports.text.ts'
import type { WorkProgress } from './work-progress.rule.ts'

/** With scripts the page asks this often how far the work is. */
const everyMs = 1_000

interface ShownWork {
  work: WorkProgress
  /** What is read was a preview before, and something was answered to it. */
  isReadAgain: boolean
}

interface WorkInProgressProps extends ShownWork {
  /** How one comes back to the page. */
  mayLeave: string
  /** What can be done meanwhile, or once it has failed. */
  children?: ReactNode
}

/** How far the work on a long file is. The page may be left and opened again. */
export function WorkInProgress({ work, isReadAgain, mayLeave, children }: WorkInProgressProps) {
  const t = useSay()
  // Without the place on the page: a browser does not ask for the page again that only goes to its place.
  const { pathname, search } = useLocation()
  const isOver = work.state === 'failed'
  const isAway = useFreshness(!isOver)
  const { done, of } = work
  const isCommit = work.task === 'commit'
  const reading = isReadAgain ? importsText.readingAgain : importsText.readingRows
  return (
    <>
      {isOver ? (
        <Notice kind="problem">{t(failureOf(isCommit, isReadAgain))}</Notice>
      ) : (
        <p role="status">
          <progress {...(of !== null && { max: Math.max(1, of), value: done })} />{' '}
          {work.state === 'waiting' && t(importsText.workWaits)}
          {work.state === 'running' && isCommit && t(importsText.committing)}
          {work.state === 'running' && !isCommit && of === null && t(reading, { done })}
          {work.state === 'running' && !isCommit && of !== null && t(importsText.comparingRows, { done, of })}
          {work.secondsLeft !== null && ` ${t(importsText.secondsLeft, { seconds: work.secondsLeft })}`}
        </p>
      )}
      {!isOver && (
        <noscript>
          <meta httpEquiv="refresh" content={`3;url=${pathname}${search}`} />
        </noscript>
      )}
      {isAway && <Notice kind="problem">{t(importsText.serverAway)}</Notice>}
      {!isOver && <p>{mayLeave}</p>}
      {children}
    </>
  )
}

function failureOf(isCommit: boolean, isReadAgain: boolean) {
  if (isCommit) return importsText.commitFailed
  return isReadAgain ? importsText.readAgainFailed : importsText.readFailed
}

/** Asking for a reading that failed once more, and giving the work up: what is being committed cannot be stopped. */
export function WorkActions({ id, work, isReadAgain }: { id: string } & ShownWork) {
  const t = useSay()
  const isCommit = work.task === 'commit'
  if (isCommit && work.state === 'running') return null
  return (
    <div className={button.row}>
      {work.state === 'failed' && isReadAgain && (
        <Form method="post" action={`/imports/${id}/answers`}>
          <button className={button.primary}>{t(importsText.readAgain)}</button>
        </Form>
      )}
      <Form method="post" action={`/imports/${id}/give-up`}>
        <button className={button.danger}>
          {t(isCommit ? importsText.backToPreview : importsText.discard)}
        </button>
      </Form>
    </div>
  )
}

/**
 * Asks for the page again and again while somebody waits; whether the server is away. It is asked whether it is there
 * first: a page that asks in vain would give way to the page of errors, and never come back.
 */
function useFreshness(isWaiting: boolean): boolean {
  const { revalidate } = useRevalidator()
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(async () => {
      const isThere = await isServerThere()
      setAway(!isThere)
      if (isThere) revalidate()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isWaiting, revalidate])
  return isAway
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok
  } catch {
    // No answer at all is an answer too.
    return false
  }
}
