import { type Locale, type Message, say } from '../i18n/text.ts'
import type { CellCode } from './cells/codes.ts'
import type { ProblemValues } from './reading.ts'

const messages = {
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
  'minutes.about': {
    'zh-CN': v => `约数按${v.minutes}分钟计，请核对`,
    en: v => `An approximate time is taken as ${v.minutes} minutes; please check`,
  },
  'minutes.at-least': {
    'zh-CN': v => `按下限${v.minutes}分钟计，请核对`,
    en: v => `Taken as the lower bound of ${v.minutes} minutes; please check`,
  },
  'minutes.at-most': {
    'zh-CN': () => '只有上限，请填写实际分钟数',
    en: () => 'Only an upper bound is given; enter the actual minutes',
  },
  'minutes.other-period': {
    'zh-CN': () => '不是一个班一天的时间，请填写当天分钟数',
    en: () => 'This is not the time of one class on one day; enter that day’s minutes',
  },
  'minutes.per-lesson': {
    'zh-CN': () => '未写明节数，请填写总分钟数',
    en: () => 'The number of lessons is missing; enter the total minutes',
  },
  'minutes.half-day-unclear': {
    'zh-CN': () => '上午、下午不明确，请按24小时制填写',
    en: () => 'Morning or afternoon is unclear; use the 24-hour clock',
  },
  'minutes.no-such-time': {
    'zh-CN': () => '没有这个时刻，请改正',
    en: () => 'There is no such time; please correct it',
  },
  'minutes.times-unclear': {
    'zh-CN': () => '每次时间还是总时间不明确，请填写总分钟数',
    en: () => 'It is unclear whether this is each time or in all; enter the total minutes',
  },
  'minutes.product-unclear': {
    'zh-CN': () => '乘式含义不明确，请填写总分钟数',
    en: () => 'The product is unclear; enter the total minutes',
  },
  'minutes.lessons-unclear': {
    'zh-CN': () => '节数与分钟数不相符，请填写总分钟数',
    en: () => 'Lessons and minutes do not agree; enter the total minutes',
  },
  'minutes.range-unclear': {
    'zh-CN': () => '时间范围不明确，请填写一个分钟数',
    en: () => 'The range is unclear; enter one number of minutes',
  },
  'minutes.range': {
    'zh-CN': v => `范围按下限${v.minutes}分钟计，请核对`,
    en: v => `The range is taken as its lower end, ${v.minutes} minutes; please check`,
  },
  'minutes.lessons': {
    'zh-CN': v => `按课时折算为${v.minutes}分钟，请核对`,
    en: v => `Lessons are converted to ${v.minutes} minutes; please check`,
  },
  'minutes.leading-zero': {
    'zh-CN': v => `数字前有多余的0，按${v.minutes}分钟计`,
    en: v => `A leading zero is dropped: ${v.minutes} minutes`,
  },
  'minutes.fraction': {
    'zh-CN': () => '不是整分钟，请填写整数',
    en: () => 'These are not whole minutes; enter a whole number',
  },
  'minutes.unit-corrected': {
    'zh-CN': v => `单位已更正，按${v.minutes}分钟计，请核对`,
    en: v => `The unit is corrected: ${v.minutes} minutes; please check`,
  },
  'minutes.unit-unclear': {
    'zh-CN': () => '单位不明确，请以分钟填写',
    en: () => 'The unit is unclear; enter minutes',
  },
  'minutes.time-of-day': {
    'zh-CN': () => '像是时刻而不是时长，请填写分钟数',
    en: () => 'This looks like a time of day; enter the minutes',
  },
  'minutes.not-done': {
    'zh-CN': () => '未开展按0分钟计，请核对',
    en: () => '“Not done” is taken as 0 minutes; please check',
  },
  'minutes.negative': {
    'zh-CN': () => '分钟数不能为负，请改正',
    en: () => 'Minutes cannot be negative; please correct',
  },
  'minutes.not-minutes': {
    'zh-CN': () => '这是百分比或金额，请填写分钟数',
    en: () => 'This is a percentage or money; enter minutes',
  },
  'minutes.formula': {
    'zh-CN': v => `算式按${v.minutes}分钟计，请核对`,
    en: v => `The formula is taken as ${v.minutes} minutes; please check`,
  },
  'minutes.not-a-number': {
    'zh-CN': () => '不是分钟数，请填写数字',
    en: () => 'This is no number of minutes; enter a number',
  },
  'minutes.unclear': {
    'zh-CN': () => '含义不明确，请只填写总分钟数',
    en: () => 'The meaning is unclear; enter only the total minutes',
  },
  'minutes.event': {
    'zh-CN': () => '请填写当天实际活动分钟数，没有活动填0',
    en: () => 'Enter the minutes actually done, 0 if there were none',
  },
  'minutes.several': {
    'zh-CN': () => '有几个时间，请填写当天总分钟数',
    en: () => 'There are several times; enter the day’s total minutes',
  },
  'minutes.too-many': {
    'zh-CN': v => `超过一天上限${v.most}分钟，请改正`,
    en: v => `More than the day’s limit of ${v.most} minutes; please correct`,
  },
  'minutes.too-few': {
    'zh-CN': () => '数字过小，请写明分钟、小时或节',
    en: () => 'The number is very small; say minutes, hours or lessons',
  },
  'minutes.many': {
    'zh-CN': () => '时间偏长，请核对分钟数',
    en: () => 'This is unusually long; check the minutes',
  },
  'minutes.rounded': {
    'zh-CN': v => `取整为${v.minutes}分钟，请核对`,
    en: v => `Rounded to ${v.minutes} minutes; please check`,
  },
  'minutes.total-differs': {
    'zh-CN': () => '合计与分项不符，请改正',
    en: () => 'The total and its parts differ; please correct',
  },
  'minutes.overlap': {
    'zh-CN': () => '时间段有重叠，请改正',
    en: () => 'The time spans overlap; please correct',
  },
  'minutes.eye-exercise': {
    'zh-CN': () => '眼保健操不计入体育活动时间，请核对',
    en: () => 'Eye exercises do not count as activity; please check',
  },
  'minutes.label-doubtful': {
    'zh-CN': () => '是否计入在校活动不明确，请填写应计分钟数',
    en: () => 'It is unclear whether all of it counts; enter the minutes that count',
  },
  'minutes.span-backwards': {
    'zh-CN': () => '结束时间不晚于开始时间，请改正',
    en: () => 'The end is not after the start; please correct',
  },
  'minutes.odd-hour': {
    'zh-CN': () => '时间不在在校时段，请核对',
    en: () => 'The time lies outside school hours; please check',
  },
  'minutes.is-date': { 'zh-CN': () => '这是日期，请填写分钟数', en: () => 'This is a date; enter minutes' },
  'minutes.time-format': {
    'zh-CN': v => `按时长${v.minutes}分钟计，请核对`,
    en: v => `Taken as a duration of ${v.minutes} minutes; please check`,
  },
  'minutes.hour-and-half': {
    'zh-CN': v => `按${v.minutes}分钟计，请核对`,
    en: v => `Taken as ${v.minutes} minutes; please check`,
  },
  'minutes.times': {
    'zh-CN': v => `按每次时间乘以次数，计${v.minutes}分钟，请核对`,
    en: v => `Multiplied by the number of times: ${v.minutes} minutes; please check`,
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
    'zh-CN': () => '上午与钟点矛盾，请按24小时制填写',
    en: () => 'Morning and the hour disagree; use the 24-hour clock',
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
  'date.ahead': {
    'zh-CN': v => `${v.days}在今天之后较久，请核对`,
    en: v => `${v.days} lies well after today; please check`,
  },
  'date.corrected': { 'zh-CN': v => `按${v.days}读取，请核对`, en: v => `Read as ${v.days}; please check` },
  'date.half-day-ignored': {
    'zh-CN': v => `日期按${v.days}读取，上午下午未采用`,
    en: v => `Read as ${v.days}; the half of the day is left out`,
  },
  'date.instant': {
    'zh-CN': v => `按本地日期${v.days}读取，请核对`,
    en: v => `Read as the local day ${v.days}; please check`,
  },
  'date.no-day': {
    'zh-CN': () => '缺少日，请填写完整日期',
    en: () => 'The day is missing; enter the whole date',
  },
  'date.no-month': {
    'zh-CN': () => '缺少月份，请填写完整日期',
    en: () => 'The month is missing; enter the whole date',
  },
  'date.no-school': {
    'zh-CN': v => `${v.days}不上课，请核对`,
    en: v => `There is no school on ${v.days}; please check`,
  },
  'date.no-such-day': {
    'zh-CN': () => '没有这一天，请改正',
    en: () => 'There is no such day; please correct',
  },
  'date.not-a-date': {
    'zh-CN': () => '不是日期，请按“2025-09-01”填写',
    en: () => 'This is no date; write it as 2025-09-01',
  },
  'date.number': {
    'zh-CN': () => '日期存成了小数，请按“2025-09-01”填写',
    en: () => 'The date became a decimal; write it as 2025-09-01',
  },
  'date.old-weekday': {
    'zh-CN': () => '星期与去年相符，请核对年份',
    en: () => 'The weekday fits last year; check the year',
  },
  'date.order': {
    'zh-CN': () => '日、月顺序不明确，请按“2025-09-01”填写',
    en: () => 'Day and month may be swapped; write it as 2025-09-01',
  },
  'date.other-year': {
    'zh-CN': () => '不在本学年，请改正日期',
    en: () => 'The day lies in another school year; correct the date',
  },
  'date.other-zone': {
    'zh-CN': () => '时区不同，请填写本地日期',
    en: () => 'The time zone differs; enter the local date',
  },
  'date.range-backwards': {
    'zh-CN': () => '结束日期早于开始日期，请改正',
    en: () => 'The range ends before it begins; please correct',
  },
  'date.range-empty': {
    'zh-CN': () => '范围内没有上课日，请改正',
    en: () => 'The range holds no school day; please correct',
  },
  'date.range-long': {
    'zh-CN': v => `日期范围超过${v.most}天，请分开填写`,
    en: v => `The range is longer than ${v.most} days; split it`,
  },
  'date.range-skips': {
    'zh-CN': v => `只取上课日：${v.days}等，请核对`,
    en: v => `Only school days are taken: ${v.days} and so on; please check`,
  },
  'date.serial': {
    'zh-CN': v => `数字按日期${v.days}读取，请核对`,
    en: v => `The number is read as ${v.days}; please check`,
  },
  'date.twice': {
    'zh-CN': () => '日期重复，只取一次，请核对',
    en: () => 'A day is named twice and taken once; please check',
  },
  'date.unclear': {
    'zh-CN': () => '日期不明确，请按“2025-09-01”填写',
    en: () => 'The date is unclear; write it as 2025-09-01',
  },
  'date.weekday-differs': {
    'zh-CN': v => `星期与日期${v.days}不符，请核对`,
    en: v => `The weekday does not fit ${v.days}; please check`,
  },
  'date.week-differs': {
    'zh-CN': () => '周次与日期不符，请填写日期',
    en: () => 'The week does not fit; enter the date',
  },
  'date.weekday-only': {
    'zh-CN': () => '只有星期，请填写日期',
    en: () => 'Only a weekday is given; enter the date',
  },
  'date.year-unclear': {
    'zh-CN': () => '年份不明确，请填写完整日期',
    en: () => 'The year is unclear; enter the whole date',
  },
  'class.brackets': {
    'zh-CN': v => `括号已更正，按${v.classes}读取，请核对`,
    en: v => `Brackets corrected; read as ${v.classes}; please check`,
  },
  'class.campus': {
    'zh-CN': () => '括号内按校区读取，请核对',
    en: () => 'The words in brackets are taken as the campus; please check',
  },
  'class.corrected': {
    'zh-CN': v => `按${v.classes}读取，请核对`,
    en: v => `Read as ${v.classes}; please check`,
  },
  'class.glued': {
    'zh-CN': v => `几个班级连写，按${v.classes}读取，请核对`,
    en: v => `Several classes run together; read as ${v.classes}; please check`,
  },
  'class.grade-differs': {
    'zh-CN': () => '班级与年级列不符，请改正',
    en: () => 'The class does not fit the grade column; please correct',
  },
  'class.high-number': {
    'zh-CN': () => '班号较大，请核对',
    en: () => 'The class number is high; please check',
  },
  'class.is-date': {
    'zh-CN': () => '班级变成了日期，请以文本重填',
    en: () => 'The class became a date; enter it again as text',
  },
  'class.joined': {
    'zh-CN': v => `按${v.classes}读取，请核对`,
    en: v => `Read as ${v.classes}; please check`,
  },
  'class.no-grade': {
    'zh-CN': () => '缺少年级，请填写“三(2)班”这样的名称',
    en: () => 'The grade is missing; write it like 三(2)班',
  },
  'class.no-such-class': {
    'zh-CN': () => '没有这个班号，请改正',
    en: () => 'There is no such class number; please correct',
  },
  'class.no-such-grade': {
    'zh-CN': () => '没有这个年级，请改正班级名称',
    en: () => 'There is no such grade; correct the class name',
  },
  'class.not-a-class': {
    'zh-CN': () => '不是班级名称，请填写“三(2)班”',
    en: () => 'This is no class; write it like 三(2)班',
  },
  'class.number': {
    'zh-CN': () => '班级变成了数字，请以文本重填，如“三(2)班”',
    en: () => 'The class became a number; enter it as text, like 三(2)班',
  },
  'class.numerals': {
    'zh-CN': v => `两个数字连写，按${v.classes}读取，请核对`,
    en: v => `Two numerals run together; read as ${v.classes}; please check`,
  },
  'class.stream': {
    'zh-CN': v => `文理科未采用，按${v.classes}读取，请核对`,
    en: v => `The stream is left out; read as ${v.classes}; please check`,
  },
  'class.twice': {
    'zh-CN': () => '班级重复，只取一次，请核对',
    en: () => 'A class is named twice and taken once; please check',
  },
  'class.unclear': {
    'zh-CN': () => '班级名称不明确，请填写“三(2)班”',
    en: () => 'The class is unclear; write it like 三(2)班',
  },
  'class.whole-grade': {
    'zh-CN': v => `按整个年级${v.classes}读取，请核对`,
    en: v => `Read as the whole grade ${v.classes}; please check`,
  },
  'grade.band': {
    'zh-CN': v => `年级段按${v.grades}年级计，请核对`,
    en: v => `The band is taken as grades ${v.grades}; please check`,
  },
  'grade.band-unclear': {
    'zh-CN': () => '年级段不明确，请写明年级',
    en: () => 'The band is unclear; name the grades',
  },
  'grade.cohort-unclear': {
    'zh-CN': () => '本校有几个学段，请写明小学、初中或高中',
    en: () => 'The school has several stages; say primary, junior or senior',
  },
  'grade.contradiction': {
    'zh-CN': () => '两种写法矛盾，请改正年级',
    en: () => 'The two grades disagree; please correct',
  },
  'grade.corrected': {
    'zh-CN': v => `按${v.grades}年级读取，请核对`,
    en: v => `Read as grade ${v.grades}; please check`,
  },
  'grade.from-class': {
    'zh-CN': v => `这里填了班级，按${v.grades}年级读取`,
    en: v => `A class stands here; read as grade ${v.grades}`,
  },
  'grade.graduation': {
    'zh-CN': () => '“届”是毕业年份，请写明年级',
    en: () => 'This is a graduation year; name the grade',
  },
  'grade.is-date': {
    'zh-CN': () => '年级变成了日期，请以文本重填',
    en: () => 'The grade became a date; enter it again as text',
  },
  'grade.no-such-cohort': {
    'zh-CN': () => '本校现在没有这一级，请写明年级',
    en: () => 'The school has no such cohort now; name the grade',
  },
  'grade.no-such-grade': {
    'zh-CN': () => '没有这个年级，请填写一至十二年级',
    en: () => 'There is no such grade; enter 1 to 12',
  },
  'grade.not-a-grade': { 'zh-CN': () => '不是年级，请改正', en: () => 'This is no grade; please correct' },
  'grade.range': {
    'zh-CN': v => `按${v.grades}年级读取，请核对`,
    en: v => `Read as grades ${v.grades}; please check`,
  },
  'grade.range-backwards': {
    'zh-CN': () => '年级范围颠倒，请改正',
    en: () => 'The range of grades runs backwards; please correct',
  },
  'grade.term-ignored': {
    'zh-CN': v => `学期未采用，按${v.grades}年级读取`,
    en: v => `The term is left out; read as grade ${v.grades}`,
  },
  'grade.twice': {
    'zh-CN': () => '年级重复，只取一次，请核对',
    en: () => 'A grade is named twice and taken once; please check',
  },
  'grade.unclear': {
    'zh-CN': () => '年级不明确，请填写“三年级”这样的名称',
    en: () => 'The grade is unclear; write it like 三年级',
  },
  'grade.whole-stage': {
    'zh-CN': v => `按整个学段${v.grades}年级计，请核对`,
    en: v => `Taken as the whole stage, grades ${v.grades}; please check`,
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
} satisfies Record<CellCode, Message<ProblemValues>>

/** The sentence for a code of a cell reader; null when the code belongs to somebody else. */
export function cellMessage(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  if (!Object.hasOwn(messages, code)) return null
  const message: Message<ProblemValues> = messages[code as CellCode]
  return say(locale, message, values)
}
