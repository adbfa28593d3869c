import { waitingMonths } from "../../resident-medical/waiting.ts";
import { card, plainCard } from "./card.ts";
import { cite } from "./documents.ts";

/** Who joins what. Handbook 3. */
export const join = {
  "must-join": plainCard({
    ask: ["12333"],
    sources: [cite("law", "10, 23, 33, 44, 53")],
    next: "/check",
    zh: {
      title: "在单位上班，五险都要上",
      find: "上班 打工 农民工 入职 新工作 换工作 临时工 试用期 五险一金 必须",
      text: "在单位上班，养老、医疗、失业、工伤、生育都要参加，由单位去办。农村户口、城市户口一样，试用期也一样。公务员等少数岗位另有规定。",
      example: "小周从乡下来城里饭店当服务员，还在试用期。饭店就要给他办五险，他不用自己跑。",
    },
    en: {
      title: "With an employer, you get all five insurances",
      find: "work job employee new job migrant start probation temporary must",
      text: "If you work for an employer, pension, medical, unemployment, work injury and maternity insurance are all compulsory, and the employer arranges them. Household registration and probation make no difference. A few posts, such as civil servants, have rules of their own.",
      example: "Xiao Zhou came from a village to wait tables in town and is on probation. The restaurant must already enrol him.",
    },
  }),
  "may-join": card({
    ask: ["12333", "12393"],
    sources: [cite("law", "10, 23"), cite("resident2014")],
    next: "/estimate/flexible",
    found: ({ of }) => of("resident-pension.from-age"),
    zh: {
      title: "没有单位，也可以自己参加",
      find: "自由职业 个体户 摆摊 零工 没工作 没单位 种地 农民 外卖 自己缴 全职妈妈",
      text: (age, say) =>
        `种地、摆摊、打零工、送外卖，都可以自己参加养老和医疗。养老有职工的、居民的，选一种；医疗也是选一种。居民养老满${say.number(age)}岁、不在上学就能参加。`,
      example: "阿玲在镇上卖早点。她先参加居民养老和居民医保，打算生意稳了再换成职工养老。",
    },
    en: {
      title: "Without an employer, you can join by yourself",
      find: "self-employed freelancer farmer farming courier stall no job housewife odd jobs join",
      text: (age, say) =>
        `Farmers, stallholders, day labourers and couriers can join pension and medical insurance by themselves. Choose the employees' or the residents' scheme, one of each kind. The resident pension is open from ${say.number(age)}, if you are not at school.`,
      example: "A Ling sells breakfast in a small town. She starts with the residents' schemes and plans to change later.",
    },
  }),
  hukou: plainCard({
    ask: ["12333", "12393"],
    sources: [cite("employment"), cite("rural")],
    next: "/estimate/flexible",
    regional: true,
    confidence: "medium",
    zh: {
      title: "户口不在本地，也能参保",
      find: "户口 户籍 外地人 外地户口 异地 农村户口 进城 城里 在哪里参保",
      text: "没有单位的人，可以在工作的地方参加职工养老和职工医保。国家要求放开户口限制，各地落实有先有后，去办之前先问一问当地。",
      example: "老家河南的小马在苏州送外卖。他问清楚后，就在苏州自己参加了职工养老，没有回老家办。",
    },
    en: {
      title: "You can join where you work, whatever your hukou",
      find: "hukou household registration other city outsider migrant where to join",
      text: "Flexible workers can join employee pension and medical insurance where they work. The limit by household registration is being lifted; some places are further than others, so ask before you go.",
      example: "Xiao Ma from Henan delivers meals in Suzhou. He asked, and joined in Suzhou without going home.",
    },
  }),
  students: card({
    ask: ["12393", "12333"],
    sources: [cite("resident2014"), cite("medical2016")],
    found: () => null,
    zh: {
      title: "学生缴居民医保，不用缴养老",
      find: "学生 大学生 上学 孩子 小孩 孙子 孙女 幼儿园 毕业 应届生 实习",
      text: "在校学生参加居民医保，大学生一般在学校缴。上学时不参加居民养老。毕业后上班的，由单位办五险；没上班的，可以自己参加。",
      example: (_, say) =>
        `小林${say.given(19)}岁读大学，每年跟学校缴居民医保。${say.given("7月")}毕业进了公司，就由公司办五险。`,
    },
    en: {
      title: "Students pay for medical cover, not for a pension",
      find: "student university school child grandchild kindergarten graduate internship",
      text: "Students join the residents' medical insurance, at university usually through the university, and no resident pension. After graduation an employer enrols you; without one you can join by yourself.",
      example: (_, say) =>
        `Xiao Lin, ${say.given(19)}, pays through her university every year. In ${say.given("July")} she joins a company, and the company enrols her.`,
    },
  }),
  "from-abroad": plainCard({
    ask: ["12333"],
    sources: [cite("order41"), cite("order16")],
    zh: {
      title: "港澳台居民、外国人也能参保",
      find: "香港 澳门 台湾 港澳台 外国人 国外 外籍 护照 居住证",
      text: "在内地上班的港澳台居民和外国人，五险都要参加。有居住证、没有工作的港澳台居民，可以参加居民养老和居民医保。有些国家和我国有协定，凭证明可以免缴几项。",
      example: "香港人阿文在南京一家公司上班。公司用他的居住证给他办了五险。",
    },
    en: {
      title: "People from Hong Kong, Macao, Taiwan and abroad",
      find: "Hong Kong Macao Taiwan foreigner foreign expat passport residence permit",
      text: "Anyone employed on the mainland joins all five. Residents of Hong Kong, Macao and Taiwan with a residence permit and no job may join the residents' schemes. Some countries have treaties: a certificate frees you from some contributions.",
      example: "A Wen from Hong Kong works in Nanjing. The company enrols him with his residence permit.",
    },
  }),
  commercial: card({
    ask: ["12393", "12333"],
    sources: [cite("gap2024"), cite("law", "10, 23")],
    next: "/policy/pay",
    found: ({ rule, law }) => rule(waitingMonths({ inWindow: false, missedYears: 1, repairedYears: 0, newborn: false }, law)),
    zh: {
      title: "买了商业保险，还要参保吗",
      find: "商业保险 保险公司 惠民保 有没有必要 划算 不想缴 值不值",
      text: "商业保险是另外买的，代替不了社保。政府补的那份钱，参加了才有；断了再回来，看病可能要等几个月才能报。两样都有最稳当。",
      example: (months, say) =>
        `老赵只买了商业医疗险，停了${say.given("1年")}居民医保。后来想参加，缴费后要等${say.number(months)}个月才能报销。`,
    },
    en: {
      title: "I have private insurance: do I still need to join?",
      find: "commercial private insurance company worth it necessary why join",
      text: "Private insurance comes on top; it does not replace social insurance. The government's share goes only to those who have joined, and after a gap you may wait months for reimbursement. Having both is safest.",
      example: (months, say) =>
        `Lao Zhao bought a private policy and skipped ${say.given("one year")} of resident medical cover. When he came back he waited ${say.number(months)} months.`,
    },
  }),
};
