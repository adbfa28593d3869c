// Every rule of the form, in pairs at its boundary. Handbook 10.4.
import { describe, expect, test } from "vitest";
import { anInsurance } from "../support/build.ts";
import { aKnown, decide, refusalsOf, uninsured } from "./form.ts";

const P01 = [{ code: "P01" as const }];

test("a form that leaves everything as it is registered is accepted: three taps", () => {
  expect(refusalsOf({})).toEqual([]);
});

describe("part one", () => {
  const preschool = {
    work: { without: "PRESCHOOL" },
    signature: { by: "guardian", name: "林大山", relation: "parent" },
  } as const;
  const consent = { consent: { version: "2026-11-22", relation: "parent" } } as const;

  test.each([
    { when: "an employer is named", sent: { work: { employer: { name: "淮南某厂" } } }, refusals: [] },
    {
      when: "an employer is named, and none as well",
      sent: { work: { employer: { name: "淮南某厂" }, without: "RETIRED" as const } },
      refusals: ["registration.employer-and-none work.without", "registration.retired-age work.without"],
    },
    { when: "neither is said", sent: { work: {} }, refusals: ["registration.work-missing work"] },
  ])("is asked when $when", ({ sent, refusals }) => {
    expect(refusalsOf(sent)).toEqual(refusals);
  });

  test.each([
    { birth: "2019-04-01", age: "six, one day before seven", refusals: [] },
    { birth: "2019-03-31", age: "seven today", refusals: ["registration.preschool-age work.without"] },
  ])("below school age is nobody from seven on: $age", ({ birth, refusals }) => {
    expect(refusalsOf({ ...preschool, ...consent }, uninsured(birth), { byParent: true })).toEqual(refusals);
  });

  test.each([
    { birth: "1981-04-01", age: "44, one day before 45", refusals: ["registration.retired-age work.without"] },
    { birth: "1981-03-31", age: "45 today", refusals: [] },
  ])("retired is nobody below forty-five: $age", ({ birth, refusals }) => {
    expect(refusalsOf({ work: { without: "RETIRED" } }, uninsured(birth))).toEqual(refusals);
  });
});

describe("a reason", () => {
  const employed = uninsured("1990-05-01");
  const work = { employer: { name: "淮南某厂" } };
  const every = { pension: P01, medical: P01, unemployment: P01, injury: P01, maternity: P01 };

  test("is due for each insurance that an employee must have and has not", () => {
    expect(refusalsOf({ work }, employed)).toEqual(
      ["pension", "medical", "unemployment", "injury", "maternity"].map((each) => `registration.reason-missing reasons.${each}`),
    );
    expect(refusalsOf({ work, reasons: every }, employed)).toEqual([]);
  });

  test("is not due where part four says that it is insured elsewhere, nor may it be given there", () => {
    const { pension: _, ...others } = every;
    expect(refusalsOf({ work, reasons: others, elsewhere: { pension: "320000" } }, employed)).toEqual([]);
    expect(refusalsOf({ work, reasons: every, elsewhere: { pension: "320000" } }, employed)).toEqual([
      "registration.reason-for-insured reasons.pension",
    ]);
  });

  test("of staff of organs is due for what both organs and institutions must have, and for no more", () => {
    expect(refusalsOf({ work, pension: ["ORGAN"] }, employed)).toEqual([
      "registration.reason-missing reasons.medical",
      "registration.reason-missing reasons.maternity",
    ]);
  });

  test.each(["FLEXIBLE", "UNEMPLOYED", "OTHER"] as const)("is not due of who is %s: what is voluntary is marked", (without) => {
    const decision = decide({ work: { without } }, employed);
    expect(decision).toMatchObject({ ok: true, value: { filled: { voluntary: ["pension", "medical"] } } });
  });

  test("follows what a declaration asks of it, at its own field", () => {
    const reasons = { medical: [{ code: "O05" as const, graduation: "2027-06" }], pension: [...P01, ...P01] };
    expect(refusalsOf({ work: { without: "STUDENT" }, reasons }, uninsured("2004-05-01"))).toEqual([
      "declaration.same-twice reasons.pension.1",
      "declaration.students-are-covered reasons.medical.0",
    ]);
  });

  test("of students is given by students", () => {
    const reasons = { pension: [...P01, { code: "O05" as const, graduation: "2027-06" }] };
    expect(refusalsOf({ work: { without: "STUDENT" }, reasons }, employed)).toEqual([]);
    expect(refusalsOf({ work: { without: "FLEXIBLE" }, reasons }, employed)).toEqual([
      "registration.reason-not-student reasons.pension.1",
    ]);
  });
});

