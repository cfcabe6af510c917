import type { Verdict } from '#app/features/objections/objection.rule.ts'
import type { Message } from '#app/i18n/text.ts'

interface Facts {
  batch: string
  school: string
}

/** What offices and schools are told of objections to notices; never who objects, nor in which words. */
export const objectionNotices = {
  title: { 'zh-CN': '收到公示异议', en: 'An objection to a public notice' },
  toCity: {
    'zh-CN': ({ batch, school }) =>
      `“${batch}”的公示收到异议${school === '' ? '' : `（针对${school}）`}，答复后才能命名。`,
    en: ({ batch, school }) =>
      `Somebody objects to the notice of "${batch}"${school === '' ? '' : ` (about ${school})`}. Nothing is designated before it is answered.`,
  } satisfies Message<Facts>,
  toSchool: {
    'zh-CN': ({ batch, school }) =>
      `“${batch}”公示期间收到针对${school}的异议，由市级核实，处理结果会通知学校。`,
    en: ({ batch, school }) =>
      `Somebody objects to ${school} in the notice of "${batch}". The city looks into it and tells the school what comes of it.`,
  } satisfies Message<Facts>,
  answered: { 'zh-CN': '公示异议已处理', en: 'An objection was answered' },
  outcome: {
    'zh-CN': ({ batch, school, verdict }) =>
      `“${batch}”公示期间针对${school}的异议：${verdict === 'upheld' ? '成立' : '不成立'}。`,
    en: ({ batch, school, verdict }) => `The objection to ${school} in the notice of "${batch}": ${verdict}.`,
  } satisfies Message<Facts & { verdict: Verdict }>,
} as const
