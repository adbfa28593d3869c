// Which one stays, who chooses, what goes back, and what may not be said. Handbook 5.2, 5.3, 16.
import { describe, expect, test } from "vitest";
import { type About, decideDuplicate, ifKept } from "../../shared/duplicates/decide.ts";
import { type Duplicate, keyOfSide } from "../../shared/duplicates/duplicate.ts";
import { duplicatesIn } from "../../shared/duplicates/find.ts";
import { decideAnswer } from "../../shared/duplicates/rules.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Enrolment } from "../../shared/registration.ts";
import { anEnrolment, day, noon } from "../support/build.ts";
import { lawLacking, lawOf, loaded } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const asOf = day("2026-11-20");
const now = noon("2026-11-22");
const medical = (scheme: "310" | "390", region: string, more: object = {}): Enrolment =>
  anEnrolment({ scheme, region, from: "2025-12", insuredAs: scheme === "310" ? "employee" : "resident", ...more });
const twice = (one: Enrolment, two: Enrolment, months?: string): Duplicate => {
  const paid = months ? paidFor(one, { 2025: "-----------p", 2026: months }) : [];
  return duplicatesIn([one, two], paid, asOf)[0]!;
};
const city = (region: string) => ({ residence: region }) as About;
const decided = (pair: Duplicate, about: About = {}, law = lawOf()) => decideDuplicate(pair, about, law);

describe("of medical insurances", () => {
  const [nanjing, shouxian] = [medical("310", "320102"), medical("390", "340422")];

  test.each([
    { when: "twelve months were paid in a row", months: "ppppppppppp-", says: "KEEP_EMPLOYEE", keeps: [0] },
    { when: "eleven were", months: "pppppppppp--", says: "PERSON_CHOOSES_ONE", keeps: [0, 1] },
  ])("employees' and residents': $says when $when (M4, M5)", ({ months, says, keeps }) => {
    expect(decided(twice(nanjing, shouxian, months))).toMatchObject({ says, keeps });
  });

  test("a flexible worker chooses, however long was paid (M6)", () => {
    const flexible = medical("310", "320102", { insuredAs: "flexible" });
    expect(decided(twice(flexible, shouxian, "ppppppppppp-"))).toMatchObject({
      says: "PERSON_CHOOSES_ONE",
      chooses: true,
      suggests: 0,
    });
  });

  test.each([
    { when: "they live in the county of one", about: city("340422"), keeps: [1] },
    { when: "they live in its city", about: city("340403"), keeps: [1] },
    { when: "they live in neither province", about: city("110101"), keeps: [0, 1] },
    { when: "nobody knows where they live", about: {}, keeps: [0, 1] },
  ])("of two residents' ones that at home stays: $keeps when $when (M2)", ({ about, keeps }) => {
    const is = decided(twice(medical("390", "320102"), shouxian), about);
    expect(is).toMatchObject({ says: "KEEP_HABITUAL_RESIDENCE", keeps });
    expect(is).not.toHaveProperty("chooses");
  });

  test("a student's stays at the school, an employee's where the employer of today is (M1, M3)", () => {
    const school = medical("390", "320102", { insuredAs: "student" });
    expect(decided(twice(school, shouxian), city("340422"))).toMatchObject({ says: "KEEP_SCHOOL_PLACE", keeps: [0] });
    const [one, two] = ["甲公司", "乙公司"].map((name, nth) => medical("310", nth ? "340422" : "320102", { employer: { name } }));
    const about = (employer: string) => ({ work: { status: "EMPLOYED", employer } }) as About;
    expect(decided(twice(one!, two!), about("乙公司"))).toMatchObject({ says: "KEEP_EMPLOYMENT_PLACE", keeps: [1] });
    expect(decided(twice(one!, two!), about("丙公司")).keeps).toEqual([0, 1]);
  });

  test("without the number that decides, or the months it is compared with, nobody can say: the staff do, and nothing stops", () => {
    const pair = twice(nanjing, shouxian, "ppppppppppp-");
    const lacking = decided(pair, {}, lawLacking("duplicate-medical.employee-months"));
    expect(lacking).toEqual({ says: "NEEDS_STAFF", keeps: [], missing: ["duplicate-medical.employee-months"] });
    expect(decided(twice(nanjing, shouxian))).toMatchObject({ says: "NEEDS_STAFF", missing: ["employee-months"] });
  });
});

