// What lies in the tables after people were here, item by item: each of a kind that the field table knows, each gone when it says.

import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultPut } from "../../functions/feeds/results.ts";
import { openWrongAnswers } from "../../functions/helpline/wrong-answers.ts";
import { openNotices } from "../../functions/notify/notices.ts";
import { openCodes } from "../../functions/sessions/codes.ts";
import { openCounters } from "../../functions/sessions/counters.ts";
import { openMessages } from "../../functions/sessions/messages.ts";
import { keyOf } from "../../functions/sessions/table.ts";
import { openLookAllowance } from "../../functions/staff/allowance.ts";
import { openStaff } from "../../functions/staff/door.ts";
import { transact } from "../../functions/transact.ts";
import { FeedId } from "../../shared/insured/delta.ts";
import { type Instant, instantAt } from "../../shared/kernel/calendar.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { keeps, type Place, places } from "../../shared/privacy/keeps.ts";
import { NOTICE_VERSION } from "../../shared/privacy/notice.ts";
import { ASKS_HOURS } from "../../shared/privacy/times.ts";
import { type Hall, openHall, picture, piece, put } from "../evidence/desk.ts";
import { askToReplace } from "../phone-replacement/asking.ts";
import { aPersonId } from "../support/build.ts";
import { someoneElse } from "../support/people.ts";
import { staffIdOf } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";

let hall: Hall;
let now: Instant;
beforeAll(async () => {
  hall = await openHall();
  now = hall.started.now();
});
afterAll(() => hall.stop());

