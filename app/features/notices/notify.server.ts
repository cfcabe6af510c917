import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { type Message, say } from '#app/i18n/text.ts'
import type { Tx } from '#db/tables.ts'
import type { InBoth, NewNotice } from './notice.rule.ts'
import { insertNotices, notToldYet } from './notices.queries.server.ts'

/**
 * Tells accounts something, in the transaction of what it tells: it stands on their page of notices, and where it is to
 * be sent a server hands it to the gateways after the commit. Its key is new with every event. Throws on words that hold
 * an ID or phone number: no template asks for one.
 */
export async function notify(tx: Tx, notices: readonly NewNotice[], at: string): Promise<void> {
  for (const { key, title, text } of notices) {
    const words = [...Object.values(title), ...Object.values(text)].join('\n')
    if (holdsPersonalNumber(words)) throw new Error(`The notice ${key} holds a personal number`)
  }
  await insertNotices(tx, notices, at)
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
