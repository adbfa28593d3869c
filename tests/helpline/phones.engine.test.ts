// From a phone to whose it is: kept in the transaction that moves a leading phone, shared by a family, rewritten by a rotation.
import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import type { AliasSecret } from "../../functions/alias.ts";
import { rekeyIn } from "../../functions/register/aliases.ts";
import { peoplePhonedIn, phoneMoves } from "../../functions/register/phones.ts";
import { publishNext, switchToNext } from "../../scripts/rotate/versions.ts";
import { Phone } from "../../shared/kernel/fields.ts";
import { withMill } from "../insured/mill.ts";
import { aPhone, aRecord, aRegistration, day } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { everythingIn } from "../support/table.ts";

const newKey = () => randomBytes(32).toString("base64");
const old: AliasSecret = { current: 1, versions: { "1": newKey() } };
const both = switchToNext(publishNext(old, newKey()));
const newest = { ...both, versions: { "2": both.versions["2"]! } };

const mill = withMill();
beforeAll(() => {
  mill.goBy(old);
});

let nth = 0;
const aNumber = () => numbered(`34046919030303${String(++nth).padStart(3, "0")}`);
const told = (phone: string, ...numbers: string[]) =>
  mill.feed(["AAC002,AAC003,AAE140,AAB301,AAE005", ...numbers.map((number) => `${number},陆微,390,340403,${phone}`)].join("\n"));
const phoned = (phone: string, secret: AliasSecret = old) =>
  peoplePhonedIn({ client: mill.client, table: "register", secret: async () => secret })(v.parse(Phone, phone), 10);

describe("a phone", () => {
  test("finds everybody whose it is, and whoever has another one no longer", async () => {
    const [one, other] = [aNumber(), aNumber()];
    await told("15400000001", one, other);
    const [first, second] = [await mill.owners(one), await mill.owners(other)];
    expect(new Set(await phoned("154-0000-0001"))).toEqual(new Set([...first, ...second]));

    await told("15400000002", one);
    expect([await phoned("15400000001"), await phoned("15400000002")]).toEqual([second, first]);
  });

  test("leads to its people while the secret rotates, and under the new one alone when it has", async () => {
    const number = aNumber();
    await told("15400000003", number);
    const [personId] = await mill.owners(number);
    expect([await phoned("15400000003", both), await phoned("15400000003", newest)]).toEqual([[personId], []]);

    const rekey = rekeyIn({ client: mill.client, table: "register", register: mill.register, secret: async () => both });
    await rekey(personId!, day("2026-11-22"));
    expect(await phoned("15400000003", newest)).toEqual([personId]);
  });

  test("stands in no key", async () => {
    const keys = (await everythingIn(mill.client, "register")).map(({ pk, sk }) => `${pk} ${sk}`).join("\n");
    expect(keys).toContain("PHONED#");
    expect(keys).not.toMatch(/1540000000/);
  });
});

describe("what moves it", () => {
  const own = aPhone("19900000001", { source: "desk", confirmedOn: "2026-03-01" });
  const agencys = aPhone("19900000002", { confirmedOn: "2025-01-01" });
  const held = aRecord({ facts: [own, agencys] });

  test.each([
    { when: "the file repeats an older one", changes: { facts: [agencys] }, moves: ["19900000001", "19900000001"] },
    { when: "the leading one goes", changes: { facts: [], gone: [own] }, moves: ["19900000001", "19900000002"] },
    {
      when: "somebody is turned away",
      changes: { registration: aRegistration({ status: "closed", verified: "unverified" }) },
      moves: ["19900000001", undefined],
    },
    { when: "nothing is said of it", changes: { facts: [] }, moves: ["19900000001", "19900000001"] },
  ])("$when: from $moves.0 to $moves.1", ({ changes, moves }) => expect(phoneMoves(held, changes)).toEqual(moves));
});