/** By its keys, as the legends of the tables have them. What fits none is kept and not said. */
const kinds: [Place, RegExp][] = [
  ["register.registration", /^register PERSON#\S+ REGISTRATION$/],
  ["register.summary", /^register PERSON#\S+ SUMMARY$/],
  ["register.fact", /^register PERSON#\S+ FACT#/],
  ["register.alias", /^register ALIAS#/],
  ["register.named", /^register NAMED#/],
  ["register.rowResult", /^register FEED#/],
  ["casework.submission", /^casework PERSON#\S+ SUBMISSION#/],
  ["casework.notice", /^casework PERSON#\S+ NOTICE#/],
  ["casework.outbox", /^casework OUTBOX#/],
  ["looks.session", /^looks PERSON#\S+ SESSION#/],
  ["sessions.session", /^sessions SESSION#/],
  ["sessions.doorCode", /^sessions CODE#ASK#/],
  ["sessions.phoneCode", /^sessions CODE#PERSON#/],
  ["sessions.message", /^sessions MESSAGE#/],
  ["sessions.device", /^sessions DEVICE#/],
  ["sessions.ladder", /^sessions LADDER#/],
  ["sessions.sends", /^sessions SENDS#/],
  ["sessions.rush", /^sessions RUSH#/],
  ["sessions.sent", /^sessions SENT#/],
  ["sessions.attempt", /^sessions ATTEMPT#/],
  ["sessions.nothing", /^sessions NOTHING#/],
  ["uploads.evidence", /^uploads EVIDENCE#\S+ EVIDENCE$/],
  ["uploads.loose", /^uploads EVIDENCE#\S+ LOOSE#/],
  ["uploads.allowance", /^uploads PERSON#\S+ HOUR#/],
];
const kindOf = (key: string) => kinds.find(([, pattern]) => pattern.test(key))?.[0] ?? key;

const secondsOf = (place: Place): number | undefined => {
  const kept = keeps[place];
  if (typeof kept === "string") return undefined;
  if ("minutes" in kept) return kept.minutes * 60;
  if ("hours" in kept) return kept.hours * 3600;
  if ("afterEnd" in kept) return undefined; // tests/clock/purges.engine.test.ts
  return "days" in kept ? kept.days * 86_400 : kept.most * 86_400;
};

/** Somebody signs in, types wrong, hands in a picture, changes a card, asks for a code to a new phone; a stranger comes by. */
async function aDay() {
  const { started, client } = hall;
  const somebody = await hall.someone();
  const { browser } = somebody;
  const attempt = { headers: { "idempotency-key": crypto.randomUUID() } };
  await browser.post("/privacy/notices", { version: NOTICE_VERSION });
  await browser.get("/check");
  await browser.post("/changes", { item: "card", hasCard: true }, attempt);
  await browser.post("/phone-codes", { phone: "15412349999" });
  const at = { ...piece() };
  await put(browser, at, picture(1));
  await put(browser, at, picture(2));
  const wrong = started.browser();
  await wrong.post("/session/codes", { number: somebody.number, name: somebody.name });
  await wrong.post("/sessions", { number: somebody.number, name: somebody.name, code: "000000" });
  await askToReplace(started, { number: somebody.number, name: somebody.name, phone: "15412348888" });
  await askToReplace(started, { number: someoneElse(997), name: "某某", phone: "15412347777" });

  const receipt = v.parse(Receipt, "ABCD-EFGH-JKMN");
  const seconds = Math.floor(Date.parse(now) / 1000);
  await openMessages({ client, table: "sessions" }).keep("on its way", { kind: "nothing" }, seconds);
  await openNotices({ client, table: "sessions" }).claim({ personId: aPersonId(), receipt, status: "applied" }, seconds);
}

describe("an ordinary day", () => {
  test("leaves nothing behind that the field table does not know, and nothing for longer than it says", async () => {
    await aDay();
    const all = await everythingIn(hall.client, "register", "casework", "desk", "sessions", "looks", "uploads");
    const seen = new Map<string, number[]>();
    for (const { table, pk, sk, expiresAt, dueAt } of all) {
      const kind = kindOf(`${table} ${pk} ${sk}`);
      const end =
        typeof expiresAt === "number"
          ? expiresAt * 1000
          : typeof dueAt === "string" && table === "uploads"
            ? Date.parse(dueAt)
            : Infinity;
      seen.set(kind, [...(seen.get(kind) ?? []), (end - Date.parse(now)) / 1000]);
    }

    expect([...seen.keys()].filter((kind) => !places.some((place) => place === kind))).toEqual([]);
    const late = [...seen].flatMap(([kind, ends]) => {
      const place = places.find((name) => name === kind);
      const most = (place && secondsOf(place)) ?? Infinity;
      return ends.some((end) => end > most) ? [{ kind, ends, most }] : [];
    });
    expect(late).toEqual([]);
    const timed = kinds
      .map(([place]) => place)
      .filter((place) => secondsOf(place) !== undefined && place !== "register.rowResult");
    expect(timed.filter((place) => !seen.has(place))).toEqual([]);
  });

  test("at the desk, and of who asks to act for somebody, goes with its time too; and no kind that has an end is forgotten here", async () => {
    const { client } = hall;
    const seconds = Math.floor(Date.parse(now) / 1000);
    const [staffId, personId] = [staffIdOf("times"), aPersonId()];
    await openStaff({ client, table: "desk", now: () => now }).begin(staffId);
    await openLookAllowance({ client, table: "desk" })(staffId, "handler", now);
    const wrong = await openWrongAnswers({ client, table: "desk", now: () => now }).standing(personId);
    const asks = openCounters({ client, table: "sessions" });
    await transact(client, [wrong.oneMore]);
    await asks.sendOnce(keyOf.asks("somebody"), seconds, { most: 1, hours: ASKS_HOURS });
    await openCodes({ client, table: "sessions" }).remember(keyOf.delegationCode(personId, "somebody"), "sealed", seconds);

    const written: [Place, RegExp][] = [
      ["desk.staffSession", /^desk STAFFSESSION#/],
      ["desk.begun", /^desk STAFFSESSIONS#/],
      ["desk.allowance", /^desk ALLOWANCE#/],
      ["desk.wrongAnswers", /^desk PERSON#\S+ WRONGANSWERS$/],
      ["sessions.asks", /^sessions ASKS#/],
      ["sessions.delegationCode", /^sessions CODE#PERSON#\S+ delegation/],
    ];
    const all = await everythingIn(client, "desk", "sessions");
    for (const [place, pattern] of written) {
      const ends = all.filter(({ table, pk, sk }) => pattern.test(`${table} ${pk} ${sk}`)).map(({ expiresAt }) => expiresAt);
      expect([place, ...ends]).toEqual([place, ...ends.map(() => seconds + (secondsOf(place) ?? 0))]);
      expect(ends, place).not.toEqual([]);
    }

    // Written by the same hands as those of `sessions`; tests/acting/codes.engine.test.ts sees that each has its end.
    const codes: Place[] = ["desk.code", "desk.consent", "desk.phoneCode", "desk.message", "desk.ladder", "desk.sends"];
    const known = [...kinds, ...written].map(([place]) => place);
    expect(places.filter((place) => secondsOf(place) !== undefined && !place.startsWith("bucket.")).sort()).toEqual(
      [...known.filter((place) => secondsOf(place) !== undefined), ...codes].sort(),
    );
  });

  test("a row's result goes with its time", () => {
    const { Item } = resultPut(
      "register",
      v.parse(FeedId, "a".repeat(32)),
      0,
      { rows: [1], outcomes: ["created"], personId: aPersonId() },
      now,
    );

    expect(instantAt(Number(Item?.["expiresAt"]?.N) * 1000 - (secondsOf("register.rowResult") ?? 0) * 1000)).toBe(now);
  });
});
