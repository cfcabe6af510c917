import type { Message } from '#app/i18n/text.ts'

/** Words of the frame, which belong to no feature. */
export const uiText = {
  system: { 'zh-CN': '连云港市青少年体育工作平台', en: 'Lianyungang Youth Sports' },
  skip: { 'zh-CN': '跳到正文', en: 'Skip to content' },
  navigation: { 'zh-CN': '主导航', en: 'Main navigation' },
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  signOut: { 'zh-CN': '退出', en: 'Sign out' },
  account: { 'zh-CN': '我的账号', en: 'My account' },
  otherLanguage: { 'zh-CN': 'English', en: '中文' },
  largeType: { 'zh-CN': '长者模式', en: 'Large type' },
  normalType: { 'zh-CN': '标准字号', en: 'Normal type' },
  print: { 'zh-CN': '打印', en: 'Print' },
  previous: { 'zh-CN': '上一页', en: 'Previous' },
  next: { 'zh-CN': '下一页', en: 'Next' },
  pageOf: {
    'zh-CN': ({ page, pages, total }) => `第 ${page} / ${pages} 页，共 ${total} 条`,
    en: ({ page, pages, total }) => `Page ${page} of ${pages}, ${total} in all`,
  } satisfies Message<{ page: number; pages: number; total: number }>,
  exportOf: {
    'zh-CN': ({ what }) => `导出${what}`,
    en: ({ what }) => (what === '' ? 'Export' : `Export: ${what}`),
  } satisfies Message<{ what: string }>,
  xlsx: { 'zh-CN': 'Excel', en: 'Excel' },
  csv: { 'zh-CN': 'CSV', en: 'CSV' },
  pages: { 'zh-CN': '翻页', en: 'Pages' },
  browserTooOld: {
    'zh-CN': '您的浏览器处于兼容模式，请切换到“极速模式”后再打开本页。',
    en: 'Your browser is in compatibility mode. Please switch it to its fast (Chromium) mode.',
  },
  footer: {
    'zh-CN': '依据连政办发〔2023〕57号',
    en: 'Carries out notice 连政办发〔2023〕57号 of the city government',
  },
} as const
