// Tampering with any of a thousand rows is detected by the code that runs in the person's browser.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { pathOf, treeOver } from "../../functions/audit/merkle.ts";
import { sha256 } from "../../functions/audit/told.ts";
import { ALGORITHM, canonical, type Hash, linkText, NOTHING_BEFORE } from "../../shared/access-log/chain.ts";
import type { Logged } from "../../shared/access-log/contract.ts";
import { type Given, type Trouble, verify } from "../../shared/access-log/verify.ts";
import { plusDays } from "../../shared/kernel/calendar.ts";
import { digestInBrowser } from "../../web/slices/access-log/digest.ts";
import { noon } from "../support/build.ts";
import { times } from "../support/times.ts";
import { chain, PER_DAY, ROWS, sealedLog } from "./sealed.ts";

const textOf = (row: Logged | undefined): string => row?.text ?? "";
const withRow = (given: Given, nth: number, row: Logged): Given => ({
  ...given,
  rows: given.rows.map((one, at) => (at === nth ? row : one)),
});
/** The browser's digest of each text, once: the same thousand rows are checked again and again. */
const digests = new Map<string, Promise<Hash>>();
function remembered(text: string): Promise<Hash> {
  const digest = digests.get(text) ?? digestInBrowser(text);
  digests.set(text, digest);
  return digest;
}
const check = (given: Given) => verify(given, remembered);
const numbersIn = (troubles: Trouble[]) => troubles.flatMap((one) => ("number" in one ? [one.number] : []));

let whole: Given;
beforeAll(() => {
  whole = sealedLog();
});
const nth = fc.integer({ min: 0, max: ROWS - 1 });
const few = { numRuns: times(8, 200) };

describe("a whole log of a thousand rows", () => {
  test("is found whole, in whatever order its rows come", async () => {
    const expected = { numbered: ROWS, sealed: ROWS, waiting: 0, troubles: [], unknown: 0 };
    expect(await check(whole)).toMatchObject(expected);
    expect(await check({ ...whole, rows: [...whole.rows].reverse() })).toMatchObject(expected);
  });

  test("hashes in the browser as it does at our side", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        expect(await digestInBrowser(text)).toBe(createHash("sha256").update(text).digest("hex"));
      }),
    );
  });
});

