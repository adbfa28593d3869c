// What a form does to the register: at once, after a look, or not any more.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Receipt } from "../../shared/kernel/fields.ts";
import { openPolicy } from "../../shared/policy/law.ts";
import { addressOf, doorOf } from "../../shared/registration/door.ts";
import { settleRegistration, settleReviewedRegistration, type Turn } from "../../shared/registration/effect.ts";
import type { RegistrationAccepted } from "../../shared/registration/form.ts";
import { heldOptions } from "../../shared/registration/schemes.ts";
import type { RecordPage } from "../../shared/registration.ts";
import { aFact, anInsurance, day, noon } from "../support/build.ts";
import { acceptedOf, aKnown, loadedPolicy, NOW, residence, uninsured } from "./form.ts";
import { after } from "./register.ts";

const receipt = v.parse(Receipt, "C7K2-94MD-61QX");
const LATER = noon("2026-04-02");
const turnOf = (record: RecordPage, more: Partial<Turn> = {}): Turn => ({
  record,
  policy: loadedPolicy,
  evidence: [],
  byParent: false,
  receipt,
  ...more,
});
const settle = (content: RegistrationAccepted, record = aKnown(), more: Partial<Turn> = {}) =>
  settleRegistration(content, turnOf(record, more), LATER);
const doubtsOf = (...given: Parameters<typeof settle>) => {
  const outcome = settle(...given);
  return outcome.status === "in-review"
    ? outcome.findings?.map(({ code, path }) => `${code.replace("registration.review.", "")} ${path.join(".")}`)
    : outcome.status;
};

describe("somebody looks first", () => {
  const guardian = { by: "guardian", name: "林大山", relation: "spouse" } as const;
  const free = { work: { without: "FLEXIBLE" } } as const;
  const none = uninsured();

  test.each([
    { when: "nothing is new", sent: {}, doubts: "applied" },
    { when: "another phone number is at home", sent: { landline: "0554-2810000" }, doubts: "applied" },
    { when: "another hukou is told", sent: { hukou: { division: "320102", lines: "长江路1号" } }, doubts: ["hukou hukou"] },
    {
      when: "the hukou is told as it is registered",
      sent: { hukou: { division: "340422", lines: "寿春镇东街3号" } },
      doubts: "applied",
    },
    {
      when: "a scheme is told of that no agency holds",
      sent: { pension: ["EMPLOYEE", "LAND_LOST"] },
      doubts: ["claims pension"],
    },
    {
      when: "the scheme an agency holds is left out",
      sent: { medical: ["RESIDENT"], maternity: true },
      doubts: ["claims medical", "denies medical"],
    },
    { when: "it is the same in another order", sent: { pension: ["EMPLOYEE", "EMPLOYEE"] }, doubts: "applied" },
    { when: "it is insured elsewhere too", sent: { elsewhere: { pension: "320000" } }, doubts: ["claims pension"] },
    {
      when: "it is insured in two places",
      sent: { duplicates: { pension: ["340400", "320100"] } },
      doubts: ["duplicates duplicates.pension"],
    },
  ] as const)("$when: $doubts", ({ sent, doubts }) => {
    expect(doubtsOf(acceptedOf(sent as never))).toEqual(doubts);
  });

  test("at whoever signs for somebody grown up", () => {
    const evidence = ["guardianship", "proxy-authorisation"] as const;
    const byGuardian = acceptedOf({ signature: guardian }, aKnown(), { evidence });
    const byProxy = acceptedOf({ signature: { by: "proxy", name: "王芳" } }, aKnown(), { evidence });
    expect(doubtsOf(byGuardian, aKnown(), { evidence })).toEqual(["guardian signature"]);
    expect(doubtsOf(byProxy, aKnown(), { evidence })).toEqual(["proxy signature"]);
  });

  test("at whoever says to be a child's parent, unless the register proves it", () => {
    const child = uninsured("2010-05-01");
    const content = acceptedOf({ work: { without: "STUDENT" }, signature: { ...guardian, relation: "parent" } }, child);
    expect(doubtsOf(content, child)).toEqual(["guardian signature"]);
    expect(doubtsOf(content, child, { byParent: true })).toBe("applied");
  });

  test("at the reasons at which a declaration would be looked at, and at those only", () => {
    const content = acceptedOf(
      { ...free, reasons: { pension: [{ code: "P06", place: "320102" }], medical: [{ code: "P01" }] } },
      none,
    );
    expect(doubtsOf(content, none)).toEqual(["reason reasons.pension"]);
  });

  test("at a child that works, though Labour Law lets artists and athletes", () => {
    const byParent = { byParent: true };
    const doubts = (birth: string) => {
      const child = uninsured(birth);
      return doubtsOf(acceptedOf({ ...free, signature: { ...guardian, relation: "parent" } }, child, byParent), child, byParent);
    };
    expect([doubts("2010-04-01"), doubts("2010-03-31")]).toEqual([["young-worker work"], "applied"]); // fifteen, sixteen today
  });

  test("when the number of policy is missing by which the reasons that are due are known", () => {
    const policy = openPolicy([]);
    expect(doubtsOf(acceptedOf({ ...free }, none, { policy }), none, { policy })).toEqual(["rules-missing reasons"]);
  });

  test("not at the rural cooperative of who is in the residents' scheme: it became that", () => {
    const resident = anInsurance({ scheme: "390", insuredAs: "resident", region: "340400" });
    const record = { ...none, summary: { insurances: { medical: resident } } };
    expect(doubtsOf(acceptedOf({ ...free, medical: ["NEW_RURAL"] }, record), record)).toBe("applied");
  });
});