describe("what nobody in that situation can have", () => {
  const guardian = {
    signature: { by: "guardian", name: "林大山", relation: "parent" },
    consent: { version: "2026-11-22", relation: "parent" },
  } as const;
  test.each([
    {
      when: "a student is in the residents' pension",
      sent: { work: { without: "STUDENT" }, pension: ["RESIDENT"] },
      at: "pension",
    },
    {
      when: "a student has unemployment insurance",
      sent: { work: { without: "STUDENT" }, unemployment: true },
      at: "unemployment",
    },
    {
      when: "somebody without work is insured against injury at it",
      sent: { work: { without: "UNEMPLOYED" }, injury: true },
      at: "injury",
    },
  ] as const)("is refused when $when", ({ sent, at }) => {
    expect(refusalsOf(sent as object, uninsured())).toEqual([`registration.impossible-for-work ${at}`]);
  });

  test("is refused of a child below school age, but for medical care", () => {
    const child = uninsured("2023-01-01");
    const sent = { ...guardian, work: { without: "PRESCHOOL" as const } };
    const by = { byParent: true };
    expect(refusalsOf({ ...sent, medical: ["RESIDENT"] }, child, by)).toEqual([]);
    expect(refusalsOf({ ...sent, medical: ["RESIDENT", "EMPLOYEE"], pension: ["EMPLOYEE"] }, child, by)).toEqual([
      "registration.impossible-for-work pension",
      "registration.impossible-for-work medical",
    ]);
  });

  test.each([
    { when: "a student works for an employer too", sent: { work: { employer: { name: "淮南某厂" } } } },
    {
      when: "somebody retired is still insured against injury",
      sent: { work: { without: "RETIRED" as const }, unemployment: false },
    },
  ])("is not refused when $when", ({ sent }) => {
    expect(refusalsOf(sent, aKnown({ birth: "1970-01-01" }))).toEqual([]);
  });

  test("is not refused where an agency holds it: somebody else has to put that right", () => {
    expect(refusalsOf({ work: { without: "STUDENT" } }, aKnown())).toEqual([]);
  });

  test("is maternity insurance without the medical insurance it is part of", () => {
    const flexible = { work: { without: "FLEXIBLE" as const }, maternity: true };
    expect(refusalsOf(flexible, uninsured())).toEqual(["registration.maternity-without-medical maternity"]);
    expect(refusalsOf({ ...flexible, medical: ["EMPLOYEE"] }, uninsured())).toEqual([]);
    expect(refusalsOf({ ...flexible, elsewhere: { medical: "320000" } }, uninsured())).toEqual([]);
  });
});

describe("part four names somewhere else", () => {
  const flexible = { work: { without: "FLEXIBLE" as const } };
  test.each([
    { when: "it is another province", place: "320000", refusals: [] },
    { when: "it is another city of the province", place: "340100", refusals: [] },
    { when: "it is the city one lives in", place: "340400", refusals: ["registration.elsewhere-here elsewhere.pension"] },
    {
      when: "it is the province one lives in",
      place: "340000",
      refusals: ["registration.elsewhere-own-province elsewhere.pension"],
    },
  ])("when $when", ({ place, refusals }) => {
    expect(refusalsOf({ ...flexible, elsewhere: { pension: place } }, uninsured())).toEqual(refusals);
  });

  test("as the form does: a city of another province is that province", () => {
    expect(decide({ ...flexible, elsewhere: { pension: "320100" } }, uninsured())).toMatchObject({
      value: { filled: { elsewhere: { pension: "320000" } } },
    });
  });
});

describe("part five tells of two places or more", () => {
  test.each([
    { when: "one is told", places: ["340400"], refusals: ["registration.duplicates-too-few duplicates.pension"] },
    { when: "one is told twice", places: ["340400", "340400"], refusals: ["registration.duplicates-too-few duplicates.pension"] },
    { when: "two are told", places: ["340400", "320100"], refusals: [] },
  ])("when $when", ({ places, refusals }) => {
    expect(refusalsOf({ duplicates: { pension: places } })).toEqual(refusals);
  });

  test("of an insurance that there is", () => {
    const sent = { work: { without: "FLEXIBLE" as const }, duplicates: { pension: ["340400", "320100"] } };
    expect(refusalsOf(sent, uninsured())).toEqual(["registration.duplicate-not-insured duplicates.pension"]);
  });

  test("and asks where, of who has the rural cooperative beside the residents' scheme it became", () => {
    const sent = { work: { without: "FLEXIBLE" as const }, medical: ["RESIDENT", "NEW_RURAL"] as const };
    expect(refusalsOf({ ...sent, medical: [...sent.medical] }, uninsured())).toEqual([
      "registration.same-scheme-twice duplicates.medical",
    ]);
    expect(
      refusalsOf({ ...sent, medical: [...sent.medical], duplicates: { medical: ["340400", "320100"] } }, uninsured()),
    ).toEqual([]);
  });
});

