// The registration form of the plan on a phone. What the official form says itself stands in its own words, with a plain one beside.

import type { WithoutEmployer } from "../../shared/registration/form.ts";
import type { MedicalOption, PensionOption } from "../../shared/registration/options.ts";
import { both } from "./both.ts";

/** Every page of it. */
export const registrationSays = both({ forMe: "登记的人：{name}（您本人）" }, { forMe: "This is about {name} (you)" });

/** Part one. */
export const workWords = both(
  {
    EMPLOYED: "有工作单位",
    PRESCHOOL: "学龄前",
    STUDENT: "在校学生",
    UNEMPLOYED: "未就业",
    FLEXIBLE: "灵活就业",
    RETIRED: "离退休或已领取养老待遇",
    OTHER: "其他",
  } satisfies Record<WithoutEmployer | "EMPLOYED", string>,
  {
    EMPLOYED: "Has an employer",
    PRESCHOOL: "Too young for school",
    STUDENT: "At school or university",
    UNEMPLOYED: "Without work",
    FLEXIBLE: "Flexible work",
    RETIRED: "Retired, or drawing a pension",
    OTHER: "Something else",
  },
);

type Options = Record<`pension.${PensionOption}` | `medical.${MedicalOption}`, string>;

/** Part two. */
export const optionWords = both(
  {
    "pension.EMPLOYEE": "城镇职工基本养老保险",
    "pension.RESIDENT": "城乡居民基本养老保险（含城居保和新农保）",
    "pension.ORGAN": "机关事业单位养老保险",
    "pension.LAND_LOST": "被征地农民养老保障（单建制度）",
    "pension.OTHER": "其他养老保险（单建制度）",
    "medical.EMPLOYEE": "城镇职工基本医疗保险",
    "medical.RESIDENT": "城镇居民（含城乡统筹）基本医疗保险",
    "medical.NEW_RURAL": "新型农村合作医疗",
    "medical.PUBLIC": "公费医疗",
    "medical.MIGRANT": "农民工其他形式医疗保险",
    "medical.OTHER": "其他医疗保障（单建制度）",
  } satisfies Options,
  {
    "pension.EMPLOYEE": "Employees' pension",
    "pension.RESIDENT": "Residents' pension",
    "pension.ORGAN": "Pension of government and public institutions",
    "pension.LAND_LOST": "Security for farmers whose land was taken",
    "pension.OTHER": "Another pension insurance",
    "medical.EMPLOYEE": "Employees' medical insurance",
    "medical.RESIDENT": "Residents' medical insurance",
    "medical.NEW_RURAL": "New rural cooperative medical scheme",
    "medical.PUBLIC": "Medical care paid by the state",
    "medical.MIGRANT": "Another form for migrant workers",
    "medical.OTHER": "Another medical cover",
  },
);

export const relationWords = both(
  {
    parent: "父母",
    spouse: "配偶",
    child: "子女",
    grandparent: "祖父母、外祖父母",
    sibling: "兄弟姐妹",
    other: "其他监护人",
  },
  {
    parent: "Parent",
    spouse: "Husband or wife",
    child: "Son or daughter",
    grandparent: "Grandparent",
    sibling: "Brother or sister",
    other: "Another guardian",
  },
);

/** What stands beside a box of the form: the same, said plainly. */
export const plainly = both(
  {
    work: {
      EMPLOYED: "单位替您参保、缴费",
      PRESCHOOL: "还没上小学的孩子",
      STUDENT: "在学校读书",
      UNEMPLOYED: "现在没有工作",
      FLEXIBLE: "送外卖、开网店、打零工、做小生意、种地",
      RETIRED: "办了退休，或者在领养老金",
      OTHER: "上面都不是，比如在家照顾家人",
    },
    pension: {
      EMPLOYEE: "单位缴的，或者灵活就业自己缴的",
      RESIDENT: "一年缴一次的那种",
      ORGAN: "公务员、编制内老师、医生",
      LAND_LOST: "地被征了，单独办的",
      OTHER: "单独建的别的制度",
    },
    medical: {
      EMPLOYEE: "单位缴的，或者灵活就业自己缴的",
      RESIDENT: "一年缴一次的那种，现在叫城乡居民医保",
      NEW_RURAL: "现在都并进了居民医保",
      PUBLIC: "少数单位还有",
      MIGRANT: "农民工专门的，现在很少",
      OTHER: "单独建的别的制度",
    },
  },
  {
    work: {
      EMPLOYED: "Your employer insures you and pays",
      PRESCHOOL: "A child before primary school",
      STUDENT: "You are at school or university",
      UNEMPLOYED: "You have no work now",
      FLEXIBLE: "Delivery, online shop, day work, small trade, farming",
      RETIRED: "You have retired, or draw a pension",
      OTHER: "None of these, for instance at home for the family",
    },
    pension: {
      EMPLOYEE: "Paid by an employer, or by yourself in flexible work",
      RESIDENT: "The one that is paid once a year; it had other names before",
      ORGAN: "Civil servants, teachers and doctors on the public payroll",
      LAND_LOST: "Your land was taken and you have a scheme of its own",
      OTHER: "A scheme of its own",
    },
    medical: {
      EMPLOYEE: "Paid by an employer, or by yourself in flexible work",
      RESIDENT: "The one that is paid once a year",
      NEW_RURAL: "Now part of the residents' insurance",
      PUBLIC: "A few employers still have it",
      MIGRANT: "A scheme of its own for migrant workers, rare now",
      OTHER: "A scheme of its own",
    },
  },
);

/** What leads there. */
export const toRegistration = both(
  { check: "看一遍全部登记，确认", title: "全民参保登记", about: "看一遍，都对就确认；可以打印" },
  {
    check: "See all that is registered and confirm it",
    title: "Registration for social insurance",
    about: "See whether all of it is right, confirm it, print it",
  },
);

/** What a registration said anew, in lists and on its receipt: `asked` is a list of these. */
export const registrationAsked = both(
  {
    registration: "全民参保登记",
    confirm: "登记的都对",
    landline: "联系电话",
    mobile: "手机号码",
    work: "就业状态",
    reasons: "没有参保的原因",
    elsewhere: "异地参保",
    duplicates: "重复参保",
  },
  {
    registration: "Registration",
    confirm: "all is right",
    landline: "landline",
    mobile: "mobile phone",
    work: "work",
    reasons: "why not insured",
    elsewhere: "insured elsewhere",
    duplicates: "insured twice",
  },
);
