// Numbered, chained and sealed on the embedded engine: delivered twice, by two at once, with a crash between, after missed days.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { chainsIn } from "../../functions/audit/chain.ts";
import { sealsIn } from "../../functions/audit/seal.ts";
import { sha256 } from "../../functions/audit/told.ts";
import type { Item } from "../../functions/register/table.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import { withEngine } from "../support/around.ts";
import { aPersonId, noon } from "../support/build.ts";
import { callsOf, everythingIn } from "../support/table.ts";
import { aLook, auditOf, rowOf } from "./build.ts";

const engine = withEngine();

const put = (Item: Item) => engine.client.send(new PutItemCommand({ TableName: "looks", Item }));
/** So many looks at a record, as the API writes them. */
async function looks(personId: PersonId, count: number, at = noon("2026-03-31")): Promise<Item[]> {
  const rows = Array.from({ length: count }, (_, nth) =>
    rowOf(personId, noon(at.slice(0, 10)).replace("12:00:00.000", `12:00:00.${String(nth).padStart(3, "0")}`) as typeof at),
  );
  for (const row of rows) await put(row);
  return rows;
}
const linksOf = async (personId: PersonId) =>
  (await everythingIn(engine.client, "looks")).filter(({ pk, sk }) => pk === `LOG#${personId}` && String(sk).startsWith("LINK#"));

describe("a look", () => {
  test("gets the next number of its person's chain, and its own row stays as it was", async () => {
    const audit = auditOf(engine.client);
    const [one, other] = [aPersonId(), aPersonId()];
    const rows = await looks(one, 3);
    const [foreign] = await looks(other, 1);
    const before = (await everythingIn(engine.client, "looks")).filter(({ pk }) => pk === `PERSON#${one}`);
    for (const row of [...rows, foreign!]) await audit.link(row === foreign ? other : one, row);

    expect((await linksOf(one)).map(({ number, key }) => [number, key])).toEqual(rows.map((row, nth) => [nth + 1, row["sk"]?.S]));
    expect((await linksOf(other)).map(({ number }) => number)).toEqual([1]);
    expect((await everythingIn(engine.client, "looks")).filter(({ pk }) => pk === `PERSON#${one}`)).toEqual(before);
    expect(await audit.verdict(one)).toMatchObject({ numbered: 3, sealed: 0, waiting: 0, troubles: [] });
  });

  test("that is delivered again is in the chain once", async () => {
    const audit = auditOf(engine.client);
    const person = aPersonId();
    const rows = await looks(person, 3);
    for (const row of [...rows, ...rows]) await audit.link(person, row);
    await auditOf(engine.client).link(person, rows[1]!);

    expect(await linksOf(person)).toHaveLength(3);
  });

  test("is in the chain once where several work on the same person at once, and no number is left out", async () => {
    const person = aPersonId();
    const rows = await looks(person, 8);
    const workers = [auditOf(engine.client), auditOf(engine.client), auditOf(engine.client)];
    await Promise.all(
      workers.map(async ({ link }) => {
        for (const row of rows) await link(person, row);
      }),
    );

    expect((await linksOf(person)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await workers[0]!.verdict(person)).troubles).toEqual([]);
  });

  test("from before there were chains comes first, when the person is next looked at", async () => {
    const audit = auditOf(engine.client);
    const person = aPersonId();
    const old = await looks(person, 3, noon("2026-02-01"));
    const [today] = await looks(person, 1);
    await audit.link(person, today!);

    expect((await linksOf(person)).map(({ key }) => key)).toEqual([...old, today].map((row) => row?.["sk"]?.S));
  });

  test("that the stream let fall gets its number with the first one of another day", async () => {
    const audit = auditOf(engine.client);
    const person = aPersonId();
    const [first] = await looks(person, 2);
    await audit.link(person, first!);
    await engine.client.send(new PutItemCommand({ TableName: "looks", Item: rowOf(person, noon("2026-03-30")) }));
    audit.pass(24);
    const [next] = await looks(person, 1, noon("2026-04-01"));
    await audit.link(person, next!);

    expect(await audit.verdict(person)).toMatchObject({ waiting: 0, troubles: [] });
  });

  test.each([1, 2, 3, 4, 5])("whose writing stops at call %i is finished by the next delivery", async (stopsAt) => {
    const person = aPersonId();
    const rows = await looks(person, 2);
    const audit = auditOf(engine.client);
    let calls = 0;
    const failing: Pick<DynamoDBClient, "send"> = {
      send: ((...given: Parameters<DynamoDBClient["send"]>) => {
        if (++calls === stopsAt) throw new Error("killed");
        return engine.client.send(...given);
      }) as never,
    };
    const broken = chainsIn({ client: Object.assign(Object.create(engine.client), failing), table: "looks", now: audit.now });
    await broken(person, rows[0]!).catch(() => {});
    for (const row of rows) await audit.link(person, row);

    expect((await linksOf(person)).map(({ number }) => number)).toEqual([1, 2]);
    expect((await audit.verdict(person)).troubles).toEqual([]);
  });

  test("is put with nothing but PutItem and Query, as the role allows", async () => {
    const person = aPersonId();
    const rows = await looks(person, 2);
    const audit = auditOf(engine.client);
    const calls = callsOf(engine.client);
    for (const row of rows) await audit.link(person, row);
    audit.pass(24);
    await audit.seal();

    expect(new Set(calls)).toEqual(new Set(["QueryCommand", "TransactWriteItemsCommand", "PutItemCommand"]));
  });
});

