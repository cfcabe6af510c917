import { type Message, plural } from '#app/i18n/text.ts'

/** What experts and the city are told of reviews. */
export const reviewNotices = {
  appointed: {
    title: { 'zh-CN': '请您评审传统特色学校申报', en: 'Applications for a title to score' },
    text: {
      'zh-CN': ({ batch, count }) => `“${batch}”有 ${count} 所学校请您评审。请先声明有无利益冲突，再打分。`,
      en: ({ batch, count }) =>
        `"${batch}": ${count} ${plural(count, 'school', 'schools')} to score. Please declare first whether you have a conflict of interest.`,
    } satisfies Message<{ batch: string; count: number }>,
  },
  takenBack: {
    title: { 'zh-CN': '评审任务已撤回', en: 'A review was taken back' },
    text: {
      'zh-CN': ({ school, batch }) => `“${batch}”中 ${school} 不再由您评审。`,
      en: ({ school, batch }) => `"${batch}": you are no longer asked to score ${school}.`,
    } satisfies Message<{ school: string; batch: string }>,
  },
  conflict: {
    title: { 'zh-CN': '专家声明利益冲突', en: 'An expert declared a conflict of interest' },
    text: {
      'zh-CN': ({ school, batch, expert }) => `${expert}对“${batch}”的 ${school} 声明利益冲突，请另请专家。`,
      en: ({ school, batch, expert }) =>
        `"${batch}", ${school}: ${expert} has a conflict of interest. Please ask another expert.`,
    } satisfies Message<{ school: string; batch: string; expert: string }>,
  },
  allDone: {
    title: { 'zh-CN': '专家评审完成', en: 'Every expert has scored' },
    text: {
      'zh-CN': ({ school, batch }) => `“${batch}”的 ${school}：所请专家都已完成，可以查看得分。`,
      en: ({ school, batch }) => `"${batch}", ${school}: everybody asked has scored; the scores can be seen.`,
    } satisfies Message<{ school: string; batch: string }>,
  },
  reopened: {
    title: { 'zh-CN': '评审已重新打开', en: 'Your review was opened again' },
    text: {
      'zh-CN': ({ school, batch, reason }) => `“${batch}”的 ${school}，请再看一遍。原因：${reason}`,
      en: ({ school, batch, reason }) => `"${batch}", ${school}: please look again. Reason: ${reason}`,
    } satisfies Message<{ school: string; batch: string; reason: string }>,
  },
} as const
