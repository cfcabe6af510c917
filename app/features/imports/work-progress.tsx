import { Form, useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice } from '#app/ui/page.tsx'
import { importsText } from './imports.text.ts'
import type { WorkProgress } from './work-progress.rule.ts'

/** With scripts the page asks this often how far the work is. */
const everyMs = 1_000

/** How far the work on a long file is, and the way to give it up. The page may be left and opened again. */
export function WorkInProgress({ id, work, mayStop }: { id: string; work: WorkProgress; mayStop: boolean }) {
  const t = useSay()
  const isOver = work.state === 'failed'
  const isAway = useFreshness(!isOver)
  const { done, of } = work
  const isCommit = work.task === 'commit'
  return (
    <>
      {isOver ? (
        <Notice kind="problem">{t(isCommit ? importsText.commitFailed : importsText.readFailed)}</Notice>
      ) : (
        <p role="status">
          <progress {...(of !== null && { max: Math.max(1, of), value: done })} />{' '}
          {work.state === 'waiting' && t(importsText.workWaits)}
          {work.state === 'running' && isCommit && t(importsText.committing)}
          {work.state === 'running' && !isCommit && of === null && t(importsText.readingRows, { done })}
          {work.state === 'running' && !isCommit && of !== null && t(importsText.comparingRows, { done, of })}
          {work.secondsLeft !== null && ` ${t(importsText.secondsLeft, { seconds: work.secondsLeft })}`}
        </p>
      )}
      {!isOver && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      {isAway && <Notice kind="problem">{t(importsText.serverAway)}</Notice>}
      {!isOver && <p>{t(importsText.mayLeave)}</p>}
      {mayStop && !(isCommit && work.state === 'running') && (
        <Form method="post" action={`/imports/${id}/give-up`}>
          <button className={button.danger}>
            {t(isCommit ? importsText.backToPreview : importsText.discard)}
          </button>
        </Form>
      )}
    </>
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
