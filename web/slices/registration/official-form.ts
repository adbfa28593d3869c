// 全民参保登记表, annex 2 of 苏人社发〔2014〕253号, in its own words and order. `□name ` is a box, `_name_` what is filled in.

/** Cells of a row; one cell goes across the whole table. */
export type Row = readonly string[];

export const headLine = "_head.province__head.city_市_home.county_县（市、区）_home.township_镇（街道）_home.village_村（社区）";
export const numberLine = "编号：_receipt_";

export const rows: readonly Row[] = [
  ["姓名", "_name_", "性别", "_sex_", "出生日期", "_birth_"],
  ["证件类型", "_document_", "证件号码", "_number_", "社会保障卡", "□card.yes 有□card.no 无"],
  ["户籍地址：_hukou.province_（省/自治区/直辖市）_hukou.city_（地/市/州）_hukou.county_（区/县）"],
  [
    "常住地址：_home.province_（省/自治区/直辖市）_home.city_（地/市/州）_home.county_（区/县）_home.township_（乡镇/街道）_home.village_（村/社区）_home.door_（街/路/巷/门牌号）",
  ],
  ["联系电话：_landline_　手机号码：_mobile_"],
  ["一、就业状态："],
  ["1. 工作单位全称：_employer_"],
  [
    "2. 无单位：□work.PRESCHOOL 学龄前□work.STUDENT 在校学生□work.UNEMPLOYED 未就业□work.FLEXIBLE 灵活就业□work.RETIRED 离退休或已领取养老待遇□work.OTHER 其他",
  ],
  ["二、参保情况："],
  [
    "1. 养老保险（可多选）：□pension.EMPLOYEE 城镇职工基本养老保险□pension.RESIDENT 城乡居民基本养老保险（含城居保和新农保）□pension.ORGAN 机关事业单位养老保险□pension.LAND_LOST 被征地农民养老保障（单建制度）□pension.OTHER 其他养老保险（单建制度）",
  ],
  [
    "2. 医疗保险（可多选）：□medical.EMPLOYEE 城镇职工基本医疗保险□medical.RESIDENT 城镇居民（含城乡统筹）基本医疗保险□medical.NEW_RURAL 新型农村合作医疗□medical.PUBLIC 公费医疗□medical.MIGRANT 农民工其他形式医疗保险□medical.OTHER 其他医疗保障（单建制度）",
  ],
  ["3. □unemployment 失业保险"],
  ["4. □injury 工伤保险"],
  ["5. □maternity 生育保险"],
  ["三、未参保原因：□reason.1 个人未参保或中断□reason.2 单位未予参保□reason.3 参军、出国、判刑等原因"],
  [
    "四、异地参保：□elsewhere.inside 省内异地参保：_elsewhere.city_（市）□elsewhere.outside 省外异地参保：_elsewhere.province_（省、区、市）",
  ],
  ["五、如存在同一险种重复参保的，请分别补充相应参保地_twice_"],
  [
    "本人声明：我已知悉本表告知事项，并据实填写本人相关事项。",
    "本人/监护人/指定代理人签名：_signature_",
    "_signed.year_年_signed.month_月_signed.day_日",
  ],
  ["经办人签名：", "复核人签名："],
];

export const notesTitle = "填写说明";
export const notes: readonly string[] = [
  "登记对象为无独立民事行为能力人时，本表由其监护人签字确认；",
  "由登记对象指定代理人对本表签字确认的，需由登记对象本人或其所在社区、村出具书面委托书或证明；",
  "登记对象对本表打印信息有疑义的，请及时到本人户籍所在地的乡镇（街道）社区社会保障所办理相关信息核实及维护事宜；",
  "本次登记后，若登记对象相关信息发生变化，请到本人户籍所在地的乡镇（街道）社区社会保障所办理数据维护相关事宜。",
];
