import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { instantAt } from "../../shared/kernel/calendar.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { withMill } from "../insured/mill.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aFact, day } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { aliasSecret, aPerson, type Known, register, someoneElse } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { attemptOf, photo } from "./asking.ts";

const mill = withMill();
const machine = withMachine(mill);
let started: Started;
beforeEach(() => {
  started = startApp({ client: mill.client, startAt: instantAt(Date.now()) });
});

let nth = 0;
const BIRTH = "2026-10-02";
const aCertificate = () => `Z34000${String(++nth).padStart(4, "0")}`;

/** A parent with an address and a household number of their own, signed in. */
async function aParent(sex: "M" | "F" = "F", household = `H${++nth}`, relation = "02") {
  const today = instantAt(Date.now()).slice(0, 10);
  const person: Known = aPerson({
    number: someoneElse(++nth),
    name: "陈晓雨",
    phone: aFact({ name: "phone", phone: `1545555${String(nth).padStart(4, "0")}`, confirmedOn: today, from: "2020-01-01" }),
  });
  person.record.registration.identity.sex = sex;
  person.record.facts.push(
    aFact({ name: "residence", division: "340403", lines: "龙泉街道学院路8号" }),
    aFact({ name: "household", division: "340403", number: household, relation }),
  );
  await register(mill.client, aliasSecret(), person);
  const { browser } = await signInAs(started, person);
  return { ...person, browser, personId: person.record.registration.personId, household };
}

const consent = { version: NOTICE_VERSION, relation: "parent" };
async function send(browser: Browser, more: Record<string, unknown> = {}, key?: string) {
  const evidence = await photo(browser, "birth-certificate");
  const body = { certificate: aCertificate(), sex: "F", birth: BIRTH, as: "mother", consent, evidence, ...more };
  return browser.post("/children", body, attemptOf(key));
}
async function sent(browser: Browser, more: Record<string, unknown> = {}) {
  const { receipt } = (await (await send(browser, more)).json()) as { receipt: Receipt };
  expect(await machine.run()).toEqual([]);
  return receipt;
}
const taskOf = async (receipt: Receipt) => (await mill.desk.openTasks()).find((task) => task.receipt === receipt);
async function decide(receipt: Receipt, verdict: "applied" | "refused", ...by: string[]) {
  for (const one of by) {
    const task = (await taskOf(receipt))!;
    await mill.desk.decide(task, { verdict, reason: "已核对出生医学证明", by: one }, instantAt(Date.now()));
  }
  expect(await machine.run()).toEqual([]);
}
const childrenOf = async (browser: Browser) => (await (await browser.get("/children")).json()).children;
const seen = async (browser: Browser, receipt: Receipt) => (await browser.get(`/submissions/${receipt}`)).json();
/** A child in the register by its certificate, as an agency tells of it. */
const told = (certificate: string, cells = "", columns = "") =>
  mill.feed(`AAC002,AAC003,AAC006,AAE140,AAB301${columns}\n${certificate},陈小满,${BIRTH},390,340403${cells}`);

