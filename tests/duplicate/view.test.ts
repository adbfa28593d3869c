// What its person and the desk see of what is double: both sides, what would stay, on what that rests, and what was said to it.
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { basisOf } from "../../shared/duplicates/basis.ts";
import { DuplicateAccepted } from "../../shared/duplicates/contract.ts";
import { type Duplicate, keyOfSide, MedicalSays, PensionSays } from "../../shared/duplicates/duplicate.ts";
import { foundIn } from "../../shared/duplicates/find.ts";
import { Duplicates } from "../../shared/duplicates/shown.ts";
import { answeredFor, duplicateAsked, duplicateItem, duplicatesOf } from "../../shared/duplicates/view.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import type { Enrolment, FullRecord, PaidYear } from "../../shared/registration.ts";
import type { ActsAs, Submission } from "../../shared/submission.ts";
import { summarise } from "../../shared/summary.ts";
import { aFact, anEnrolment, aPersonId, aRecord, day, noon } from "../support/build.ts";
import { loaded } from "../support/policy.ts";
import { paidFor } from "./someone.ts";

const policy = openPolicy(loaded);
const now = noon("2026-11-22");
const placeName = (code: string) => `${code}市`;
const asked = { policy, placeName, now };
const place = (division: string) => ({ division, name: `${division}市` });
const [whole, half] = ["pppppppppppp", "------pppppp"];
const receiptOf = (nth: number) => v.parse(Receipt, `C7K2-94MD-61Q${nth}`);

const recordOf = (enrolments: Enrolment[], paidYears: PaidYear[] = [], asOf = day("2026-11-20")): FullRecord => ({
  ...aRecord({ facts: [aFact({ name: "residence", division: "340422", lines: "某街1号" })] }),
  ...{ enrolments, paidYears, summary: summarise(enrolments, paidYears, asOf) },
});
const shown = (record: FullRecord, submissions: Submission[] = [], by?: ActsAs, law = asked) => {
  const all = duplicatesOf(record, submissions, { ...law, by });
  expect(v.parse(Duplicates, all)).toEqual(all); // nothing more than the contract names, nothing less
  return all.duplicates[0]!;
};

const worker = anEnrolment({
  scheme: "110",
  region: "320102",
  from: "2025-01",
  insuredAs: "employee",
  employer: { name: "甲公司" },
});
const farmer = anEnrolment({ scheme: "170", region: "340422", from: "2025-01", insuredAs: "resident" });
const tier = { base: 60_000, personal: 5_000, unit: 1_000, subsidy: 500 };
const twoPensions = recordOf([farmer, worker], [...paidFor(worker, { 2025: half! }), ...paidFor(farmer, { 2025: whole! }, tier)]);
const medical = (scheme: "310" | "390", region: string, insuredAs = "resident") =>
  anEnrolment({ scheme, region, from: "2025-01", insuredAs: insuredAs as "resident" });
const twoMedical = recordOf([medical("390", "340422"), medical("390", "320102")]);

