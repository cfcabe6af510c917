/** The words of the sports catalogue. */
export const sportsText = {
  title: { 'zh-CN': '运动项目', en: 'Sports' },
  answer: {
    'zh-CN': '导入时按名称、代码和别名识别项目；不认识的名称会请您选择，不会自动新增。',
    en: 'Imports know a sport by name, code and alias; an unknown name is asked back, never added.',
  },
  code: { 'zh-CN': '代码', en: 'Code' },
  name: { 'zh-CN': '名称', en: 'Name' },
  other: { 'zh-CN': '英文名称', en: 'Chinese name' },
  aliases: { 'zh-CN': '别名', en: 'Aliases' },
  traits: { 'zh-CN': '类别', en: 'Kind' },
  base: { 'zh-CN': '基础大项', en: 'base discipline' },
  ball: { 'zh-CN': '球类', en: 'ball sport' },
  traditional: { 'zh-CN': '传统体育', en: 'traditional' },
  coverage: { 'zh-CN': '覆盖', en: 'Coverage' },
  see: { 'zh-CN': '查看', en: 'See' },
} as const
