// Where a household is, by a column of the agency's or by the words of an address.
import { expect, test } from "vitest";
import { villageOf } from "../../shared/households/village.ts";
import { openAddresses } from "../../shared/insured/addresses.ts";
import type { Cells } from "../../shared/insured/cells.ts";
import { readHeader } from "../../shared/insured/columns.ts";
import { readInsuredRow } from "../../shared/insured/row.ts";
import { day } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";

const at = (lines: string) => ({ division: "340422", lines }) as Parameters<typeof villageOf>[1];

test.each([
  { when: "the column names it whole", named: "寿春镇东街村", lines: "寿春镇幸福路3号", village: "寿春镇东街村" },
  { when: "the column leaves the township out", named: "东街村", lines: "寿春镇幸福路3号", village: "寿春镇东街村" },
  {
    when: "the column names another township than the address",
    named: "瓦埠镇新庄村",
    lines: "寿春镇幸福路3号",
    village: "瓦埠镇新庄村",
  },
  { when: "only the address says it", named: undefined, lines: "寿春镇东街村幸福路3号", village: "寿春镇东街村" },
  {
    when: "the address is of a street office",
    named: undefined,
    lines: "龙泉街道和平社区学院路8号",
    village: "龙泉街道和平社区",
  },
  { when: "there is a township and no more", named: undefined, lines: "寿春镇幸福路3号", village: undefined },
  { when: "a road is called after a village", named: undefined, lines: "寿春镇中关村大街3号", village: undefined },
  { when: "no address is known", named: "东街村", lines: undefined, village: "东街村" },
])("$village, where $when", ({ named, lines, village }) => {
  expect(villageOf(named, lines === undefined ? undefined : at(lines))).toBe(village);
});

test.each(["村（社区）", "村(社区)", "所在村社区", "VILLAGE"])("the column may be called %s", (name) => {
  expect(readHeader(["AAC002", "AAC003", "AAE140", name])).toMatchObject({
    ok: true,
    value: [..."AAA"].map(() => expect.any(String)).concat("VILLAGE"),
  });
});

const locate = openAddresses({ current: {} });
const row = (cells: Cells) =>
  readInsuredRow(
    { AAC002: someoneElse(1), AAC003: "林晓禾", AAB301: "340422", ...cells },
    { receivedOn: day("2026-11-22"), locate },
  );

test("a row tells it with the household, and nothing where no household is told", () => {
  const home = { HOUSEHOLD: "000000017", RELATION: "02" };
  expect(row({ ...home, VILLAGE: "寿春镇东街村" })).toMatchObject({
    ok: true,
    value: { household: { village: "寿春镇东街村" } },
  });
  const without = row(home);
  expect(without.ok && without.value.household).toEqual({ number: "000000017", relation: "02" });
  const homeless = row({ VILLAGE: "寿春镇东街村" });
  expect(homeless.ok && homeless.value.household).toBeUndefined();
});
