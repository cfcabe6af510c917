import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
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
  const { revalidate } = useRevalidator()
  const isOver = work.state === 'failed'
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(revalidate, everyMs)
    return () => clearInterval(timer)
  }, [isOver, revalidate])
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
