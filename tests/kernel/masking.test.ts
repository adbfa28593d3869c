import { describe, expect, test } from "vitest";
import current from "../../shared/divisions/data/current.json" with { type: "json" };
import streets from "../../shared/divisions/data/streets.json" with { type: "json" };
import { unpackCity, unpackTownships } from "../../shared/divisions/data.ts";
import { type MaskKind, mask } from "../../shared/kernel/masking.ts";

describe("what is shown of", () => {
  const shown: { kind: MaskKind; value: string; masked: string }[] = [
    { kind: "id", value: "320102190302070139", masked: "3201**********0139" },
    { kind: "id", value: "340421030207013", masked: "3404*******7013" },
    { kind: "id", value: "34042103", masked: "********" },
    { kind: "passport", value: "X12345678", masked: "X1*****78" },
    { kind: "passport", value: "AB12", masked: "****" },
    { kind: "phone", value: "13800001234", masked: "138****1234" },
    { kind: "landline", value: "0554-2671234", masked: "0554-***1234" },
    { kind: "landline", value: "010-12345678", masked: "010-****5678" },
    { kind: "landline", value: "05542671234", masked: "0554***1234" },
    { kind: "landline", value: "2671234", masked: "***1234" },
    { kind: "bankcard", value: "6222000011112222333", masked: "6222***********2333" },
    { kind: "name", value: "", masked: "" },
    { kind: "name", value: "王", masked: "*" },
    { kind: "name", value: "王某", masked: "王*" },
    { kind: "name", value: "欧阳测试", masked: "欧**试" },
    { kind: "name", value: "𠮷某𠮷", masked: "𠮷*𠮷" },
    { kind: "name", value: "买买提·吐尔逊", masked: "买*****逊" },
  ];
  test.each(shown)("$kind $value is $masked", ({ kind, value, masked }) => {
    expect(mask(kind, value)).toBe(masked);
  });
});

describe("an address is shown", () => {
  test.each([
    { value: "安徽省淮南市某区某街道某社区1号", shown: "安徽省淮南市某区某街道" },
    { value: "安徽省淮南市寿县堰口镇江黄村王郢队", shown: "安徽省淮南市寿县堰口镇" },
    { value: "江苏省镇江市京口区大市口街道1号", shown: "江苏省镇江市京口区大市口街道" },
    { value: "河南省新乡市新乡县七里营镇1号", shown: "河南省新乡市新乡县七里营镇" },
    { value: "河南省南阳市镇平县城1号", shown: "河南省南阳市镇平县" },
    { value: "广东省东莞市虎门镇解放区1号", shown: "广东省东莞市虎门镇" },
    { value: "广东省东莞市鸿福路市场街1号", shown: "广东省东莞市" },
    { value: "内蒙古自治区锡林郭勒盟苏尼特左旗达来苏木1号", shown: "内蒙古自治区锡林郭勒盟苏尼特左旗达来苏木" },
    { value: "江苏省南京市玄武区珠江路1号幸福小区2栋", shown: "江苏省南京市玄武区" },
    { value: "江苏省苏州市昆山市长江路1号", shown: "江苏省苏州市昆山市" },
    { value: "北京市朝阳区望京小区1号", shown: "北京市朝阳区" },
    { value: "安徽省淮南市田家庵区舜耕西路10号乡镇企业局", shown: "安徽省淮南市田家庵区" },
    { value: "寿县城市花园1栋", shown: "寿县" },
    { value: "新华路1号", shown: "" },
    { value: "", shown: "" },
  ])("of $value: $shown", ({ value, shown }) => {
    expect(mask("address", value)).toBe(`${shown}****`);
  });

  // Development zones that carry the name of their city twice are no divisions; they are hidden a level early.
  const isZone = (city: string, county: string) =>
    county.startsWith(city.slice(0, 2)) && /开发区|管理区|示范区|新城/.test(county);

  test("down to its township, whichever of today's 41,352 that is", () => {
    const lines = "新华路1号幸福小区2栋";
    const wrong: string[] = [];
    for (const { name: province, cities } of Object.values(current))
      for (const [code, packed] of Object.entries(cities)) {
        const { name: city, counties } = unpackCity(code, packed);
        for (const county of counties.filter(({ name }) => !isZone(city, name))) {
          const above = [province, /辖|^县$/.test(city) ? "" : city, city === county.name ? "" : county.name].join("");
          const townships: Readonly<Record<string, string>> = streets;
          for (const { name } of unpackTownships(county.code, townships[county.code] ?? "")) {
            const first = /^.*?(?:街道|镇|乡|苏木)/.exec(name);
            if (first && mask("address", above + name + lines) !== `${above}${first[0]}****`) wrong.push(above + name);
          }
        }
      }
    expect(wrong).toEqual([]);
  });
});
