import { describe, expect, test } from "vitest";
import { demoCounties, demoCountyNear } from "../../shared/divisions/demo.ts";
import { loadDivisions } from "../../shared/divisions/divisions.ts";
import { provinces } from "../../shared/kernel/provinces.ts";

const divisions = await loadDivisions();

describe("a division code", () => {
  test.each([
    { code: "340422", status: "current", name: "安徽省淮南市寿县" },
    { code: "341521", status: "abolished", name: "安徽省六安市寿县" },
    { code: "342422", status: "abolished", name: "安徽省六安地区寿县" },
    { code: "320103", status: "abolished", name: "江苏省南京市白下区" },
    { code: "320107", status: "abolished", name: "江苏省南京市下关区" },
    { code: "310119", status: "abolished", name: "上海市南汇区" },
    { code: "440524", status: "abolished", name: "广东省汕头市潮阳县" },
    { code: "330113", status: "current", name: "浙江省杭州市临平区" },
    { code: "659012", status: "current", name: "新疆维吾尔自治区白杨市" },
    { code: "370826", status: "current", name: "山东省济宁市微山县" },
    { code: "110101", status: "current", name: "北京市东城区" },
    { code: "110228", status: "abolished", name: "北京市密云县" },
    { code: "441900", status: "current", name: "广东省东莞市" },
    { code: "340000", status: "current", name: "安徽省" },
    { code: "340400", status: "current", name: "安徽省淮南市" },
    { code: "710000", status: "current", name: "台湾省" },
    { code: "810000", status: "current", name: "香港特别行政区" },
    { code: "820000", status: "current", name: "澳门特别行政区" },
    { code: "830000", status: "current", name: "台湾省" },
  ])("$code is $status: $name", ({ code, status, name }) => {
    expect(divisions.areaStatus(code)).toBe(status);
    expect(divisions.divisionName(code)?.join("")).toBe(name);
  });

  test.each(["340499", "999999", "810001", "", "constructor"])("'%s' was never issued", (code) => {
    expect(divisions.areaStatus(code)).toBe("unknown");
    expect(divisions.divisionName(code)).toBeUndefined();
  });

  test.each([
    { code: "340403", lives: true, when: "it is a county" },
    { code: "441900", lives: true, when: "it is a city without counties" },
    { code: "429004", lives: true, when: "it is a city that a province governs itself" },
    { code: "710000", lives: true, when: "it is Taiwan, of which no list goes further down" },
    { code: "810000", lives: true, when: "it is Hong Kong" },
    { code: "820000", lives: true, when: "it is Macao" },
    { code: "830000", lives: false, when: "it is in numbers of residence permits only" },
    { code: "340000", lives: false, when: "it is a province" },
    { code: "340400", lives: false, when: "it is a city with counties" },
    { code: "110100", lives: false, when: "it is a level on paper" },
    { code: "429000", lives: false, when: "it is a level on paper of a province" },
    { code: "110228", lives: false, when: "it is abolished" },
    { code: "340499", lives: false, when: "it was never issued" },
  ])("an address may be in it, or not, when $when: $code", ({ code, lives }) => {
    expect(divisions.holdsAddresses(code)).toBe(lives);
  });

  test("is known whether it is one of today's 3,348 or one of 3,903 earlier ones", () => {
    const counted = { current: 0, abolished: 0 };
    for (let code = 110_000; code < 700_000; code++) {
      const status = divisions.areaStatus(String(code));
      if (status !== "unknown") counted[status] += 1;
    }
    expect(counted).toEqual({ current: 3_348, abolished: 3_903 });
  });
});

describe("the counties of the demonstration", () => {
  test("were never issued, and there is one in every province of the mainland", () => {
    expect(demoCounties.map(divisions.areaStatus)).toEqual(demoCounties.map(() => "unknown"));
    const mainland = Object.keys(provinces).filter((province) => Number(province) < 70);
    expect(demoCounties.map((code) => code.slice(0, 2))).toEqual(mainland);
    expect(["340400", "320100", "370800"].map(demoCountyNear)).toEqual(["340469", "320169", "370869"]);
    expect(demoCountyNear("810000")).toBeUndefined();
  });

  test("are current where they are switched on, and nowhere else", async () => {
    const demo = await loadDivisions(demoCounties);
    expect(demoCounties.map(demo.areaStatus)).toEqual(demoCounties.map(() => "current"));
    expect(demo.divisionName("340469")).toEqual(["安徽省", "淮南市", "演示县"]);
    expect(demoCounties.every(demo.holdsAddresses)).toBe(true);
    expect(demo.areaStatus("340499")).toBe("unknown");
  });
});
