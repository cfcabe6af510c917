import { type Message, plural } from '#app/i18n/text.ts'
import type { Conclusion } from '#db/tables.ts'

interface OfTitle {
  school: string
  sport: string
}

interface OfReport {
  school: string
  sport: string
  year: string
}

/** What school, unit and city are told about a title. Sports go by their Chinese names in both languages' data. */
export const titleNoticesText = {
  renewal: {
    title: { 'zh-CN': '称号即将到期，应当复核', en: 'A title runs out and is due for re-evaluation' },
    text: {
      'zh-CN': ({ school, sport, validTo, daysLeft }) =>
        `${school}的${sport}称号将于 ${validTo} 到期（还有 ${daysLeft} 天），请准备复核。到期未复核的，次日起自动退出。`,
      en: ({ school, sport, validTo, daysLeft }) =>
        `The title of ${school} in ${sport} runs out on ${validTo}, in ${daysLeft} ${plural(daysLeft, 'day', 'days')}. Without a re-evaluation it leaves the count on the day after.`,
    } satisfies Message<OfTitle & { validTo: string; daysLeft: number }>,
  },
  reportDue: {
    title: { 'zh-CN': '年度自查即将截止', en: 'A yearly report falls due' },
    text: {
      'zh-CN': ({ school, sport, year, due }) =>
        `${school}的${sport}称号应于 ${due} 前提交 ${year} 学年自查。`,
      en: ({ school, sport, year, due }) =>
        `${school} is to hand in its report on the title in ${sport} for ${year} by ${due}.`,
    } satisfies Message<OfReport & { due: string }>,
  },
  reportLate: {
    title: { 'zh-CN': '年度自查逾期未交', en: 'A yearly report is late' },
    text: {
      'zh-CN': ({ school, sport, year, due }) =>
        `${school}的${sport}称号 ${year} 学年自查应于 ${due} 前提交，至今未交。现在仍可补交。`,
      en: ({ school, sport, year, due }) =>
        `The report of ${school} on its title in ${sport} for ${year} was due on ${due} and is missing. It can still be handed in.`,
    } satisfies Message<OfReport & { due: string }>,
  },
  reportSubmitted: {
    title: { 'zh-CN': '年度自查待确认', en: 'A yearly report waits for you' },
    text: {
      'zh-CN': ({ school, sport, year }) => `${school}已提交${sport}称号 ${year} 学年自查，请确认或退回。`,
      en: ({ school, sport, year }) =>
        `${school} handed in its report on the title in ${sport} for ${year}. Please confirm or return it.`,
    } satisfies Message<OfReport>,
  },
  reportConfirmed: {
    title: { 'zh-CN': '年度自查已确认', en: 'The yearly report is confirmed' },
    text: {
      'zh-CN': ({ school, sport, year, opinion }) =>
        `${school}的${sport}称号 ${year} 学年自查已确认：${opinion}`,
      en: ({ school, sport, year, opinion }) =>
        `The report of ${school} on its title in ${sport} for ${year} is confirmed: ${opinion}`,
    } satisfies Message<OfReport & { opinion: string }>,
  },
  reportReturned: {
    title: { 'zh-CN': '年度自查被退回', en: 'The yearly report came back' },
    text: {
      'zh-CN': ({ school, sport, year, opinion }) =>
        `${school}的${sport}称号 ${year} 学年自查被退回，原因：${opinion}。请修改后重新提交。`,
      en: ({ school, sport, year, opinion }) =>
        `The report of ${school} on its title in ${sport} for ${year} came back: ${opinion}. Please put it right and hand it in again.`,
    } satisfies Message<OfReport & { opinion: string }>,
  },
  opened: {
    title: { 'zh-CN': '称号开始复核', en: 'A re-evaluation has begun' },
    text: {
      'zh-CN': ({ school, sport }) => `${school}的${sport}称号已开始复核。`,
      en: ({ school, sport }) => `The re-evaluation of the title of ${school} in ${sport} has begun.`,
    } satisfies Message<OfTitle>,
  },
  concluded: {
    title: { 'zh-CN': '称号复核已有结论', en: 'A re-evaluation is concluded' },
    text: {
      'zh-CN': ({ school, sport, conclusion, reason, document }) =>
        `${school}的${sport}称号复核结论：${concluded[conclusion]['zh-CN']}。原因：${reason}（${document}）。`,
      en: ({ school, sport, conclusion, reason, document }) =>
        `The title of ${school} in ${sport}: ${concluded[conclusion].en}. Reason: ${reason} (${document}).`,
    } satisfies Message<OfTitle & { conclusion: Conclusion; reason: string; document: string }>,
  },
  orphaned: {
    title: { 'zh-CN': '停办学校的称号待处置', en: 'A title of a closed school needs a decision' },
    text: {
      'zh-CN': ({ school, sport, closedOn }) =>
        `${school}自 ${closedOn} 起停办，其${sport}称号应转移至合并后的学校或终止。`,
      en: ({ school, sport, closedOn }) =>
        `${school} closes on ${closedOn}: its title in ${sport} must be transferred to the school that goes on with it, or ended.`,
    } satisfies Message<OfTitle & { closedOn: string }>,
  },
  transferred: {
    title: { 'zh-CN': '称号已转移', en: 'A title was transferred' },
    text: {
      'zh-CN': ({ school, sport, to, from, reason, document }) =>
        `${school}的${sport}称号自 ${from} 起转移至${to}。原因：${reason}（${document}）。`,
      en: ({ school, sport, to, from, reason, document }) =>
        `The title of ${school} in ${sport} goes to ${to} from ${from} on. Reason: ${reason} (${document}).`,
    } satisfies Message<OfTitle & { to: string; from: string; reason: string; document: string }>,
  },
} as const

const concluded: Record<Conclusion, { 'zh-CN': string; en: string }> = {
  RENEWED: { 'zh-CN': '继续命名', en: 'it is renewed' },
  SUSPENDED: { 'zh-CN': '限期整改', en: 'it is suspended' },
  REVOKED: { 'zh-CN': '取消命名', en: 'it is revoked' },
  EXPIRED: { 'zh-CN': '到期不再命名', en: 'it is left to run out' },
}
