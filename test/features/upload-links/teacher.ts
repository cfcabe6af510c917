import type { Scope } from '#app/auth/scope.ts'
import { handIn } from '#app/features/upload-links/hand-in.server.ts'
import { type LinkWish, makeLink } from '#app/features/upload-links/make-link.server.ts'
import { type OpenedLink, openLink } from '#app/features/upload-links/open-link.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import type { Db } from '#db/tables.ts'

export const today = '2025-09-05'
export const noon = '2025-09-05 04:00:00.000'
export const manager = { id: null as unknown as string, name: '体育组长' }

const wish: LinkWish = {
  schoolCode: '2132000001',
  sheet: 'activity-log',
  label: '三年级 王老师',
  firstDay: '2025-09-01',
  lastDay: '2025-09-05',
  lifetime: 7,
  usesAllowed: 1,
  confirms: 'school',
}

/** A link for 2025-09-01 to 2025-09-05, made at noon of the last of them and good for a week. */
export async function linkFor(db: Db, scope: Scope, given: Partial<LinkWish> = {}) {
  const when = { today, now: new Date('2025-09-05T04:00:00.000Z') }
  const made = await makeLink(db, scope, manager, { ...wish, ...given }, when)
  if (!made.ok) throw new Error(made.refusal)
  return { token: made.token, id: made.link.id }
}

/** What the holder of a link finds behind it. */
export async function opened(db: Db, token: string, now = noon): Promise<OpenedLink> {
  const answer = await openLink(db, token, { today, now, client: '192.0.2.7' })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.opened
}

export function logOf(...rows: [day: string, minutes: number | string][]): string {
  const lines = rows.map(([day, minutes]) => `${day},三(1)班,体育课,${minutes}`)
  return ['日期,班级,活动类型,时长(分钟)', ...lines, ''].join('\n')
}

/** Uploads a text as a file through the link; answers the id of its import. */
export async function uploaded(db: Db, link: OpenedLink, text: string, replaces = ''): Promise<string> {
  const file = { name: '一班.csv', bytes: new TextEncoder().encode(text) }
  const preview = await previewThroughLink(db, link, { file, replaces, today, now: noon })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return preview.id
}

export function handingIn(db: Db, link: OpenedLink, importId: string, skipBadRows = false) {
  return handIn(db, link, { importId, skipBadRows, today, now: noon })
}