describe("options and schemes", () => {
  test.each([
    { scheme: "110", insurance: "pension", options: ["EMPLOYEE"] },
    { scheme: "120", insurance: "pension", options: ["ORGAN"] },
    { scheme: "170", insurance: "pension", options: ["RESIDENT"] },
    { scheme: "310", insurance: "medical", options: ["EMPLOYEE"] },
    { scheme: "390", insurance: "medical", options: ["RESIDENT"] },
  ] as const)("$scheme is ticked as $options", ({ scheme, insurance, options }) => {
    expect(heldOptions({ insurances: { [insurance]: anInsurance({ scheme }) } })[insurance]).toEqual(options);
    expect(heldOptions({ insurances: { [insurance]: anInsurance({ scheme, status: "ended" }) } })[insurance]).toEqual([]);
  });

  test("of several that run are all ticked, with the places where they are", () => {
    const held = (scheme: "110" | "170", region: string) =>
      ({ scheme, region, from: "2020-01", insuredAs: "employee", status: "active" }) as never;
    const pension = anInsurance({ scheme: "110", region: "320100", otherEnrolments: 1 });
    const record = aKnown({
      summary: { held: [held("110", "320100"), held("170", "340400")], insurances: { ...aKnown().summary.insurances, pension } },
    });
    expect(acceptedOf({}, record)).toMatchObject({
      filled: {
        pension: ["EMPLOYEE", "RESIDENT"],
        elsewhere: { pension: "320000" },
        duplicates: { pension: ["320100", "340400"] },
      },
    });
    expect(doubtsOf(acceptedOf({}, record), record)).toBe("applied");
  });
});

describe("what somebody said of their insurances", () => {
  const none = uninsured("1960-01-01");
  const said = acceptedOf({ work: { without: "RETIRED" }, medical: ["PUBLIC"] }, none);
  const outcome = settleReviewedRegistration(said, turnOf(none), LATER, LATER);
  const told = after(none, outcome.changes);

  test("is kept by the next form, once the desk has looked", () => {
    expect(acceptedOf({}, told)).toMatchObject({ filled: { medical: ["PUBLIC"] }, kept: expect.arrayContaining(["medical"]) });
  });

  test("gives way to an agency that speaks of it later, and to none that spoke before", () => {
    const ended = (asOf: string) => ({
      ...told,
      summary: { insurances: { medical: anInsurance({ scheme: "310", status: "ended", to: "2026-01", asOf: day(asOf) }) } },
    });
    expect(acceptedOf({}, ended("2026-03-31")).filled.medical).toEqual(["PUBLIC"]);
    expect(acceptedOf({}, ended("2026-04-01")).filled.medical).toEqual([]);
  });
});