describe("an answer", () => {
  const policy = openPolicy(loaded);
  const [resident, worker] = [medical("390", "340422"), medical("310", "320102", { insuredAs: "flexible" })];
  const pair = (one: Enrolment = worker, two: Enrolment = resident) => twice(one, two, "ppppppppppp-");
  const answer = (duplicate: Duplicate, which: 0 | 1, more: object = {}, papers = 0) => {
    const { says } = decided(duplicate);
    const { refund } = ifKept(duplicate, says, which, lawOf());
    const told = { says, ...(refund !== undefined && { refund }) };
    const keep = keyOfSide(duplicate.sides[which]);
    const asked = { closed: false, duplicates: [duplicate], about: {}, id: duplicate.id, papers, policy, now };
    const result = decideAnswer({ ...asked, answer: { says: "keep", keep, told }, ...more });
    return result.ok ? "yes" : result.refusal.map(({ code }) => code);
  };

  test.each([
    { when: "all is as it was told", more: {}, is: "yes" },
    { when: "the registration is closed", more: { closed: true }, is: ["duplicate.registration-closed"] },
    { when: "the register has moved", more: { duplicates: [] }, is: ["duplicate.gone"] },
    { when: "it only counts", more: { duplicates: [{ ...pair(), operational: undefined }] }, is: ["duplicate.nothing-to-do"] },
    {
      when: "a number is missing",
      more: { policy: () => lawLacking("duplicate-medical.employee-months") },
      is: ["duplicate.needs-staff"],
    },
  ])("is $is when $when", ({ more, is }) => {
    expect(answer(pair(), 0, more)).toEqual(is);
  });

  test("an objection needs none of it", () => {
    const duplicate = pair();
    const asked = { closed: false, duplicates: [duplicate], about: {}, id: duplicate.id, papers: 0, now };
    const result = decideAnswer({
      ...asked,
      policy: () => lawLacking("duplicate-medical.employee-months"),
      answer: { says: "object", text: "不是我的" },
    });
    expect(result.ok).toBe(true);
  });

  test.each([
    { when: "what stays begins this month", from: "2026-11", to: undefined, is: "yes" },
    { when: "it begins next month", from: "2026-12", to: undefined, is: ["duplicate.kept-not-active"] },
    { when: "it ended last month", from: "2025-12", to: "2026-10", is: ["duplicate.kept-not-active"] },
    { when: "it has an end that the other one does not have", from: "2025-12", to: "2026-12", is: ["duplicate.kept-ends"] },
  ])("that would break the cover off is refused: $is when $when", ({ from, to, is }) => {
    const stays = { ...worker, from, ...(to && { to }) } as Enrolment;
    const duplicate = duplicatesIn([stays, resident], [], asOf)[0]!;
    expect(answer(duplicate, 0)).toEqual(is);
  });

  test("what the government pays for is given up only in writing, with the paper (M7)", () => {
    const paid = [
      ...paidFor(worker, { 2026: "pppppppppppp" }),
      ...paidFor(resident, { 2026: "pppppppppppp" }, { personal: 0, subsidy: 9_000 }),
    ];
    const duplicate = duplicatesIn([resident, worker], paid, asOf)[0]!;
    expect(decided(duplicate)).toMatchObject({ says: "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE", keeps: [0, 1], waiver: true });
    const keep = keyOfSide(duplicate.sides[0]);
    const told = {
      says: "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE",
      refund: ifKept(duplicate, "WRITTEN_WAIVER_REQUIRED_THEN_KEEP_ONE", 0, lawOf()).refund,
    };
    expect(answer(duplicate, 0)).toEqual(["duplicate.waiver-needed"]);
    expect(answer(duplicate, 0, { answer: { says: "keep", keep, told, waiver: true } }, 0)).toEqual(["duplicate.waiver-needed"]);
    expect(answer(duplicate, 0, { answer: { says: "keep", keep, told, waiver: true } }, 1)).toEqual("yes");
  });

  test.each([
    { when: "as much as was told goes back", told: 36_000, is: "yes" },
    { when: "less than was told", told: 36_001, is: ["duplicate.changed"] },
    { when: "more than was told: a month was paid since", told: 35_999, is: "yes" },
  ])("about money is $is when $when", ({ told, is }) => {
    const farmer = anEnrolment({ scheme: "170", region: "340422", from: "2025-01", insuredAs: "resident" });
    const clerk = anEnrolment({ scheme: "110", region: "320102", from: "2025-07", insuredAs: "employee" });
    const paid = [
      ...paidFor(farmer, { 2025: "pppppppppppp" }, { personal: 5_000, unit: 1_000 }),
      ...paidFor(clerk, { 2025: "------pppppp" }),
    ];
    const duplicate = duplicatesIn([farmer, clerk], paid, asOf)[0]!;
    const keep = keyOfSide(duplicate.sides[0]);
    expect(
      answer(duplicate, 0, { answer: { says: "keep", keep, told: { says: "KEEP_EMPLOYEE_MONTHS", refund: told } } }),
    ).toEqual(is);
    expect(answer(duplicate, 1)).toEqual(["duplicate.keeps-other"]);
  });
});

