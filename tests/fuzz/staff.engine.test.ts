// Requests to staff-api that nobody would send: most of them nearly right, made from the contracts; the others as they fall.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { staffContracts } from "../../shared/staff/contracts.ts";
import { StaffRole } from "../../shared/staff/staff.ts";
import { aCall, consented, type OnCall } from "../acting/call.ts";
import { withEngine } from "../support/around.ts";
import { listen } from "../support/leak.ts";
import { ORIGIN } from "../support/post.ts";
import { rightAddress, rightBodies, rightQuery } from "../support/right-input.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { times } from "../support/times.ts";
import { anyText, ask, encoded, mostly } from "./requests.ts";

const engine = withEngine();
let staff: StartedStaff;
let call: OnCall;
const cookies: string[] = [];
beforeAll(async () => {
  staff = startStaff(engine);
  for (const roles of [StaffRole.options, ...StaffRole.options.map((role) => [role])]) {
    const { cookies: jar, member } = await staff.as(roles);
    if (cookies.length === 0) call = await aCall({ client: engine.client, staff }, member);
    cookies.push([...jar].map((pair) => pair.join("=")).join("; "));
  }
  await consented({ client: engine.client, staff }, call);
});

const anyValue: fc.Arbitrary<unknown> = fc.oneof(anyText, fc.constantFrom(true, null, 0, 1e308, [], {}), fc.jsonValue());
const anyPart = fc.oneof(fc.constantFrom("C7K2-94MD-61QX", "G-0331-7K2M-0001", "..", "%00", "%", ""), anyText.map(encoded));

/** Who signs out, or ends roles and sessions, soon leaves nobody inside; the issuer is tried with its own tests. */
const inside = staffContracts.filter(
  ({ method, path }) => method !== "DELETE" && !path.startsWith("/staff/session/") && path !== "/staff/grants",
);

/** A right one, one of its fields replaced, and perhaps one added. */
const nearlyRight = (bodies: readonly unknown[]) =>
  fc.tuple(fc.constantFrom(...bodies), fc.nat(), anyValue, anyText).map(([body, nth, value, name]) => {
    const fields: Record<string, unknown> = Object(body);
    const names = Object.keys(fields);
    const replaced = names.length > 0 && nth % 3 > 0 ? { [names[nth % names.length] ?? ""]: value } : {};
    return JSON.stringify({ ...fields, ...replaced, ...(nth % 7 === 0 && { [name]: value }) });
  });
const bodyFor = (contract: (typeof inside)[number]): fc.Arbitrary<string> => {
  const right = rightBodies(contract);
  return right.length > 0 ? mostly(nearlyRight(right), anyText) : mostly(fc.constant(""), anyText);
};

const aimed = fc.constantFrom(...inside).chain((contract) =>
  fc.record({
    method: fc.constant<string>(contract.method),
    path: fc.oneof(
      // The ticket that there is, the right shape of everything else.
      fc.constant(0).map(() => rightAddress({ ...contract, path: contract.path.replace(":ticket", call.ticket) })),
      anyPart.map((part) => rightAddress(contract, part)),
    ),
    query: mostly(fc.constant(new URLSearchParams(rightQuery(contract)).toString()), anyText.map(encoded)),
    body: bodyFor(contract),
  }),
);
const wild = fc.record({
  method: fc.constantFrom("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "BREW"),
  path: fc.array(anyPart, { maxLength: 5 }).map((parts) => `/staff/${parts.join("/")}`),
  query: anyText.map(encoded),
  body: fc.oneof(anyText, fc.constant("x".repeat(70_000))),
});
const anyRequest = fc.record({
  target: mostly(aimed, wild),
  origin: mostly(fc.constant(ORIGIN), fc.constantFrom("null", "https://x.test")),
  type: mostly(fc.constant("application/json"), fc.constantFrom("text/plain", "application/json; charset=x")),
  key: mostly(fc.uuid(), fc.constantFrom("1", "00000000-0000-4000-8000-000000000000")),
  session: mostly(fc.constant(0), fc.integer({ min: -1, max: StaffRole.options.length })),
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer R> ? R : never;

async function send({ target: { method, path, query, body }, session, ...request }: AnyRequest) {
  const cookie = cookies[session];
  const sent = { ...request, method, body, ...(cookie && { cookie }) };
  const { text, ...answer } = await ask(staff.app, `/api${path}${query && `?${query}`}`, sent);
  return { ...answer, tells: !cookie && text.includes(call.number) };
}

test("no request makes staff-api stumble or hang, and nobody who is not signed in hears of anybody", {
  timeout: times(120_000, 12 * 3_600_000),
}, async () => {
  const heard = listen();
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const { status, ...answer } = await send(request);
      seen.add(status);
      expect({ fault: status >= 500, ...answer }).toEqual({ fault: false, sound: true, stored: "no-store", tells: false });
    }),
    { numRuns: times(1000, 200_000) },
  );
  // That something is accepted (202) is left to chance here, and to the journeys for sure.
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
  expect(heard.lines.filter((line) => !line.includes("LooksRefused"))).toEqual([]);
});
