import type { Message } from '#app/i18n/text.ts'

export const errorText = {
  notFound: {
    title: { 'zh-CN': '没有这个页面', en: 'There is no such page' },
    what: {
      'zh-CN': '这个地址不存在，或不在您的查看范围内。',
      en: 'This address does not exist or is outside your scope.',
    },
    next: {
      'zh-CN': '请检查地址，或从首页重新进入。',
      en: 'Check the address, or start again from the home page.',
    },
  },
  forbidden: {
    title: { 'zh-CN': '无权查看', en: 'Not allowed' },
    what: {
      'zh-CN': '您的账号不能进行此操作，数据没有改动。',
      en: 'Your account may not do this. Nothing was changed.',
    },
    next: {
      'zh-CN': '如需权限，请联系本单位管理员。',
      en: 'If you need it, ask the administrator of your unit.',
    },
  },
  badRequest: {
    title: { 'zh-CN': '请求有误', en: 'The request could not be read' },
    what: {
      'zh-CN': '提交的内容无法识别，数据没有改动。',
      en: 'What was sent could not be understood. Nothing was changed.',
    },
    next: { 'zh-CN': '请返回上一页检查后重试。', en: 'Go back, check it and try again.' },
  },
  fault: {
    title: { 'zh-CN': '系统出错', en: 'Something broke' },
    what: {
      'zh-CN': '系统发生错误，本次操作没有完成。',
      en: 'An error occurred and this action was not completed.',
    },
    next: {
      'zh-CN': '已保存的数据不受影响；请稍后重试或联系管理员。',
      en: 'Saved data is safe. Try again later or contact the administrator.',
    },
  },
  reference: {
    'zh-CN': ({ reference }) => `错误编号：${reference}`,
    en: ({ reference }) => `Reference: ${reference}`,
  } satisfies Message<{ reference: string }>,
  home: { 'zh-CN': '回到首页', en: 'Go to the home page' },
} as const
