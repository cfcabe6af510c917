import type { Message } from '#app/i18n/text.ts'
import { batchBounds } from './batch.rule.ts'
import type { BatchRefusal } from './save-batch.server.ts'

/** The words of the batches. */
export const batchText = {
  title: { 'zh-CN': '命名批次', en: 'Batches' },
  answer: {
    'zh-CN': ({ open }) => (open === 0 ? '目前没有正在申报的批次' : `${open} 个批次正在申报`),
    en: ({ open }) => (open === 0 ? 'No batch is open' : `${open} open`),
  } satisfies Message<{ open: number }>,
  none: { 'zh-CN': '还没有批次。', en: 'No batch yet.' },
  add: { 'zh-CN': '准备批次', en: 'Prepare a batch' },
  change: { 'zh-CN': '修改', en: 'Change' },
  announce: { 'zh-CN': '发布', en: 'Announce' },
  announceMeans: {
    'zh-CN': '发布后学校即可看到，除延长申报截止时间外不能再改。',
    en: 'Schools see it then, and nothing but a later closing time can be changed.',
  },
  states: {
    draft: { 'zh-CN': '未发布', en: 'Not announced' },
    soon: { 'zh-CN': '即将申报', en: 'Opening soon' },
    open: { 'zh-CN': '正在申报', en: 'Open' },
    closed: { 'zh-CN': '申报已截止', en: 'Closed' },
  },
  name: { 'zh-CN': '批次名称', en: 'Name' },
  level: { 'zh-CN': '命名级别', en: 'Level' },
  organisers: { 'zh-CN': '主办单位', en: 'Organisers' },
  organisersHint: {
    'zh-CN': '教育、体育部门联合，如 市教育局、市体育局',
    en: 'Education and sports together',
  },
  document: { 'zh-CN': '通知文号', en: 'Document' },
  set: { 'zh-CN': '评价指标版本', en: 'Indicators' },
  opensAt: { 'zh-CN': '申报开始', en: 'Opens' },
  closesAt: { 'zh-CN': '申报截止', en: 'Closes' },
  mostSports: { 'zh-CN': '每校最多项目', en: 'Sports a school' },
  validFrom: { 'zh-CN': '称号自', en: 'Titles hold from' },
  validTo: { 'zh-CN': '称号至', en: 'Titles hold until' },
  publicityDays: { 'zh-CN': '公示工作日', en: 'Working days of notice' },
  quotas: { 'zh-CN': '各单位推荐名额', en: 'Schools that each unit may recommend' },
  quota: { 'zh-CN': '推荐名额', en: 'Schools' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  quotaHint: { 'zh-CN': '空白即不限', en: 'Empty: no limit' },
  state: { 'zh-CN': '状态', en: 'State' },
  version: {
    'zh-CN': ({ version }) => `第 ${version} 版`,
    en: ({ version }) => `Version ${version}`,
  } satisfies Message<{ version: number }>,
  save: { 'zh-CN': '保存', en: 'Save' },
  done: { 'zh-CN': '已保存', en: 'Saved' },
  unread: { 'zh-CN': '请按要求填写', en: 'Please fill this in as asked' },
  refusal: {
    missing: { 'zh-CN': '请填写', en: 'Please fill this in' },
    'window-reversed': { 'zh-CN': '截止应晚于开始', en: 'It must close after it opens' },
    'window-past': { 'zh-CN': '截止时间已过', en: 'This time has passed' },
    'ends-before-start': { 'zh-CN': '终止早于起始', en: 'It ends before it begins' },
    'out-of-bounds': {
      'zh-CN': `超出范围（项目 1 至 ${batchBounds.mostSports}，公示 1 至 ${batchBounds.mostPublicityDays} 天，名额 0 至 ${batchBounds.mostQuota}）`,
      en: `Out of bounds (sports 1 to ${batchBounds.mostSports}, notice 1 to ${batchBounds.mostPublicityDays} days, quota 0 to ${batchBounds.mostQuota})`,
    },
    'set-unknown': { 'zh-CN': '请选择已发布的指标版本', en: 'Please choose a published version' },
    'before-the-window-closes': {
      'zh-CN': '称号应在申报截止之后生效',
      en: 'Titles begin after the window has closed',
    },
    announced: { 'zh-CN': '已发布，学校以此为准，不能再改', en: 'It is announced and schools rely on it' },
    'only-later': { 'zh-CN': '只能在截止前延长', en: 'It may only be extended, before it closes' },
    'name-taken': { 'zh-CN': '已有同名批次', en: 'A batch of this name is there' },
    'announced-already': { 'zh-CN': '已经发布', en: 'It is announced already' },
    problems: { 'zh-CN': '批次内容有误，请先修改', en: 'Something in it is wrong; please change it first' },
  } satisfies Record<BatchRefusal | 'announced-already' | 'problems', Message>,
} as const