describe("a newborn whom the register does not know", () => {
  test("is registered by the mother, has her name until it has one, and is hers when the desk says yes", async () => {
    const { browser, personId } = await aParent();
    const certificate = aCertificate();
    const receipt = await sent(browser, { certificate });
    expect(await taskOf(receipt)).toMatchObject({ kind: "new-person", region: "340403" });
    expect(await seen(browser, receipt)).toMatchObject({ slice: "newborn", status: "in-review", asked: "陈***女" });
    expect(await childrenOf(browser)).toEqual([]);

    const [child] = await mill.owners(certificate, "BIRTH_CERT");
    const page = await mill.register.page(child!);
    expect(page?.registration).toMatchObject({
      verified: "unverified",
      identity: { name: "陈晓雨之女", sex: "F", birth: BIRTH },
    });
    expect(page?.facts).toMatchObject([{ name: "residence", division: "340403", source: "resident" }]);

    await decide(receipt, "applied", "王芳");
    expect(await seen(browser, receipt)).toMatchObject({ status: "applied" });
    expect(await childrenOf(browser)).toMatchObject([{ name: "陈***女", birth: BIRTH, proven: "certificate", insured: [] }]);
    expect(await mill.register.history(child!)).toMatchObject([{ by: personId, channel: "web" }, { by: "王芳" }]);
  });

  test("is nobody's when the desk says no, and the certificate is free again", async () => {
    const { browser } = await aParent();
    const certificate = aCertificate();
    const receipt = await sent(browser, { certificate, name: "陈小满" });
    await decide(receipt, "refused", "王芳");

    expect(await seen(browser, receipt)).toMatchObject({ status: "refused", findings: [{ code: "newborn.turned-away" }] });
    expect([await childrenOf(browser), await mill.owners(certificate, "BIRTH_CERT")]).toEqual([[], []]);
  });

  test("gets its citizen number later and stays the same child", async () => {
    const { browser } = await aParent();
    const certificate = aCertificate();
    await decide(await sent(browser, { certificate, name: "陈小满" }), "applied", "王芳");
    const [child] = await mill.owners(certificate, "BIRTH_CERT");
    const number = numbered(`34046920261002${String(++nth).padStart(3, "0")}`);
    await mill.feed(`AAC002,AAC003,AAE140,AAB301,原证件号码\n${number},陈小满,390,340403,${certificate}`);

    expect(await mill.owners(number)).toEqual([child]);
    expect((await mill.register.registration(child!))?.verified).toBe("desk");
    expect(await childrenOf(browser)).toHaveLength(1);
  });

  test("is called by its own name once an agency tells it, and stays the same child; one of another birth day is another", async () => {
    const { browser } = await aParent();
    const certificate = aCertificate();
    await decide(await sent(browser, { certificate }), "applied", "王芳");
    const [child] = await mill.owners(certificate, "BIRTH_CERT");
    const counts = async (birth: string, number: string) => {
      const columns = "AAC002,AAC003,AAC006,AAE140,AAB301,原证件号码";
      return (await mill.feed(`${columns}\n${number},陈小满,${birth},390,340403,${certificate}`)).counts;
    };
    const other = numbered(`34046920261003${String(++nth).padStart(3, "0")}`);
    expect(await counts("2026-10-03", other)).toMatchObject({ review: 1 });
    const number = numbered(`34046920261002${String(++nth).padStart(3, "0")}`);
    expect(await counts(BIRTH, number)).toMatchObject({ created: 1, review: 0 });

    expect(await mill.owners(number)).toEqual([child]);
    expect((await mill.register.registration(child!))?.identity).toMatchObject({
      name: "陈小满",
      formerNames: [{ name: "陈晓雨之女" }],
    });
    expect(await childrenOf(browser)).toMatchObject([{ name: "陈*满", insured: ["medical"] }]);
  });

  test("sent once more waits for the first; the same form twice is one", async () => {
    const { browser } = await aParent();
    const [certificate, key] = [aCertificate(), crypto.randomUUID()];
    const evidence = await photo(browser, "birth-certificate");
    const body = { certificate, sex: "F", birth: BIRTH, as: "mother", consent, evidence };
    const answers = await Promise.all([1, 2].map(() => browser.post("/children", body, attemptOf(key))));
    expect(new Set(await Promise.all(answers.map(async (answer) => (await answer.json()).receipt))).size).toBe(1);

    expect(await (await send(browser, { certificate })).json()).toMatchObject({ findings: [{ code: "newborn.sent-already" }] });
  });
});

describe("a certificate that the register knows", () => {
  test("proves the parent with whom the child lives in one household: applied at once", async () => {
    const { browser, household } = await aParent();
    const certificate = aCertificate();
    await told(certificate, `,${household},30`, ",户编号,与户主关系");
    const receipt = await sent(browser, { certificate });

    expect(await seen(browser, receipt)).toMatchObject({ status: "applied" });
    expect(await mill.owners(certificate, "BIRTH_CERT")).toHaveLength(1);
    expect(await childrenOf(browser)).toMatchObject([{ proven: "certificate" }]);
  });

  test("proves the mother whose number it was registered with by the father", async () => {
    const [father, mother] = [await aParent("M"), await aParent("F")];
    const certificate = aCertificate();
    const first = await sent(father.browser, { certificate, as: "father", mother: mother.number });
    await decide(first, "applied", "王芳");
    const second = await sent(mother.browser, { certificate });

    expect(await seen(mother.browser, second)).toMatchObject({ status: "applied" });
    expect([await childrenOf(father.browser), await childrenOf(mother.browser)]).toMatchObject([[{}], [{}]]);
  });

  test("with another mother goes to two people, says nothing of the child, and changes nothing when they say no", async () => {
    const [stranger, other] = [await aParent(), await aParent()];
    const certificate = aCertificate();
    await told(certificate);
    const [child] = await mill.owners(certificate, "BIRTH_CERT");
    const before = await mill.register.record(child!);
    const [known, unknown] = [await sent(stranger.browser, { certificate }), await sent(other.browser)];
    const shown = async (browser: Browser, receipt: Receipt) => {
      const { receipt: _, for: __, history, ...rest } = await seen(browser, receipt); // both of their own
      return { ...rest, steps: history.map(({ status }: { status: string }) => status) };
    };
    expect(await shown(stranger.browser, known)).toEqual(await shown(other.browser, unknown));
    expect(await taskOf(known)).toMatchObject({ kind: "parentage", others: [child] });

    await decide(known, "refused", "王芳", "李军");
    expect(await childrenOf(stranger.browser)).toEqual([]);
    expect(await mill.register.record(child!)).toEqual(before);
  });

  test("makes somebody a parent when two people at the desk say so", async () => {
    const { browser } = await aParent();
    const certificate = aCertificate();
    await told(certificate);
    const receipt = await sent(browser, { certificate });
    await decide(receipt, "applied", "王芳");
    expect(await childrenOf(browser)).toEqual([]);
    await decide(receipt, "applied", "李军");
    expect(await childrenOf(browser)).toMatchObject([{ proven: "certificate" }]);
  });

  test("proves no mother whom the father only named: an agency may know the child before the desk has looked, or said no", async () => {
    for (const refusal of [[], ["王芳"]]) {
      const [father, mother] = [await aParent("M"), await aParent("F")];
      const certificate = aCertificate();
      const first = await sent(father.browser, { certificate, name: "陈小满", as: "father", mother: mother.number });
      await told(certificate);
      await decide(first, "refused", ...refusal);
      const receipt = await sent(mother.browser, { certificate, name: "陈小满" });
      expect(await taskOf(receipt)).toMatchObject({ kind: "parentage" });
      expect(await childrenOf(mother.browser)).toEqual([]);
    }
  });

  test("proves the mother once the desk said yes to the father, also of a child that an agency knew by then", async () => {
    const [father, mother] = [await aParent("M"), await aParent("F")];
    const certificate = aCertificate();
    const first = await sent(father.browser, { certificate, name: "陈小满", as: "father", mother: mother.number });
    await told(certificate);
    await decide(first, "applied", "王芳");
    expect(await seen(mother.browser, await sent(mother.browser, { certificate }))).toMatchObject({ status: "applied" });
  });

  test("proves nothing while nobody has looked at who registered it first", async () => {
    const [father, mother] = [await aParent("M"), await aParent("F")];
    const certificate = aCertificate();
    await sent(father.browser, { certificate, as: "father", mother: mother.number });
    const receipt = await sent(mother.browser, { certificate });
    expect(await taskOf(receipt)).toMatchObject({ kind: "parentage" });
  });
});