describe("what comes late", () => {
  const sent = acceptedOf({ card: false, landline: "0554-2810000" });
  const later = aFact({ name: "card", hasCard: true, source: "resident", acceptedAt: LATER });

  test("does not undo what was said later, and is told; the rest of it counts", () => {
    const outcome = settle(sent, aKnown({ facts: [later] }));
    expect(outcome).toMatchObject({
      status: "applied",
      changes: { facts: [{ name: "landline" }] },
      findings: [{ code: "registration.partly-overtaken", path: ["card"] }],
    });
  });

  test("gives a child its first phone, and takes none away that it got while the form waited", () => {
    const withPhone = uninsured("2010-05-01");
    const child = { ...withPhone, facts: withPhone.facts.filter(({ name }) => name !== "phone") };
    const signature = { by: "guardian", name: "林大山", relation: "parent" } as const;
    const sent = { work: { without: "STUDENT" }, mobile: { phone: "15400001111", code: "123456" }, signature } as const;
    const content = acceptedOf(sent, child, { byParent: true });
    const phones = (before: RecordPage) =>
      [
        settle(content, before, { byParent: true }),
        settleReviewedRegistration(content, turnOf(before, { byParent: true }), LATER, LATER),
      ].map(({ status, changes, findings }) => ({
        status,
        phones: changes?.facts?.filter(({ name }) => name === "phone").length,
        told: findings?.map(({ path }) => path.join(".")),
      }));

    expect(phones(child)).toMatchObject([{ phones: 1 }, { phones: 1 }]);
    const late = { status: "applied", phones: 0, told: ["phone"] };
    expect(phones(withPhone)).toEqual([late, late]);
  });

  test("is overtaken where all that was new in it was said again later", () => {
    const known = aKnown({ facts: [later, aFact({ name: "landline", source: "resident", acceptedAt: LATER })] });
    expect(settle(sent, known)).toMatchObject({
      status: "overtaken",
      findings: [{ path: ["card"] }, { path: ["landline"] }],
    });
  });

  test("is asked its rules on the day it was sent: a birthday in between changes nothing", () => {
    const sixth = uninsured("2019-04-01");
    const guardian = {
      signature: { by: "guardian", name: "林大山", relation: "parent" },
      consent: { version: "2026-11-22", relation: "parent" },
    } as const;
    const content = acceptedOf({ ...guardian, work: { without: "PRESCHOOL" } }, sixth, { byParent: true });
    expect(settle(content, sixth, { byParent: true }).status).toBe("applied");
  });

  test("is not refused because there is a newer privacy notice: the guardian agreed to that of the day", () => {
    const child = uninsured("2018-04-01");
    const sent = acceptedOf(
      {
        work: { without: "STUDENT" },
        signature: { by: "guardian", name: "林大山", relation: "parent" },
        consent: { version: "2026-11-22", relation: "parent" },
      },
      child,
      { byParent: true },
    );
    const older = { ...sent, filled: { ...sent.filled, consent: { version: day("2026-01-01"), relation: "parent" as const } } };
    const { consent: _, ...without } = sent.filled;
    expect(settle(older, child, { byParent: true }).status).toBe("applied");
    expect(settle({ ...sent, filled: without }, child, { byParent: true }).status).toBe("refused");
  });

  test("is refused where the registration was closed meanwhile, at once and after a decision", () => {
    const known = aKnown();
    const closed = { ...known, registration: { ...known.registration, status: "closed" as const } };
    expect(settle(sent, closed)).toMatchObject({ status: "refused", findings: [{ code: "registration.closed" }] });
    expect(settleReviewedRegistration(sent, turnOf(closed), LATER, LATER)).toMatchObject({ status: "refused" });
  });
});

test("who was confirmed by another way first stays counted by that", () => {
  const known = aKnown();
  const confirmed = { on: day("2025-01-01"), route: "visit" as const, receipt: "first" };
  const outcome = settle(acceptedOf({}), { ...known, registration: { ...known.registration, confirmed } });
  expect(outcome).toEqual({ status: "applied" });
  expect(settle(acceptedOf({}))).toMatchObject({
    changes: { registration: { confirmed: { on: NOW.slice(0, 10), route: "resident", receipt } } },
  });
});

describe("an address of one line is told apart", () => {
  test.each([
    ["龙泉街道学院社区学院路8号", { township: "龙泉街道", village: "学院社区", road: "学院路8号" }],
    ["寿春镇九里村3组12号", { township: "寿春镇", village: "九里村", road: "3组12号" }],
    ["学院路8号", { road: "学院路8号" }],
    ["中关村大街1号", { road: "中关村大街1号" }],
    ["寿春镇东街3号", { township: "寿春镇", road: "东街3号" }],
    ["龙泉街道", { road: "龙泉街道" }],
  ])("%s", (lines, parts) => {
    const address = { ...residence, lines };
    if (address.name !== "residence") throw new Error("no residence");
    expect(doorOf(address)).toEqual({ division: "340403", ...parts });
    expect(addressOf(doorOf(address)).lines).toBe(lines);
  });
});
