// What the form begins with, what of it is new once it is sent, and how it is printed: each part from the register and back.
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { FormReply } from "../../shared/registration/contract.ts";
import { addressOf, doorOf, sameAddress } from "../../shared/registration/door.ts";
import { FORM_VERSION, type RegistrationAccepted, WithoutEmployer } from "../../shared/registration/form.ts";
import { employmentOf, reasonKept, statedOf, workOf } from "../../shared/registration/kept.ts";
import { newsIn } from "../../shared/registration/news.ts";
import { printedForm } from "../../shared/registration/printed.ts";
import { formReply } from "../../shared/registration/reply.ts";
import { heldOptions, runningIn } from "../../shared/registration/schemes.ts";
import type { Reason, RecordPage } from "../../shared/registration.ts";
import type { Submission } from "../../shared/submission.ts";
import { aFact, anInsurance, aRegistration, day, noon } from "../support/build.ts";
import { acceptedOf, aKnown, loadedPolicy, NOW, residence, uninsured } from "./form.ts";

const today = day("2026-03-31");
const reply = (record: RecordPage) =>
  formReply({
    record,
    today,
    policy: loadedPolicy,
    placeName: (code) => (code === "340403" ? "安徽省淮南市田家庵区" : `${code}名`),
  });
const said = { source: "insured-340400", asOf: "2026-03-01" };
const aReason = (more: object = {}): Reason =>
  ({
    insurance: "pension",
    reasons: [{ code: "P01" }],
    asOf: day("2026-01-01"),
    acceptedAt: noon("2026-01-01"),
    recordedAt: noon("2026-01-01"),
    source: "resident",
    ...more,
  }) as Reason;

describe("the form begins with", () => {
  test("who somebody is and what is registered of them, masked, each with its source and day", () => {
    const landline = aFact({ name: "landline", landline: "0554-6641234" });
    const registration = aRegistration({
      confirmed: { on: "2026-02-02", route: "resident", receipt: "C7K2-94MD-61QX" } as never,
    });
    const form = reply(aKnown({ facts: [landline], registration }));
    expect(v.parse(FormReply, form)).toEqual(form);
    expect(form).toMatchObject({
      ...{
        form: FORM_VERSION,
        today,
        person: { name: "林*禾", sex: "M", birth: "1903-02-07", docType: "RIC", number: "3404**********0134", status: "active" },
      },
      confirmed: { on: "2026-02-02", route: "resident" },
      card: { ...said, hasCard: true },
      landline: { ...said, masked: "0554-***1234" },
      mobile: { ...said, masked: "199****1234" },
      work: { ...said, employer: "淮南安居物业有限公司" },
      residence: { ...said, division: "340403", text: "安徽省淮南市田家庵区龙泉街道****" },
    });
    expect(Object.keys(form.confirmed ?? {})).toEqual(["on", "route"]);
    expect(form.work).not.toHaveProperty("without");
    const bare = reply({ ...aKnown(), facts: [] });
    for (const key of ["confirmed", "card", "hukou", "residence", "landline", "mobile", "work"])
      expect(bare, key).not.toHaveProperty(key);
    expect(reply(aKnown({ facts: [aFact({ name: "landline" })] }))).not.toHaveProperty("landline");
    expect(reply(uninsured()).work).toEqual({ ...said, without: "UNEMPLOYED" });
  });

  test("each insurance: whether they have it, where else, where twice, and why not", () => {
    const of = (record: RecordPage, insurance = "pension") => reply(record).insurances.find((one) => one.insurance === insurance);
    expect(of(aKnown())).toEqual({ insurance: "pension", insured: true, options: ["EMPLOYEE"], places: [] });
    expect(of(aKnown(), "injury")).toEqual({ insurance: "injury", insured: true, options: [], places: [] });
    const none = uninsured("1990-05-01");
    const reasons = [aReason({ insurance: "medical" }), aReason({ expires: day("2026-03-31") })];
    expect(of({ ...none, reasons })?.reason).toEqual({
      codes: ["P01"],
      asOf: "2026-01-01",
      expires: "2026-03-31",
      expired: false,
    });
    expect(of({ ...none, reasons: [aReason({ expires: day("2026-03-30") })] })?.reason).toMatchObject({ expired: true });
    expect(of({ ...none, reasons: [aReason()] })?.reason).toEqual({ codes: ["P01"], asOf: "2026-01-01", expired: false });
    expect(of(none)).not.toHaveProperty("reason");
    const away = aKnown({ summary: { insurances: { pension: anInsurance({ region: "320100", insuredAs: "employee" }) } } });
    expect(of(away)).toMatchObject({ insured: true, elsewhere: "320000" });
    expect(reply(away).places).toEqual([{ division: "320000", name: "320000名" }]);
    const held = ["340400", "320100"].map((region) => ({
      scheme: "110",
      region,
      from: "2020-01",
      status: "active",
      insuredAs: "employee",
    }));
    const twice = aKnown({ summary: { insurances: { pension: anInsurance({ insuredAs: "employee" }) }, held } as never });
    expect(of(twice)).toMatchObject({ elsewhere: "320000", places: ["340400", "320100"] });
    expect(reply(twice).places.map(({ division }) => division)).toEqual(["320000", "340400", "320100"]);
    expect(reply(aKnown()).places).toEqual([]);
  });
});