describe("what is found is shown", () => {
  test("with both sides, what each would come to, what it rests on, and without what only the reckoning needs", () => {
    const { duplicates, ...others } = duplicatesOf(twoPensions, [], asked);
    expect(others).toEqual({ person: { name: "林*禾", number: "3404**********0134" }, today: "2026-11-22", asOf: "2026-11-20" });
    const side = { from: "2025-01", status: "active", lastPaid: "2025-12" };
    expect(duplicates).toEqual([
      {
        ...{ id: foundIn(twoPensions)[0]?.id, insurance: "pension", common: 6, operational: true, statistical: true },
        sides: [
          { ...side, scheme: "110", insuredAs: "employee", paid: 6, place: place("320102") },
          { ...side, scheme: "170", insuredAs: "resident", paid: 12, place: place("340422") },
        ],
        years: [{ year: 2025, one: half, two: whole }],
        ...{ says: "KEEP_EMPLOYEE_MONTHS", keeps: [0], missing: [], basis: basisOf.KEEP_EMPLOYEE_MONTHS },
        ifKept: [
          { acts: place("340422"), becomes: "paused", refund: 36_000, missing: [] },
          { acts: place("320102"), becomes: "ended", refund: 240_000, accountOnly: true, missing: [] },
        ],
      },
    ]);
    shown(twoPensions);
  });

  test("without the day of the file where nobody has told one", () => {
    const { asOf: _, ...summary } = twoPensions.summary;
    expect(duplicatesOf({ ...twoPensions, summary }, [], asked)).not.toHaveProperty("asOf");
  });

  test("as drawn, as chosen by the person, with the better one, as given up in writing, or transferred first", () => {
    const retired = recordOf([
      { ...worker, insuredAs: "retired" },
      { ...worker, insuredAs: "retired", region: "440106" as never },
    ]);
    expect(shown(retired)).toMatchObject({ drawn: true, chooses: true, keeps: [0, 1], years: [] });
    const flexible = shown(recordOf([medical("310", "320102", "flexible"), medical("390", "340422")]));
    expect(flexible).toMatchObject({ chooses: true, suggests: 0, statistical: false });
    const [poor, cared] = [medical("390", "340422"), medical("310", "320102", "flexible")];
    const funded = [...paidFor(poor, { 2026: whole! }, { personal: 0, subsidy: 9_000 }), ...paidFor(cared, { 2026: whole! })];
    expect(shown(recordOf([poor, cared], funded))).toMatchObject({ waiver: true, chooses: true, suggests: 0 });
    const there = { ...worker, region: "440106" as never };
    const provinces = recordOf(
      [worker, there],
      [worker, there].flatMap((one) => paidFor(one, { 2025: whole! })),
    );
    expect(shown(provinces)).toMatchObject({ transferFirst: true, chooses: true });
    for (const plain of [shown(twoPensions), shown(twoMedical)])
      for (const key of ["drawn", "chooses", "suggests", "waiver", "transferFirst", "settled", "answered", "others"])
        expect(plain, key).not.toHaveProperty(key);
  });

  test("with why what would stay may not, yet", () => {
    const later = { ...medical("390", "320102"), to: "2026-12" as never };
    const [ends, stays] = shown(recordOf([later, medical("390", "340422")])).ifKept;
    expect(ends).toMatchObject({ obstacle: "duplicate.kept-ends" });
    expect(stays).not.toHaveProperty("obstacle");
  });

  test("as counted only where there is nothing to be done; and without what rests on a number that is missing", () => {
    const idle = anEnrolment({ scheme: "170", region: "440106", from: "2012-01", status: "paused", insuredAs: "resident" });
    const record = recordOf([
      { ...worker, from: "2026-01" as never },
      { ...idle, to: "2012-12" as never },
    ]);
    expect(shown(record)).toMatchObject({ operational: false, statistical: true, says: "NO_OVERLAP", keeps: [] });
    const lacking = (key: string) => ({ ...asked, policy: openPolicy(loaded.filter((entry) => entry.key !== key)) });
    expect(shown(record, [], undefined, lacking("annex3.limb1-scope"))).not.toHaveProperty("statistical");
    const [employee, resident] = [medical("310", "320102", "employee"), medical("390", "340422")];
    const across = recordOf([employee, resident], paidFor(employee, { 2026: "ppppppppppp-" }));
    const unsaid = shown(across, [], undefined, lacking("duplicate-medical.employee-months"));
    expect(unsaid).toMatchObject({ says: "NEEDS_STAFF", missing: ["duplicate-medical.employee-months"] });
    expect(unsaid).not.toHaveProperty("basis");
  });
});

const [one, two] = foundIn(twoMedical)[0]!.sides;
type Answer = { answer?: DuplicateAccepted["answer"]; nth?: number; id?: string; more?: Partial<Submission> };
const keep = (side: Duplicate["sides"][number]): DuplicateAccepted["answer"] => ({
  ...{ says: "keep", keep: keyOfSide(side), told: { says: "KEEP_HABITUAL_RESIDENCE" } },
});
const accepted = ({ answer = keep(two), id = foundIn(twoMedical)[0]!.id }: Answer = {}) =>
  v.parse(DuplicateAccepted, {
    ...{ slice: "duplicate", id, insurance: "medical", sides: [one, two].map(keyOfSide), answer },
    ...{ agency: "320102", acceptedAt: noon("2026-11-21") },
  });
const aSubmission = ({ nth = 0, more, ...answer }: Answer = {}): Submission => ({
  ...{ personId: aPersonId(), receipt: receiptOf(nth), status: "in-review", fingerprint: "x", history: [] },
  content: accepted(answer),
  ...more,
});

