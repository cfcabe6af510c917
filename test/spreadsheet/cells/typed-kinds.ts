/** Kinds of activity as teachers type them, in the notation of typed-values.ts; the codes are those of domain.md 7.2. */
export const typedKinds = `
体育课 = PE_LESSON
体育 = PE_LESSON
体 育 课 = PE_LESSON
體育課 = PE_LESSON
体育课。 = PE_LESSON
体育与健康 = PE_LESSON
体育与健康课 = PE_LESSON
体育与健康课程 = PE_LESSON
体育课（室内） = PE_LESSON
室内体育课 = PE_LESSON
第二节体育课 = PE_LESSON
第2节 体育课 = PE_LESSON
PE_LESSON = PE_LESSON
大课间 = BIG_BREAK_AM
大課間 = BIG_BREAK_AM
大 课 间 = BIG_BREAK_AM
大课间活动 = BIG_BREAK_AM
大课间操 = BIG_BREAK_AM
大课间体育活动 = BIG_BREAK_AM
阳光大课间 = BIG_BREAK_AM
阳光体育大课间 = BIG_BREAK_AM
课间操 = BIG_BREAK_AM
上午大课间 = BIG_BREAK_AM
大课间（上午） = BIG_BREAK_AM
下午大课间 = BIG_BREAK_PM
大课间(下午) = BIG_BREAK_PM
下午大课间活动 = BIG_BREAK_PM
早操 = MORNING_EXERCISE
早　操 = MORNING_EXERCISE
晨跑 = MORNING_EXERCISE
晨练 = MORNING_EXERCISE
早锻炼 = MORNING_EXERCISE
早操（寄宿生） = MORNING_EXERCISE
阳光体育 = COLLECTIVE_EXERCISE
陽光體育 = COLLECTIVE_EXERCISE
阳光体育活动 = COLLECTIVE_EXERCISE
阳光体育运动 = COLLECTIVE_EXERCISE
阳光体育一小时 = COLLECTIVE_EXERCISE
阳关体育 ?
体育活动课 = COLLECTIVE_EXERCISE
体锻课 = COLLECTIVE_EXERCISE
体锻 = COLLECTIVE_EXERCISE
体活课 = COLLECTIVE_EXERCISE
集体体育锻炼 = COLLECTIVE_EXERCISE
集体锻炼 = COLLECTIVE_EXERCISE
课后服务 = AFTER_SCHOOL_SPORT
課後服務 = AFTER_SCHOOL_SPORT
课后服务体育活动 = AFTER_SCHOOL_SPORT
课后服务（体育） = AFTER_SCHOOL_SPORT
课后体育服务 = AFTER_SCHOOL_SPORT
课后服务（足球） = AFTER_SCHOOL_SPORT
课后延时服务 = AFTER_SCHOOL_SPORT
课间活动 = SHORT_BREAK
课间 = SHORT_BREAK
小课间 = SHORT_BREAK
课间15分钟 = SHORT_BREAK
课余训练 = TEAM_TRAINING
校队训练 = TEAM_TRAINING
校队 = TEAM_TRAINING
足球队 = TEAM_TRAINING
校足球队 = TEAM_TRAINING
田径队训练 = TEAM_TRAINING
校田径队 = TEAM_TRAINING
运动队训练 = TEAM_TRAINING
社团 = CLUB
体育社团 = CLUB
社团活动 = CLUB
篮球社团 = CLUB
籃球社團 = CLUB
足球兴趣小组 = CLUB
兴趣小组 = CLUB
运动会 = COMPETITION
校运会 = COMPETITION
秋季运动会 = COMPETITION
趣味运动会 = COMPETITION
班级联赛 = COMPETITION
班级篮球联赛 = COMPETITION
篮球比赛 = COMPETITION
眼保健操 = EYE_EXERCISE
眼操 = EYE_EXERCISE
眼保建操 ?
家庭体育作业 = HOME_EXERCISE
体育家庭作业 = HOME_EXERCISE
校外锻炼 = HOME_EXERCISE
校外体育活动 = HOME_EXERCISE
其他 = OTHER
其它 = OTHER
没有体育课 ?
无体育课 ?
体育课取消 ?
体育课改上数学 ?
体育课被占 ?
体育课？ ?
体育课或大课间 ?
体育课+大课间 ?
体育课、大课间 ?
体育课/阳光体育 ?
大课间（上午、下午） ?
校足 ?
足球 ?
跳绳 ?
活动课 = COLLECTIVE_EXERCISE
合唱社团 ?
书法兴趣小组 ?
课后服务（作业辅导） ?
数学课 ?
语文 ?
劳动课 ?
心理健康课 ?
班会 ?
午休 ?
第二节 ?
45 ?
45分钟 ?
8:20-9:00 ?
2025-09-01 ?
三(2)班 ?
√ ?
达标 ?
同上 ?
#N/A ?
/ -
— -
不详 -
`
