import type { Message } from '#app/i18n/text.ts'

interface Due {
  name: string
  dueOn: string
  daysLeft: number
}

/** What offices are reminded of. */
export const remindersText = {
  checkDue: {
    title: { 'zh-CN': '准入查询即将到期', en: 'An entry check falls due' },
    text: {
      'zh-CN': ({ name, dueOn, daysLeft }) =>
        `${name}的准入查询将于 ${dueOn} 到期（还有 ${daysLeft} 天），请及时查询。到期未查的，当日起停止工作，不再计入活跃布点。`,
      en: ({ name, dueOn, daysLeft }) =>
        `The entry check of ${name} falls due on ${dueOn}, in ${daysLeft} days. From that day on the coach may not work, and the placements no longer live.`,
    } satisfies Message<Due>,
  },
  checkOver: {
    title: { 'zh-CN': '准入查询已到期', en: 'An entry check is over' },
    text: {
      'zh-CN': ({ name, dueOn }) =>
        `${name}的准入查询已于 ${dueOn} 到期，已停止计入活跃布点。请重新查询，取得结果前不得安排工作。`,
      en: ({ name, dueOn }) =>
        `The entry check of ${name} was due on ${dueOn}: the placements no longer live. Please query again; until then there is no work.`,
    } satisfies Message<Omit<Due, 'daysLeft'>>,
  },
  trainingDue: {
    title: { 'zh-CN': '培训即将到期', en: 'A training falls due' },
    text: {
      'zh-CN': ({ name, dueOn }) => `${name}应于 ${dueOn} 前完成培训或取得证书，请督促。`,
      en: ({ name, dueOn }) => `${name} is to have finished a training, or hold a certificate, by ${dueOn}.`,
    } satisfies Message<Omit<Due, 'daysLeft'>>,
  },
} as const