describe("a day", () => {
  const whole = async () => {
    const audit = auditOf(engine.client, noon("2026-05-10"));
    await audit.seal(); // what other tests left
    audit.roots.length = 0;
    audit.pass(24);
    return audit;
  };

  test("is sealed when it is over, with a proof for everybody whose chain grew", async () => {
    const audit = await whole();
    const people = Array.from({ length: 5 }, aPersonId);
    for (const person of people) for (const row of await looks(person, 2)) await audit.link(person, row);
    expect(await audit.seal()).toEqual(["2026-05-10"]);
    expect((await audit.verdict(people[0]!)).sealed).toBe(0);

    audit.pass(13);
    expect(await audit.seal()).toEqual(["2026-05-11"]);
    expect(audit.roots.at(-1)).toMatchObject({ day: "2026-05-11", heads: 5, before: audit.roots.at(-2)?.root });
    for (const person of people)
      expect(await audit.verdict(person)).toEqual({
        numbered: 2,
        sealed: 2,
        sealedTo: "2026-05-11",
        waiting: 0,
        troubles: [],
        unknown: 0,
      });
  });

  test("is not sealed in its first quarter of an hour after midnight: what was begun before is still on its way", async () => {
    const audit = auditOf(engine.client, noon("2026-05-20"));
    await audit.seal();
    audit.pass(12);
    expect(await audit.seal()).toEqual([]);
    audit.pass(0.3);
    expect(await audit.seal()).toEqual(["2026-05-20"]);
  });

  test("that was missed is sealed in its turn, also one on which nobody looked at anybody", async () => {
    const audit = auditOf(engine.client, noon("2026-06-01"));
    await audit.seal();
    const person = aPersonId();
    for (const row of await looks(person, 1)) await audit.link(person, row);
    audit.pass(5 * 24);

    expect(await audit.seal()).toEqual(["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04", "2026-06-05"]);
    expect(audit.roots.slice(-5).map(({ heads }) => heads)).toEqual([1, 0, 0, 0, 0]);
    expect((await audit.verdict(person)).sealed).toBe(1);
  });

  test("sealed twice, by two at once, or after a crash before it was published, is the same", async () => {
    const audit = auditOf(engine.client, noon("2026-07-01"));
    await audit.seal();
    const person = aPersonId();
    for (const row of await looks(person, 1)) await audit.link(person, row);
    audit.pass(24);
    const published: string[] = [];
    const failing = sealsIn({
      client: engine.client,
      table: "looks",
      now: audit.now,
      putRoot: async ({ day }) => {
        published.push(day);
        if (day === "2026-07-01") throw new Error("killed");
      },
    });
    await expect(failing()).rejects.toThrow("killed");
    expect(published).toContain("2026-07-01");
    await Promise.all([audit.seal(), auditOf(engine.client, audit.now()).seal()]);
    expect(await audit.seal()).toEqual([]);

    expect(audit.roots.filter(({ day }) => day === "2026-07-01")).toHaveLength(1);
    expect((await audit.verdict(person)).troubles).toEqual([]);
  });
});

describe("what the person reads", () => {
  test("names nobody's id, says everything else, and hashes to what is in the chain", async () => {
    const audit = auditOf(engine.client);
    const [child, parent] = [aPersonId(), aPersonId()];
    const session = crypto.randomUUID();
    const rows = [
      rowOf(child, noon("2026-03-31"), { kind: "parent", sessionId: session, by: parent }),
      rowOf(child, noon("2026-03-31"), aLook({ reason: "来电询问断缴", evidence: crypto.randomUUID() })),
    ];
    for (const row of rows) await put(row).then(() => audit.link(child, row));
    const given = await audit.given(child);
    const said = given.rows.map(({ text }) => text ?? "").join("\n");

    for (const id of [child, parent, session, String(rows[1]?.["by"]?.S), String(rows[1]?.["evidence"]?.S)])
      expect(said).not.toContain(id);
    for (const told of ["6027", "测试县12333", "来电询问断缴", "call", "T-1", "phone"]) expect(said).toContain(told);
    const links = await linksOf(child);
    expect(given.rows.map(({ text }) => sha256(text ?? "")).sort()).toEqual(links.map(({ row }) => row).sort());
  });

  test("of an entry that comes later is its number and its day, and on that day the entry fits what stood there", async () => {
    const audit = auditOf(engine.client, noon("2026-08-10"));
    await audit.seal();
    const person = aPersonId();
    const quiet = rowOf(person, noon("2026-08-10"), aLook({ purpose: "police", quietUntil: "2026-08-12" as never }));
    const open = rowOf(person, noon("2026-08-10"));
    for (const row of [quiet, open]) await put(row).then(() => audit.link(person, row));
    const hidden = (await audit.given(person)).rows.find(({ quiet: isHidden }) => isHidden);
    expect(hidden).toEqual({
      row: expect.any(String),
      link: expect.objectContaining({ number: 1 }),
      quiet: { until: "2026-08-12", because: "investigation" },
    });
    expect((await audit.verdict(person)).troubles).toEqual([]);

    audit.pass(48);
    await audit.seal();
    const shown = await audit.given(person);
    expect(shown.rows.every(({ text }) => text)).toBe(true);
    expect(await audit.verdict(person)).toMatchObject({ sealed: 2, troubles: [] });
  });
});
