// What the scripts of the registration pages may say, page by page.
import { both } from "./both.ts";

export const hukouPageSays = both(
  {
    registered: "登记的是：{place}。",
    "moved.missing": "请选一个",
    "province.missing": "请选择省份",
    "county.missing": "请选择区县",
    "lines.missing": "请写街道、门牌号",
    "text.long": "太长了，请写在{n}个字以内",
    "text.signs": "有看不见的符号，请重打",
    listGone: "地名名单没打开。请检查网络，再选一次省份",
  },
  {
    registered: "Registered: {place}.",
    "moved.missing": "Choose one",
    "province.missing": "Choose the province",
    "county.missing": "Choose the county",
    "lines.missing": "Write street and number",
    "text.long": "This is too long: {n} characters at most",
    "text.signs": "There are invisible characters in it: please type it again",
    listGone: "The list of places did not open. Check your network and choose the province again",
  },
);

export const homePageSays = both(
  {
    registered: "登记的是：{place}。",
    "moved.missing": "请选一个",
    "street.missing": "请写街道或乡镇",
  },
  {
    registered: "Registered: {place}.",
    "moved.missing": "Choose one",
    "street.missing": "Write the subdistrict or town",
  },
);

export const phonesPageSays = both(
  {
    "card.missing": "请选有没有社会保障卡",
    "landline.missing": "请选一个",
    "landline.wrong": "请写区号和号码，比如0554-2810000",
    noMobile: "没有登记",
  },
  {
    "card.missing": "Say whether there is a social security card",
    "landline.missing": "Choose one",
    "landline.wrong": "Write area code and number, for instance 0554-2810000",
    noMobile: "None registered",
  },
);

export const workPageSays = both(
  {
    "work.missing": "请选一个",
    "employer.missing": "请写单位的名字",
    "employer.long": "太长了，请写在{n}个字以内",
    "credit.wrong": "统一社会信用代码是18位数字和大写字母，没有I、O、S、V、Z，现在是{now}位",
    "registration.preschool-age": "学龄前是不满7岁，请再看看",
    "registration.retired-age": "不到45岁，一般还不能退休。请再看看，或者打12333",
  },
  {
    "work.missing": "Choose one",
    "employer.missing": "Write the name of the employer",
    "employer.long": "This is too long: {n} characters at most",
    "credit.wrong": "The code has 18 digits and capital letters, without I, O, S, V and Z. There are {now}",
    "registration.preschool-age": "Too young for school means under 7: please look again",
    "registration.retired-age": "Before 45 people cannot usually retire. Please look again, or call 12333",
  },
);

export const elsewherePageSays = both(
  {
    cities: "本省别的城市",
    provinces: "外省",
    listGone: "地名名单没有打开，请检查网络，再刷新一次",
    "twice.one": "重复参保要有两个地方。只有一个地方的，不用选",
  },
  {
    cities: "Another city of this province",
    provinces: "Another province",
    listGone: "The list of places did not open. Check your network and reload the page",
    "twice.one": "Twice means two places. If there is only one, choose none",
  },
);

export const signPageSays = both(
  { "sign.missing": "请选谁来签名", "relation.missing": "请选您是他的什么人" },
  { "sign.missing": "Choose who signs", "relation.missing": "Choose what you are to the person" },
);

export const evidencePageSays = both(
  { "evidence.missing": "请拍照或者选一份文件", "evidence.underway": "还在传，传好了再到下一步" },
  {
    "evidence.missing": "Take a photo or choose a file",
    "evidence.underway": "It is still on its way. Go on when it has arrived",
  },
);

export const checkPageSays = both(
  {
    declare: "请先勾选“我已知悉本表告知事项，并据实填写本人相关事项”",
    saidBefore: "以前说过的原因，没有变",
    "name.missing": "请打上签名人的姓名",
    nameChild: "监护人签名：打上您自己的姓名",
    nameGuardian: "监护人签名：打上监护人的姓名",
    nameProxy: "代理人签名：打上代理人的姓名",
  },
  {
    declare: "First tick “I know what this form tells me, and I have filled in what concerns me truthfully”",
    saidBefore: "The reason given before",
    "name.missing": "Type the name of whoever signs",
    nameChild: "The guardian's signature: type your own name",
    nameGuardian: "The guardian's signature: type the guardian's name",
    nameProxy: "The proxy's signature: type the proxy's name",
  },
);
