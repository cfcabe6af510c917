import { openEnd } from '#app/calendar-day.ts'
import type { Message } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import { activityColumns, kindNames } from './activity.text.ts'
import type { KindSetting, requirementsOn } from './daily-hour.rule.ts'
import { policyText as text } from './policy.text.ts'
import type { PolicyVersion } from './policy-version.rule.ts'

type OfStage = ReturnType<typeof requirementsOn>[number]
const requirement = columnsOf<OfStage>()

/** What each stage owes on a day; empty where nothing is in force. */
export const requirementsList: List<OfStage> = {
  title: text.required,
  columns: [
    requirement.text(text.stage, (one, locale) => say(locale, text.stages[one.stage])),
    requirement.number(text.floor, one => one.floor, 14),
    requirement.number(text.target, one => one.target, 14),
  ],
}

const version = columnsOf<PolicyVersion>()

/** Every version with the days on which it holds. */
export const versionsList: List<PolicyVersion> = {
  title: text.versions,
  columns: [
    version.text(text.stage, (one, locale) => say(locale, text.stages[one.stage])),
    version.text(text.purpose, (one, locale) => say(locale, text.purposes[one.purpose])),
    version.number(text.minutes, one => one.minutes, 14),
    version.day(text.from, one => one.validFrom),
    version.day(text.until, one => (one.validTo === openEnd ? null : one.validTo)),
    version.text(text.source, one => one.source, 34),
  ],
}

const kind = columnsOf<KindSetting>()
const names: Record<string, Message> = kindNames

/** Which kinds of activity count. */
export const kindsList: List<KindSetting> = {
  title: text.kinds,
  columns: [
    kind.text(
      activityColumns.kind,
      ({ kind: code }, locale) => (names[code] === undefined ? code : say(locale, names[code])),
      24,
    ),
    kind.text(text.counting, ({ counts, never }, locale) =>
      say(locale, never ? text.never : counts ? text.counts : text.countsNot),
    ),
  ],
}
