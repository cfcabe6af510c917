import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { findSchool, type SchoolRow } from '#app/features/schools/schools.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { admitAttempt } from './admit-attempt.server.ts'
import { isGenuine, readToken } from './link-token.server.ts'
import { type LinkState, linkStateOf } from './upload-link.rule.ts'
import { linkOfId, type UploadLink } from './upload-links.queries.server.ts'

/** A link that somebody holds, with all that its holder may do and to whose rows. */
export interface OpenedLink {
  link: UploadLink
  state: LinkState
  school: SchoolRow
  scope: Scope
  /** Under which what is done through the link is recorded. */
  actor: { id: null; name: string }
}

export type LinkAnswer =
  | { ok: true; opened: OpenedLink }
  /** No such link, altered or made up: which of them is told to nobody. */
  | { ok: false; refusal: 'unknown' }
  /** Too many such tries from the network address. */
  | { ok: false; refusal: 'too-many' }

/** The link of a token, whatever its state. What is no link of this site is counted against the network address. */
export async function openLink(
  db: Db,
  token: string,
  asked: { today: Day; now: string; client: string },
): Promise<LinkAnswer> {
  const link = await genuineLink(db, token)
  const scope: Scope = link === undefined ? { kind: 'nothing' } : { kind: 'school', schoolId: link.schoolId }
  const school = link && (await findSchool(db, scope, link.schoolId, asked.today))
  if (link === undefined || school === undefined) return unknown(db, asked)
  const state = linkStateOf(link, asked.now)
  return { ok: true, opened: { link, state, school, scope, actor: actorOf(link) } }
}

/** In Chinese whoever reads it: it is kept with the import and in the audit. */
function actorOf(link: { label: string }): OpenedLink['actor'] {
  return { id: null, name: `上传链接：${link.label}` }
}

async function genuineLink(db: Db, text: string): Promise<UploadLink | undefined> {
  const token = readToken(text)
  const link = token === null ? undefined : await linkOfId(db, token.id)
  return token !== null && link !== undefined && isGenuine(token.secret, link) ? link : undefined
}

async function unknown(db: Db, { now, client }: { now: string; client: string }): Promise<LinkAnswer> {
  const isAdmitted = await admitAttempt(db, { kind: 'unknown', linkId: null, client }, now)
  return { ok: false, refusal: isAdmitted ? 'unknown' : 'too-many' }
}
