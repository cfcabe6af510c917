import { holdsPersonalNumber } from '#app/features/coaching/personal-number.rule.ts'
import { type Message, say } from '#app/i18n/text.ts'
import type { Tx } from '#db/tables.ts'
import type { InBoth, NewNotice } from './notice.rule.ts'
import { insertNotices } from './notices.queries.server.ts'

/**
 * Tells accounts something, in the transaction of what it tells: it stands on their page of notices, and where it is to
 * be sent a server hands it to the gateways after the commit. What was told before is not told again. Throws on words
 * that hold an ID or phone number: no template asks for one.
 */
export async function notify(tx: Tx, notices: readonly NewNotice[], at: string): Promise<number> {
  for (const { key, title, text } of notices) {
    const words = [...Object.values(title), ...Object.values(text)].join('\n')
    if (holdsPersonalNumber(words)) throw new Error(`The notice ${key} holds a personal number`)
  }
  return insertNotices(tx, notices, at)
}

/** A message in every language of the house. */
export function inBoth<V>(message: Message<V>, values: V): InBoth
export function inBoth(message: Message): InBoth
export function inBoth(message: Message | Message<unknown>, values?: unknown): InBoth {
  const worded = message as Message<unknown>
  return { 'zh-CN': say('zh-CN', worded, values), en: say('en', worded, values) }
}