describe("who signs", () => {
  const guardian = { by: "guardian", name: "林大山", relation: "parent" } as const;

  test("reads the notes and declares that it is true", () => {
    expect(refusalsOf({ notes: false, declared: false })).toEqual([
      "registration.notes-unread notes",
      "registration.not-declared declared",
    ]);
  });

  test("signs by their own name, and nobody else by it", () => {
    expect(refusalsOf({ signature: { by: "self", name: "林小禾" } })).toEqual(["registration.signature-differs signature.name"]);
    expect(refusalsOf({ signature: { by: "self", name: " 林晓禾 " } })).toEqual([]);
    expect(refusalsOf({ signature: { by: "proxy", name: "林晓禾" } }, aKnown(), { evidence: ["proxy-authorisation"] })).toEqual([
      "registration.signature-own-name signature.name",
    ]);
  });

  test.each([
    { birth: "2008-04-01", age: "17", by: "self", refusals: ["registration.guardian-signs signature.by"] },
    { birth: "2008-03-31", age: "18 today", by: "self", refusals: [] },
    { birth: "2008-04-01", age: "17", by: "guardian", refusals: [] },
  ])("is a guardian below eighteen: $by at $age", ({ birth, by, refusals }) => {
    const signature = by === "guardian" ? guardian : { by: "self" as const, name: "林晓禾" };
    expect(refusalsOf({ work: { without: "OTHER" }, signature }, uninsured(birth))).toEqual(refusals);
  });

  test.each([
    { birth: "2010-03-31", age: "16 today", refusals: [] },
    { birth: "2010-04-01", age: "15", refusals: ["registration.guardian-signs signature.by"] },
  ])("is whoever lives on their own work, from sixteen on: $age (Civil Code, Art. 18)", ({ birth, refusals }) => {
    expect(refusalsOf({ work: { without: "FLEXIBLE" } }, uninsured(birth))).toEqual(refusals);
  });

  test("is no child's proxy, and nobody who acts for a child signs as the child", () => {
    const record = uninsured("2008-04-01");
    const work = { without: "FLEXIBLE" as const };
    expect(refusalsOf({ work, signature: { by: "self", name: "林晓禾" } }, record, { byParent: true })).toEqual([
      "registration.guardian-signs signature.by",
    ]);
    expect(
      refusalsOf({ work: { without: "STUDENT" }, signature: { by: "proxy", name: "王芳" } }, record, {
        evidence: ["proxy-authorisation"],
      }),
    ).toEqual(["registration.guardian-signs signature.by"]);
  });

  test.each([
    { when: "a proxy shows the authorisation", by: "proxy", evidence: ["proxy-authorisation"], refusals: [] },
    {
      when: "a proxy shows another paper",
      by: "proxy",
      evidence: ["guardianship"],
      refusals: ["registration.proxy-unauthorised evidence"],
    },
    { when: "a guardian of a grown-up shows the guardianship", by: "guardian", evidence: ["guardianship"], refusals: [] },
    {
      when: "a guardian of a grown-up shows nothing",
      by: "guardian",
      evidence: [],
      refusals: ["registration.guardianship-unproven evidence"],
    },
  ] as const)("shows a paper for somebody else: $when", ({ by, evidence, refusals }) => {
    const signature = by === "proxy" ? { by, name: "王芳" } : { ...guardian, relation: "sibling" as const };
    expect(refusalsOf({ signature }, aKnown(), { evidence })).toEqual(refusals);
  });

  test.each([
    { birth: "2012-04-01", age: "13", refusals: ["consent.missing consent"] },
    { birth: "2012-03-31", age: "14 today", refusals: [] },
  ])("agrees for a child below fourteen: $age", ({ birth, refusals }) => {
    const sent = { work: { without: "STUDENT" as const }, signature: guardian };
    expect(refusalsOf(sent, uninsured(birth), { byParent: true })).toEqual(refusals);
  });
});

describe("what is to be kept has to be registered", () => {
  test("each field by itself", () => {
    const bare = { ...aKnown(), facts: [] };
    expect(refusalsOf({}, bare)).toEqual(
      ["card", "hukou", "residence", "work"].map((field) => `registration.nothing-kept ${field}`),
    );
  });

  test("an employer by name", () => {
    const nameless = aKnown({
      facts: [{ ...aKnown().facts.find(({ name }) => name === "employment")!, employer: undefined } as never],
    });
    expect(refusalsOf({}, nameless)).toEqual(["registration.employer-missing work.employer.name"]);
  });

  test("a reason as well, and one whose day has passed is given again", () => {
    const expired = { insurance: "pension", reasons: [{ code: "O02" }], expires: "2026-03-30", asOf: "2025-03-30" } as const;
    const record = uninsured();
    const kept = { reasons: { pension: "kept", medical: "kept" } } as const;
    const held = { ...record, reasons: [{ ...expired, source: "resident", recordedAt: "", acceptedAt: "" } as never] };
    expect(refusalsOf(kept, held)).toEqual([
      "registration.reason-expired reasons.pension",
      "registration.nothing-kept reasons.medical",
    ]);
  });
});

test("who is in a closed registration asks the desk", () => {
  const record = aKnown();
  const closed = { ...record, registration: { ...record.registration, status: "closed" as const } };
  expect(refusalsOf({}, closed)).toEqual(["registration.closed "]);
});

test("an insurance that an agency ended is not kept", () => {
  const record = aKnown();
  const pension = anInsurance({ scheme: "110", insuredAs: "employee", status: "ended", to: "2026-01" });
  const left = { ...record, summary: { insurances: { ...record.summary.insurances, pension } } };
  expect(refusalsOf({}, left)).toEqual(["registration.reason-missing reasons.pension"]);
});
