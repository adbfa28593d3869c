// A daughter, her father, and whoever else wants something of him.
import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Delegation } from "../../shared/delegation/delegation.ts";
import { Scope } from "../../shared/delegation/scopes.ts";
import type { DelegationView } from "../../shared/delegation/shown.ts";
import type { Fact } from "../../shared/registration.ts";
import { type Started, signInAs } from "../support/app.ts";
import { aPersonId, aPhone, day, noon } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { aliasSecret, aPerson, type Known, register } from "../support/people.ts";
import type { Browser } from "../support/post.ts";

let nth = 0;

/** Born when they say, as their number says it too; with a phone of their own. */
export async function aRelative(
  client: DynamoDBClient,
  { birth = "1905-05-01", name = "林晓禾", phone }: { birth?: string; name?: string; phone?: Fact | "none" } = {},
): Promise<Known> {
  nth++;
  const number = numbered(`340468${birth.replaceAll("-", "")}${String(nth).padStart(3, "0")}`);
  const identity = { docType: "RIC", number, name, sex: "U", birth: day(birth) } as const;
  const own = phone ?? aPhone(`154${String(nth).padStart(8, "0")}`, { confirmedOn: "2026-09-01", from: "2020-01-01" });
  const person = aPerson({ number, name, phone: own, registration: { identity } });
  await register(client, aliasSecret(), person);
  return person;
}

export const idOf = ({ record }: Known) => record.registration.personId;
export const headers = (key: string = randomUUID()) => ({ headers: { "idempotency-key": key } });

type Asked = { scopes?: string[]; months?: number };
export const wishFor = ({ number, name }: Pick<Known, "number" | "name">, { scopes = ["look"], months = 6 }: Asked = {}) => ({
  number,
  name,
  scopes,
  months,
});

/** From signing in to the code that the other one reads out. */
export async function actsFor(started: Started, delegate: Known, giver: Known, asked: Asked = {}) {
  const { browser } = await signInAs(started, delegate);
  const begun = await beginAs(started, browser, giver, asked);
  return { browser, begun };
}

export async function beginAs(started: Started, browser: Browser, giver: Known, asked: Asked = {}): Promise<DelegationView> {
  await browser.post("/delegations/codes", wishFor(giver, asked));
  const code = started.codeAt(giver.phone) ?? "000000";
  const response = await browser.post("/delegations", { ...wishFor(giver, asked), code }, headers());
  if (response.status !== 201) throw new Error(`not begun: ${response.status} ${await response.text()}`);
  return (await response.json()).delegation;
}

export const HOURS = 3600;
export const codesTo = (started: Started, phone: string) =>
  started.outbox.filter(({ to, template }) => to === phone && template === "delegation-code");

/** Begun on a noon in November 2026, for half a year, for all that there is. */
export const aDelegation = (differences: Record<string, unknown> = {}): Delegation =>
  v.parse(Delegation, {
    delegation: "D-AAAA-AAAA-AAAA",
    giver: aPersonId(),
    delegate: aPersonId(),
    calls: { giver: "王*国", delegate: "王*雨" },
    scopes: [...Scope.options],
    as: "adult",
    proven: "code",
    begunAt: noon("2026-11-22"),
    until: "2027-05-21",
    ...differences,
  });
