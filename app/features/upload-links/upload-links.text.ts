import { coachingText } from '#app/features/coaching/coaching.text.ts'
import type { CommitRefusal } from '#app/features/imports/commit-import.server.ts'
import { commitRefusals } from '#app/features/imports/imports.text.ts'
import { type Message, plural } from '#app/i18n/text.ts'
import type { MakeRefusal } from './make-link.server.ts'
import { type HandInRefusal, type LinkState, type LinkTerms, mostDays, mostUses } from './upload-link.rule.ts'

/** What a link that opens nothing says; the same for one that never was and one that was altered. */
const closed = {
  unknown: {
    'zh-CN': '这个链接无效。请检查是否复制完整，或向学校要新的链接。',
    en: 'This link is not valid. Please check that it is complete, or ask the school for another one.',
  },
  'too-many': {
    'zh-CN': '这个网络打开无效链接的次数太多，请一小时后再试。',
    en: 'Too many invalid links were opened from this network; please try again in an hour.',
  },
  used: {
    'zh-CN': '这个链接已经用过。需要再次上传时，请向学校要新的链接。',
    en: 'This link has been used. To upload again, please ask the school for another one.',
  },
  expired: {
    'zh-CN': '这个链接已经过期，请向学校要新的链接。',
    en: 'This link has expired; please ask the school for another one.',
  },
  revoked: {
    'zh-CN': '学校已经收回这个链接，请与学校联系。',
    en: 'The school has taken this link back; please get in touch with the school.',
  },
} satisfies Record<Exclude<LinkState, 'open'> | 'unknown' | 'too-many', Message>

export type ClosedLink = keyof typeof closed

/** What is said through a link instead of a sentence that tells what stands at the school. */
export const reticentProblems: Readonly<Record<string, Message>> = {
  'activity.more-than-pupils': {
    'zh-CN': '参与人数超过学校登记的班级人数，请核对。',
    en: 'More took part than the school has registered in this class; please check.',
  },
  'activity.removes-rows': {
    'zh-CN': '这个班这一天已有的记录不在本次文件中，提交后将被替换。',
    en: 'Earlier rows of this class and day are not in this file and will be replaced.',
  },
}