describe("a reason", () => {
  test.each([
    { when: "it has no day", reasons: [aReason()], kept: true },
    { when: "its day is today", reasons: [aReason({ expires: today })], kept: true },
    { when: "its day was yesterday", reasons: [aReason({ expires: day("2026-03-30") })], kept: false },
    { when: "it was said of another insurance", reasons: [aReason({ insurance: "medical" })], kept: false },
  ])("is kept: $kept where $when", ({ reasons, kept }) => {
    expect(reasonKept({ ...aKnown(), reasons }, "pension", today)).toEqual(kept ? reasons[0] : undefined);
  });
});

test("how somebody lives is told to the register and back, an unknown employer left empty", () => {
  for (const without of WithoutEmployer.options) expect(workOf(employmentOf({ without }))).toEqual({ without });
  expect(employmentOf({ without: "OTHER" })).toEqual({ status: "NONE" });
  expect(employmentOf({})).toEqual({ status: "NONE" });
  expect(employmentOf({ employer: { name: "甲公司" } })).toEqual({ status: "EMPLOYED", employer: { name: "甲公司" } });
  expect(workOf({ status: "EMPLOYED", employer: { name: "甲公司" } })).toEqual({ employer: { name: "甲公司" } });
  expect(workOf({ status: "EMPLOYED" })).toEqual({});
});

test("an address is another where the place differs, or the door", () => {
  const [one, two] = [doorOf(residence as never), { ...residence, lines: "龙泉街道学院路9号" }];
  expect(addressOf(one)).toEqual({ division: "340403", lines: "龙泉街道学院社区学院路8号" });
  expect(one).toEqual({ division: "340403", township: "龙泉街道", village: "学院社区", road: "学院路8号" });
  const same = (a: object, b: object | undefined) => sameAddress(a as never, b as never);
  expect([
    same(residence, { ...residence }),
    same(residence, two),
    same(residence, { ...residence, division: "340404" }),
    same(residence, undefined),
  ]).toEqual([true, false, false, false]);
  expect(doorOf({ division: "340403" as never, lines: "学院路8号" })).toEqual({ division: "340403", road: "学院路8号" });
});

