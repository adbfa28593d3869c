import { beforeEach, describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { sidesIn } from "../../scripts/desk/sides.ts";
import type { Task } from "../../shared/desk/task.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import type { PersonId, Receipt } from "../../shared/kernel/fields.ts";
import { type Mill, withMill } from "../insured/mill.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withMachine } from "../support/around.ts";
import { aChange } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { someoneNew } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";
import { type Asked, aStranger, attemptOf, comeIn, send } from "./asking.ts";

const mill = withMill();
const machine = withMachine(mill);
let started: Started;
beforeEach(() => {
  started = startApp({ client: mill.client, startAt: instantAt(Date.now()) });
});

type Sent = { asked: Asked; receipt: Receipt; browser: Awaited<ReturnType<typeof comeIn>> };

async function sent(asked: Asked): Promise<Sent> {
  const browser = await comeIn(started, asked);
  const { receipt } = await (await send(browser, asked)).json();
  return { asked, receipt, browser };
}

/** Sent, and looked at by the worker. */
async function registered(asked = aStranger()) {
  const one = await sent(asked);
  expect(await machine.run()).toEqual([]);
  return { ...one, task: await taskOf(one.receipt) };
}

const taskOf = async (receipt: Receipt): Promise<Task> => {
  const task = (await mill.desk.openTasks()).find((open) => open.receipt === receipt);
  if (!task) throw new Error("no task");
  return task;
};

async function decide(receipt: Receipt, verdict: "applied" | "refused", ...by: string[]) {
  for (const one of by)
    expect(
      await mill.desk.decide(await taskOf(receipt), { verdict, reason: "已核对证件", by: one }, instantAt(Date.now())),
    ).toHaveProperty("final");
  expect(await machine.run()).toEqual([]);
}

const statusOf = async ({ browser, receipt }: Pick<Sent, "browser" | "receipt">) =>
  (await (await browser.get(`/submissions/${receipt}`)).json()).status;
const owners = (number: string, docType?: Parameters<Mill["owners"]>[1]) => mill.owners(number, docType);
/** Whether a sign-in code comes to this phone. */
async function codeComes({ number, name, phone }: Asked) {
  const before = started.outbox.length;
  await started.browser().post("/session/codes", { number, name });
  return started.outbox.slice(before).some(({ to }) => to === phone);
}
const row = (asked: Asked, cells = "") =>
  `AAC002,AAC003,AAE140,AAB301${cells ? ",AAE005" : ""}\n${asked.number},${asked.name},390,340403${cells}`;

describe("somebody whom the register does not know", () => {
  test("stands there unverified at once, waits for the desk of the residence, and is verified when it says yes", async () => {
    const one = await registered();
    const { asked, receipt, task } = one;
    const [personId] = await owners(asked.number);
    expect(task).toMatchObject({ kind: "new-person", region: "340403", personId });
    expect(await statusOf(one)).toBe("in-review");
    const page = await mill.register.page(personId!);
    expect(page?.registration).toMatchObject({
      status: "active",
      verified: "unverified",
      identity: { birth: "1903-03-03" },
    });
    expect(page?.facts.map(({ name, source }) => `${name} ${source}`)).toEqual([
      "employment resident",
      "phone resident",
      "residence resident",
    ]);

    await decide(receipt, "applied", "王芳");
    expect(await statusOf(one)).toBe("applied");
    const after = await mill.register.page(personId!);
    expect(after?.registration).toMatchObject({ verified: "desk", confirmed: { route: "resident", receipt } });
    expect(await mill.register.history(personId!)).toMatchObject([
      { version: 1, channel: "web", by: personId, receipt },
      { version: 2, channel: "desk", by: "王芳", receipt },
    ]);
  });

  test("is nobody any more when the desk says no, and whoever really has the number is registered later", async () => {
    const impostor = await registered();
    const [personId] = await owners(impostor.asked.number);
    await decide(impostor.receipt, "refused", "王芳");

    expect(await (await impostor.browser.get(`/submissions/${impostor.receipt}`)).json()).toMatchObject({
      status: "refused",
      reason: "已核对证件",
      findings: [{ code: "newcomer.turned-away" }],
    });
    expect((await mill.register.registration(personId!))?.status).toBe("closed");
    expect(await owners(impostor.asked.number)).toEqual([]);

    const owner = await registered(aStranger({ number: impostor.asked.number }));
    expect(owner.task.kind).toBe("new-person");
    expect(await owners(impostor.asked.number)).not.toContain(personId);
    await decide(owner.receipt, "refused", "王芳");
    await mill.feed(row(impostor.asked));
    const [real] = await owners(impostor.asked.number);
    expect((await mill.register.registration(real!))?.verified).toBe("agency");
  });

  test("is turned away where an agency has named the owner of the number meanwhile, whom the desk has not seen", async () => {
    const squatter = await registered();
    const { number } = squatter.asked;
    const [first] = await owners(number);
    await mill.feed(row({ ...squatter.asked, name: "真本人" }));
    expect(await owners(number)).toHaveLength(2);
    await decide(squatter.receipt, "applied", "王芳");
    const told = await (await squatter.browser.get(`/submissions/${squatter.receipt}`)).json();
    expect([told.status, told.reason, told.findings[0].code]).toEqual(["refused", undefined, "newcomer.turned-away"]);
    const [owner, ...more] = await owners(number);
    expect([(await mill.register.registration(owner!))?.identity.name, more]).toEqual(["真本人", []]);
    expect((await mill.register.registration(first!))?.status).toBe("closed");
  });

  test("leaves nothing of what they said behind when they are turned away: the next form stands alone", async () => {
    const asked = aStranger();
    const browser = await comeIn(started, asked);
    const body = { hukou: { division: "340403", lines: "老街1号" }, landline: "0554-1234567" };
    const { receipt } = await (await send(browser, asked, body)).json();
    await machine.run();
    const { personId } = await taskOf(receipt);
    await decide(receipt, "refused", "王芳");
    expect((await mill.register.page(personId))?.facts).toEqual([]);

    await registered(asked);
    const facts = (await mill.register.page(personId))?.facts.map(({ name }) => name);
    expect(facts).toEqual(["employment", "phone", "residence"]);
  });

  test("takes it back, and can begin again with the same number and phone", async () => {
    const one = await registered();
    const [personId] = await owners(one.asked.number);
    expect((await one.browser.post(`/submissions/${one.receipt}/withdrawal`, undefined, attemptOf())).status).toBe(202);
    await machine.run();
    expect([await statusOf(one), (await mill.register.registration(personId!))?.status]).toEqual(["withdrawn", "closed"]);

    const again = await registered(one.asked);
    expect(again.task.personId).toBe(personId);
    await decide(again.receipt, "applied", "王芳");
    expect(await mill.register.registration(personId!)).toMatchObject({ status: "active", verified: "desk", version: 4 });
  });

  test("hears by message what becomes of it, the same whoever they may turn out to be", async () => {
    const { createNotify } = await import("../../functions/notify.ts");
    const notify = createNotify({
      client: mill.client,
      sender: {
        async send(text) {
          started.outbox.push(text);
          return "sent";
        },
      },
    });
    const texts = async (asked: Asked) => {
      const { receipt } = await registered(asked);
      const told = machine.queue.splice(0).filter(({ queue }) => queue.endsWith("/notices"));
      await notify({ Records: told.map(({ body }, i) => ({ messageId: `${i}`, body })) }, { awsRequestId: "notify" });
      return started.outbox
        .filter(({ to }) => to === asked.phone)
        .map(({ text }) => text.replace(receipt, "…").replace(/\d{6}/, "…"));
    };
    const { number, name } = await someoneNew(mill.client, { name: "沈知夏" });

    const unknown = await texts(aStranger());
    expect(unknown).toHaveLength(2);
    expect(await texts(aStranger({ number, name }))).toEqual(unknown);
  });
});

describe("somebody who is registered already", () => {
  /** Everything that is in the register about others than this one. */
  const register = () => everythingIn(mill.client, "register");

  async function goesToReview(asked: Asked, other: PersonId) {
    const before = await register();
    const one = await registered(asked);
    expect(one.task).toMatchObject({ kind: "same-person", others: [other] });
    expect(await statusOf(one)).toBe("in-review");
    expect(await register()).toEqual(before);
    return { ...one, before };
  }

  test("is not registered twice: the desk sees both, says no, and nothing was ever written to the record that is there", async () => {
    const held = await someoneNew(mill.client);
    const one = await goesToReview(aStranger({ number: held.number, name: held.name }), held.record.registration.personId);
    const looks = openLooks({ client: mill.client, table: "looks", now: mill.now });
    const casework = openCasework({ client: mill.client, table: "casework" });
    const [said, there] = await sidesIn({ register: mill.register, casework, looks })(one.task, "王芳");
    expect(said).toMatch(new RegExp(`林晓禾, RIC ${held.number}, [MF], 1903-03-03, ${one.asked.phone}, 340403`));
    expect(there).toContain(`林晓禾, RIC ${held.number}, M, 1903-03-03, ${held.phone}`);
    const seen = (await everythingIn(mill.client, "looks")).filter(({ by }) => by === "王芳");
    expect(seen).toMatchObject([{ pk: `PERSON#${held.record.registration.personId}`, reason: `desk ${one.receipt}` }]);
    await decide(one.receipt, "refused", "王芳", "李军");

    expect(await register()).toEqual(one.before);
    expect(await (await one.browser.get(`/submissions/${one.receipt}`)).json()).toMatchObject({
      status: "refused",
      findings: [{ code: "newcomer.turned-away" }],
    });
    expect((await signInAs(started, held)).response.status).toBe(201);
  });

  test("is somebody else after all only if two people say so: then the number leads to both", async () => {
    const held = await someoneNew(mill.client);
    const { personId } = held.record.registration;
    const one = await goesToReview(aStranger({ number: held.number }), personId);
    await decide(one.receipt, "applied", "王芳");
    expect(await owners(held.number)).toEqual([personId]);
    await decide(one.receipt, "applied", "李军");

    const people = await owners(held.number);
    expect(people).toEqual([personId, one.task.personId]);
    expect(await mill.register.registration(one.task.personId)).toMatchObject({ verified: "desk", identity: { name: "沈知夏" } });
  });

  test("is found by fifteen digits, by a former number and by a passport written otherwise", async () => {
    const fifteen = numbered("34046919030405001");
    await mill.feed(row(aStranger({ number: fifteen })));
    const [first] = await owners(fifteen);
    const short = fifteen.slice(0, 6) + fifteen.slice(8, 17);
    await goesToReview(aStranger({ number: short }), first!);

    const passport = await someoneNew(mill.client, { docType: "PASSPORT", number: "DEUC01X00T47", name: "Anna Berg" });
    const asked = aStranger({ docType: "PASSPORT", country: "DEU", number: "C01X00T47", name: "Anna Berg" });
    const browser = await comeIn(started, asked);
    const { receipt } = await (await send(browser, asked, { sex: "F", birth: "1903-03-03" })).json();
    await machine.run();
    expect(await taskOf(receipt)).toMatchObject({ kind: "same-person", others: [passport.record.registration.personId] });

    const certificate = "E340000777";
    const number = numbered("34046920260302777");
    await mill.feed(`AAC002,AAC003,AAE140,AAB301,原证件号码\n${number},沈知夏,390,340403,${certificate}`);
    const [child] = await owners(number);
    expect(await owners(certificate, "BIRTH_CERT")).toEqual([child]);
  });

  test("is found by their number, whatever document they say that it stands on", async () => {
    const held = await someoneNew(mill.client);
    const asOther = aStranger({ docType: "OTHER", number: held.number, name: held.name });
    const card = await someoneNew(mill.client, { docType: "FPR_ID_LEGACY", number: "DEU110082121901", name: "Anna Berg" });
    const asPassport = aStranger({ docType: "PASSPORT", country: "DEU", number: "110082121901", name: "Anna Berg" });
    for (const [asked, { record }] of [
      [asOther, held],
      [asPassport, card],
    ] as const) {
      const browser = await comeIn(started, asked);
      const { receipt } = await (await send(browser, asked, { sex: "F", birth: "1903-03-03" })).json();
      await machine.run();
      expect(await taskOf(receipt)).toMatchObject({ kind: "same-person", others: [record.registration.personId] });
    }
  });

  test("is found behind another number by name, day of birth and phone together, and by no two of them", async () => {
    const number = numbered("34046919030303901");
    const held = aStranger({ number, name: "古丽・阿依" });
    await mill.feed(row(held, `,${held.phone}`));
    const [personId] = await owners(number);
    const same = { number: numbered("34046919030303902"), name: "古丽·阿依", phone: held.phone };
    await goesToReview(aStranger(same), personId!);

    for (const other of [{ phone: "15498880001" }, { name: "古丽阿依木" }, { number: numbered("34046919030304903") }]) {
      const { task } = await registered(aStranger({ ...same, number: numbered("34046919030303904"), ...other }));
      expect(task.kind).toBe("new-person");
      await decide(task.receipt, "refused", "王芳");
    }
  });
});

describe("two phones that register one unknown number at once", () => {
  test("are one new person and one question to the desk", async () => {
    const [one, other] = [aStranger(), aStranger()];
    const both = [await sent(one), await sent({ ...other, number: one.number })];
    expect(await machine.run()).toEqual([]);
    const kinds = await Promise.all(both.map(async ({ receipt }) => (await taskOf(receipt)).kind));

    expect(kinds.sort()).toEqual(["new-person", "same-person"]);
    expect(await owners(one.number)).toHaveLength(1);
  });
});

describe("whoever registers a stranger's number with their own phone", () => {
  const wait = (days: number) => {
    started.pass(days * 86_400);
    mill.dayIs(started.now().slice(0, 10));
  };

  test("learns nothing by signing in while the desk has not looked: no code comes, known or not", async () => {
    const { number, name } = await someoneNew(mill.client);
    const [known, unknown] = [await registered(aStranger({ number, name })), await registered()];
    expect([await codeComes(known.asked), await codeComes(unknown.asked)]).toEqual([false, false]);
  });

  test("gets no key by waiting: a file that verifies the number later changes nothing about their phone", async () => {
    const { asked } = await registered();
    wait(40);
    await mill.feed(row(asked));
    const [personId] = await owners(asked.number);
    expect((await mill.register.registration(personId!))?.verified).toBe("agency");
    expect(await codeComes(asked)).toBe(false);
    wait(400);
    expect(await codeComes(asked)).toBe(false);
  });

  test("does not keep the owner out: the phone of a file goes before theirs, confirmed or not", async () => {
    const { asked } = await registered();
    const owner = { ...asked, phone: "15498880002" };
    await mill.feed(row(asked, `,${owner.phone}`));

    expect(await codeComes(asked)).toBe(false);
    expect((await signInAs(started, owner)).response.status).toBe(201);
  });

  test("does not take the place of an agency's phone by one person's word at the desk", async () => {
    const { asked, receipt } = await registered();
    const owner = { ...asked, phone: "15498880004" };
    await mill.feed(row(asked, `,${owner.phone}`));
    await decide(receipt, "applied", "王芳");

    expect(await codeComes(asked)).toBe(false);
    expect((await signInAs(started, owner)).response.status).toBe(201);
  });

  test("is turned away without harm to the person whom an agency knows by then: what they said goes, the person stays", async () => {
    const { asked, receipt } = await registered();
    await mill.feed(row(asked, ",15498880003"));
    await decide(receipt, "refused", "王芳");
    const [personId] = await owners(asked.number);
    const page = await mill.register.page(personId!);

    expect(page?.registration).toMatchObject({ status: "active", verified: "agency" });
    expect(page?.facts.filter(({ source }) => source === "resident")).toEqual([]);
    expect(page?.facts).toMatchObject([{ name: "phone", phone: "15498880003" }]);
    expect((await mill.register.history(personId!)).at(-1)?.before).toHaveProperty("FACT#phone#resident");
  });

  test("hears nothing new when they try again: whom an agency knows by then is compared by two people", async () => {
    const one = await registered();
    await mill.feed(row(one.asked));
    await decide(one.receipt, "refused", "王芳");
    const again = await registered(one.asked);
    expect(again.task).toMatchObject({ kind: "same-person", others: [one.task.personId] });
    await decide(again.receipt, "applied", "王芳", "李军");
    expect(await mill.register.registration(one.task.personId)).toMatchObject({ verified: "agency", status: "active" });
    expect(await (await signInAs(started, one.asked)).response.json()).toMatchObject({ limited: true });
  });

  test("has a limited session at most when the desk was wrong too: after a month, after a year, until somebody sees them", async () => {
    const { asked, receipt } = await registered();
    await decide(receipt, "applied", "王芳");
    const session = async () => (await signInAs(started, asked)).response.json();
    expect(await session()).toMatchObject({ limited: true, because: "phone-new" });
    wait(31);
    expect(await session()).toMatchObject({ limited: true, because: "phone-unconfirmed" });
    await mill.feed(row(asked));
    wait(370);
    expect(await session()).toMatchObject({ limited: true, because: "phone-unconfirmed" });
  });

  test("proves nothing with a card of their own saying", async () => {
    const asked = aStranger();
    const browser = await comeIn(started, asked);
    const answer = await send(browser, asked, { card: { hasCard: true, number: "A1" } });
    expect(await answer.json()).toMatchObject({ findings: [{ code: "field.unknown", path: ["card"] }] });
  });

  test("sees none of the person's other submissions, should the desk have taken them for that person", async () => {
    const one = await registered();
    await decide(one.receipt, "applied", "王芳");
    const casework = openCasework({ client: mill.client, table: "casework" });
    const { personId } = one.task;
    const content = {
      slice: "change",
      change: aChange({ item: "card", hasCard: true }),
      acceptedAt: instantAt(Date.now()),
    } as const;
    const stored = await casework.submit(personId, { key: crypto.randomUUID() as never, fingerprint: "f" }, content);
    const { receipt } = stored.stored === "no" ? one : stored.submission;
    const again = await comeIn(started, one.asked);

    expect((await again.get(`/submissions/${receipt}`)).status).toBe(404);
    expect((await again.post(`/submissions/${receipt}/withdrawal`, undefined, attemptOf())).status).toBe(404);
    const { submissions } = await (await again.get("/submissions")).json();
    expect(submissions.map(({ slice }: { slice: string }) => slice)).toEqual(["newcomer"]);
  });
});