export const uploadLinksText = {
  title: { 'zh-CN': '上传链接', en: 'Upload links' },
  lead: {
    'zh-CN': '没有账号的老师凭链接或二维码上传，只限一所学校、一种表和一段日期。',
    en: 'With a link or QR code a teacher without an account uploads for one school, one sheet and some days.',
  },
  toConfirm: {
    'zh-CN': ({ count }) => `有 ${count} 份通过链接交来的文件等待确认，确认后才生效。`,
    en: ({ count }) =>
      `${count} ${plural(count, 'file', 'files')} handed in through links wait to be confirmed; until then they do not count.`,
  } satisfies Message<{ count: number }>,
  confirmThem: { 'zh-CN': '查看交来的文件', en: 'See what was handed in' },
  empty: {
    'zh-CN': '还没有上传链接。新建一个，发给填表的老师。',
    en: 'There is no upload link yet. Make one and give it to the teacher who fills in the sheet.',
  },
  make: { 'zh-CN': '新建链接', en: 'New link' },
  makeNow: { 'zh-CN': '生成链接', en: 'Make the link' },
  back: { 'zh-CN': '返回链接列表', en: 'Back to the links' },
  school: { 'zh-CN': '学校', en: 'School' },
  schoolCode: { 'zh-CN': '学校标识码', en: 'School code' },
  schoolCodeHint: { 'zh-CN': '10 位，限您管理的学校', en: '10 digits; one of your schools' },
  sheet: { 'zh-CN': '表', en: 'Sheet' },
  sheetAndPeriod: { 'zh-CN': '表和日期', en: 'Sheet and days' },
  period: { 'zh-CN': '日期', en: 'Days' },
  days: {
    'zh-CN': ({ from, to }) => `${from} 至 ${to}`,
    en: ({ from, to }) => `${from} to ${to}`,
  } satisfies Message<{ from: string; to: string }>,
  firstDay: { 'zh-CN': '第一天', en: 'First day' },
  lastDay: { 'zh-CN': '最后一天', en: 'Last day' },
  lastDayHint: { 'zh-CN': '只收这段日期的行', en: 'Rows of other days are refused' },
  label: { 'zh-CN': '给谁用', en: 'For whom' },
  labelHint: {
    'zh-CN': '如：三年级 王老师；不写电话和证件号',
    en: 'Such as: Grade 3, Ms Wang; no phone or ID number',
  },
  lifetime: { 'zh-CN': '有效期', en: 'Good for' },
  lifetimeDays: {
    'zh-CN': ({ days }) => `${days} 天`,
    en: ({ days }) => `${days} ${plural(days, 'day', 'days')}`,
  } satisfies Message<{ days: number }>,
  uses: { 'zh-CN': '可用次数', en: 'Uses' },
  timesUsed: { 'zh-CN': '已用次数', en: 'Times used' },
  usesHint: {
    'zh-CN': `交一次算一次，预览不算；1 至 ${mostUses}`,
    en: `Each file handed in is a use, a preview is none; 1 to ${mostUses}`,
  },
  used: {
    'zh-CN': ({ uses, allowed }) => `已用 ${uses}/${allowed} 次`,
    en: ({ uses, allowed }) => `${uses} of ${allowed} used`,
  } satisfies Message<{ uses: number; allowed: number }>,
  confirms: { 'zh-CN': '由谁确认', en: 'Who confirms' },
  confirm: {
    school: { 'zh-CN': '学校确认后生效', en: 'The school confirms it' },
    teacher: { 'zh-CN': '老师提交后直接生效', en: 'It counts once the teacher commits it' },
  } satisfies Record<LinkTerms['confirms'], Message>,
  until: { 'zh-CN': '有效至', en: 'Good until' },
  madeBy: { 'zh-CN': '创建', en: 'Made by' },
  madeAt: { 'zh-CN': '创建时间', en: 'Made at' },
  state: { 'zh-CN': '状态', en: 'State' },
  states: {
    open: { 'zh-CN': '可用', en: 'Open' },
    used: { 'zh-CN': '已用完', en: 'Used up' },
    expired: { 'zh-CN': '已过期', en: 'Expired' },
    revoked: { 'zh-CN': '已收回', en: 'Taken back' },
  } satisfies Record<LinkState, Message>,
  handedInThrough: { 'zh-CN': '交来的文件', en: 'Handed in' },
  revoke: { 'zh-CN': '收回', en: 'Take back' },
  revokeOf: {
    'zh-CN': ({ label }) => `收回“${label}”的链接`,
    en: ({ label }) => `Take back the link for ${label}`,
  } satisfies Message<{ label: string }>,
  shownOnce: {
    'zh-CN': '链接只在这里显示一次，请现在复制、打印或让老师扫码。',
    en: 'The link is shown only here and only once: copy it, print it or have it scanned now.',
  },
  theLink: { 'zh-CN': '链接', en: 'Link' },
  qrCode: { 'zh-CN': '链接的二维码', en: 'QR code of the link' },
  makeRefusals: {
    'school-unknown': { 'zh-CN': '您管理的学校中没有这个标识码。', en: 'No school of yours has this code.' },
    'school-closed': { 'zh-CN': '这所学校已经停办。', en: 'This school is closed.' },
    'label-missing': { 'zh-CN': '请写明给谁用。', en: 'Please say for whom it is.' },
    'holds-number': coachingText.holdsNumber,
    'days-turned': { 'zh-CN': '最后一天早于第一天。', en: 'The last day is before the first.' },
    'too-many-days': {
      'zh-CN': `一个链接最多 ${mostDays} 天。`,
      en: `A link holds for at most ${mostDays} days of data.`,
    },
    'no-such-lifetime': { 'zh-CN': '请在列表中选择有效期。', en: 'Please choose a time from the list.' },
    'no-such-uses': {
      'zh-CN': `请填 1 至 ${mostUses} 的整数。`,
      en: `Please enter a whole number from 1 to ${mostUses}.`,
    },
  } satisfies Record<MakeRefusal, Message>,

  closed,
  closedTitle: { 'zh-CN': '不能上传', en: 'Nothing can be uploaded' },
  uploadTitle: {
    'zh-CN': ({ sheet }) => `上传${sheet}`,
    en: ({ sheet }) => `Upload: ${sheet}`,
  } satisfies Message<{ sheet: string }>,
  forWhom: {
    'zh-CN': ({ school, from, to }) => `${school}，${from} 至 ${to}`,
    en: ({ school, from, to }) => `${school}, ${from} to ${to}`,
  } satisfies Message<{ school: string; from: string; to: string }>,
  usesLeft: { 'zh-CN': '还可交', en: 'Uses left' },
  times: {
    'zh-CN': ({ count }) => `${count} 次`,
    en: ({ count }) => `${count} ${plural(count, 'time', 'times')}`,
  } satisfies Message<{ count: number }>,
  template: { 'zh-CN': '下载模板', en: 'Download the template' },
  templateHint: {
    'zh-CN': '模板已填好学校，台账还填好班级和上课日；也可以用自己的表。',
    en: 'It already names the school, for the log its classes and school days too; your own sheet will do as well.',
  },
  uploadHint: {
    'zh-CN': '上传后先核对，确认了才算交。',
    en: 'You check it after the upload; it is handed in only when you say so.',
  },
  correct: { 'zh-CN': '上传改好的文件', en: 'Upload the corrected file' },
  tooOften: {
    'zh-CN': '这一小时内上传或下载太多次，请稍后再试。',
    en: 'Too many uploads or downloads within the hour; please try again later.',
  },
  mayLeave: {
    'zh-CN': '可以离开本页，稍后用同一网址回来看结果。',
    en: 'You may leave this page and come back to the same address.',
  },
  tryAgain: { 'zh-CN': '重新核对', en: 'Check it again' },
  checkTitle: { 'zh-CN': '核对后再交', en: 'Check, then hand in' },
  doneTitle: { 'zh-CN': '上传结果', en: 'What became of it' },
  readRows: {
    'zh-CN': ({ count }) => `读到的内容（${count} 行）`,
    en: ({ count }) => `What was read (${count} ${plural(count, 'row', 'rows')})`,
  } satisfies Message<{ count: number }>,
  perhaps: {
    'zh-CN': ({ words }) => `可能是：${words}`,
    en: ({ words }) => `Perhaps: ${words}`,
  } satisfies Message<{ words: string }>,
  allSame: {
    'zh-CN': '这些内容学校都已有，没有需要交的。',
    en: 'The school has all of this already; there is nothing to hand in.',
  },
  nothingGood: {
    'zh-CN': '没有可以交的行，请改好后重新上传。',
    en: 'No row can be handed in; please correct the file and upload it again.',
  },
  handIn: {
    school: { 'zh-CN': '交给学校', en: 'Hand in to the school' },
    teacher: { 'zh-CN': '提交', en: 'Commit' },
  } satisfies Record<LinkTerms['confirms'], Message>,
  handInGood: {
    school: { 'zh-CN': '只交正确的行', en: 'Hand in the good rows only' },
    teacher: { 'zh-CN': '只提交正确的行', en: 'Commit the good rows only' },
  } satisfies Record<LinkTerms['confirms'], Message>,
  lastUse: {
    'zh-CN': '交了以后这个链接不能再用。',
    en: 'Once it is handed in, this link cannot be used again.',
  },
  moreProblems: {
    'zh-CN': ({ count }: { count: number }) => `另有 ${count} 处未列出，修改后重新上传即可看到。`,
    en: ({ count }: { count: number }) =>
      `${count} more are not listed; upload the corrected file to see them.`,
  },
  outcome: {
    preview: { 'zh-CN': '已交给学校，等学校确认。', en: 'Handed in; the school has yet to confirm it.' },
    committed: { 'zh-CN': '已经生效，谢谢。', en: 'It counts now. Thank you.' },
    discarded: {
      'zh-CN': '学校没有采用，请与学校联系。',
      en: 'The school did not take it; please ask there.',
    },
    refused: { 'zh-CN': '学校没有采用，请与学校联系。', en: 'The school did not take it; please ask there.' },
    undone: { 'zh-CN': '学校后来撤销了，请与学校联系。', en: 'The school undid it later; please ask there.' },
  },
  givenUp: {
    'zh-CN': '这次上传已经作废，没有交。',
    en: 'This upload was given up; nothing was handed in.',
  },
  handInRefusals: {
    ...commitRefusals,
    used: closed.used,
    expired: closed.expired,
    revoked: closed.revoked,
    'no-longer-open': {
      'zh-CN': '这次上传已经作废，请重新上传。',
      en: 'This upload was given up; please upload the file again.',
    },
    'nothing-to-hand-in': {
      'zh-CN': '没有可以交的新内容，链接没有用掉。',
      en: 'There is nothing new to hand in; the link is not used.',
    },
    stale: {
      'zh-CN': '核对期间数据有变动，没有写入任何内容，链接也没有用掉，请重新上传。',
      en: 'The data has changed since. Nothing was written and the link is not used; please upload again.',
    },
  } satisfies Record<HandInRefusal | CommitRefusal, Message>,
} as const