describe("what was said to it stands beside it", () => {
  test("the last that was said to this one, and not to another; queued while it waits for its turn", () => {
    const other = aSubmission({ nth: 1, id: "0123456789abcdef" });
    const change = { ...aSubmission({ nth: 2 }), content: { slice: "change", id: accepted().id } } as unknown as Submission;
    const [last, before] = [aSubmission({ nth: 3 }), aSubmission({ nth: 4, answer: keep(one) })];
    const said = { receipt: receiptOf(3), says: "keep", kept: 1, at: noon("2026-11-21") };
    expect(shown(twoMedical, [other, change, last, before]).answered).toEqual({ ...said, status: "in-review" });
    expect(shown(twoMedical, [before]).answered).toMatchObject({ kept: 0 });
    expect(shown(twoMedical, [other, change])).not.toHaveProperty("answered");
    const status = (more: Partial<Submission>) => shown(twoMedical, [aSubmission({ nth: 3, more })]).answered?.status;
    expect(status({ status: "received" })).toBe("received");
    expect(status({ status: "received", queuedAt: now })).toBe("queued");
    expect(status({ status: "in-review", queuedAt: now })).toBe("in-review");
  });

  test("an objection keeps neither of the two, nor does what is there no more", () => {
    const object = aSubmission({ answer: { says: "object", text: "不是我的" } });
    expect(shown(twoMedical, [object]).answered).toMatchObject({ says: "object" });
    expect(shown(twoMedical, [object]).answered).not.toHaveProperty("kept");
    const gone = aSubmission({ answer: keep({ ...one, from: "2001-01" as never }) });
    expect(shown(twoMedical, [gone]).answered).not.toHaveProperty("kept");
  });

  test("and says to who looks for somebody that another one has said it", () => {
    const [me, you] = [aPersonId(), aPersonId()].map((personId): ActsAs => ({ as: "parent", personId }));
    const mine = aSubmission({ more: { by: me! } });
    expect(shown(twoMedical, [mine], me)).not.toHaveProperty("others");
    expect(shown(twoMedical, [mine], you).others).toBe(true);
    expect(shown(twoMedical, [aSubmission()], me).others).toBe(true); // they themselves
    expect(shown(twoMedical, [mine])).not.toHaveProperty("others"); // their own page
  });

  test("in the list of what was sent: which one is to stay, or that it was objected to", () => {
    expect(duplicateAsked(accepted(), placeName)).toBe("keep.390 340422市");
    expect(duplicateAsked(accepted({ answer: { says: "object", text: "不是我的" } }), placeName)).toBe("object");
    expect(duplicateItem(accepted())).toBe("duplicate.medical");
  });
});

