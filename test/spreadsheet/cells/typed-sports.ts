/** Sports as teachers type them, in the notation of typed-values.ts; the codes are those of domain.md 11. */
export const typedSports = `
田径 = athletics
田徑 = athletics
田 径 = athletics
田径类 = athletics
田径项目 = athletics
田径队 = athletics
田经 ?
趣味田径 = athletics
少儿趣味田径 = athletics
田径（短跑） = athletics
马拉松 = athletics
足球 = football
足 球 = football
足球。 = football
足球运动 = football
足球队 = football
校足球队 = football
校园足球 = football
校足 ?
男子足球 = football
女足 = football
五人制足球 = football
足球（五人制） = football
足球社团 = football
足球（男、女） = football
特色项目：足球 = football
Football = football
ＦＯＯＴＢＡＬＬ = football
篮球 = basketball
籃球 = basketball
兰球 ?
三人篮球 = basketball
小篮球 = basketball
女篮 = basketball
篮球（女） = basketball
篮球社团 = basketball
3v3篮球 = basketball
排球 = volleyball
女子排球 = volleyball
气排球 = air_volleyball
氣排球 = air_volleyball
沙滩排球 = beach_volleyball
沙排 = beach_volleyball
乒乓球 = table_tennis
乒乓 = table_tennis
兵乓球 ?
乒乓球队 = table_tennis
Table Tennis = table_tennis
羽毛球 = badminton
羽球 = badminton
网球 = tennis
網球 = tennis
短式网球 = tennis
手球 = handball
曲棍球 = hockey
棒垒球 = baseball
垒球 = softball
橄榄球 = rugby
腰旗橄榄球 = rugby
高尔夫 = golf
匹克球 = pickleball
水球 = water_polo
游泳 = swimming
花样游泳 = artistic_swimming
赛艇 = rowing
皮划艇 = canoeing
帆船 = sailing
帆船帆板 = sailing
OP帆船 = sailing
赛龙舟 = dragon_boat
體操 = gymnastics
快乐体操 = happy_gymnastics
艺术体操 = rhythmic_gymnastics
健美操 = aerobic_gymnastics
啦啦操 = cheerleading
拉拉操 = cheerleading
啦啦操社团 = cheerleading
跆拳道 = taekwondo
跆拳 = taekwondo
中国式摔跤 = wrestling
击剑 = fencing
射击 = shooting
射箭 = archery
自行车 = cycling
铁人三项 = triathlon
攀岩 = sport_climbing
轮滑 = roller_sports
速度轮滑 = roller_sports
轮滑球 = roller_sports
街舞 = breaking
体育舞蹈 = dance_sport
定向越野 = orienteering
飞盘 = frisbee
少儿体适能 = fitness_kids
围棋 = go
国际象棋 = chess
旱地冰壶 = curling
冰球 = ice_hockey
武术 = wushu
武術 = wushu
武术操 = wushu
武术（套路） = wushu
散打 = wushu
太极拳 = tai_chi
太极扇 = tai_chi
八段锦 = health_qigong
舞龙 = dragon_lion_dance
舞龙舞狮 = dragon_lion_dance
龙狮 = dragon_lion_dance
拔河 = tug_of_war
跳绳 = rope_skipping
跳繩 = rope_skipping
花样跳绳 = rope_skipping
跳绳(花样) = rope_skipping
跳绳（双摇） = rope_skipping
踢毽子 = shuttlecock
毽球 = shuttlecock
抖空竹 = diabolo
滚铁环 = hoop_rolling
健身秧歌 = yangko_fitness
三大球 ?
球类 ?
棋类 ?
越野 = athletics
足球、篮球 ?
足球/篮球 ?
田径+足球 ?
足球和篮球 ?
篮排球 ?
乒羽 ?
足球？ ?
非足球 ?
美式足球 ?
桌上足球 ?
桌球 ?
台球 ?
板球 ?
保龄球 ?
球 ?
足 ?
操 ?
体育 ?
体育课 ?
大课间 ?
社团 ?
呼啦圈 ?
电子竞技 ?
数学 ?
合唱 ?
书法 ?
45 ?
三年级 ?
2025-09-01 ?
√ ?
同上 ?
#N/A ?
/ -
— -
不详 -
`
