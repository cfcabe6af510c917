import { type Message, plural } from '#app/i18n/text.ts'
import type { Stage } from '#db/tables.ts'
import type { CertificateRule } from './post.rule.ts'
import type { PostMove, PostStatus } from './post-state.rule.ts'
import type { WindowState } from './round.rule.ts'

export const windowWords = {
  open: { 'zh-CN': '正在报名', en: 'Open' },
  soon: { 'zh-CN': '即将开始', en: 'Opening soon' },
  closed: { 'zh-CN': '报名已截止', en: 'Closed' },
} satisfies Record<WindowState, Message>

export const postStatusWords = {
  draft: { 'zh-CN': '草稿', en: 'Draft' },
  submitted: { 'zh-CN': '待审核', en: 'To be reviewed' },
  returned: { 'zh-CN': '已退回', en: 'Returned' },
  published: { 'zh-CN': '已发布', en: 'Published' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
  completed: { 'zh-CN': '已完成', en: 'Completed' },
} satisfies Record<PostStatus, Message>

export const moveWords = {
  submit: { 'zh-CN': '报送审核', en: 'Submit for review' },
  return: { 'zh-CN': '退回', en: 'Return' },
  publish: { 'zh-CN': '发布', en: 'Publish' },
  cancel: { 'zh-CN': '取消岗位', en: 'Cancel the post' },
  complete: { 'zh-CN': '招聘完成', en: 'Recruitment is completed' },
} satisfies Record<PostMove, Message>

export const stageWords = {
  primary: { 'zh-CN': '小学', en: 'Primary' },
  junior: { 'zh-CN': '初中', en: 'Junior secondary' },
  senior: { 'zh-CN': '高中', en: 'Senior secondary' },
} satisfies Record<Stage, Message>

export const certificateWords = {
  NONE: { 'zh-CN': '不要求', en: 'Not required' },
  WITHIN_PROBATION: { 'zh-CN': '试用期内取得', en: 'Within the probation' },
  NOW: { 'zh-CN': '报名时持有', en: 'Held when applying' },
} satisfies Record<CertificateRule, Message>

export const postText = {
  board: { 'zh-CN': '学校教练员招聘', en: 'School coach posts' },
  boardAnswer: {
    'zh-CN': ({ count, state }) =>
      ({
        open: `${count} 个岗位正在报名。`,
        soon: `${count} 个岗位即将开始报名。`,
        closed: `${count} 个岗位已截止报名。`,
      })[state],
    en: ({ count, state }) => {
      const posts = `${count} ${plural(count, 'post', 'posts')}`
      return { open: `${posts} open now.`, soon: `${posts} opening soon.`, closed: `${posts} closed.` }[state]
    },
  } satisfies Message<{ count: number; state: WindowState }>,
  boardMeans: {
    'zh-CN': '优先退役运动员；时间均为北京时间。',
    en: 'Retired athletes have priority. Times are those of the city (UTC+8).',
  },
  filters: { 'zh-CN': '查找条件', en: 'What you look for' },
  state: { 'zh-CN': '报名状态', en: 'Window' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  unit: { 'zh-CN': '招聘单位', en: 'Unit' },
  engagement: { 'zh-CN': '用工方式', en: 'Engagement' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  near: { 'zh-CN': '从哪里算距离', en: 'Distance from' },
  within: { 'zh-CN': '距离', en: 'Within' },
  withinKm: {
    'zh-CN': ({ km }) => `${km} 公里以内`,
    en: ({ km }) => `${km} km`,
  } satisfies Message<{ km: number }>,
  sort: { 'zh-CN': '排序', en: 'Order' },
  sorts: {
    closing: { 'zh-CN': '先截止的在前', en: 'First to close' },
    distance: { 'zh-CN': '近的在前', en: 'Nearest first' },
  },
  all: { 'zh-CN': '不限', en: 'Any' },
  search: { 'zh-CN': '查找', en: 'Find' },
  useMyPlace: { 'zh-CN': '用我的位置', en: 'Use my position' },
  myPlaceUsed: {
    'zh-CN': '距离从您的位置（约 1 公里精度）算起。',
    en: 'Distances count from where you are, to about 1 km.',
  },
  forgetMyPlace: { 'zh-CN': '不用我的位置', en: 'Forget my position' },
  noneFound: {
    'zh-CN': '没有符合条件的岗位，可放宽条件，或看看即将开始的。',
    en: 'Nothing fits. Ask for less, or look at what opens soon.',
  },
  seeSoon: { 'zh-CN': '即将开始的岗位', en: 'Posts opening soon' },
  people: {
    'zh-CN': ({ count }) => `招 ${count} 人`,
    en: ({ count }) => `${count} ${plural(count, 'place', 'places')}`,
  } satisfies Message<{ count: number }>,
  hoursAWeek: {
    'zh-CN': ({ hours }) => `每周 ${hours} 小时`,
    en: ({ hours }) => `${hours} ${plural(hours, 'hour', 'hours')} a week`,
  } satisfies Message<{ hours: number }>,
  kilometres: {
    'zh-CN': ({ km }) => `约 ${km} 公里`,
    en: ({ km }) => `about ${km} km away`,
  } satisfies Message<{ km: number }>,
  closesAt: {
    'zh-CN': ({ at }) => `${at} 截止`,
    en: ({ at }) => `closes ${at}`,
  } satisfies Message<{ at: string }>,
  opensAt: {
    'zh-CN': ({ at }) => `${at} 开始报名`,
    en: ({ at }) => `opens ${at}`,
  } satisfies Message<{ at: string }>,
  closedAt: {
    'zh-CN': ({ at }) => `已于 ${at} 截止`,
    en: ({ at }) => `closed ${at}`,
  } satisfies Message<{ at: string }>,
  left: {
    'zh-CN': ({ hours, minutes }) => {
      if (hours >= 48) return `还剩 ${Math.floor(hours / 24)} 天 ${hours % 24} 小时`
      return hours > 0 ? `还剩 ${hours} 小时` : `还剩 ${minutes} 分钟`
    },
    en: ({ hours, minutes }) => {
      if (hours >= 48) return `${Math.floor(hours / 24)} days ${hours % 24} h left`
      return hours > 0 ? `${hours} ${plural(hours, 'hour', 'hours')} left` : `${minutes} minutes left`
    },
  } satisfies Message<{ hours: number; minutes: number }>,
  openAnswer: {
    'zh-CN': ({ at, left }) => `正在报名，${left}（${at} 截止）。`,
    en: ({ at, left }) => `Open: ${left}, closes ${at}.`,
  } satisfies Message<{ at: string; left: string }>,
  soonAnswer: {
    'zh-CN': ({ at, until }) => `${at} 开始报名，${until} 截止。`,
    en: ({ at, until }) => `Opens ${at} and closes ${until}.`,
  } satisfies Message<{ at: string; until: string }>,
  closedAnswer: {
    'zh-CN': ({ at }) => `报名已于 ${at} 截止。`,
    en: ({ at }) => `Closed on ${at}.`,
  } satisfies Message<{ at: string }>,
  cancelledAnswer: {
    'zh-CN': ({ reason }) => `这个岗位已取消：${reason}`,
    en: ({ reason }) => `This post is cancelled: ${reason}`,
  } satisfies Message<{ reason: string }>,
  completedAnswer: { 'zh-CN': '这个岗位的招聘已经完成。', en: 'Recruitment for this post is completed.' },
  apply: { 'zh-CN': '我要报名', en: 'Apply' },
  atAGlance: { 'zh-CN': '岗位概况', en: 'At a glance' },
  number: { 'zh-CN': '岗位编号', en: 'Number' },
  title: { 'zh-CN': '岗位名称', en: 'Title' },
  school: { 'zh-CN': '学校', en: 'School' },
  schools: { 'zh-CN': '工作地点', en: 'Where you would work' },
  pooled: { 'zh-CN': '统筹岗位，服务多所学校', en: 'Pooled: serves several schools' },
  quota: { 'zh-CN': '招聘人数', en: 'Places' },
  hours: { 'zh-CN': '每周工作', en: 'Work a week' },
  pay: { 'zh-CN': '待遇', en: 'Pay' },
  term: { 'zh-CN': '合同期', en: 'Contract' },
  probation: { 'zh-CN': '试用期', en: 'Probation' },
  months: {
    'zh-CN': ({ count }) => `${count} 个月`,
    en: ({ count }) => `${count} ${plural(count, 'month', 'months')}`,
  } satisfies Message<{ count: number }>,
  contact: { 'zh-CN': '咨询', en: 'Ask' },
  document: { 'zh-CN': '公告', en: 'Announcement' },
  round: { 'zh-CN': '招聘批次', en: 'Round' },
  window: { 'zh-CN': '报名时间', en: 'Window' },
  opening: { 'zh-CN': '报名开始', en: 'Opens' },
  closing: { 'zh-CN': '报名截止', en: 'Closes' },
  windowFromTo: {
    'zh-CN': ({ from, to }) => `${from} 至 ${to}`,
    en: ({ from, to }) => `${from} to ${to}`,
  } satisfies Message<{ from: string; to: string }>,
  onePostEach: { 'zh-CN': '本批次每人限报一个岗位', en: 'One post each in this round' },
  requirements: { 'zh-CN': '报名条件', en: 'What is asked for' },
  selection: { 'zh-CN': '怎样选拔', en: 'How people are chosen' },
  duties: { 'zh-CN': '岗位职责', en: 'The work' },
  cells: { 'zh-CN': '5621 布点', en: '5621 cells' },
  cellsAnswer: {
    'zh-CN': ({ count }) =>
      count === 0
        ? '这些学校没有该项目、学段的有效布点，岗位不会使布点活跃。'
        : `到岗并正常开展后，可使 ${count} 个布点活跃。`,
    en: ({ count }) =>
      count === 0
        ? 'These schools hold no placement of the sport and stages: the post would make none live.'
        : `Once filled and at work it would make ${count} ${plural(count, 'cell', 'cells')} live.`,
  } satisfies Message<{ count: number }>,
  cell: {
    'zh-CN': ({ school, sport, stage }) => `${school} · ${sport} · ${stage}`,
    en: ({ school, sport, stage }) => `${school} · ${sport} · ${stage}`,
  } satisfies Message<{ school: string; sport: string; stage: string }>,
  backToBoard: { 'zh-CN': '全部岗位', en: 'All posts' },
} as const

/** What somebody must bring, a sentence each. */
export const requirementText = {
  retired: {
    'zh-CN': '面向退役运动员',
    en: 'For retired athletes only',
  },
  grade: {
    'zh-CN': ({ grade, sport }) => `${sport}${grade}及以上`,
    en: ({ grade, sport }) => `${grade} or above in ${sport}`,
  } satisfies Message<{ grade: string; sport: string }>,
  gradeOrResult: {
    'zh-CN': ({ grade, sport, result }) => `${sport}${grade}及以上，或获${result}`,
    en: ({ grade, sport, result }) => `${grade} or above in ${sport}, or instead: ${result}`,
  } satisfies Message<{ grade: string; sport: string; result: string }>,
  education: {
    'zh-CN': ({ education }) => `${education}及以上学历`,
    en: ({ education }) => `${education} or above`,
  } satisfies Message<{ education: string }>,
  age: {
    'zh-CN': ({ age }) => `${age} 周岁及以下（以报名截止日计）`,
    en: ({ age }) => `${age} or younger on the closing day`,
  } satisfies Message<{ age: number }>,
  certificateNow: {
    'zh-CN': '持有相应学段的教师资格证',
    en: 'A teacher certificate of the stage',
  },
  certificateLater: {
    'zh-CN': ({ months }) => `试用期（${months} 个月）内取得教师资格证`,
    en: ({ months }) => `A teacher certificate within the ${months} months of probation`,
  } satisfies Message<{ months: number }>,
  experience: {
    'zh-CN': ({ years }) => `从事体育教学或训练 ${years} 年及以上`,
    en: ({ years }) => `${years} ${plural(years, 'year', 'years')} of coaching or teaching sport`,
  } satisfies Message<{ years: number }>,
  entryCheck: {
    'zh-CN': '同意并通过教职员工准入查询',
    en: 'Consent to the entry check for work with minors, and a clear result',
  },
} as const

/** How people are chosen, step by step (domain.md 9.3). */
export const selectionText = {
  eligibility: { 'zh-CN': '资格审查', en: 'Eligibility is checked' },
  written: {
    'zh-CN': ({ weight, pass }) => `笔试，占 ${weight}%${pass === null ? '' : `，${pass} 分合格`}`,
    en: ({ weight, pass }) => `Written test, ${weight}%${pass === null ? '' : `, pass mark ${pass}`}`,
  } satisfies Message<{ weight: number; pass: string | null }>,
  shortList: {
    'zh-CN': ({ ratio }) => `按笔试成绩 1:${ratio} 入围，复审原件`,
    en: ({ ratio }) => `The best ${ratio} a place show their originals`,
  } satisfies Message<{ ratio: number }>,
  recheck: { 'zh-CN': '复审原件', en: 'Originals are checked' },
  skill: {
    'zh-CN': ({ weight, pass }) => `技能测试，占 ${weight}%${pass === null ? '' : `，${pass} 分合格`}`,
    en: ({ weight, pass }) => `Skill test, ${weight}%${pass === null ? '' : `, pass mark ${pass}`}`,
  } satisfies Message<{ weight: number; pass: string | null }>,
  medical: { 'zh-CN': '体检', en: 'Medical examination' },
  vetting: { 'zh-CN': '考察与准入查询', en: 'Vetting and entry check' },
  publicity: { 'zh-CN': '公示 7 个工作日', en: 'Public notice of 7 working days' },
  contract: {
    'zh-CN': ({ months }) => (months === 0 ? '签订合同' : `签订合同，试用期 ${months} 个月`),
    en: ({ months }) => (months === 0 ? 'Contract' : `Contract, ${months} months of probation`),
  } satisfies Message<{ months: number }>,
  review: { 'zh-CN': '学校和主管单位审核', en: 'School and unit review the application' },
  agreement: {
    'zh-CN': '签订协议',
    en: 'Agreement',
  },
} as const

/** The words of the side that recruits. */
export const recruitmentText = {
  title: { 'zh-CN': '岗位招聘', en: 'Recruitment' },
  answer: {
    'zh-CN': ({ submitted, published, draft }) =>
      `${submitted} 个岗位待审核，${published} 个已发布，${draft} 个在起草或被退回。`,
    en: ({ submitted, published, draft }) =>
      `${submitted} to be reviewed, ${published} published, ${draft} in draft or returned.`,
  } satisfies Message<{ submitted: number; published: number; draft: number }>,
  rounds: { 'zh-CN': '招聘批次', en: 'Rounds' },
  noRounds: { 'zh-CN': '还没有招聘批次。', en: 'No round has been announced.' },
  noRoundsNext: {
    'zh-CN': '由主管单位先建立批次，再起草岗位。',
    en: 'The unit announces a round first; posts are drafted in it.',
  },
  posts: { 'zh-CN': '岗位', en: 'Posts' },
  noPosts: { 'zh-CN': '没有岗位。', en: 'There is no post.' },
  status: { 'zh-CN': '状态', en: 'State' },
  announce: { 'zh-CN': '新建批次', en: 'Announce a round' },
  announceAnswer: {
    'zh-CN': '一个批次对应一份公告和一段报名时间。',
    en: 'A round is one announcement with one window.',
  },
  changeRound: { 'zh-CN': '修改批次', en: 'Change the round' },
  changeRoundAnswer: {
    'zh-CN': '岗位发布后，批次只能延长截止时间。',
    en: 'Once a post is published only the end of the window may be extended.',
  },
  endRound: { 'zh-CN': '结束批次', en: 'End the round' },
  endRoundMeans: {
    'zh-CN': '所有岗位完成或取消后可以结束；未录用者的资料自此保存 12 个月。',
    en: 'When all posts are settled; what unsuccessful people sent is kept for 12 months from then.',
  },
  endedAt: {
    'zh-CN': ({ at }) => `已于 ${at} 结束。`,
    en: ({ at }) => `Ended on ${at}.`,
  } satisfies Message<{ at: string }>,
  draftPost: { 'zh-CN': '起草岗位', en: 'Draft a post' },
  draftAnswer: {
    'zh-CN': '保存为草稿后再报送审核；发布前都可以修改。',
    en: 'It is saved as a draft and submitted then; until it is published it may change.',
  },
  editPost: { 'zh-CN': '修改岗位', en: 'Change the post' },
  edit: { 'zh-CN': '修改', en: 'Change' },
  reason: { 'zh-CN': '原因', en: 'Reason' },
  reasonHint: {
    'zh-CN': '退回、取消时必填；取消已发布岗位的原因会公开',
    en: 'Needed to return or cancel; of a published post everybody reads it',
  },
  returnedAnswer: {
    'zh-CN': ({ reason }) => `已退回：${reason}`,
    en: ({ reason }) => `Returned: ${reason}`,
  } satisfies Message<{ reason: string }>,
  handle: { 'zh-CN': '办理', en: 'What to do' },
  publicPage: { 'zh-CN': '查看公开页面', en: 'See the public page' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  moved: { 'zh-CN': '已办理。', en: 'Done.' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saveDraft: { 'zh-CN': '保存草稿', en: 'Save the draft' },
  show: { 'zh-CN': '查询', en: 'Show' },
  import: { 'zh-CN': '导入岗位', en: 'Import posts' },
  documentHint: { 'zh-CN': '文号或公告标题', en: 'Its number or title' },
  opens: { 'zh-CN': '报名开始（北京时间）', en: 'Opens (city time)' },
  closes: { 'zh-CN': '报名截止（北京时间）', en: 'Closes (city time)' },
  notAMinute: { 'zh-CN': '请填写年月日时分。', en: 'Please give day, hour and minute.' },
  work: { 'zh-CN': '岗位', en: 'The post' },
  where: { 'zh-CN': '学校和项目', en: 'School and sport' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  notAsked: { 'zh-CN': '不要求', en: 'Not asked for' },
  schoolsHint: {
    'zh-CN': '10 位标识码；统筹岗位可填多个，用顿号分开',
    en: 'Ten-digit code; several with commas for a pooled post',
  },
  isPooled: { 'zh-CN': '统筹岗位（服务多所学校）', en: 'Pooled post (serves several schools)' },
  isReserved: {
    'zh-CN': '面向一级及以上退役运动员',
    en: 'Reserved for retired athletes of level 1 or above',
  },
  hoursWeek: { 'zh-CN': '每周工作小时', en: 'Hours a week' },
  termMonths: { 'zh-CN': '合同期（月）', en: 'Contract (months)' },
  termHint: { 'zh-CN': '实习教练必填，最长 12 个月', en: 'Needed for interns, 12 at most' },
  probationMonths: { 'zh-CN': '试用期（月）', en: 'Probation (months)' },
  contactHint: { 'zh-CN': '部门和座机，不写手机号', en: 'Office and its line, no mobile number' },
  leastGrade: { 'zh-CN': '最低运动员等级', en: 'Least athlete grade' },
  resultInstead: { 'zh-CN': '可代替等级的成绩', en: 'Result instead of the grade' },
  leastEducation: { 'zh-CN': '最低学历', en: 'Least education' },
  mostAge: { 'zh-CN': '最大年龄', en: 'Most age' },
  mostAgeHint: { 'zh-CN': '报名截止日周岁；空白为不限', en: 'On the closing day; empty: no limit' },
  certificate: { 'zh-CN': '教师资格证', en: 'Teacher certificate' },
  leastExperience: { 'zh-CN': '最少从业年数', en: 'Least years of experience' },
  writtenWeight: { 'zh-CN': '笔试占比（%）', en: 'Written test (%)' },
  writtenHint: { 'zh-CN': '不低于 30；不设笔试填 0', en: '30 at least; 0 for none' },
  skillWeight: { 'zh-CN': '技能测试占比（%）', en: 'Skill test (%)' },
  writtenPass: { 'zh-CN': '笔试合格线', en: 'Pass mark, written' },
  skillPass: { 'zh-CN': '技能测试合格线', en: 'Pass mark, skill' },
  shortListRatio: { 'zh-CN': '每岗入围人数', en: 'Candidates a place' },
} as const
