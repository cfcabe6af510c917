import type { InBoth } from '#app/features/notices/notice.rule.ts'
import { accountsOfApplications } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notify } from '#app/features/notices/notify.server.ts'
import type { ApplicationState, Tx } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import { applicationNotices } from './application-notices.text.ts'
import { nextWords, stateWords } from './application-states.text.ts'

interface Moved {
  ids: readonly string[]
  to: ApplicationState
  post: string
  reason: string
}

/** Tells the people of applications where they stand now, what comes next and why. */
export async function tellMoved(tx: Tx, { ids, to, post, reason }: Moved, at: string): Promise<void> {
  const accounts = await accountsOfApplications(tx, ids)
  const { title, text } = applicationNotices.moved
  const state = stateWords[to]
  const worded = (locale: keyof InBoth) =>
    text[locale]({ post, state: state[locale], next: nextWords[to][locale], reason })
  const words = {
    title: { 'zh-CN': title['zh-CN']({ state: state['zh-CN'] }), en: title.en({ state: state.en }) },
    text: { 'zh-CN': worded('zh-CN'), en: worded('en') },
  }
  const notices = [...accounts].map(([id, accountId]) => ({
    ...words,
    accountId,
    key: `application ${id} ${newId()}`,
    link: `/applications/${id}`,
    isSent: true,
  }))
  await notify(tx, notices, at)
}

/** Tells the person that the application came in, and under which number. */
export async function tellSubmitted(
  tx: Tx,
  { id, accountId, ...facts }: { id: string; accountId: string; post: string; number: string },
  at: string,
): Promise<void> {
  const { title, text } = applicationNotices.submitted
  const words = { title: inBoth(title), text: inBoth(text, facts) }
  const link = `/applications/${id}`
  await notify(tx, [{ ...words, accountId, key: `application ${id} ${newId()}`, link, isSent: true }], at)
}
