// Every address of residents × every way in which somebody may, or may no more, act for an adult or a ward.
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { transact } from "../../functions/transact.ts";
import { contracts } from "../../shared/contracts.ts";
import { Scope } from "../../shared/delegation/scopes.ts";
import type { Contract } from "../../shared/kernel/contract.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { day, noon } from "../support/build.ts";
import type { Browser } from "../support/post.ts";
import { rightAddress, rightBodies } from "../support/right-input.ts";
import { everythingIn } from "../support/table.ts";
import { aDelegation, aRelative, headers, idOf } from "./family.ts";

const engine = withEngine();
let browser: Browser;
const NOW = noon("2026-11-22");
const active = { begunAt: noon("2026-11-01") };
const ward = { as: "guardian", proven: "desk", ...active };
const objected = { ...ward, birth: day("2011-05-01") };
/** What each asks for, and what is said of it. `granted`: nothing about who may act. */
type Case = { when: string; ref: string; of: object; birth?: string; said(scope: Scope, sends: boolean): string | undefined };
const cases: Case[] = [
  ...Scope.options.map(
    (only, nth): Case => ({
      when: `only ${only} was allowed`,
      ref: `D-AAAA-AAAA-AAA${nth}`,
      of: { ...active, scopes: [...new Set(["look", only])] },
      said: (scope) => (scope === "look" || scope === only ? undefined : "delegation.scope"),
    }),
  ),
  {
    when: "it is younger than 72 hours",
    ref: "D-AAAA-AAAA-BBB1",
    of: {},
    said: (scope) => (scope === "look" ? undefined : "delegation.look-only"),
  },
  { when: "its time is over", ref: "D-AAAA-AAAA-BBB2", of: { ...active, until: "2026-11-21" }, said: () => "delegation.ended" },
  {
    when: "it was ended",
    ref: "D-AAAA-AAAA-BBB3",
    of: { ...active, ended: { at: NOW, by: "giver" } },
    said: () => "delegation.ended",
  },
  {
    when: "the ward is eighteen",
    ref: "W-AAAA-AAAA-BBB4",
    of: { ...ward, birth: day("2008-11-22") },
    birth: "2008-11-22",
    said: () => "delegation.ended",
  },
  {
    when: "the ward of fifteen has objected",
    ref: "W-AAAA-AAAA-BBB5",
    of: objected,
    birth: "2011-05-01",
    said: (_, sends) => (sends ? "child.objected" : undefined),
  },
];

beforeAll(async () => {
  const started = startApp({ client: engine.client, startAt: NOW });
  const me = await aRelative(engine.client);
  for (const { ref, of, birth } of cases) {
    const giver = idOf(await aRelative(engine.client, birth ? { birth } : {}));
    const one = aDelegation({ delegation: ref, giver, delegate: idOf(me), ...of });
    expect(await started.delegations.begin(one, [], NOW)).toBe("begun");
    const objection = { receipt: v.parse(Receipt, "C7K2-94MD-61QX"), at: NOW, state: "open" } as const;
    if (of === objected) await transact(engine.client, [started.delegations.objects(giver, objection)]);
  }
  browser = (await signInAs(started, me)).browser;
});

const codesIn = async (answer: Response): Promise<string[]> =>
  ((await answer.json()).findings ?? []).map(({ code }: { code: string }) => code);
const isAboutActing = (code: string) => code.startsWith("delegation.") || code === "child.objected";

async function ask(contract: Contract, ref: string): Promise<Response> {
  const { method } = contract;
  if (method === "GET") return browser.get(`${rightAddress(contract)}?for=${ref}`);
  const [body] = rightBodies(contract);
  return browser.post(rightAddress(contract), { ...Object(body), for: ref }, { method, ...(contract.attempt && headers()) });
}

const theirs = contracts.filter(({ signedIn, delegable }) => signedIn && delegable);
describe.each(cases)("when $when", ({ ref, said }) => {
  test("every address that may be handed on says so, or does it; what is refused leaves nothing", async () => {
    const before = await everythingIn(engine.client, "casework", "register");
    for (const contract of theirs) {
      const wrong = said(contract.delegable!, contract.method !== "GET");
      const codes = (await codesIn(await ask(contract, ref))).filter(isAboutActing);
      expect([contract.path, codes]).toEqual([contract.path, wrong ? [wrong] : []]);
    }
    if (said("look", true)) expect(await everythingIn(engine.client, "casework", "register")).toEqual(before);
  });
});

test("no other address does anything for an adult, whatever was allowed: what a contract does not say is refused", async () => {
  const before = await everythingIn(engine.client, "casework", "register");
  const others = contracts.filter(({ signedIn, delegable, body, query }) => signedIn && !delegable && (body ?? query));
  expect(others.length).toBeGreaterThan(10); // a route that comes later is among them by itself
  for (const contract of others)
    for (const ref of ["D-AAAA-AAAA-AAA1", "W-AAAA-AAAA-BBB5"]) {
      const { status } = await ask(contract, ref);
      expect([contract.path, status >= 400 && status < 500]).toEqual([contract.path, true]);
    }
  expect(await everythingIn(engine.client, "casework", "register")).toEqual(before);
});

test("what has ended stands below what runs, the newest first", async () => {
  const { actsFor } = await (await browser.get("/delegations")).json();
  const order = actsFor.map(
    ({ state, begunAt }: { state: string; begunAt: string }) => `${state === "ended" ? "b" : "a"} ${begunAt}`,
  );
  const [run, ended] = ["a", "b"].map((kind) => order.filter((one: string) => one.startsWith(kind)));
  expect(order).toEqual([...run!.toSorted().reverse(), ...ended!.toSorted().reverse()]);
  expect([run!.length > 0, ended!.length > 0]).toEqual([true, true]);
});

test("what is somebody else's is not there", async () => {
  for (const contract of theirs) expect(await codesIn(await ask(contract, "D-ZZZZ-ZZZZ-ZZZZ"))).toEqual(["delegation.not-yours"]);
});
