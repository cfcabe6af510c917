import type { Message } from '#app/i18n/text.ts'
import type { TitleApplicationState } from '#db/tables.ts'

/** How an application for a title stands. */
export const titleStateWords = {
  DRAFT: { 'zh-CN': '草稿', en: 'Draft' },
  SUBMITTED: { 'zh-CN': '已提交', en: 'Submitted' },
  RETURNED: { 'zh-CN': '退回修改', en: 'Returned' },
  RECOMMENDED: { 'zh-CN': '已推荐', en: 'Recommended' },
  EXPERT_REVIEW: { 'zh-CN': '专家评审', en: 'With the experts' },
  ONSITE_REVIEW: { 'zh-CN': '实地考察', en: 'On-site visit' },
  SHORTLISTED: { 'zh-CN': '拟命名', en: 'Short-listed' },
  PUBLICITY: { 'zh-CN': '公示', en: 'Public notice' },
  DESIGNATED: { 'zh-CN': '已命名', en: 'Designated' },
  REJECTED: { 'zh-CN': '未通过', en: 'Not successful' },
  WITHDRAWN: { 'zh-CN': '已撤回', en: 'Withdrawn' },
} satisfies Record<TitleApplicationState, Message>

/** What comes next, and who does it. */
export const titleNextWords = {
  DRAFT: {
    'zh-CN': '还没有提交，请在截止前提交。',
    en: 'Not handed in yet; do so before the window closes.',
  },
  SUBMITTED: {
    'zh-CN': '由主管单位审核并推荐。',
    en: 'The unit reads it and decides whether to recommend it.',
  },
  RETURNED: { 'zh-CN': '请按说明修改后重新提交。', en: 'Please mend it as said and hand it in again.' },
  RECOMMENDED: { 'zh-CN': '由市级审核材料。', en: 'The city looks through the papers.' },
  EXPERT_REVIEW: { 'zh-CN': '由专家独立打分。', en: 'Experts score it, each for themselves.' },
  ONSITE_REVIEW: { 'zh-CN': '专家到校实地考察。', en: 'The school is visited.' },
  SHORTLISTED: { 'zh-CN': '等待公示。', en: 'It waits for the public notice.' },
  PUBLICITY: { 'zh-CN': '公示期内接受异议，期满后命名。', en: 'Objections are heard; the title follows.' },
  DESIGNATED: {
    'zh-CN': '称号已生效，可下载证书。',
    en: 'The title is given; the certificate can be taken.',
  },
  REJECTED: { 'zh-CN': '本批次到此结束。', en: 'This is the end of it in this batch.' },
  WITHDRAWN: { 'zh-CN': '学校已撤回。', en: 'The school has withdrawn it.' },
} satisfies Record<TitleApplicationState, Message>

/** What schools and offices are told when an application moves. */
export const titleNotices = {
  title: {
    'zh-CN': ({ state }) => `传统特色学校申报：${state}`,
    en: ({ state }) => `Application for a title: ${state}`,
  } satisfies Message<{ state: string }>,
  text: {
    'zh-CN': ({ school, batch, state, next, reason }) =>
      `${school}申报“${batch}”：${state}。${next}${reason === '' ? '' : `说明：${reason}`}`,
    en: ({ school, batch, state, next, reason }) =>
      `${school}, "${batch}": ${state}. ${next}${reason === '' ? '' : ` Reason: ${reason}`}`,
  } satisfies Message<{ school: string; batch: string; state: string; next: string; reason: string }>,
} as const
