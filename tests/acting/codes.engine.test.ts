// The code that a caller reads out: to whom it goes, what it opens, how long, how often.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { openConsentCodes, phoneForCodes } from "../../functions/helpline/codes.ts";
import type { Text } from "../../functions/notify/sender.ts";
import { createNotify } from "../../functions/notify.ts";
import { dateOf, instantAt } from "../../shared/kernel/calendar.ts";
import type { Fact } from "../../shared/registration.ts";
import { withEngine } from "../support/around.ts";
import { aPersonId, aPhone, aRegistration, day, noon } from "../support/build.ts";
import { aliasSecret, wrongAfter } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();

let nth = 0;
const aTicket = () => `G-0331-7K2M-${String(++nth).padStart(4, "0")}`;
const confirmed = { confirmedOn: day("2026-01-15"), from: day("2024-01-15") };
const aCaller = (facts: Fact[] = [aPhone(`1540001${String(++nth).padStart(4, "0")}`, confirmed)]) => {
  const registration = aRegistration({ personId: aPersonId() });
  return { of: { ticket: aTicket(), personId: registration.personId }, record: { registration, facts } };
};

/** The codes at noon, with a clock to move, and what went out. */
function startCodes() {
  const { client } = engine;
  let ms = Date.parse(noon("2026-03-31"));
  const out: Text[] = [];
  const send = async (text: Text) => {
    out.push(text);
    return "sent" as const;
  };
  const notify = createNotify({ client, now: () => Math.floor(ms / 1000), sender: { send } });
  const carry = async (message: string) => {
    const body = JSON.stringify({ message, from: "desk" });
    await notify({ Records: [{ messageId: message, body }] }, { awsRequestId: "n" });
  };
  const now = () => instantAt(ms);
  const codes = openConsentCodes({ client, table: "desk", secret: async () => aliasSecret(), carry, now });
  return {
    ...codes,
    out,
    code: () => out.at(-1)?.params["code"] ?? "",
    pass: (seconds: number) => {
      ms += seconds * 1000;
    },
    /** Reads it out, and what it opens happens. */
    async readOut(of: Parameters<typeof codes.check>[0], code: string) {
      const checked = await codes.check(of, code);
      if (checked.ok) await client.send(new TransactWriteItemsCommand({ TransactItems: checked.writes }));
      return checked;
    },
    spend: (of: Parameters<typeof codes.check>[0]) =>
      client.send(new TransactWriteItemsCommand({ TransactItems: [codes.spends(of)] })).then(
        () => "sent",
        () => "refused",
      ),
  };
}
describe("a code for who is on the phone", () => {
  test("goes to the registered phone, opens the ticket once, and lets one thing be sent within ten minutes", async () => {
    const codes = startCodes();
    const { of, record } = aCaller();

    expect(await codes.send(of, record)).toEqual({ ok: true, expiresInMinutes: 10 });
    expect(await codes.consent(of)).toBeUndefined();
    expect(await codes.spend(of)).toBe("refused");
    expect(await codes.readOut(of, codes.code())).toMatchObject({ ok: true });
    expect(await codes.consent(of)).toBe("2026-03-31T12:10:00.000+08:00");
    expect(await Promise.all([codes.spend(of), codes.spend(of)])).toEqual(expect.arrayContaining(["sent", "refused"]));
    expect(await codes.consent(of)).toBeUndefined();
    expect(await codes.readOut(of, codes.code())).toMatchObject({ ok: false, refusal: { findings: [{ code: "code.expired" }] } });
  });

  test("is good for its own ticket and person alone", async () => {
    const codes = startCodes();
    const [one, two] = [aCaller(), aCaller()];
    await codes.send(two.of, two.record);
    await codes.send(one.of, one.record);
    const code = codes.code();

    for (const of of [two.of, { ...one.of, ticket: two.of.ticket }, { ...one.of, personId: two.of.personId }])
      expect(await codes.readOut(of, code)).toMatchObject({ ok: false });
    expect(await codes.readOut(one.of, code)).toMatchObject({ ok: true });
    expect(await codes.consent(two.of)).toBeUndefined();
  });

  test("is over after ten minutes, and so is what it allowed", async () => {
    const codes = startCodes();
    const [late, allowed] = [aCaller(), aCaller()];
    await codes.send(allowed.of, allowed.record);
    await codes.readOut(allowed.of, codes.code());
    await codes.send(late.of, late.record);
    codes.pass(601);

    expect(await codes.readOut(late.of, codes.code())).toMatchObject({
      ok: false,
      refusal: { type: "refused", findings: [{ code: "code.expired" }] },
    });
    expect(await codes.consent(allowed.of)).toBeUndefined();
    expect(await codes.spend(allowed.of)).toBe("refused");
  });

  test("may be said wrong five times, then waiting grows; the right one still counts after the wait", async () => {
    const codes = startCodes();
    const { of, record } = aCaller();
    await codes.send(of, record);
    const wrong = wrongAfter(codes.code());
    const waits: unknown[] = [];
    for (let tries = 0; tries < 5; tries++) {
      const checked = await codes.check(of, wrong);
      waits.push(checked.ok ? "open" : checked.refusal.retryAfterSeconds);
    }
    expect(waits).toEqual([undefined, undefined, undefined, undefined, 60]);
    expect(await codes.readOut(of, codes.code())).toMatchObject({ ok: false, refusal: { type: "wait", retryAfterSeconds: 60 } });
    codes.pass(61);
    expect(await codes.readOut(of, codes.code())).toMatchObject({ ok: true });
  });

  test("goes out five times an hour for a person, and five for a phone that a family shares; of that nobody hears", async () => {
    const codes = startCodes();
    const { of, record } = aCaller();
    for (let sent = 0; sent < 5; sent++)
      expect(await codes.send({ ...of, ticket: aTicket() }, record)).toMatchObject({ ok: true });
    expect(await codes.send(of, record)).toMatchObject({ ok: false, refusal: { type: "wait" } });

    const family = aCaller(record.facts);
    expect(await codes.send(family.of, family.record)).toEqual({ ok: true, expiresInMinutes: 10 });
    expect(codes.out).toHaveLength(5);
    codes.pass(3601);
    await codes.send(family.of, family.record);
    expect(codes.out).toHaveLength(6);
  });

  test("leaves no number in any key, and no code anywhere but in the message on its way", async () => {
    const codes = startCodes();
    const { of, record } = aCaller();
    await codes.send(of, record);
    const phone = codes.out[0]!.to;
    const items = await everythingIn(engine.client, "desk");
    const holding = items.filter((item) => JSON.stringify(item).includes(phone));

    expect(holding.map(({ pk }) => String(pk).split("#")[0])).toEqual(["MESSAGE"]);
    expect(items.filter(({ pk, sk }) => `${pk}${sk}`.includes(phone))).toEqual([]);
    expect(items.every((item) => !/^(?:CODE|CONSENT|LADDER|SENDS|MESSAGE)#/.test(String(item["pk"])) || item["expiresAt"])).toBe(
      true,
    );
  });
});

describe("a phone to which no code goes", () => {
  const nobody: [when: string, facts: Fact[], is: object][] = [
    ["when there is none", [], { is: "none" }],
    [
      "when somebody only said so themselves",
      [aPhone("15400019001", { from: "2024-01-15", confirmedOn: undefined, source: "resident" })],
      { is: "none" },
    ],
    [
      "when it was set within thirty days",
      [aPhone("15400019002", { ...confirmed, from: day("2026-03-15") })],
      { is: "limited", because: "phone-new" },
    ],
    [
      "when it was not confirmed for a year",
      [aPhone("15400019003", { ...confirmed, confirmedOn: day("2025-03-30") })],
      { is: "limited", because: "phone-stale" },
    ],
  ];
  test.each(nobody)("%s, it is said, and nothing goes out", async (_, facts, is) => {
    const codes = startCodes();
    const { of, record } = aCaller(facts);

    expect(phoneForCodes(record, dateOf(noon("2026-03-31")))).toEqual(is);
    expect(await codes.send(of, record)).toMatchObject({ ok: false, refusal: { findings: [{ code: "code.no-phone" }] } });
    expect(codes.out).toEqual([]);
  });

  test("when they have died, nobody is asked any more", async () => {
    const codes = startCodes();
    const { of, record } = aCaller();
    const closed = { ...record, registration: { ...record.registration, status: "closed" as const } };

    expect(await codes.send(of, closed)).toMatchObject({ ok: false });
    expect(codes.out).toEqual([]);
  });
});
