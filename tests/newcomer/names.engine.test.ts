import { randomBytes } from "node:crypto";
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import type { AliasSecret } from "../../functions/alias.ts";
import { rekeyIn } from "../../functions/register/aliases.ts";
import { namesWrites, peopleNamedIn } from "../../functions/register/names.ts";
import { publishNext, switchToNext } from "../../scripts/rotate/versions.ts";
import { withMill } from "../insured/mill.ts";
import { aPersonId, day } from "../support/build.ts";
import { numbered } from "../support/numbers.ts";
import { everythingIn } from "../support/table.ts";

const newKey = () => randomBytes(32).toString("base64");
const old: AliasSecret = { current: 1, versions: { "1": newKey() } };
const both = switchToNext(publishNext(old, newKey()));
const BIRTH = day("2026-03-02");

const mill = withMill();
beforeAll(() => {
  mill.goBy(old);
});

let nth = 0;
const aNumber = () => numbered(`34046920260302${String(++nth).padStart(3, "0")}`);
const row = (number: string, name: string) => `AAC002,AAC003,AAE140,AAB301\n${number},${name},390,340403`;
const named = (name: string, secret: AliasSecret, birth = BIRTH) =>
  peopleNamedIn({ client: mill.client, table: "register", secret: async () => secret })(name, birth);

describe("from a name and a day of birth", () => {
  test("everybody is found whom a file has brought, however the name is typed, and nobody of another day", async () => {
    const [one, other] = [aNumber(), aNumber()];
    await mill.feed(row(one, "古丽·阿依"));
    await mill.feed(row(other, "古丽・阿依"));
    const people = [...(await mill.owners(one)), ...(await mill.owners(other))];

    expect(new Set(await named("古丽•阿依", old))).toEqual(new Set(people));
    expect(await named("古丽·阿依", old, day("2026-03-03"))).toEqual([]);
  });

  test("who got another name is found by that one, and no longer by the former", async () => {
    const personId = aPersonId();
    const [was, is] = [
      { name: "陈小雨之女", birth: BIRTH },
      { name: "林晚", birth: BIRTH },
    ];
    for (const [before, after] of [[undefined, was] as const, [was, is] as const])
      await mill.client.send(
        new TransactWriteItemsCommand({ TransactItems: namesWrites("register", old, before, after, personId) }),
      );

    expect([await named("陈小雨之女", old), await named("林晚", old)]).toEqual([[], [personId]]);
    expect(namesWrites("register", old, is, is, personId)).toEqual([]);
  });

  test("people are found while the secret rotates, and under the new one alone when it has", async () => {
    const number = aNumber();
    await mill.feed(row(number, "陆微"));
    const [personId] = await mill.owners(number);
    expect(await named("陆微", both)).toEqual([personId]);
    expect(await named("陆微", { ...both, versions: { "2": both.versions["2"]! } })).toEqual([]);

    const rekey = rekeyIn({ client: mill.client, table: "register", register: mill.register, secret: async () => both });
    await rekey(personId!, day("2026-11-22"));
    expect(await named("陆微", { ...both, versions: { "2": both.versions["2"]! } })).toEqual([personId]);
  });

  test("neither stands in a key", async () => {
    const keys = (await everythingIn(mill.client, "register")).map(({ pk, sk }) => `${pk} ${sk}`).join("\n");
    expect(keys).toContain("NAMED#");
    expect(keys).not.toMatch(/陆微|2026-03-02|20260302/);
  });
});
