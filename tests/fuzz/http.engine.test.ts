// Requests that nobody would send: most of them nearly right, made from the contracts; the others as they fall.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { contracts } from "../../shared/contracts.ts";
import { takeCopy } from "../../shared/privacy/contract.ts";
import { aStranger, comeIn } from "../newcomer/asking.ts";
import { allKept } from "../registration/form.ts";
import { addressOf } from "../support/address.ts";
import { type Started, signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { badFieldsOf } from "../support/bad-input.ts";
import { listen } from "../support/leak.ts";
import { type Known, someoneElse, someoneNew } from "../support/people.ts";
import { ORIGIN } from "../support/post.ts";
import { times } from "../support/times.ts";
import { anyText, ask, encoded, mostly } from "./requests.ts";

const SESSIONS = 20;

const engine = withEngine();
let started: Started;
let person: Known;
const cookies: string[] = [];
beforeAll(async () => {
  started = startApp(engine);
  for (let i = 0; i < SESSIONS; i++) {
    person = await someoneNew(engine.client);
    const { browser } = await signInAs(started, person);
    cookies.push([...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
  }
  const newcomer = await comeIn(started, aStranger());
  cookies.push([...newcomer.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
});

const who = { number: someoneElse(1), name: "林晓禾" };
const address = { division: "340403", lines: "龙泉街道学院路8号" };
const nothingSent = { draft: crypto.randomUUID(), ids: [] };
const right: Record<string, unknown>[] = [
  who,
  { ...who, code: "123456" },
  { ...who, answer: { text: "1.14.x", number: 1 } },
  { phone: "19900001234" },
  { docType: "RIC", ...who, phone: "15400001234" },
  { docType: "RIC", ...who, phone: "15400001234", residence: address, status: "FLEXIBLE", evidence: nothingSent },
  { certificate: "Z340000001", sex: "F", birth: "2026-03-01", as: "mother", evidence: nothingSent },
  { cardNumber: "A12345678", lastPaid: "2026-02" },
  { item: "phone", phone: "19900001234", code: "123456" },
  { item: "residence", address },
  { item: "hukou", address, movedOn: "2026-03-01", reason: "结婚" },
  { wish: { action: "join", scheme: "170", region: "340403", work: "none", tier: 50_000 } },
  { wish: { action: "join", scheme: "110", region: "340403", frequency: "month", from: "2026-04" } },
  { wish: { action: "stop", scheme: "390", from: "2026-04", reason: "moved" } },
  { wish: { kind: "employee-pension", from: "320100", to: "340400", movedOn: "2026-03-01" } },
  { wish: { kind: "medical", from: "320100", to: "340400", scheme: "310", into: "390", backPaid: true, balance: 100 } },
  { wish: { kind: "pension-switch", toward: "resident", from: "340400", to: "340422", category: "F55" } },
  { event: "corrected", note: "已经改好了" },
  { item: "employment", status: "EMPLOYED", employer: { name: "淮南某厂" } },
  { item: "card", hasCard: true },
  { look: "a".repeat(64), words: "为什么看" },
  { insurance: "pension", reasons: [{ code: "P01" }, { code: "U01", employer: { name: "淮南某厂" }, named: false }] },
  {
    insurance: "injury",
    reasons: [
      { code: "O05", graduation: "2027-06" },
      { code: "P06", place: "320102" },
    ],
  },
  allKept,
  { ...allKept, hukou: address, residence: address, work: { without: "OTHER" }, card: true },
  {},
];
const oddValues: unknown[] = [true, null, 0, 1e308, [], {}, "340403", "EMPLOYED", "card", "19900001234", "123456"];
const anyValue: fc.Arbitrary<unknown> = fc.oneof(anyText, fc.constantFrom(...oddValues), fc.jsonValue());

/** A right one, one of its fields replaced, and perhaps one added. */
const nearlyRight = fc
  .tuple(fc.constantFrom(...right), fc.nat(), anyValue, fc.option(fc.tuple(anyText, anyValue)))
  .map(([body, nth, value, more]) => {
    const names = Object.keys(body);
    const replaced = names.length > 0 && nth % 3 > 0 ? { [names[nth % names.length] ?? ""]: value } : {};
    return JSON.stringify({ ...body, ...replaced, ...(more && nth % 5 === 0 && { [more[0]]: more[1] }) });
  });
const anyBody: fc.Arbitrary<BodyInit> = fc.oneof(
  { weight: 6, arbitrary: nearlyRight },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...contracts.flatMap((contract) => badFieldsOf(contract).flatMap(({ body }) => body ?? []))),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      anyText,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
    ),
  },
  { weight: 1, arbitrary: fc.constant("x".repeat(70_000)) },
);

const anyPart = fc.oneof(fc.constantFrom("C7K2-94MD-61QX", "current", "..", "%00", "%", "%2e%2e", ""), anyText.map(encoded));
/** Signing out is tried elsewhere: here it would soon leave nobody inside. */
const inside = contracts.filter(({ method, path }) => `${method} ${path}` !== "DELETE /sessions/current");
const anyTarget = mostly(
  fc
    .tuple(fc.constantFrom(...inside), anyPart)
    .map(([{ method, path }, part]) => ({ method: method as string, path: addressOf(path, part) })),
  fc.record({
    method: fc.constantFrom("GET", "POST", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "BREW"),
    path: fc.oneof(
      fc.constantFrom(...inside.map(({ path }) => path)),
      fc.array(anyPart, { maxLength: 5 }).map((parts) => `/${parts.join("/")}`),
    ),
  }),
);
const anyRequest = fc.record({
  target: anyTarget,
  query: mostly(
    fc.constant(""),
    anyText.map((text) => `?${encoded(text)}`),
  ),
  origin: mostly(fc.constant(ORIGIN), fc.constantFrom("null", "https://x.test", "*")),
  type: mostly(fc.constant("application/json"), fc.constantFrom("text/plain", "application/json; charset=x", "a/b;;;")),
  key: mostly(fc.uuid(), fc.constantFrom("1", "00000000-0000-4000-8000-000000000000")),
  session: mostly(fc.nat({ max: SESSIONS }), fc.constant(-1)), // the last one is of somebody new
  body: anyBody,
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer R> ? R : never;

async function send({ target: { method, path }, query, session, ...request }: AnyRequest) {
  const cookie = cookies[session];
  const { text, ...answer } = await ask(started.app, `/api${path}${query}`, { ...request, method, ...(cookie && { cookie }) });
  // Their own copy of all that is kept says it, to a session of theirs and to nobody else.
  return { ...answer, tells: text.includes(person.number) && !(cookie && method === "GET" && path === takeCopy.path) };
}

/** A rule's own refusal: of what is nearly right, one in a thousand comes as far as that. */
const toACity: AnyRequest = {
  target: { method: "POST", path: "/changes" },
  query: "",
  origin: ORIGIN,
  type: "application/json",
  key: crypto.randomUUID(),
  session: 0,
  body: JSON.stringify({ item: "residence", address: { ...address, division: "340400" } }),
};

test("no request makes the service stumble, hang, or say who anybody is", {
  timeout: times(120_000, 24 * 3_600_000),
}, async () => {
  const heard = listen();
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const { status, ...answer } = await send(request);
      seen.add(status);
      expect({ fault: status >= 500, ...answer }).toEqual({ fault: false, sound: true, stored: "no-store", tells: false });
    }),
    { numRuns: times(3000, 1_000_000), examples: [[toACity]] },
  );
  // That something is accepted (202) is left to chance here, and to the journeys for sure.
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405, 413, 415, 422]));
  expect(heard.lines).toEqual([]);
});
