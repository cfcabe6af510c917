import type { Message } from '#app/i18n/text.ts'

interface Facts {
  post: string
  number: string
  state: string
  next: string
  reason: string
}

/** What applicants and offices are written about applications. */
export const applicationNotices = {
  submitted: {
    title: { 'zh-CN': '报名已提交', en: 'Your application is in' },
    text: {
      'zh-CN': ({ post, number }) =>
        `您已报名“${post}”，报名号 ${number}。单位审查后会通知您，进展可在“我的报名”查看。`,
      en: ({ post, number }) =>
        `You have applied to "${post}"; your number is ${number}. You will be told when the unit has looked at it.`,
    } satisfies Message<Pick<Facts, 'post' | 'number'>>,
  },
  moved: {
    title: {
      'zh-CN': ({ state }) => `报名进展：${state}`,
      en: ({ state }) => `Your application: ${state}`,
    } satisfies Message<Pick<Facts, 'state'>>,
    text: {
      'zh-CN': ({ post, state, next, reason }) =>
        `您报名的“${post}”：${state}。${next}${reason === '' ? '' : `说明：${reason}`}`,
      en: ({ post, state, next, reason }) =>
        `Your application to "${post}": ${state}. ${next}${reason === '' ? '' : ` Reason: ${reason}`}`,
    } satisfies Message<Omit<Facts, 'number'>>,
  },
  interview: {
    title: { 'zh-CN': '测试时间已确定', en: 'The time of your test' },
    text: {
      'zh-CN': ({ post, at, place }) => `您报名的“${post}”：请于 ${at} 到${place}参加测试，带好身份证。`,
      en: ({ post, at, place }) =>
        `Your application to "${post}": please come to the test on ${at}, at ${place}, with your ID card.`,
    } satisfies Message<{ post: string; at: string; place: string }>,
  },
  interviewOff: {
    title: { 'zh-CN': '测试时间取消', en: 'The time of your test is taken back' },
    text: {
      'zh-CN': ({ post, at, place }) =>
        `您报名的“${post}”：原定 ${at} 在${place}的测试时间取消，请等待新的通知。`,
      en: ({ post, at, place }) =>
        `Your application to "${post}": the test on ${at}, at ${place}, is off; you will be told a new time.`,
    } satisfies Message<{ post: string; at: string; place: string }>,
  },
  objection: {
    title: { 'zh-CN': '收到公示异议', en: 'An objection to a public notice' },
    text: {
      'zh-CN': ({ post }) => `“${post}”的公示收到异议，答复后才能批准聘用。`,
      en: ({ post }) =>
        `Somebody objects to the notice of "${post}". Nobody is approved before it is answered.`,
    } satisfies Message<Pick<Facts, 'post'>>,
  },
} as const
