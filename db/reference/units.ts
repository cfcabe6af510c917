/** The reporting units of Lianyungang; the six counties and districts carry the 5621 obligation (notice item 8). */
export const units = [
  county('320703', '连云区', '连云', 'Lianyun District', ['连云港市连云区']),
  county('320706', '海州区', '海州', 'Haizhou District', ['连云港市海州区', '新浦区', '320705']),
  county('320707', '赣榆区', '赣榆', 'Ganyu District', ['连云港市赣榆区', '赣榆县', '320721']),
  county('320722', '东海县', '东海', 'Donghai County', ['连云港市东海县']),
  county('320723', '灌云县', '灌云', 'Guanyun County', ['连云港市灌云县']),
  county('320724', '灌南县', '灌南', 'Guannan County', ['连云港市灌南县']),
  zone('320771', '连云港经济技术开发区', '经开区', 'Economic and Technological Development Zone', [
    '开发区',
    '经济技术开发区',
  ]),
  zone('3207HT', '连云港高新技术产业开发区', '高新区', 'High-tech Zone', ['高新技术开发区']),
  {
    ...zone('3207SZ', '连云港市直属学校', '市直', 'Schools directly under the city', [
      '市直学校',
      '市属',
      '直属',
    ]),
    kind: 'city_direct' as const,
  },
  zone('3207XW', '徐圩新区', '徐圩', 'Xuwei New Area', ['国家东中西区域合作示范区']),
  zone('3207YT', '云台山风景名胜区', '云台山', 'Yuntai Mountain Scenic Area', ['云台山景区']),
]

function county(code: string, name: string, shortName: string, nameEn: string, aliases: string[]) {
  return { code, name, shortName, nameEn, kind: 'county' as const, gbCode: code, obliged: true, aliases }
}

function zone(code: string, name: string, shortName: string, nameEn: string, aliases: string[]) {
  return {
    code,
    name,
    shortName,
    nameEn,
    kind: 'zone' as 'zone' | 'city_direct',
    gbCode: null,
    obliged: false,
    aliases,
  }
}