describe("what was decided", () => {
  const clearedOn = (on: string, nth: number, more: object = {}) => ({
    ...{ receipt: receiptOf(nth), on, by: "320102", says: "KEEP_HABITUAL_RESIDENCE", kept: keyOfSide(two), spans: [] },
    ...more,
  });
  const decided = (...cleared: object[]) =>
    recordOf([
      medical("390", "340422"),
      anEnrolment({ ...medical("390", "320102"), status: "ended", to: "2026-11", cleared } as never),
    ]);

  test("is shown with which one stayed, when, by whom, and what goes back or has to be reckoned", () => {
    const settled = { kept: 1, receipt: receiptOf(5), on: "2026-05-01", by: place("320102"), missing: [] };
    expect(shown(decided(clearedOn("2026-05-01", 5)))).toMatchObject({
      says: "KEEP_HABITUAL_RESIDENCE",
      settled,
      operational: false,
    });
    const of = (more: object) => shown(decided(clearedOn("2026-05-01", 5, more))).settled;
    expect(of({})).toEqual(settled);
    expect(of({ refund: 0 })).toEqual({ ...settled, refund: 0 });
    expect(of({ missing: ["amounts"] })).toEqual({ ...settled, missing: ["amounts"] });
    expect(shown(decided(clearedOn("2026-05-01", 5, { says: "PERSON_CHOOSES_ONE" })))).toMatchObject({
      says: "PERSON_CHOOSES_ONE",
      basis: basisOf.PERSON_CHOOSES_ONE,
    });
  });

  test("is answered by what it was decided on, and not by what was said before or later", () => {
    const record = decided(clearedOn("2026-05-01", 5));
    const all = [aSubmission({ nth: 6 }), aSubmission({ nth: 5, more: { status: "applied" } }), aSubmission({ nth: 4 })];
    expect(shown(record, all).answered).toMatchObject({ receipt: receiptOf(5), status: "applied" });
  });

  test("comes the newest first, three of them at most, each by its own name", () => {
    const days = ["2026-02-01", "2026-04-01", "2026-03-01", "2026-01-01"];
    const record = decided(...days.map((on, nth) => clearedOn(on, nth, { spans: [{ from: "2026-01", to: "2026-03" }] })));
    const found = foundIn(record);
    expect(found.map(({ settled }) => settled?.on)).toEqual(["2026-04-01", "2026-03-01", "2026-02-01"]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    expect(found.map(({ insurance, common }) => `${insurance} ${common}`)).toEqual(Array(3).fill("medical 3"));
  });

  test("is not shown where what stayed is in the register no more", () => {
    const kept = { ...keyOfSide(two), from: "2001-01" };
    expect(foundIn(decided(clearedOn("2026-05-01", 5, { kept })))).toEqual([]);
  });

  test.each([
    { when: "the one that stayed comes first", stays: "320102", goes: "340422", kept: 0 },
    { when: "it comes second", stays: "340422", goes: "320102", kept: 1 },
  ])("of pensions names the one that stayed where $when", ({ stays, goes, kept }) => {
    const [kept110, gone] = [stays, goes].map((region) => ({ ...worker, region: region as never, status: "paused" as const }));
    const cleared = [clearedOn("2026-05-01", 1, { kept: keyOfSide(kept110!), says: "TRANSFER_THEN_CLEAR" })] as never;
    const found = foundIn(recordOf([{ ...gone!, cleared }, kept110!])).find(({ settled }) => settled);
    expect(found).toMatchObject({ insurance: "pension", settled: { kept } });
  });

  test("for who decides is what is open by that name, or what came of it; nothing once it is gone", () => {
    const answer = accepted();
    const open = answeredFor(twoMedical, answer, receiptOf(1), asked);
    expect(open).toEqual({ found: shown(twoMedical), keeps: 1 });
    const over = answeredFor(decided(clearedOn("2026-05-01", 5)), answer, receiptOf(5), asked);
    expect(over).toMatchObject({ keeps: 1, found: { settled: { receipt: receiptOf(5) } } });
    expect(answeredFor(decided(clearedOn("2026-05-01", 5)), answer, receiptOf(6), asked)).toEqual({});
    const objected = accepted({ answer: { says: "object", text: "不是我的" } });
    expect(answeredFor(twoMedical, objected, receiptOf(1), asked)).toEqual({ found: shown(twoMedical), objection: "不是我的" });
    expect(answeredFor(recordOf([]), objected, receiptOf(1), asked)).toEqual({ objection: "不是我的" });
    const strange = accepted({ answer: keep({ ...one, from: "2001-01" as never }) });
    expect(answeredFor(twoMedical, strange, receiptOf(1), asked)).not.toHaveProperty("keeps");
  });
});

describe("what a decision rests on is what the handbook cites for it", () => {
  const handbook = readFileSync("docs/handbook.md", "utf8");
  const rows = new Map([...handbook.matchAll(/^\| (P\d+) \|(.*)\|$/gm)].map(([, row, text]) => [row, text ?? ""]));
  const [, codes = ""] = handbook.match(/\*\*5\.2\*\* "Decision codes: (.*?)\. Amounts/) ?? [];
  const rowsOf = new Map(
    codes.split(";").flatMap((part) => {
      const [, code] = part.match(/([A-Z_]{8,}(?:[A-Z0-9_]*))/) ?? [];
      return code ? [[code, [...part.matchAll(/P\d+/g)].map(([row]) => rows.get(row) ?? "")]] : [];
    }),
  );
  const [, medicalBasis = ""] = handbook.match(/### 5\.3 .*?\((.*?) as quoted/) ?? [];

  test.each([...PensionSays.options, ...MedicalSays.options])("%s", (says) => {
    const basis: { document?: string; confidence: string } = basisOf[says];
    const texts = rowsOf.get(says);
    if (!texts) return expect(basis).toEqual({ document: medicalBasis, confidence: "medium" }); // as quoted by others
    const cited = texts.map((text) => text.split("|").at(-1) ?? "").join();
    const inherits = /^ *Art\./.test(cited); // the notice of the rows around it
    const [, first] = cited.match(/\[(R:|GK)/) ?? [];
    expect(basis.confidence).toBe(first === "R:" || inherits ? "high" : "medium");
    const [number] = cited.match(/〔\d{4}〕\d+号/) ?? (inherits ? ["〔2014〕17号"] : []);
    if (number) expect(basis.document).toContain(number);
    else if (basis.document) expect(handbook).toContain(basis.document);
    else expect(basis).toEqual({ confidence: "medium" });
  });
});