describe("what was said before stands beside what agencies hold", () => {
  const stated = (more: object = {}) =>
    aFact({
      ...{
        name: "stated",
        pension: [],
        medical: [],
        unemployment: false,
        injury: false,
        maternity: false,
        elsewhere: {},
        duplicates: {},
      },
      ...more,
    });
  const of = (fact: ReturnType<typeof stated>, insurances: RecordPage["summary"]["insurances"] = {}) =>
    statedOf(aKnown({ facts: [fact], summary: { insurances } }), "340403" as never);

  test("of each insurance by itself, until a newer file speaks of it", () => {
    const every = stated({ pension: ["LAND_LOST"], medical: ["MIGRANT"], unemployment: true, injury: true, maternity: true });
    expect(of(every)).toMatchObject({
      pension: ["LAND_LOST"],
      medical: ["MIGRANT"],
      unemployment: true,
      injury: true,
      maternity: true,
    });
    const held = (asOf: string) => ({
      pension: anInsurance({ asOf }),
      medical: anInsurance({ scheme: "310", asOf }),
      ...{
        unemployment: anInsurance({ scheme: "210", asOf, status: "ended" }),
        injury: anInsurance({ scheme: "410", asOf, status: "ended" }),
      },
      maternity: anInsurance({ scheme: "510", asOf, status: "ended" }),
    });
    const both = {
      pension: ["EMPLOYEE", "LAND_LOST"],
      medical: ["EMPLOYEE", "MIGRANT"],
      unemployment: true,
      injury: true,
      maternity: true,
    };
    expect(of(every, held("2026-03-01"))).toMatchObject(both);
    expect(of(every, held("2026-03-02"))).toMatchObject({
      pension: ["EMPLOYEE"],
      medical: ["EMPLOYEE"],
      unemployment: false,
      injury: false,
      maternity: false,
    });
    expect(of(stated({ pension: ["EMPLOYEE"] }), held("2026-03-01")).pension).toEqual(["EMPLOYEE"]);
  });

  test("a place that no file speaks of stays, and one of two places is none twice", () => {
    const elsewhere = { elsewhere: { pension: "320000" } };
    expect(of(stated(elsewhere), { pension: anInsurance({ asOf: "2026-03-02" }) }).elsewhere).toEqual({ pension: "320000" });
    expect(of(stated({ ...elsewhere, duplicates: { pension: ["340400", "320100"] } })).duplicates).toEqual({
      pension: ["340400", "320100"],
    });
    expect(of(stated({ ...elsewhere, duplicates: { pension: ["320100"] } })).duplicates).toEqual({});
    expect(of(stated({ duplicates: { pension: ["340400", "320100"] } })).duplicates).toEqual({}); // they say that they have none
    const away = { pension: anInsurance({ region: "320100" }) };
    expect(of(stated(), away).elsewhere).toEqual({ pension: "320000" });
    expect(statedOf(aKnown({ facts: [stated()], summary: { insurances: away } }), undefined).elsewhere).toEqual({});
  });

  test("what runs is told by all that agencies hold of that insurance, else by what leads", () => {
    const held = [
      { scheme: "110", region: "340400" },
      { scheme: "390", region: "320100" },
    ] as never;
    const insurances = {
      pension: anInsurance(),
      medical: anInsurance({ scheme: "310" }),
      injury: anInsurance({ scheme: "410" }),
    };
    expect(runningIn({ held, insurances }, "pension").map(({ scheme }) => scheme)).toEqual(["110"]);
    expect(runningIn({ held, insurances }, "medical").map(({ scheme }) => scheme)).toEqual(["390"]);
    expect(runningIn({ held, insurances }, "injury")).toEqual([insurances.injury]);
    expect(runningIn({ insurances }, "medical")).toEqual([insurances.medical]);
    expect(heldOptions({ held, insurances })).toEqual({
      pension: ["EMPLOYEE"],
      medical: ["RESIDENT"],
      unemployment: false,
      injury: true,
      maternity: false,
    });
    expect(runningIn({ held, insurances: { pension: anInsurance({ status: "ended" }) } }, "pension")).toEqual([]);
  });
});

