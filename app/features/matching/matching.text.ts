import { type Message, plural } from '#app/i18n/text.ts'
import type { Verdict } from '../applications/eligibility.rule.ts'

export const verdictShort = {
  eligible: { 'zh-CN': '条件符合', en: 'may apply' },
  unclear: { 'zh-CN': '资料待补充', en: 'profile incomplete' },
  'not-eligible': { 'zh-CN': '条件不符', en: 'may not apply' },
} satisfies Record<Verdict, Message>

export const reasonText = {
  near: {
    'zh-CN': ({ km }) => `离家约 ${km} 公里`,
    en: ({ km }) => `about ${km} km from home`,
  } satisfies Message<{ km: number }>,
  preferred: {
    'zh-CN': ({ place }) => `第 ${place} 意向单位`,
    en: ({ place }) => `unit of choice no. ${place}`,
  } satisfies Message<{ place: number }>,
  notPreferred: { 'zh-CN': '不在意向单位', en: 'not a unit of choice' },
  hoursFit: {
    'zh-CN': ({ hours }) => `每周可任教 ${hours} 小时，足够`,
    en: ({ hours }) => `has ${hours} hours a week, enough`,
  } satisfies Message<{ hours: number }>,
  hoursShort: {
    'zh-CN': ({ hours }) => `每周只有 ${hours} 小时`,
    en: ({ hours }) => `has only ${hours} hours a week`,
  } satisfies Message<{ hours: number }>,
  experience: {
    'zh-CN': ({ years }) => `执教 ${years} 年`,
    en: ({ years }) => `${years} ${plural(years, 'year', 'years')} of coaching`,
  } satisfies Message<{ years: number }>,
}

export const matchingText = {
  forYou: { 'zh-CN': '适合您的岗位', en: 'Posts for you' },
  forYouAnswer: {
    'zh-CN': ({ count, eligible }) => `正在报名的岗位中，您符合 ${eligible} 个的条件（列出 ${count} 个）。`,
    en: ({ count, eligible }) => `Of the ${count} posts listed you may apply to ${eligible}.`,
  } satisfies Message<{ count: number; eligible: number }>,
  forYouMeans: {
    'zh-CN': '按条件、等级、距离、意向单位、时间和经历排序；只供参考，报不报由您定。',
    en: 'Ordered by requirements, grade, distance, units of choice, hours and experience; you decide.',
  },
  noProfile: {
    'zh-CN': '填写个人资料后，这里会列出适合您的岗位。',
    en: 'Fill in your profile to see posts for you.',
  },
  fillProfile: { 'zh-CN': '填写资料', en: 'Fill in your profile' },
  noneOpen: { 'zh-CN': '现在没有正在报名的岗位。', en: 'No post is open now.' },
  title: { 'zh-CN': '人岗匹配', en: 'Matching' },
  proposal: { 'zh-CN': '让更多布点活起来的建议', en: 'A proposal to bring placements alive' },
  proposalAnswer: {
    'zh-CN': ({ open, works, lacking, completed }) =>
      open === 0
        ? '每个布点都有人带队。'
        : `${open} 个布点无人带队，按建议可补上 ${works} 个；${lacking} 格未达标，可补齐 ${completed} 格。`,
    en: ({ open, works, lacking, completed }) =>
      open === 0
        ? 'Somebody stands behind every placement.'
        : `Nobody stands behind ${open} ${plural(open, 'placement', 'placements')}; the proposal fills ${works}. ${lacking} ${plural(lacking, 'cell falls', 'cells fall')} short; it completes ${completed}.`,
  } satisfies Message<{ open: number; works: number; lacking: number; completed: number }>,
  proposalMeans: {
    'zh-CN':
      '在条件、时间、岗位空额和意向之内，补齐的格（单位×项目×学段，每项目小学 6、初中 2、高中 1，以现行规则为准）最多，其次补上的布点最多，再次最合适。仅为建议：录用仍按招聘程序，由人决定。',
    en: 'Within requirements, hours, free places and wishes as many complete cells as can be (unit × sport × stage: 6 primary, 2 junior, 1 senior school a sport, or as the rule in force says), then as many placements, then those that suit best. A proposal only: people are engaged by the proper way, and by people.',
  },
  maybeNotBest: {
    'zh-CN': '可能的组合太多，未能全部比较：这是已找到的最好建议，也许还有更好的。',
    en: 'There are too many combinations to compare them all: this is the best proposal found, and there may be a better one.',
  },
  checks: { 'zh-CN': '办妥准入查询即可活跃的布点', en: 'Placements that wait for an entry check' },
  wouldLive: {
    'zh-CN': ({ name, why }) => `若${name}的准入查询办妥，该布点即可活跃（${why}）。`,
    en: ({ name, why }) => `It would live if the entry check of ${name} were renewed (${why}).`,
  } satisfies Message<{ name: string; why: string }>,
  besides: {
    'zh-CN': ({ why }) => `另需登记该项目的活动：${why}`,
    en: ({ why }) => `the sport must be logged besides: ${why}`,
  } satisfies Message<{ why: string }>,
  noProposal: {
    'zh-CN': '没有可建议的人选：可发布岗位，或增加教练课时。',
    en: 'Nobody can be proposed: publish a post, or extend hours.',
  },
  besidesTitle: { 'zh-CN': '另需登记的活动', en: 'To be logged besides' },
  placement: { 'zh-CN': '布点', en: 'Placement' },
  school: { 'zh-CN': '学校', en: 'School' },
  sport: { 'zh-CN': '项目', en: 'Sport' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  verdict: { 'zh-CN': '条件', en: 'Requirements' },
  person: { 'zh-CN': '人选', en: 'Person' },
  whence: { 'zh-CN': '来源', en: 'From' },
  why: { 'zh-CN': '理由', en: 'Why' },
  coachWith: {
    'zh-CN': ({ hours }) => `在册教练，每周还有 ${hours} 小时`,
    en: ({ hours }) => `coach of the register with ${hours} hours a week left`,
  } satisfies Message<{ hours: number }>,
  applicantTo: {
    'zh-CN': ({ post }) => `报名“${post}”`,
    en: ({ post }) => `applied to “${post}”`,
  } satisfies Message<{ post: string }>,
  posts: { 'zh-CN': '按岗位看人选', en: 'Candidates by post' },
  noPosts: { 'zh-CN': '本单位没有已发布的岗位。', en: 'The unit has no published post.' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  show: { 'zh-CN': '查看', en: 'Show' },
  candidatesFor: {
    'zh-CN': ({ post }) => `“${post}”的人选`,
    en: ({ post }) => `Candidates for “${post}”`,
  } satisfies Message<{ post: string }>,
  candidatesAnswer: {
    'zh-CN': ({ count, eligible }) => `本单位的 ${count} 名报名人中，${eligible} 人符合本岗位条件。`,
    en: ({ count, eligible }) =>
      `Of ${count} people who applied to the unit, ${eligible} meet this post’s requirements.`,
  } satisfies Message<{ count: number; eligible: number }>,
  candidatesMean: {
    'zh-CN': '只列报名本单位岗位的人；排序供参考，录用按招聘程序。',
    en: 'Only people who applied to the unit; the order is a help, recruitment decides.',
  },
  noCandidates: { 'zh-CN': '还没有人报名本单位的岗位。', en: 'Nobody has applied to the unit yet.' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  points: { 'zh-CN': '合适度', en: 'Points' },
  applied: { 'zh-CN': '报名情况', en: 'Applied to' },
} as const
