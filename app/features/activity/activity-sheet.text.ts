import { type Locale, type Message, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { ActivityProblemCode } from './activity-problem.ts'

/** What is wrong in an activity workbook and what to do about it. */
const activitySheetProblems = {
  'activity.campus-missing': {
    'zh-CN': () => '两个校区都有这个班，请写明校区。',
    en: () => 'Two campuses have this class; please name the campus.',
  },
  'activity.class-conflict': {
    'zh-CN': () => '表内写的班级与工作表名称不一致，请改正其中一处。',
    en: () => 'The class written here and the name of the sheet differ; please correct one of them.',
  },
  'activity.class-missing': {
    'zh-CN': () => '没有写明是哪个班，请补上班级。',
    en: () => 'It does not say which class; please fill in the class.',
  },
  'activity.class-not-open': {
    'zh-CN': v => `${v.class} 在 ${v.day} 这天尚未设立或已停办，请核对。`,
    en: v => `${v.class} did not exist on ${v.day}; please check.`,
  },
  'activity.class-outside-title': {
    'zh-CN': v => `标题或工作表名写的是${v.titled}，这里是${v.class}，请核对。`,
    en: v => `The title or the sheet's name says ${v.titled}, this line says ${v.class}; please check.`,
  },
  'activity.class-unknown': {
    'zh-CN': v => `本校班级名册中没有 ${v.class}，请改正或先登记该班。`,
    en: v => `The register of this school has no ${v.class}; correct it or register the class first.`,
  },
  'activity.column-unknown': {
    'zh-CN': () => '这一列像是活动分钟数，但看不出是哪种活动，请改写表头。',
    en: () => 'This column seems to hold minutes, but of what is not clear; please reword its header.',
  },
  'activity.date-future': {
    'zh-CN': v => `${v.day} 还没有到，不能填报，请核对日期。`,
    en: v => `${v.day} has not come yet and cannot be reported; please check the date.`,
  },
  'activity.date-missing': {
    'zh-CN': () => '没有写明是哪一天，请补上日期。',
    en: () => 'It does not say which day; please fill in the date.',
  },
  'activity.date-outside-term': {
    'zh-CN': v => `${v.day} 不在本学期（${v.from} 至 ${v.to}）内，请核对日期。`,
    en: v => `${v.day} lies outside the term (${v.from} to ${v.to}); please check the date.`,
  },
  'activity.date-outside-title': {
    'zh-CN': v => `标题写的是 ${v.month} 月，这里是 ${v.day}，请核对。`,
    en: v => `The title speaks of month ${v.month}, but this is ${v.day}; please check.`,
  },
  'activity.date-outside-week': {
    'zh-CN': v => `标题写的是 ${v.monday} 起的一周，这里是 ${v.day}，请核对。`,
    en: v => `The title speaks of the week from ${v.monday}, this is ${v.day}; please check.`,
  },
  'activity.duplicate': {
    'zh-CN': v => `与 ${v.cell} 同班、同日、同一活动而内容不同，请只保留一条。`,
    en: v => `${v.cell} reports the same class, day and activity differently; please keep one of them.`,
  },
  'activity.earlier-term': {
    'zh-CN': v => `这里是以前学期（${v.from} 至 ${v.to}）的记录，按那个学期的班级读取，请核对。`,
    en: v => `This is of an earlier term (${v.from} to ${v.to}) and was read with its classes; please check.`,
  },
  'activity.ends-before-start': {
    'zh-CN': () => '结束时间与开始时间对不上，请核对。',
    en: () => 'The end and the start do not fit together; please check.',
  },
  'activity.filled-down': {
    'zh-CN': () => '这里空着，已按上一行的内容读取，请核对。',
    en: () => 'This is empty; what stands above was taken for it. Please check.',
  },
  'activity.grade-mismatch': {
    'zh-CN': () => '班级与年级不一致，请核对。',
    en: () => 'The class and the grade do not agree; please check.',
  },
  'activity.hidden-sheet': {
    'zh-CN': () => '隐藏的工作表没有读取；如需导入，请先取消隐藏。',
    en: () => 'A hidden sheet was not read; show it first if it is to be imported.',
  },
  'activity.kind-conflict': {
    'zh-CN': () => '单元格里写的活动与表头不一致，请核对。',
    en: () => 'The activity named in the cell is not the one in the header; please check.',
  },
  'activity.kind-from-title': {
    'zh-CN': () => '表中没有活动类型，已按标题读取，请核对。',
    en: () => 'The table names no activity; that of its title was taken. Please check.',
  },
  'activity.kind-missing': {
    'zh-CN': () => '看不出是哪种活动，请写明活动类型，例如体育课、大课间。',
    en: () => 'It does not say which activity; name it, such as PE lesson or long break.',
  },
  'activity.line-of-no-school': {
    'zh-CN': () => '这一行没有学校标识码或校名，不知道是哪所学校的。这样的行都没有读入。',
    en: () => 'This line has no school code or name, so nobody knows whose it is. No such line was read.',
  },
  'activity.line-of-other-school': {
    'zh-CN': () => '没有这个学校标识码，或者这所学校不归您管理。它的行都没有读入。',
    en: () => 'There is no such school code, or the school is not yours. None of its lines was read.',
  },
  'activity.line-of-unknown-name': {
    'zh-CN': v =>
      `您管理的学校中没有叫这个名字的${v.schools === undefined ? '' : `，可能是：${v.schools}`}。请写全称或标识码。它的行都没有读入。`,
    en: v =>
      `No school of yours has this name${v.schools === undefined ? '' : `; it may be ${v.schools}`}. Write the full name or the code. None of its lines was read.`,
  },
  'activity.long-day': {
    'zh-CN': v => `${v.class} 在 ${v.day} 共 ${v.minutes} 分钟，超过 240 分钟，请核对。`,
    en: v => `${v.class} has ${v.minutes} minutes on ${v.day}, more than 240; please check.`,
  },
  'activity.many-kinds': {
    'zh-CN': () => '一列里有几种活动，请每种活动单独一列。',
    en: () => 'One column holds several activities; please give each its own column.',
  },
  'activity.merged-across': {
    'zh-CN': () => '几列合并成一格，分不清各占多少，请拆开填写。',
    en: () => 'Merged over several columns it is unclear how much each has; please split it.',
  },
  'activity.merged-down': {
    'zh-CN': v => `几行合并成一格，每行都按 ${v.minutes} 分钟读取，请核对。`,
    en: v => `Merged over several lines, each was given ${v.minutes} minutes; please check.`,
  },
  'activity.minutes-differ': {
    'zh-CN': v => `写的是 ${v.minutes} 分钟，起止时间却是 ${v.span} 分钟，请核对。`,
    en: v => `It says ${v.minutes} minutes, but the times make ${v.span}; please check.`,
  },
  'activity.more-than-pupils': {
    'zh-CN': v => `参与人数 ${v.count} 超过班级人数 ${v.pupils}，请核对。`,
    en: v => `${v.count} took part, but the class has ${v.pupils} pupils; please check.`,
  },
  'activity.no-class-day': {
    'zh-CN': () => '这些日子都不上课，或没有班级在校，请核对日期。',
    en: () => 'No class has school on these days; please check the dates.',
  },
  'activity.no-minutes': {
    'zh-CN': () => '这张表没有活动分钟数，没有读取。',
    en: () => 'This table has no minutes of activity and was not read.',
  },
  'activity.no-school-day': {
    'zh-CN': v => `${v.day} 不是上课日，请核对。`,
    en: v => `${v.day} is no school day; please check.`,
  },
  'activity.no-table': {
    'zh-CN': () => '没有找到体育活动表，请使用模板，或核对表头。',
    en: () => 'No table of activities was found; use the template, or check the headers.',
  },
  'activity.nothing-above': {
    'zh-CN': () => '写的是“同上”，但上面没有内容，请补上。',
    en: () => 'It says “as above”, but nothing stands above; please fill it in.',
  },
  'activity.other-school': {
    'zh-CN': v => `这是另一所学校（${v.school}）的表，请上传本校的表。`,
    en: v => `This is the workbook of another school (${v.school}); please upload your own.`,
  },
  'activity.other-term': {
    'zh-CN': () => '标题写的不是本学期，请核对是否为旧表。',
    en: () => 'The title speaks of another term; please check that this is no old workbook.',
  },
  'activity.participants-of-many': {
    'zh-CN': v => `人数 ${v.count} 是几个班的合计，没有计入各班。`,
    en: v => `${v.count} participants are those of several classes and were given to none.`,
  },
  'activity.personal-data': {
    'zh-CN': v =>
      `这里有个人信息（学生姓名、身份证号或手机号），文件没有保存，请删除后再上传。${v.more === undefined ? '' : `另有 ${v.more} 处。`}`,
    en: v =>
      `Personal data stand here (names of pupils, ID or phone numbers). The file was not kept: delete them, then upload it again.${v.more === undefined ? '' : ` There are ${v.more} more such cells.`}`,
  },
  'activity.repeated': {
    'zh-CN': v => `与 ${v.cell} 完全相同，只计一次。`,
    en: v => `It equals ${v.cell} and counts once.`,
  },
  'activity.sport-unknown': {
    'zh-CN': v => `项目目录中没有“${v.sport}”，已记入备注。`,
    en: v => `The catalogue of sports has no “${v.sport}”; it was kept in the note.`,
  },
  'activity.sum-of-days': {
    'zh-CN': v => `${v.days} 天写了 ${v.minutes} 分钟，请写每天的分钟数。`,
    en: v => `${v.minutes} minutes stand for ${v.days} days; please give the minutes of each day.`,
  },
  'activity.text-not-read': {
    'zh-CN': () => '这句话提到了活动时间，但没有读取；如需计入，请填进表格。',
    en: () => 'This sentence speaks of minutes but was not read; put them into the table if they count.',
  },
  'activity.total-differs': {
    'zh-CN': v => `合计写的是 ${v.written}，逐格相加是 ${v.sum}，请核对。`,
    en: v => `The total says ${v.written}, the cells add up to ${v.sum}; please check.`,
  },
  'activity.unit-differs': {
    'zh-CN': v => `表头的单位不是分钟，这里按 ${v.minutes} 分钟读取，请核对。`,
    en: v => `The header counts in another unit, but this was read as ${v.minutes} minutes; please check.`,
  },
  'activity.week-conflict': {
    'zh-CN': () => '标题与工作表名称写的不是同一周，请改正其中一处。',
    en: () => 'The title and the name of the sheet speak of different weeks; please correct one.',
  },
  'activity.week-missing': {
    'zh-CN': () => '只有星期，没有写明第几周或起止日期，请在标题中补上。',
    en: () => 'There are weekdays only; name the week or its dates in the title.',
  },
  'activity.week-unknown': {
    'zh-CN': () => '看不出是哪一周，请写“第3周”或起止日期。',
    en: () => 'The week is not clear; write its number or its dates.',
  },
  'activity.weekday-mismatch': {
    'zh-CN': v => `${v.day} 不是这里写的星期，已按日期读取，请核对。`,
    en: v => `${v.day} is another weekday than written here; the date was taken. Please check.`,
  },
  'activity.weekday-unread': {
    'zh-CN': () => '看不出是星期几，请写“周一”这样的星期。',
    en: () => 'The weekday cannot be read; write it out.',
  },
  'activity.words-unread': {
    'zh-CN': () => '这格里的活动和分钟没有全部看懂，请分列填写。',
    en: () => 'Not everything in this cell was understood; give each activity its own column.',
  },
  'activity.year-conflict': {
    'zh-CN': v => `标题写的是 ${v.year} 年，这里按 ${v.day} 读取，请核对是否为旧表。`,
    en: v => `The title says ${v.year}, but this reads as ${v.day}; is it an old workbook?`,
  },
} satisfies Record<ActivityProblemCode, Message<ProblemValues>>

/** The sentence for a code of the reader of activity workbooks; null when the code belongs to somebody else. */
export function activitySheetMessage(
  locale: Locale,
  code: string,
  values: ProblemValues = {},
): string | null {
  const known: Record<string, Message<ProblemValues>> = activitySheetProblems
  const message = known[code]
  return message === undefined ? null : say(locale, message, values)
}
