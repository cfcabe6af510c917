import type { InBoth } from '#app/features/notices/notice.rule.ts'
import { managersOf, officersOf } from '#app/features/notices/notices.queries.server.ts'
import { notify } from '#app/features/notices/notify.server.ts'
import type { TitleApplicationState, Tx } from '#db/tables.ts'
import { newId } from '#db/write.server.ts'
import { titleNextWords, titleNotices, titleStateWords } from './title-application-states.text.ts'
import type { TitleApplication } from './title-applications.queries.server.ts'

/** Tells a school and the officers of its unit where its application stands now, what comes next and why. */
export async function tellMoved(
  tx: Tx,
  moved: {
    application: Pick<TitleApplication, 'id' | 'schoolId' | 'unitCode' | 'schoolName' | 'batchName'>
    to: TitleApplicationState
    reason: string
  },
  at: string,
): Promise<void> {
  const { application, to, reason } = moved
  const worded = (locale: keyof InBoth) => ({
    title: titleNotices.title[locale]({ state: titleStateWords[to][locale] }),
    text: titleNotices.text[locale]({
      ...{ school: application.schoolName, batch: application.batchName, reason },
      ...{ state: titleStateWords[to][locale], next: titleNextWords[to][locale] },
    }),
  })
  const [zh, en] = [worded('zh-CN'), worded('en')]
  const managers = (await managersOf(tx, [application.schoolId])).get(application.schoolId) ?? []
  const readers = new Set([...managers, ...(await officersOf(tx, application.unitCode))])
  const notices = [...readers].map(accountId => ({
    accountId,
    key: `title-application ${application.id} ${newId()}`,
    title: { 'zh-CN': zh.title, en: en.title },
    text: { 'zh-CN': zh.text, en: en.text },
    link: `/titles/applications/${application.id}`,
    isSent: false,
  }))
  await notify(tx, notices, at)
}
