/** How many schools of each type a unit of the demo city has, and the towns over which they spread. */
export interface UnitPlan {
  unitCode: string
  /** Begins the names of its schools. */
  name: string
  /** Longitude and latitude about which its schools lie. */
  centre: [number, number]
  /** The first two are taken for town centres with larger schools. */
  towns: readonly string[]
  numbers: Partial<Record<SchoolKind, number>>
}

export type SchoolKind =
  | 'primary'
  | 'point'
  | 'junior'
  | 'nine'
  | 'full'
  | 'senior'
  | 'twelve'
  | 'vocational'
  | 'special'
  | 'campus'

export const unitPlans: readonly UnitPlan[] = [
  {
    unitCode: '320703',
    name: '连云区',
    centre: [119.34, 34.76],
    towns: words('墟沟街道 连云街道 云山街道 板桥街道 海州湾街道 宿城街道 高公岛街道'),
    numbers: { primary: 12, point: 1, junior: 4, nine: 3, full: 1, senior: 1, special: 1 },
  },
  {
    unitCode: '320706',
    name: '海州区',
    centre: [119.16, 34.57],
    towns: words(
      '海州街道 新海街道 幸福路街道 朐阳街道 洪门街道 路南街道 浦西街道 宁海街道 锦屏镇 新坝镇 板浦镇 浦南镇',
    ),
    numbers: {
      primary: 34,
      point: 2,
      junior: 9,
      nine: 6,
      full: 2,
      senior: 2,
      twelve: 1,
      vocational: 1,
      special: 1,
      campus: 6,
    },
  },
  {
    unitCode: '320707',
    name: '赣榆区',
    centre: [119.13, 34.84],
    towns: words(
      '青口镇 沙河镇 柘汪镇 石桥镇 金山镇 黑林镇 厉庄镇 海头镇 塔山镇 赣马镇 班庄镇 城头镇 城西镇 宋庄镇 墩尚镇',
    ),
    numbers: { primary: 48, point: 10, junior: 12, nine: 5, full: 1, senior: 5, vocational: 1, special: 1 },
  },
  {
    unitCode: '320722',
    name: '东海县',
    centre: [118.75, 34.54],
    towns: words(
      '牛山街道 石榴街道 白塔埠镇 黄川镇 石梁河镇 青湖镇 温泉镇 双店镇 桃林镇 洪庄镇 安峰镇 房山镇 平明镇 驼峰乡 李埝乡 山左口乡 石湖乡 曲阳乡 张湾乡',
    ),
    numbers: {
      primary: 50,
      point: 12,
      junior: 14,
      nine: 7,
      full: 2,
      senior: 5,
      twelve: 1,
      vocational: 1,
      special: 1,
    },
  },
  {
    unitCode: '320723',
    name: '灌云县',
    centre: [119.24, 34.28],
    towns: words(
      '伊山镇 侍庄街道 杨集镇 燕尾港镇 同兴镇 四队镇 圩丰镇 龙苴镇 下车镇 图河镇 东王集镇 小伊镇 南岗镇',
    ),
    numbers: { primary: 38, point: 8, junior: 11, nine: 4, full: 1, senior: 4, vocational: 1, special: 1 },
  },
  {
    unitCode: '320724',
    name: '灌南县',
    centre: [119.32, 34.09],
    towns: words('新安镇 堆沟港镇 北陈集镇 张店镇 三口镇 孟兴庄镇 汤沟镇 百禄镇 新集镇 田楼镇 李集镇'),
    numbers: { primary: 28, point: 6, junior: 9, nine: 3, senior: 3, vocational: 1, special: 1 },
  },
  {
    unitCode: '320771',
    name: '经开区',
    centre: [119.33, 34.7],
    towns: words('中云街道 猴嘴街道 朝阳街道'),
    numbers: { primary: 8, junior: 2, nine: 2, senior: 1 },
  },
  {
    unitCode: '3207HT',
    name: '高新区',
    centre: [119.24, 34.58],
    towns: words('花果山街道 郁洲街道'),
    numbers: { primary: 5, junior: 1, nine: 1 },
  },
  {
    unitCode: '3207SZ',
    name: '连云港市',
    centre: [119.18, 34.6],
    towns: words('市直'),
    numbers: { junior: 2, senior: 4, twelve: 1, vocational: 2, special: 1 },
  },
  {
    unitCode: '3207XW',
    name: '徐圩新区',
    centre: [119.5, 34.62],
    towns: words('徐圩街道'),
    numbers: { primary: 2, nine: 1 },
  },
  {
    unitCode: '3207YT',
    name: '云台山景区',
    centre: [119.29, 34.63],
    towns: words('云台街道'),
    numbers: { primary: 2, junior: 1 },
  },
]

function words(text: string): string[] {
  return text.split(' ')
}
