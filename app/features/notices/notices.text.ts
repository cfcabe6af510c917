import { type Message, plural } from '#app/i18n/text.ts'

/** The words of the page of notices, and the name under which messages go out. */
export const noticesText = {
  title: { 'zh-CN': '通知', en: 'Notices' },
  answer: {
    'zh-CN': ({ unread }) => (unread === 0 ? '没有未读通知。' : `${unread} 条未读。`),
    en: ({ unread }) =>
      unread === 0 ? 'Nothing unread.' : `${unread} unread ${plural(unread, 'notice', 'notices')}.`,
  } satisfies Message<{ unread: number }>,
  none: { 'zh-CN': '还没有通知。', en: 'No notice yet.' },
  unread: { 'zh-CN': '未读', en: 'unread' },
  at: { 'zh-CN': '时间', en: 'When' },
  subject: { 'zh-CN': '标题', en: 'Subject' },
  words: { 'zh-CN': '内容', en: 'Text' },
  state: { 'zh-CN': '状态', en: 'State' },
  wasRead: { 'zh-CN': '已读', en: 'read' },
  readAll: { 'zh-CN': '全部标为已读', en: 'Mark all as read' },
  open: { 'zh-CN': '查看', en: 'Open' },
  signed: {
    'zh-CN': ({ text }) => `${text}【连云港青少年体育】`,
    en: ({ text }) => `${text} [Lianyungang youth sports]`,
  } satisfies Message<{ text: string }>,
} as const