describe("what somebody did to it is found, and named", () => {
  test("a row that is changed, whatever in it", async () => {
    const spoilt = fc.record({ nth, at: fc.nat(), to: fc.string({ minLength: 1, maxLength: 1 }) });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ nth: at, at: where, to }) => {
        const row = whole.rows[at]!;
        const text = textOf(row);
        const place = where % text.length;
        const changed = text.slice(0, place) + to + text.slice(place + 1);
        fc.pre(changed !== text);
        expect(numbersIn((await check(withRow(whole, at, { ...row, text: changed }))).troubles)).toEqual([at + 1]);
      }),
      few,
    );
  });

  test("a row that is removed: with its number gone, or with the number left", async () => {
    await fc.assert(
      fc.asyncProperty(nth, async (at) => {
        const gone = await check({ ...whole, rows: whole.rows.filter((_, other) => other !== at) });
        expect(gone.troubles.length).toBeGreaterThan(0);
        if (at < ROWS - 1) expect(gone.troubles).toContainEqual({ what: "missing", number: at + 1 });
        const { text, at: _, ...left } = whole.rows[at]!;
        const emptied = await check(withRow(whole, at, { ...left, row: sha256(text ?? "") }));
        expect(emptied.troubles).toEqual([{ what: "removed", number: at + 1 }]);
      }),
      few,
    );
  });

  test("a row that is inserted: with a number, or with none and older than a day", async () => {
    await fc.assert(
      fc.asyncProperty(nth, async (at) => {
        const { link, ...row } = whole.rows[at]!;
        const forged = { ...row, text: canonical({ kind: "staff", reason: "从来没有过" }) };
        const numbered = await check({ ...whole, rows: [...whole.rows, { ...forged, link: { ...link!, number: ROWS + 1 } }] });
        expect(numbersIn(numbered.troubles)).toContain(ROWS + 1);
        const loose = await check({ ...whole, rows: [...whole.rows, forged] });
        expect(loose.troubles).toEqual([{ what: "inserted", at: row.at }]);
      }),
      few,
    );
  });

  test("two rows that change places", async () => {
    await fc.assert(
      fc.asyncProperty(nth, nth, async (one, other) => {
        fc.pre(one !== other);
        const [a, b] = [whole.rows[one]!, whole.rows[other]!];
        const swapped = withRow(withRow(whole, one, { ...a, text: textOf(b) }), other, { ...b, text: textOf(a) });
        expect(numbersIn((await check(swapped)).troubles).sort()).toEqual([one + 1, other + 1].sort());
      }),
      few,
    );
  });

  test("the last rows cut off, as if they had never been", async () => {
    for (const left of [ROWS - 1, ROWS - PER_DAY, 10]) {
      const cut = await check({ ...whole, rows: whole.rows.slice(0, left) });
      expect(cut.troubles.filter(({ what }) => what === "seal").length).toBeGreaterThan(0);
    }
  });

  test("a row changed and all that comes after it made to fit: it is not what was published on its day", async () => {
    const rows: Logged[] = [];
    let before: Hash = NOTHING_BEFORE;
    for (const { link, ...row } of whole.rows) {
      const text = link?.number === 500 ? textOf(row).replace("第500次", "第五百次") : textOf(row);
      const place = { algorithm: ALGORITHM, chain, number: link!.number, day: link!.day, row: sha256(text), before };
      before = sha256(linkText(place));
      rows.push({ ...row, text, link: { ...link!, hash: before } });
    }
    const { troubles } = await check({ ...whole, rows });
    expect(numbersIn(troubles)).toEqual([]);
    const since = whole.rows[499]!.link!.day;
    expect(troubles).toEqual(
      whole.proofs.filter((proof) => proof.day >= since).map((proof) => ({ what: "seal", day: proof.day })),
    );
  });

  test("a root that was published otherwise, or not at all", async () => {
    const at = 50;
    const other = whole.roots.map((root, nthRoot) => (nthRoot === at ? { ...root, tree: sha256("another tree") } : root));
    expect((await check({ ...whole, roots: other })).troubles).toEqual([{ what: "seal", day: whole.roots[at]!.day }]);
    const none = whole.roots.filter((_, nthRoot) => nthRoot !== at);
    expect((await check({ ...whole, roots: none })).troubles).toEqual([{ what: "seal", day: whole.roots[at]!.day }]);
  });
});

describe("what is not wrong is not called so", () => {
  test("rows of today and yesterday are not sealed yet", async () => {
    const young = sealedLog(20);
    const last = young.proofs.at(-1)!.day;
    const given = {
      ...young,
      proofs: young.proofs.slice(0, -1),
      roots: young.roots.slice(0, -1),
      asOf: noon(plusDays(last, 1)),
    };
    expect(await check(given)).toMatchObject({ numbered: 20, sealed: 14, troubles: [] });
    expect((await check({ ...given, asOf: noon(plusDays(last, 2)) })).troubles).toEqual([{ what: "seal", day: last }]);
  });

  test("a row of this hour waits for its number", async () => {
    const waiting = { at: whole.asOf, text: "{}" };
    expect(await check({ ...whole, rows: [waiting, ...whole.rows] })).toMatchObject({ waiting: 1, troubles: [] });
  });

  test("looks from before there were chains wait for their numbers, however old they are", async () => {
    const old = { chain, rows: [{ at: noon("2020-01-01"), text: "{}" }], proofs: [], roots: [], asOf: whole.asOf };
    expect(await check(old)).toMatchObject({ numbered: 0, waiting: 1, troubles: [] });
  });

  test("links of an algorithm of later years are left to who knows it", async () => {
    const [first, ...others] = sealedLog(3).rows;
    const foreign = { ...first!, link: { ...first!.link!, algorithm: "SM3" } };
    expect(await check({ ...sealedLog(3), rows: [foreign, ...others] })).toMatchObject({ unknown: 1 });
  });
});

test.each([1, 2, 3, 4, 5, 8, 9, 1000])("of %i leaves every one comes to the top by its own path", async (count) => {
  const leaves = Array.from({ length: count }, (_, leaf) => sha256(`leaf ${leaf}`));
  const levels = treeOver(leaves);
  expect(Math.max(...leaves.map((_, leaf) => pathOf(levels, leaf).length))).toBe(Math.ceil(Math.log2(count)));
});
