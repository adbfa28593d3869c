import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PlainDate } from "../../shared/kernel/calendar.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { nearestFirst, type Parameter, Region } from "../../shared/policy/parameter.ts";
import { anEntry, lawOf } from "../support/policy.ts";

const key = "resident-medical.newborn-days";
const missing = { ok: false, refusal: { code: "needs-staff", key } };
const days = (entries: readonly Parameter[], region: string, asOf: string) =>
  openPolicy(entries)({ region: v.parse(Region, region), asOf: v.parse(PlainDate, asOf) }).read({ days: key });

describe("the reader", () => {
  const everywhere = [
    anEntry({ value: "90" }),
    anEntry({ region: "340000", value: "91" }),
    anEntry({ region: "340400", value: "92" }),
    anEntry({ region: "340422", value: "93" }),
  ];

  test.each([
    { region: "340422", value: 93 },
    { region: "340421", value: 92 },
    { region: "341521", value: 91 },
    { region: "320100", value: 90 },
    { region: "national", value: 90 },
  ])("takes the word that is nearest to $region", ({ region, value }) => {
    expect(days(everywhere, region, "2026-11-22")).toEqual({ ok: true, value: { days: value } });
  });

  test.each([
    { asOf: "2019-12-31", found: missing },
    { asOf: "2020-01-01", found: { ok: true, value: { days: 60 } } },
    { asOf: "2024-12-31", found: { ok: true, value: { days: 60 } } },
    { asOf: "2025-01-01", found: { ok: true, value: { days: 90 } } },
    { asOf: "2025-12-31", found: { ok: true, value: { days: 90 } } },
    { asOf: "2026-01-01", found: missing },
  ])("gives on $asOf what holds that day, and nothing for what does not", ({ asOf, found }) => {
    const entries = [anEntry({ to: "2024-12-31", value: "60" }), anEntry({ from: "2025-01-01", to: "2025-12-31" })];
    expect(days(entries, "national", asOf)).toEqual(found);
  });

  test("does not fall back on a wider region where a nearer one has spoken and expired", () => {
    const entries = [anEntry(), anEntry({ region: "340000", to: "2025-12-31" })];
    expect(days(entries, "340422", "2026-01-01")).toEqual(missing);
    expect(days(entries, "320100", "2026-01-01")).toMatchObject({ ok: true });
  });

  test("lets the wider region speak until the nearer one begins", () => {
    const entries = [anEntry(), anEntry({ region: "340000", from: "2027-01-01", value: "180" })];
    expect(days(entries, "340422", "2026-12-31")).toEqual({ ok: true, value: { days: 90 } });
    expect(days(entries, "340422", "2027-01-01")).toEqual({ ok: true, value: { days: 180 } });
  });

  test("refuses all that is asked at once, with the key that is missing", () => {
    const read = lawOf().read({ days: key, base: "employee-pension.calculation-base" });
    expect(read).toEqual({ ok: false, refusal: { code: "needs-staff", key: "employee-pension.calculation-base" } });
  });

  test("tells which entries were used, for the sources beside an answer", () => {
    const used: Parameter[] = [];
    const law = openPolicy([anEntry()], (entry) => used.push(entry))({
      region: "national",
      asOf: v.parse(PlainDate, "2026-11-22"),
    });
    law.read({ days: key });
    expect(used).toEqual([anEntry()]);
  });

  test.each([
    { region: "340422", order: ["340422", "340400", "340000", "national"] },
    { region: "340400", order: ["340400", "340000", "national"] },
    { region: "national", order: ["national"] },
  ])("asks for $region in the order $order", ({ region, order }) => {
    expect(nearestFirst(v.parse(Region, region))).toEqual(order);
  });
});

test("a region's tiers are never stood in for by the national ones", () => {
  expect(lawOf("340400").read({ tiers: "resident-pension.tiers" })).toMatchObject({ ok: false });
  expect(lawOf("340400").read({ tiers: "resident-pension.national-tiers" })).toMatchObject({ ok: true });
});
