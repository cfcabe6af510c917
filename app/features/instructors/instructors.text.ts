import { type Message, plural } from '#app/i18n/text.ts'
import type { InstructorKind } from '#db/tables.ts'
import type { AddInstructorRefusal } from './add-instructor.server.ts'
import type { ChangeInstructorRefusal } from './change-instructor.server.ts'
import type { EndInstructorRefusal } from './end-instructor.server.ts'
import type { InstructorGrade, TeacherTitle } from './title.rule.ts'

/** What a form's check answers in place of a sentence, for the page to word. */
export const personalNumber = 'personal-number'

export const kindWords = {
  COACH: { 'zh-CN': '教练员', en: 'Coach' },
  PE_TEACHER: { 'zh-CN': '体育教师', en: 'PE teacher' },
  SPORTS_INSTRUCTOR: { 'zh-CN': '社会体育指导员', en: 'Social sports instructor' },
} satisfies Record<InstructorKind, Message>

/** The words of the register of instructors. */
export const instructorsText = {
  title: { 'zh-CN': '教练员名册', en: 'Register of coaches' },
  answer: {
    'zh-CN': ({ count, asOf }) => `${asOf} 名册上有 ${count} 人。`,
    en: ({ count, asOf }) =>
      `${count} ${plural(count, 'person stands', 'people stand')} in the register on ${asOf}.`,
  } satisfies Message<{ count: number; asOf: string }>,
  none: {
    'zh-CN': '没有符合条件的人。可放宽条件，或登记教练员、导入名册。',
    en: 'Nobody fits. Widen the filter, register somebody or import a roster.',
  },
  add: { 'zh-CN': '登记人员', en: 'Register somebody' },
  addAnswer: {
    'zh-CN': '登记教练员、体育教师或社会体育指导员。名册不收身份证号和电话。',
    en: 'Register a coach, PE teacher or social sports instructor. The register takes no ID or phone number.',
  },
  exportExcel: { 'zh-CN': '导出名册', en: 'Export the roster' },
  importExcel: { 'zh-CN': '导入名册', en: 'Import a roster' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  namesake: { 'zh-CN': '同名序号', en: 'Number among namesakes' },
  namesakeHint: {
    'zh-CN': '同一单位有同名的人时，第二位填 2',
    en: 'Where two people share a name at one place, the second is 2',
  },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  gender: { 'zh-CN': '性别', en: 'Gender' },
  genders: {
    F: { 'zh-CN': '女', en: 'Female' },
    M: { 'zh-CN': '男', en: 'Male' },
    '': { 'zh-CN': '未填', en: 'Not said' },
  },
  place: { 'zh-CN': '所属学校或单位', en: 'School or unit' },
  pooled: {
    'zh-CN': ({ unit }) => `${unit}（统筹）`,
    en: ({ unit }) => `${unit} (pooled)`,
  } satisfies Message<{ unit: string }>,
  school: { 'zh-CN': '所属学校', en: 'School' },
  schoolHint: {
    'zh-CN': '10 位标识码，或从列表中选择；空白即单位统筹',
    en: 'Its ten-digit code, or choose from the list; empty: pooled by the unit',
  },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  unitHint: { 'zh-CN': '只在单位统筹时填', en: 'For a pooled instructor only' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  sportNumber: {
    'zh-CN': ({ number }) => `项目${number}`,
    en: ({ number }) => `Sport ${number}`,
  } satisfies Message<{ number: number }>,
  gradeNumber: {
    'zh-CN': ({ number }) => `项目${number}的运动员等级`,
    en: ({ number }) => `Athlete grade in sport ${number}`,
  } satisfies Message<{ number: number }>,
  stages: { 'zh-CN': '学段', en: 'Stages' },
  stagesHint: { 'zh-CN': '不选即本校全部学段', en: 'None chosen: every stage of the school' },
  allStages: { 'zh-CN': '全部', en: 'all' },
  engagement: { 'zh-CN': '用工方式', en: 'Engagement' },
  engagementNone: { 'zh-CN': '不适用', en: 'Does not apply' },
  titleLiteral: { 'zh-CN': '职称或等级', en: 'Title or grade' },
  titleHint: {
    'zh-CN': '照证书填写，新旧名称都可，如 一级教练、中级教练、一级教师、二级社会体育指导员',
    en: 'As on the paper, old or new names, such as 一级教练 or 中级教练',
  },
  titleBoth: {
    'zh-CN': ({ literal, today }) => `${literal}（现称 ${today}）`,
    en: ({ literal, today }) => `${literal} (today: ${today})`,
  } satisfies Message<{ literal: string; today: string }>,
  retired: { 'zh-CN': '退役运动员', en: 'Retired athlete' },
  hoursWeek: { 'zh-CN': '合同周课时', en: 'Contract hours a week' },
  hoursHint: { 'zh-CN': '体育教师可空', en: 'May be empty for PE teachers' },
  validFrom: { 'zh-CN': '起始日期', en: 'From' },
  validTo: { 'zh-CN': '终止日期', en: 'Until' },
  hoursPlaced: { 'zh-CN': '已安排', en: 'Placed' },
  hours: {
    'zh-CN': ({ count }) => `${count} 课时`,
    en: ({ count }) => `${count} ${plural(count, 'hour', 'hours')}`,
  } satisfies Message<{ count: number }>,
  from: { 'zh-CN': '起始日期', en: 'From' },
  until: { 'zh-CN': '终止日期', en: 'Until' },
  untilHint: {
    'zh-CN': '合同的最后一天；空白即长期',
    en: 'The last day of the contract; empty: it goes on',
  },
  open: { 'zh-CN': '长期', en: 'open-ended' },
  days: { 'zh-CN': '合同期', en: 'Contract' },
  contracts: { 'zh-CN': '合同沿革', en: 'Contracts' },
  state: { 'zh-CN': '状态', en: 'State' },
  states: {
    working: { 'zh-CN': '在岗', en: 'Working' },
    suspended: { 'zh-CN': '暂停（准入查询）', en: 'Suspended (entry check)' },
    ended: { 'zh-CN': '已终止', en: 'Ended' },
    later: { 'zh-CN': '未开始', en: 'Not begun' },
  },
  endReason: { 'zh-CN': '终止原因', en: 'Why it ended' },
  everySchool: { 'zh-CN': '查看全部学校', en: 'Every school' },
  search: { 'zh-CN': '姓名或学校', en: 'Name or school' },
  all: { 'zh-CN': '全部', en: 'All' },
  asOf: { 'zh-CN': '日期', en: 'Day' },
  inForce: { 'zh-CN': '范围', en: 'Which' },
  inForceOnly: { 'zh-CN': '当日在册', en: 'In force that day' },
  everybody: { 'zh-CN': '含已终止', en: 'Ended too' },
  show: { 'zh-CN': '查询', en: 'Show' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  save: { 'zh-CN': '提交', en: 'Submit' },
  saved: { 'zh-CN': '已保存', en: 'Saved' },
  change: { 'zh-CN': '变更或续签', en: 'Change or renew' },
  changeAnswer: {
    'zh-CN': '变更自生效日起算，之前的记录保留；生效日等于起始日即为更正，等于终止日次日即为续签。',
    en: 'The change holds from its day on and what was before stays; from the first day it is a correction, from the day after the last a further contract.',
  },
  effective: { 'zh-CN': '生效日期', en: 'In force from' },
  end: { 'zh-CN': '提前终止', en: 'End early' },
  endAnswer: {
    'zh-CN': '合同和合同下的全部安排在这一天终止，记录保留。',
    en: 'The contract and all work under it end on this day; the record stays.',
  },
  lastDay: { 'zh-CN': '最后一天', en: 'Last day' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  entryCheck: { 'zh-CN': '准入查询', en: 'Entry check' },
  travel: { 'zh-CN': '路上时间', en: 'Travel between schools' },
  travelAnswer: {
    'zh-CN': '两校之间的路上时间＝直线距离×绕行系数÷时速＋余量。只用于以后的安排，已有安排不变。',
    en: 'The way is the straight line times the detour, at the speed, plus a margin. It holds for work placed from now on.',
  },
  kmPerHour: { 'zh-CN': '时速（公里）', en: 'Speed (km/h)' },
  detour: { 'zh-CN': '绕行系数', en: 'Detour factor' },
  marginMinutes: { 'zh-CN': '余量（分钟）', en: 'Margin (minutes)' },
  personalNumber: {
    'zh-CN': '名册不收身份证号和电话，请删去后再提交',
    en: 'The register takes no ID or phone number; please remove it',
  },
  refusal: {
    'ends-before-start': { 'zh-CN': '终止日期早于起始日期', en: 'The last day comes before the first' },
    'after-its-end': { 'zh-CN': '合同在这一天之前已经终止', en: 'It ends before this day already' },
    'sport-missing': { 'zh-CN': '请至少选择一个项目', en: 'Please choose at least one sport' },
    'sport-twice': { 'zh-CN': '同一项目只填一次', en: 'Name each sport once' },
    'too-many-sports': { 'zh-CN': '一份合同最多填六个项目', en: 'A contract names at most six sports' },
    'engagement-missing': { 'zh-CN': '教练员须填用工方式', en: 'A coach needs an engagement' },
    'hours-missing': { 'zh-CN': '教练员须填合同周课时', en: 'A coach needs hours a week' },
    'hours-out-of-bounds': { 'zh-CN': '周课时应在 1 至 40 之间', en: 'Hours a week are from 1 to 40' },
    'title-unknown': {
      'zh-CN': '不认识这个职称或等级，请照证书填写',
      en: 'No such title or grade of this kind is known; please write it as on the paper',
    },
    'intern-without-end': { 'zh-CN': '实习教练须填终止日期', en: 'An intern needs a last day' },
    'intern-over-a-year': {
      'zh-CN': '实习教练累计不超过一年',
      en: 'Nobody is an intern for more than a year',
    },
    'school-unknown': { 'zh-CN': '您管理的学校中没有这个标识码', en: 'No school of yours has this code' },
    'unit-unknown': { 'zh-CN': '请选择学校或单位', en: 'Please choose a school or a unit' },
    'not-allowed': { 'zh-CN': '不属于您的管理范围', en: 'This is not yours to change' },
    'sport-unknown': { 'zh-CN': '项目目录中没有这个项目', en: 'The catalogue has no such sport' },
    'school-not-open': { 'zh-CN': '该校在起始日期未开办', en: 'The school was not open on the first day' },
    'stage-not-run': {
      'zh-CN': '该校在起始日期不办所选学段',
      en: 'The school did not run a chosen stage on the first day',
    },
    'registered-already': {
      'zh-CN': '该处已登记同名的人：同一人请打开其页面变更或续签，另一人请填同名序号 2',
      en: 'Somebody of this name stands here already: change or renew theirs, or number the other person 2',
    },
    'kind-not-yours': {
      'zh-CN': '教练员、社会体育指导员改为体育教师，须由主管单位办理',
      en: 'A coach or a social sports instructor is made a PE teacher by the unit, not by the school',
    },
    'no-fresh-check': {
      'zh-CN': '续签须有 30 日内“未发现”的准入查询结果，请先由主管单位查询',
      en: 'A further contract needs an entry check that found nothing in the last 30 days: the unit must query first',
    },
    'contract-overlaps': {
      'zh-CN': '与此人在此处的另一合同日期重叠',
      en: 'The days overlap another contract here',
    },
    'outside-its-days': {
      'zh-CN': '生效日期应在合同期内，或为终止日的次日',
      en: 'The day lies within the contract, or is the one after its last',
    },
    'work-beyond-end': {
      'zh-CN': '还有安排晚于新的终止日期，请先终止这些安排',
      en: 'Work goes beyond the new last day; end that work first',
    },
    'work-above-hours': {
      'zh-CN': '已安排的课时超过新的合同周课时',
      en: 'The work placed exceeds the new hours of the contract',
    },
    'work-in-other-sport': {
      'zh-CN': '已有安排的项目不能去掉',
      en: 'A sport in which work is placed cannot be left out',
    },
    'not-found': { 'zh-CN': '名册中没有此人', en: 'The register has no such person' },
  } satisfies Record<AddInstructorRefusal | ChangeInstructorRefusal | EndInstructorRefusal, Message>,
} as const

/** Titles of today by what titleOf answers; coaches' stand in coachingText. */
export const titleWords = {
  PE_TEACHER: {
    PROFESSOR: { 'zh-CN': '正高级教师', en: 'Professorial teacher' },
    SENIOR: { 'zh-CN': '高级教师', en: 'Senior teacher' },
    LEVEL1: { 'zh-CN': '一级教师', en: 'Level 1 teacher' },
    LEVEL2: { 'zh-CN': '二级教师', en: 'Level 2 teacher' },
    LEVEL3: { 'zh-CN': '三级教师', en: 'Level 3 teacher' },
    '': { 'zh-CN': '无职称', en: 'No title' },
  },
  SPORTS_INSTRUCTOR: {
    NATIONAL: { 'zh-CN': '国家级社会体育指导员', en: 'National instructor' },
    LEVEL1: { 'zh-CN': '一级社会体育指导员', en: 'Level 1 instructor' },
    LEVEL2: { 'zh-CN': '二级社会体育指导员', en: 'Level 2 instructor' },
    LEVEL3: { 'zh-CN': '三级社会体育指导员', en: 'Level 3 instructor' },
    '': { 'zh-CN': '无等级', en: 'No grade' },
  },
} satisfies {
  PE_TEACHER: Record<TeacherTitle, Message>
  SPORTS_INSTRUCTOR: Record<InstructorGrade, Message>
}
