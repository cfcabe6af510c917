import { withoutPersonalNumbers } from '#app/features/coaching/personal-number.rule.ts'
import { type Message, say } from '#app/i18n/text.ts'
import type { Tx } from '#db/tables.ts'
import type { InBoth, NewNotice } from './notice.rule.ts'
import { insertNotices, notToldYet } from './notices.queries.server.ts'

/**
 * Tells accounts something, in the transaction of what it tells: it stands on their page of notices, and where it is to
 * be sent a server hands it to the gateways after the commit. Its key is new with every event. No template asks for an ID
 * or phone number; one that stands in a title or a place all the same is hidden.
 */
export async function notify(tx: Tx, notices: readonly NewNotice[], at: string): Promise<void> {
  const hidden = notices.map(one => ({
    ...one,
    title: withoutNumbers(one.title),
    text: withoutNumbers(one.text),
  }))
  await insertNotices(tx, hidden, at)
}

function withoutNumbers(words: InBoth): InBoth {
  return { 'zh-CN': withoutPersonalNumbers(words['zh-CN']), en: withoutPersonalNumbers(words.en) }
}

/** Tells those of the notices that were not told before, such as reminders that come due again and again; answers how many. */
export async function notifyOnce(tx: Tx, notices: readonly NewNotice[], at: string): Promise<number> {
  const fresh = await notToldYet(tx, notices)
  await notify(tx, fresh, at)
  return fresh.length
}

/** A message in every language of the house. */
export function inBoth<V>(message: Message<V>, values: V): InBoth
export function inBoth(message: Message): InBoth
export function inBoth(message: Message | Message<unknown>, values?: unknown): InBoth {
  const worded = message as Message<unknown>
  return { 'zh-CN': say('zh-CN', worded, values), en: say('en', worded, values) }
}