describe("what a form says anew", () => {
  const record = aKnown();
  const accepted = acceptedOf({});
  const keeping = (...isNew: string[]): RegistrationAccepted => ({
    ...accepted,
    kept: accepted.kept.filter((field) => !isNew.includes(field)),
  });
  const news = (content: RegistrationAccepted, of: RecordPage = record, decidedAt?: ReturnType<typeof noon>) =>
    newsIn(content, of, noon("2026-04-02"), decidedAt);
  const mine = { source: "resident", asOf: "2026-03-31", acceptedAt: NOW, recordedAt: noon("2026-04-02") };
  const { filled } = accepted;

  test("is nothing where all is kept, else each fact by itself, in the person's own name; a hukou in the desk's", () => {
    expect(news(accepted)).toEqual({ facts: [], reasons: [], late: [] });
    const one = (field: string, of = keeping(field)) => news(of).facts;
    expect(one("card")).toEqual([{ ...mine, name: "card", hasCard: true }]);
    expect(one("hukou")).toEqual([{ ...mine, source: "desk", name: "hukou", ...filled.hukou }]);
    expect(one("residence")).toEqual([{ ...mine, name: "residence", division: "340403", lines: "龙泉街道学院社区学院路8号" }]);
    expect(one("work")).toEqual([
      { ...mine, name: "employment", status: "EMPLOYED", employer: { name: "淮南安居物业有限公司" } },
    ]);
    const { landline: _, ...without } = filled;
    expect(one("landline", { ...keeping("landline"), filled: without })).toEqual([{ ...mine, name: "landline" }]);
    const landline = "0554-6641234" as never;
    expect(one("landline", { ...keeping("landline"), filled: { ...filled, landline } })).toEqual([
      { ...mine, name: "landline", landline },
    ]);
    const phone = { ...mine, name: "phone", confirmedOn: "2026-03-31" };
    expect(one("mobile")).toEqual([{ ...phone, phone: "19900001234", from: "2024-05-01" }]); // only confirmed again
    const mobile = "15400005678" as never;
    expect(one("mobile", { ...keeping("mobile"), filled: { ...filled, mobile } })).toEqual([
      { ...phone, phone: mobile, from: "2026-03-31" },
    ]);
    const { pension, medical, unemployment, injury, maternity, elsewhere, duplicates } = filled;
    for (const field of ["pension", "maternity", "elsewhere", "duplicates"])
      expect(one(field)).toEqual([
        { ...mine, name: "stated", ...{ pension, medical, unemployment, injury, maternity, elsewhere, duplicates } },
      ]);
  });

  test("what the desk looked at counts from its yes, all else from when it was sent", () => {
    const looked = noon("2026-04-01");
    const all = news(keeping("hukou", "card", "pension"), record, looked).facts;
    expect(all.map(({ name, acceptedAt }) => `${name} ${acceptedAt.slice(0, 10)}`)).toEqual([
      "card 2026-03-31",
      "hukou 2026-04-01",
      "stated 2026-04-01",
    ]);
  });

  test("what was said later of a fact or an insurance stays, and is named", () => {
    const later = { source: "resident", acceptedAt: noon("2026-04-01") };
    const known = aKnown({ facts: [aFact({ name: "card", hasCard: false, ...later })] });
    expect(news(keeping("card", "hukou"), { ...known, facts: [...known.facts, ...record.facts] })).toMatchObject({
      facts: [{ name: "hukou" }],
      late: ["card"],
    });
    const unpaid = uninsured("1990-05-01");
    const content = acceptedOf({ reasons: { pension: [{ code: "P01" }] }, pension: [], medical: [] } as never, unpaid);
    const reasonsBy = (of: Partial<Reason>[], decidedAt?: ReturnType<typeof noon>) => {
      const { reasons, late } = news(content, { ...unpaid, reasons: of.map(aReason) }, decidedAt);
      return [
        reasons
          .filter(({ insurance }) => insurance === "pension")
          .map(({ source, acceptedAt }) => `${source} ${acceptedAt.slice(0, 10)}`),
        late,
      ];
    };
    expect(reasonsBy([])).toEqual([["resident 2026-03-31"], []]);
    expect(reasonsBy([{ acceptedAt: NOW }])).toEqual([["resident 2026-03-31"], []]);
    expect(reasonsBy([{ acceptedAt: noon("2026-04-01") }])).toEqual([[], ["reasons.pension"]]);
    expect(reasonsBy([{ acceptedAt: noon("2026-04-01"), insurance: "medical" as const }])).toEqual([["resident 2026-03-31"], []]);
    expect(reasonsBy([{ acceptedAt: noon("2026-04-01") }], noon("2026-04-01"))).toEqual([["desk 2026-04-01"], []]);
  });
});

describe("the printed form", () => {
  const accepted = acceptedOf({});
  const { filled } = accepted;
  const submission = (more: Partial<Submission> = {}) =>
    ({ receipt: "C7K2-94MD-61QX", status: "received", ...more }) as unknown as Submission;
  const names: Record<string, string> = { "340000": "安徽省", "340400": "安徽省淮南市", "340403": "安徽省淮南市田家庵区" };
  const printed = (of: Submission = submission(), content = accepted) => printedForm(of, content, (code) => names[code] ?? code);

  test("is whole: as it was filled in, when, how far it is, and each place by its levels, once", () => {
    const form = printed();
    expect(form).toMatchObject({
      receipt: "C7K2-94MD-61QX",
      status: "received",
      acceptedAt: accepted.acceptedAt,
      filled,
      findings: [],
    });
    expect(form.places.map(({ division }) => division)).toEqual(["340422", "340403"]);
    expect(form.places[1]).toEqual({ division: "340403", province: "安徽省", city: "淮南市", county: "田家庵区" });
    expect(printed(submission({ queuedAt: noon("2026-04-01") })).status).toBe("queued");
    expect(printed(submission({ status: "applied", queuedAt: noon("2026-04-01") })).status).toBe("applied");
    const findings = [{ code: "x", path: [] }];
    expect(printed(submission({ status: "refused", findings } as never)).findings).toEqual(findings);
  });

  test("names the places of part four, where somebody is twice, and those of reasons", () => {
    const places = (more: object) =>
      printed(submission(), { ...accepted, filled: { ...filled, ...more } } as never).places.map(({ division }) => division);
    const both = ["340422", "340403"];
    expect(places({ elsewhere: { pension: "320000", medical: undefined } })).toEqual([...both, "320000"]);
    expect(places({ duplicates: { pension: ["340400", "320100"], medical: undefined } })).toEqual([...both, "340400", "320100"]);
    expect(places({ reasons: { pension: [{ code: "P06", place: "110000" }, { code: "P01" }], medical: undefined } })).toEqual([
      ...both,
      "110000",
    ]);
    expect(places({ hukou: { ...filled.hukou, division: "340403" } })).toEqual(["340403"]);
  });
});
