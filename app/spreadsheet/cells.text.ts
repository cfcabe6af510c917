import { type Locale, type Message, say } from '../i18n/text.ts'
import { classMessages } from './cells/class.text.ts'
import type { CellCode } from './cells/codes.ts'
import { dateMessages } from './cells/date.text.ts'
import { minutesMessages } from './cells/minutes.text.ts'
import { weekdayMessages } from './cells/weekday.text.ts'
import type { ProblemValues } from './reading.ts'

const messages = {
  ...minutesMessages,
  ...dateMessages,
  ...classMessages,
  ...weekdayMessages,
  'cell.error': {
    'zh-CN': () => '单元格是错误值，请改为实际内容',
    en: () => 'The cell holds an error; enter the actual value',
  },
  'cell.boolean': {
    'zh-CN': () => '单元格是逻辑值，请改为实际内容',
    en: () => 'The cell holds TRUE or FALSE; enter the actual value',
  },
  'cell.not-understood': {
    'zh-CN': () => '无法识别，请改写',
    en: () => 'This cannot be read; please rewrite it',
  },
  'cell.too-long': {
    'zh-CN': v => `内容过长，请缩短到${v.longest}字以内`,
    en: v => `The text is too long; shorten it to ${v.longest} characters`,
  },
  'cell.ditto': {
    'zh-CN': () => '“同上”无法确定所指，请填写具体内容',
    en: () => '“As above” is unclear here; enter the value itself',
  },
  'cell.garbled': {
    'zh-CN': () => '内容是乱码，请重新填写',
    en: () => 'The text is garbled; enter it again',
  },
  'cell.corrected': {
    'zh-CN': () => '已按规范写法更正，请核对',
    en: () => 'Corrected to the proper form; please check',
  },
  'kind.unclear': {
    'zh-CN': () => '活动类型不明确，请从候选中选择',
    en: () => 'The kind of activity is unclear; choose one of the candidates',
  },
  'kind.unknown': {
    'zh-CN': () => '未知的活动类型，请从列表中选择',
    en: () => 'Unknown kind of activity; choose one from the list',
  },
  'kind.note-ignored': {
    'zh-CN': () => '活动类型中的附注未采用，请核对',
    en: () => 'The note beside the kind is left out; please check',
  },
  'clock.not-a-time': {
    'zh-CN': () => '不是时刻，请按“09:30”填写',
    en: () => 'This is no time of day; write it as 09:30',
  },
  'clock.backwards': {
    'zh-CN': () => '结束时间不晚于开始时间，请改正',
    en: () => 'The end is not after the start; please correct',
  },
  'clock.odd-hour': {
    'zh-CN': () => '时间不在在校时段，请核对',
    en: () => 'The time lies outside school hours; please check',
  },
  'clock.half-day-differs': {
    'zh-CN': () => '时段与钟点矛盾，请按24小时制填写',
    en: () => 'The part of the day and the hour disagree; use the 24-hour clock',
  },
  'clock.about': {
    'zh-CN': () => '按所写的大约时刻读取，请核对',
    en: () => 'An approximate time is taken as it stands; please check',
  },
  'clock.label-ignored': {
    'zh-CN': () => '时间前的文字未采用，请核对',
    en: () => 'The words before the times are left out; please check',
  },
  'clock.length-differs': {
    'zh-CN': () => '所写分钟数与起止时间不符，请改正',
    en: () => 'The minutes written differ from the start and end; please correct',
  },
  'clock.read-as-afternoon': {
    'zh-CN': () => '未写上午或下午，按下午读取，请核对',
    en: () => 'No part of the day is written; read as afternoon, please check',
  },
  'choice.unclear': {
    'zh-CN': v => `写法不明确，请填写：${v.allowed}`,
    en: v => `Unclear; enter one of: ${v.allowed}`,
  },
  'choice.unknown': {
    'zh-CN': v => `没有这个选项，请填写：${v.allowed}`,
    en: v => `There is no such choice; enter one of: ${v.allowed}`,
  },
  'code.not-ten-digits': {
    'zh-CN': () => '学校标识码应为10位数字，请改正',
    en: () => 'A school code has 10 digits; please correct',
  },
  'code.unusual': {
    'zh-CN': () => '标识码的类别或省份不常见，请核对',
    en: () => 'The code’s class or province is unusual; please check',
  },
  'code.precision-lost': {
    'zh-CN': () => '代码被转为科学记数，已丢失数字，请以文本重填',
    en: () => 'The code became scientific notation and lost digits; enter it again as text',
  },
  'code.not-a-code': {
    'zh-CN': () => '不是代码，请填写字母和数字',
    en: () => 'This is no code; enter letters and digits',
  },
  'number.not-a-number': {
    'zh-CN': () => '不是数值，请填写数字',
    en: () => 'This is no number; enter digits',
  },
  'number.out-of-bounds': {
    'zh-CN': v => `数值应在${v.least}到${v.most}之间，请改正`,
    en: v => `The number must lie between ${v.least} and ${v.most}; please correct`,
  },
  'document-number.no-pattern': {
    'zh-CN': () => '不是文号，请按“连教体〔2025〕1号”填写',
    en: () => 'This is no document number; write it like 连教体〔2025〕1号',
  },
  'document-number.unclear': {
    'zh-CN': () => '文号不完整，请核对后重填',
    en: () => 'The document number is incomplete; check and enter it again',
  },
  'document-number.corrected': {
    'zh-CN': v => `文号已更正为${v.proper}，请核对`,
    en: v => `The document number is corrected to ${v.proper}; please check`,
  },
  'count.about': {
    'zh-CN': v => `约数按${v.count}人计，请核对`,
    en: v => `An approximate number is taken as ${v.count}; please check`,
  },
  'count.at-least': {
    'zh-CN': v => `按下限${v.count}人计，请核对`,
    en: v => `Taken as the lower bound of ${v.count}; please check`,
  },
  'count.unclear': {
    'zh-CN': () => '人数不明确，请只填写一个数字',
    en: () => 'The number of people is unclear; enter one number',
  },
  'count.class-size-unknown': {
    'zh-CN': () => '不知道班级人数，请填写数字',
    en: () => 'The size of the class is not known; enter a number',
  },
  'count.whole-class': {
    'zh-CN': v => `按全班${v.size}人计，请核对`,
    en: v => `Taken as the whole class of ${v.size}; please check`,
  },
  'count.not-people': {
    'zh-CN': () => '这是百分比或金额，请填写人数',
    en: () => 'This is a percentage or money; enter people',
  },
  'count.negative': {
    'zh-CN': () => '人数不能为负，请改正',
    en: () => 'People cannot be negative; please correct',
  },
  'count.not-a-number': {
    'zh-CN': () => '不是人数，请填写数字',
    en: () => 'This is no number of people; enter a number',
  },
  'count.not-whole': {
    'zh-CN': () => '人数应为整数，请改正',
    en: () => 'People are counted whole; please correct',
  },
  'count.too-many': {
    'zh-CN': v => `人数超过${v.most}，请改正`,
    en: v => `More than ${v.most} people; please correct`,
  },
  'count.leading-zero': {
    'zh-CN': v => `数字前有多余的0，按${v.count}人计`,
    en: v => `A leading zero is dropped: ${v.count}`,
  },
  'count.class-size-differs': {
    'zh-CN': v => `${v.count}人与班级人数${v.size}不同，请核对`,
    en: v => `${v.count} differs from the class size of ${v.size}; please check`,
  },
  'count.total-differs': {
    'zh-CN': () => '合计与分项不符，请改正',
    en: () => 'The total and its parts differ; please correct',
  },
  'count.subtracted': {
    'zh-CN': v => `减去缺席后按${v.count}人计，请核对`,
    en: v => `Less the absent: ${v.count}; please check`,
  },
  'count.added': {
    'zh-CN': v => `相加后按${v.count}人计，请核对`,
    en: v => `Added up: ${v.count}; please check`,
  },
  'count.is-date': {
    'zh-CN': () => '这是日期或时间，请填写人数',
    en: () => 'This is a date or time; enter people',
  },
  'school.not-found': {
    'zh-CN': () => '没有找到这所学校，请填写全称或标识码',
    en: () => 'No such school; enter its full name or code',
  },
  'school.several': {
    'zh-CN': () => '可能是几所学校，请从候选中选择',
    en: () => 'This may be one of several schools; choose a candidate',
  },
  'school.alias': {
    'zh-CN': () => '按简称匹配到学校，请核对',
    en: () => 'Matched by a short name; please check',
  },
  'school.group': {
    'zh-CN': () => '这是教育集团，请选择校区',
    en: () => 'This is a group of schools; choose the campus',
  },
  'school.old-county': {
    'zh-CN': () => '按原县区名匹配到学校，请核对',
    en: () => 'Matched by an old county name; please check',
  },
  'school.near': {
    'zh-CN': () => '名称不完全相同，请核对学校',
    en: () => 'The name is not quite the same; check the school',
  },
  'school.bad-code': {
    'zh-CN': () => '标识码应为10位且已登记，请改正',
    en: () => 'The code must have 10 digits and be registered; please correct',
  },
  'school.without-code': {
    'zh-CN': () => '这所学校（校区）还没有标识码，不能用表格填报',
    en: () => 'This school (campus) has no code yet, so no sheet can speak of it',
  },
} satisfies Record<CellCode, Message<ProblemValues>>

/** The sentence for a code of a cell reader; null when the code belongs to somebody else. */
export function cellMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  if (!Object.hasOwn(messages, code)) return null
  const message: Message<ProblemValues> = messages[code as CellCode]
  return say(locale, message, values)
}
