import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";
import { writeDivisionFiles } from "../../scripts/divisions.ts";
import { CityFile, ProvinceFile, unpackTownships } from "../../shared/divisions/data.ts";
import { countiesOf, searchDivisions } from "../../shared/divisions/search.ts";

const folder = mkdtempSync(path.join(tmpdir(), "divisions-"));
writeDivisionFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const files = readdirSync(folder);
const content = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const tooBig = (names: string[]) =>
  names.filter((name) => brotliCompressSync(readFileSync(path.join(folder, name))).length > 2_048);
const anhui = () => countiesOf(v.parse(ProvinceFile, content("34.json")));

describe("what a page fetches to choose a division", () => {
  test("is 2 kB at most for the counties of a province", () => {
    const provinces = files.filter((name) => /^\d{2}\.json$/.test(name));
    expect(provinces).toHaveLength(31);
    expect(tooBig(provinces)).toEqual([]);
  });

  test("is 2 kB at most for the townships of a city, the four largest aside", () => {
    const cities = files.filter((name) => /^\d{4}\.json$/.test(name));
    expect(cities).toHaveLength(342);
    expect(tooBig(cities)).toEqual(["1101.json", "1201.json", "1306.json", "5001.json"]);
  });

  test("names every county with its place, and its townships", () => {
    expect(anhui()).toContainEqual({ code: "340422", name: "寿县", place: "安徽省淮南市" });
    expect(countiesOf(v.parse(ProvinceFile, content("11.json")))[0]).toEqual({ code: "110101", name: "东城区", place: "北京市" });
    expect(countiesOf(v.parse(ProvinceFile, content("44.json"))).find(({ code }) => code === "441900")).toMatchObject({
      place: "广东省",
    });
    const townships = v.parse(CityFile, content("3404.json"));
    expect(unpackTownships("340422", townships["340422"] ?? "")[0]).toEqual({ code: "340422100", name: "寿春镇" });
  });
});

describe("typing into the list", () => {
  const found = (typed: string) => searchDivisions(anhui(), typed).map(({ name }) => name);

  test.each([
    { typed: "寿", first: "寿县" },
    { typed: "340422", first: "寿县" },
    { typed: "淮南寿县", first: "寿县" },
    { typed: "安徽省 寿县", first: "寿县" },
    { typed: "３４０４２２", first: "寿县" },
  ])("$typed finds $first", ({ typed, first }) => {
    expect(found(typed)[0]).toBe(first);
  });

  test("puts names that begin so before names that hold it, and those before the rest of the city", () => {
    const list = ["田家庵区", "大河南区", "河南县"].map((name, index) => ({
      code: `34990${index}`,
      name,
      place: "安徽省河南市",
    }));
    expect(searchDivisions(list, "河南").map(({ name }) => name)).toEqual(["河南县", "大河南区", "田家庵区"]);
    expect(searchDivisions(list, "河").map(({ name }) => name)).toEqual(["河南县", "大河南区"]);
  });

  test("finds nothing for what is nowhere, and everything for nothing", () => {
    expect(found("东京")).toEqual([]);
    expect(found(" ")).toHaveLength(anhui().length);
  });

  test("finds townships too", () => {
    const townships = unpackTownships("340422", v.parse(CityFile, content("3404.json"))["340422"] ?? "");
    expect(searchDivisions(townships, "堰口").map(({ name }) => name)).toEqual(["堰口镇"]);
  });
});
