import { describe, expect, test } from "vitest";
import { reasonCodes, reasons } from "../../shared/reasons/reasons.ts";
import { classOf, filledIn, type Printed, titleOf } from "../../web/slices/registration/filled.ts";
import { headLine, notes, notesTitle, numberLine, rows } from "../../web/slices/registration/official-form.ts";
import { piecesOf } from "../../web/slices/registration/paper.ts";

/** 苏人社发〔2014〕253号, annex 2, as it was published: `＿` is a line to write on, `□` a box. */
const official = `
＿市＿县(市、区)＿镇(街道)＿村(社区)
编号:＿
姓名＿性别＿出生日期＿
证件类型＿证件号码＿社会保障卡□有□无
户籍地址:＿(省/自治区/直辖市)＿(地/市/州)＿(区/县)
常住地址:＿(省/自治区/直辖市)＿(地/市/州)＿(区/县)＿(乡镇/街道)＿(村/社区)＿(街/路/巷/门牌号)
联系电话:＿手机号码:＿
一、就业状态:
1.工作单位全称:＿
2.无单位:□学龄前□在校学生□未就业□灵活就业□离退休或已领取养老待遇□其他
二、参保情况:
1.养老保险(可多选):□城镇职工基本养老保险□城乡居民基本养老保险(含城居保和新农保)□机关事业单位养老保险□被征地农民养老保障(单建制度)□其他养老保险(单建制度)
2.医疗保险(可多选):□城镇职工基本医疗保险□城镇居民(含城乡统筹)基本医疗保险□新型农村合作医疗□公费医疗□农民工其他形式医疗保险□其他医疗保障(单建制度)
3.□失业保险
4.□工伤保险
5.□生育保险
三、未参保原因:□个人未参保或中断□单位未予参保□参军、出国、判刑等原因
四、异地参保:□省内异地参保:＿(市)□省外异地参保:＿(省、区、市)
五、如存在同一险种重复参保的,请分别补充相应参保地＿
本人声明:我已知悉本表告知事项,并据实填写本人相关事项。本人/监护人/指定代理人签名:＿＿年＿月＿日
经办人签名:复核人签名:
填写说明
登记对象为无独立民事行为能力人时,本表由其监护人签字确认;
由登记对象指定代理人对本表签字确认的,需由登记对象本人或其所在社区、村出具书面委托书或证明;
登记对象对本表打印信息有疑义的,请及时到本人户籍所在地的乡镇(街道)社区社会保障所办理相关信息核实及维护事宜;
本次登记后,若登记对象相关信息发生变化,请到本人户籍所在地的乡镇(街道)社区社会保障所办理数据维护相关事宜。`;

/** The widths of punctuation and spaces are the printer's. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[ \u3000]/g, "")
    .replace(/_/g, "＿");
const inPlain = (cell: string) =>
  piecesOf(cell)
    .map((piece) => (piece.is === "line" ? "＿" : piece.is === "box" ? `□${piece.label}` : piece.text))
    .join("");

const aPrinted = (filled: Partial<Printed["filled"]> = {}): Printed => ({
  receipt: "7K3D-9QFM-2H4X",
  acceptedAt: "2026-03-01T09:00:00.000+08:00",
  filled: {
    person: { name: "林晓禾", sex: "F", birth: "1990-05-01", docType: "RIC", number: "340469199005010017" },
    card: true,
    hukou: { division: "340422" },
    residence: { division: "320102", township: "锁金村街道", road: "锁金村5号2幢301" },
    mobile: "15400000001",
    work: { without: "FLEXIBLE" },
    pension: ["EMPLOYEE"],
    medical: ["RESIDENT"],
    unemployment: false,
    injury: false,
    maternity: false,
    reasons: {},
    elsewhere: {},
    duplicates: {},
    signature: { by: "self", name: "林晓禾" },
    ...filled,
  },
  places: [
    { division: "340422", province: "安徽省", city: "淮南市", county: "寿县" },
    { division: "320102", province: "江苏省", city: "南京市", county: "玄武区" },
    { division: "110105", province: "北京市", city: "", county: "朝阳区" },
    { division: "320500", province: "江苏省", city: "苏州市", county: "" },
    { division: "330000", province: "浙江省", city: "", county: "" },
  ],
});

describe("the printed registration form", () => {
  test("has every word, line and box of the official one, in its order", () => {
    const printed = [headLine, numberLine, ...rows.map((row) => row.join("")), notesTitle, ...notes];
    const [first = "", ...rest] = printed.map((line) => plain(inPlain(line)));
    expect([first.replace(/^＿/, ""), ...rest].join("\n")).toBe(plain(official.trim())); // the province stands there printed
  });

  test("is called after the province in which the person lives", () => {
    expect(titleOf(aPrinted())).toBe("江苏省全民参保登记表");
    const { texts } = filledIn(aPrinted());
    expect([texts["head.province"], texts["head.city"], texts["home.county"]]).toEqual(["江苏省", "南京", "玄武区"]);
    const beijing = filledIn(aPrinted({ residence: { division: "110105", road: "花家地街1号" } })).texts;
    expect([beijing["head.province"], beijing["head.city"], beijing["home.province"]]).toEqual(["", "北京", "北京市"]);
  });

  test("ticks what was said, and nothing else", () => {
    expect([...filledIn(aPrinted()).ticked].sort()).toEqual([
      "card.yes",
      "medical.RESIDENT",
      "pension.EMPLOYEE",
      "work.FLEXIBLE",
    ]);
    const other = aPrinted({
      card: false,
      work: { employer: { name: "淮南安居物业" } },
      pension: [],
      medical: [],
      injury: true,
      reasons: { pension: [{ code: "P01" }, { code: "O05" }], medical: [{ code: "U01" }, { code: "O04" }] },
      elsewhere: { unemployment: "320500", maternity: "330000" },
    });
    expect([...filledIn(other).ticked].sort()).toEqual(
      ["card.no", "elsewhere.inside", "elsewhere.outside", "injury", "reason.1", "reason.2", "reason.3"].sort(),
    );
  });

  test("names the places of parts four and five, and who signed in whose name", () => {
    const { texts } = filledIn(
      aPrinted({
        elsewhere: { pension: "320500", medical: "330000" },
        duplicates: { pension: ["320102", "340422"] },
        signature: { by: "guardian", name: "林建国" },
      }),
    );
    expect(texts["elsewhere.city"]).toBe("苏州");
    expect(texts["elsewhere.province"]).toBe("浙江省");
    expect(texts["twice"]).toBe("养老保险：江苏省南京市玄武区、安徽省淮南市寿县");
    expect(texts["signature"]).toBe("林建国（监护人）");
    expect([texts["signed.year"], texts["signed.month"], texts["signed.day"]]).toEqual(["2026", "3", "1"]);
  });

  test.each(reasonCodes)("puts reason %s into the class that the list of reasons gives it", (code) => {
    expect(classOf(code) ?? null).toBe(reasons[code].class);
  });
});
