import { describe, expect, test } from "vitest";
import { leading, standingOf } from "../../shared/facts.ts";
import { aFact, aPhone, noon } from "../support/build.ts";

describe("of two sources", () => {
  test("the person's own address leads, however new the file that repeats the old one", () => {
    const own = aFact({ name: "residence", division: "320102", lines: "长江路1号", source: "resident", asOf: "2026-03-05" });
    const file = aFact({ name: "residence", division: "340403", lines: "学院路8号", asOf: "2026-11-01" });
    expect(standingOf([file, own], "residence")).toEqual([own, file]);
  });

  test.each([
    { when: "the file's phone was confirmed last", file: "2026-03-06", leads: "19900001234" },
    { when: "the person's was confirmed last", file: "2026-03-04", leads: "19900009999" },
    { when: "both were confirmed on one day", file: "2026-03-05", leads: "19900009999" },
    { when: "the file does not say when", file: undefined, leads: "19900009999" },
  ])("the phone $leads leads when $when", ({ file, leads }) => {
    const own = aPhone("19900009999", { source: "resident", confirmedOn: "2026-03-05" });
    expect(leading([aPhone("19900001234", { confirmedOn: file }), own], "phone")?.phone).toBe(leads);
  });

  test.each([
    { when: "it is newer", asOf: "2026-03-02", acceptedAt: noon("2026-03-02"), hasCard: false },
    { when: "it is older", asOf: "2026-02-28", acceptedAt: noon("2026-03-03"), hasCard: true },
    {
      when: "it is of the same day, and what was said last counts",
      asOf: "2026-03-01",
      acceptedAt: noon("2026-03-03"),
      hasCard: false,
    },
  ])("another word about the card changes it or not when $when", ({ asOf, acceptedAt, hasCard }) => {
    const agency = aFact({ name: "card", hasCard: true, asOf: "2026-03-01", acceptedAt: noon("2026-03-02") });
    const own = aFact({ name: "card", hasCard: false, source: "resident", asOf, acceptedAt });
    expect(leading([agency, own], "card")?.hasCard).toBe(hasCard);
  });
});