describe("two drawn pensions: what the register does not hold the agency reckons, and nothing is guessed", () => {
  const drawn = (scheme: "110" | "120" | "170", region: string) =>
    anEnrolment({ scheme, region, from: "2020-01", insuredAs: "retired" });
  const [here, there] = ["320102", "340422"] as const;
  test.each([
    {
      when: "110 and 170 (P6)",
      sides: [drawn("110", here), drawn("170", there)],
      keeps: [0],
      missing: ["account", "basic-drawn"],
    },
    {
      when: "120 and 170 (P8)",
      sides: [drawn("120", here), drawn("170", there)],
      keeps: [0],
      missing: ["account", "basic-drawn"],
    },
    { when: "110 twice (P7)", sides: [drawn("110", here), drawn("110", there)], keeps: [0, 1], missing: ["account"] },
  ])("of $when $keeps may stay, and $missing are missing", ({ sides, keeps, missing }) => {
    const pair = duplicatesIn(sides, [], asOf)[0]!;
    const is = decided(pair);
    expect(is.keeps).toEqual(keeps);
    expect(ifKept(pair, is.says, 0, lawOf())).toEqual({ acts: there, becomes: "ended", missing });
  });

  test("170 twice (P9): that at the hukou stays", () => {
    const pair = duplicatesIn([drawn("170", here), drawn("170", there)], [], asOf)[0]!;
    expect(decided(pair, { hukou: there } as About)).toMatchObject({ says: "KEEP_HUKOU_PLACE_REFUND_OTHER", keeps: [1] });
  });

  test("of an organ's and an employees' no text says which stays: the agencies and the person settle it, and it is said so", () => {
    const pair = duplicatesIn([drawn("110", here), drawn("120", there)], [], asOf)[0]!;
    expect(decided(pair)).toEqual({ says: "NEEDS_STAFF", keeps: [], missing: ["drawn-rule"] });
  });
});

describe("of what flexible workers paid, the account's share goes back (P5)", () => {
  const alone = (region: string) => anEnrolment({ scheme: "110", region, from: "2025-01", insuredAs: "flexible" });
  const refund = (personal: number, law = lawOf()) => {
    const [one, two] = [alone("320102"), alone("440106")];
    const paid = [one, two].flatMap((each) => paidFor(each, { 2025: "ppp---------" }, { base: 500_007, personal }));
    return ifKept(duplicatesIn([one, two], paid, asOf)[0]!, "TRANSFER_THEN_CLEAR", 0, law);
  };
  test.each([
    { when: "twenty points were paid", personal: 100_001, refund: 120_002 },
    { when: "no more than eight were", personal: 40_000, refund: 120_000 },
  ])("$refund fen of three months where $when", ({ personal, refund: back }) => {
    expect(refund(personal)).toMatchObject({ refund: back, missing: [] });
  });
  test("and where nobody knows that share, the agency reckons it", () => {
    const is = refund(100_001, lawLacking("flexible-pension.account-rate"));
    expect(is.missing).toEqual(["amounts"]);
    expect(is).not.toHaveProperty("refund");
  });
});