test("a child of the household born on that day may be this one: the desk compares them", async () => {
  const { browser, household } = await aParent();
  const number = numbered(`34046920261002${String(++nth).padStart(3, "0")}`);
  await mill.feed(`AAC002,AAC003,AAE140,AAB301,户编号,与户主关系\n${number},陈小满,390,340403,${household},30`);
  const [child] = await mill.owners(number);
  const receipt = await sent(browser);
  expect(await taskOf(receipt)).toMatchObject({ kind: "same-person", others: [child] });
});

test("a certificate of a child that has died is compared, and not given to another one unseen", async () => {
  const { browser } = await aParent();
  const certificate = aCertificate();
  await told(certificate);
  const [child] = await mill.owners(certificate, "BIRTH_CERT");
  const { version: _, ...held } = (await mill.register.registration(child!))!;
  const before = await mill.register.page(child!);
  const changes = { registration: { ...held, status: "closed" as const, died: { on: day(BIRTH), receipt: "C7K2-94MD-61QX" } } };
  const move = { by: "王芳", channel: "desk" as const, personId: child!, before, changes, receipt: "C7K2-94MD-61QX" };
  await mill.client.send(
    new TransactWriteItemsCommand({ TransactItems: mill.register.moves({ ...move, recordedAt: mill.now() }) }),
  );
  const receipt = await sent(browser, { certificate });
  expect(await taskOf(receipt)).toMatchObject({ kind: "same-person", others: [child] });
  await decide(receipt, "applied", "王芳", "李军");
  expect(await childrenOf(browser)).toHaveLength(1);
});

describe("a form for a newborn", () => {
  const cases = [
    { when: "the certificate has another shape", more: { certificate: "340000123" }, code: "newborn.certificate-unreadable" },
    { when: "the day of birth has not come", more: { birth: "2027-01-01" }, code: "newborn.birth-in-future" },
    { when: "the child is older than the parent", more: { birth: "1903-03-03" }, code: "newborn.born-before-parent" },
    { when: "it is of age", more: { birth: "2008-11-22" }, code: "newborn.of-age" },
    { when: "a woman registers as the father", more: { as: "father", mother: someoneElse(1) }, code: "newborn.other-sex" },
    { when: "the guardian does not agree", more: { consent: undefined }, code: "consent.missing" },
    {
      when: "no picture was handed in",
      more: { evidence: { draft: crypto.randomUUID(), ids: [] } },
      code: "newborn.evidence-missing",
    },
  ];
  test.each(cases)("is turned away with a word for it when $when", async ({ more, code }) => {
    const { browser } = await aParent();
    const { findings } = await (await send(browser, more)).json();
    expect(findings.map((found: { code: string }) => found.code)).toContain(code);
  });

  test("of a father needs the mother's number, and not his own", async () => {
    const { browser, number } = await aParent("M");
    for (const [mother, code] of [
      [undefined, "newborn.mother-missing"],
      ["12", "newborn.mother-unreadable"],
      [number, "newborn.mother-yourself"],
    ])
      expect(await (await send(browser, { as: "father", mother })).json()).toMatchObject({
        findings: [{ code, path: ["mother"] }],
      });
  });
});
