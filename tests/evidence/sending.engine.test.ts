import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { receiptFor } from "../../functions/casework/table.ts";
import { evidenceDoor } from "../../functions/evidence/open.ts";
import { openLooks } from "../../functions/looks/looks.ts";
import { openAllowance } from "../../functions/uploads/allowance.ts";
import { NamedEvidence, UPLOAD_BYTES } from "../../shared/evidence/contract.ts";
import { instantAt } from "../../shared/kernel/calendar.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import { aChange } from "../support/build.ts";
import { everythingIn } from "../support/table.ts";
import { type Hall, list, openHall, picture, piece, put, remove } from "./desk.ts";

const DAY_SECONDS = 86_400;
let hall: Hall;
let casework: ReturnType<typeof openCasework>;
beforeAll(async () => {
  hall = await openHall();
  casework = openCasework({ client: hall.client, table: "casework" });
});
afterAll(() => hall.stop());

const naming = (draft: string, ...ids: string[]) => v.parse(NamedEvidence, { draft, ids });

/** Somebody with one picture for a draft. */
async function somebodyWithAPicture() {
  const someone = await hall.someone();
  const at = piece();
  await put(someone.browser, at);
  return { ...someone, at, named: naming(at.draft, at.id) };
}
type Somebody = Awaited<ReturnType<typeof somebodyWithAPicture>>;

/** A form is sent, with evidence. */
function send({ personId }: Pick<Somebody, "personId">, named: NamedEvidence) {
  const attempt = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
  const receipt = receiptFor(personId, attempt.key);
  const at = hall.started.now();
  const content = { slice: "change", change: aChange({ item: "card", hasCard: true }), acceptedAt: at } as const;
  return casework.submit(personId, attempt, content, { using: hall.started.uploads.sends(personId, named, receipt, at) });
}

describe("evidence that a submission names", () => {
  test("stays from the moment on in which the submission is stored, and can no longer be changed", async () => {
    const somebody = await somebodyWithAPicture();
    const { browser, at, named } = somebody;
    const { uploads } = hall.started;
    expect(await uploads.named(somebody.personId, named)).toMatchObject([{ id: at.id, purpose: "reason" }]);

    expect(await send(somebody, named)).toMatchObject({ stored: "now" });
    hall.started.pass(10);
    for (const answer of [await put(browser, at, picture(1)), await remove(browser, at)]) {
      expect(answer.status).toBe(409);
      expect(await answer.json()).toMatchObject({ findings: [{ code: "evidence.sent", path: ["evidence"] }] });
    }
    expect(await list(browser, at)).toEqual([]);
    expect(await uploads.named(somebody.personId, named)).toEqual([]);
    hall.started.pass(2 * DAY_SECONDS);
    await hall.purge();
    expect(await uploads.find(named.ids[0]!)).toMatchObject({ state: "sent" });
    expect(hall.objects()).toHaveLength(1);
  });

  test.each([
    { when: "is somebody else's", spoil: async () => (await somebodyWithAPicture()).named },
    { when: "was never handed in", spoil: async () => naming(crypto.randomUUID(), crypto.randomUUID()) },
    {
      when: "is another draft's",
      spoil: async ({ at }: Somebody) => naming(crypto.randomUUID(), at.id),
    },
    {
      when: "was taken away a moment ago",
      spoil: async ({ browser, at, named }: Somebody) => {
        await remove(browser, at);
        return named;
      },
    },
    {
      when: "was sent with something else",
      spoil: async (somebody: Somebody) => {
        await send(somebody, somebody.named);
        return somebody.named;
      },
    },
    {
      when: "is going because its day is over",
      spoil: async ({ named }: Somebody) => {
        hall.started.pass(DAY_SECONDS);
        await hall.purge();
        return named;
      },
    },
  ])("keeps the submission from being stored when it $when", async ({ spoil }) => {
    const somebody = await somebodyWithAPicture();
    const named = await spoil(somebody);
    const stored = await casework.submissions(somebody.personId);

    expect(await hall.started.uploads.named(somebody.personId, named)).toEqual([]);
    expect(await send(somebody, named)).toEqual({ stored: "no", failed: 0 });
    expect(await casework.submissions(somebody.personId)).toHaveLength(stored.length);
    const before = await everythingIn(hall.client, "casework");
    expect(before.filter(({ pk, personId }) => String(pk).startsWith("OUTBOX#") && personId === somebody.personId)).toHaveLength(
      stored.length,
    );
  });

  test("is named all or nothing: one that is missing keeps the others free", async () => {
    const somebody = await somebodyWithAPicture();
    const { at, browser } = somebody;
    const missing = crypto.randomUUID();

    expect(await send(somebody, naming(at.draft, at.id, missing))).toEqual({ stored: "no", failed: 1 });
    expect((await remove(browser, at)).status).toBe(204);
  });
});

describe("staff", () => {
  const look = { lookId: "look-1", by: "王芳", reason: "核对姓名" };
  const looks = () => openLooks({ client: hall.client, table: "looks", now: hall.started.now });
  const door = (more = {}) => evidenceDoor({ uploads: hall.started.uploads, looks: looks(), read: hall.read, ...more });

  test("open a picture through a look, which the person can read, and get it as what it is", async () => {
    const somebody = await somebodyWithAPicture();
    await send(somebody, somebody.named);
    const [id] = somebody.named.ids;
    const opened = await door()(id!, look);

    expect(opened).toMatchObject({
      type: "image/jpeg",
      headers: { "x-content-type-options": "nosniff", "cache-control": "no-store" },
    });
    expect(Buffer.from(opened!.bytes).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const rows = (await everythingIn(hall.client, "looks")).filter(({ pk }) => pk === `PERSON#${somebody.personId}`);
    expect(rows).toContainEqual(expect.objectContaining({ kind: "staff", ...look, evidence: id, at: hall.started.now() }));
  });

  test("read nothing when the look cannot be written", async () => {
    const somebody = await somebodyWithAPicture();
    await send(somebody, somebody.named);
    const read = vi.fn();
    const note = async () => {
      throw new Error("the looks are away");
    };

    await expect(door({ looks: { note }, read })(somebody.named.ids[0]!, look)).rejects.toThrow("away");
    expect(read).not.toHaveBeenCalled();
  });

  test("do not see what a person has not sent, nor leave a look at nothing", async () => {
    const somebody = await somebodyWithAPicture();
    const before = await everythingIn(hall.client, "looks");

    expect(await door()(somebody.named.ids[0]!, look)).toBeUndefined();
    expect(await everythingIn(hall.client, "looks")).toEqual(before);
  });
});

test("an hour holds thirty of the largest, however small the service's patience", async () => {
  const { personId } = await hall.someone();
  const spend = openAllowance({ client: hall.client, table: "uploads" });
  const now = hall.started.now();
  const answers = await Promise.all(Array.from({ length: 40 }, () => spend(personId, UPLOAD_BYTES, now)));

  expect(answers.filter((answer) => answer === undefined)).toHaveLength(30);
  const [wait] = answers.filter((answer) => answer !== undefined);
  const next = instantAt(Date.parse(now) + wait!.retryAfterSeconds * 1000);
  expect(await spend(personId, UPLOAD_BYTES, next)).toBeUndefined();
});

test("evidence that was sent goes when its purpose has ended, however often that is said, and by its latest day in any case", async () => {
  hall.started.pass(DAY_SECONDS); // until nothing is left of what was not sent
  await hall.purge();
  const [told, untold] = [await somebodyWithAPicture(), await somebodyWithAPicture()];
  const before = hall.objects().length;
  for (const { personId, named } of [told, untold]) await send({ personId }, named);
  const { receipt } = (await hall.started.uploads.find(told.named.ids[0]!))!;
  const inNinetyDays = instantAt(Date.parse(hall.started.now()) + 90 * DAY_SECONDS * 1000);
  for (let times = 0; times < 2; times++) await hall.started.uploads.leave(told.named.ids, receipt!, inNinetyDays);

  hall.started.pass(89 * DAY_SECONDS);
  await hall.purge();
  expect(hall.objects()).toHaveLength(before);
  hall.started.pass(DAY_SECONDS);
  await hall.purge();
  expect(await hall.started.uploads.find(told.named.ids[0]!)).toBeUndefined();
  expect(await hall.started.uploads.find(untold.named.ids[0]!)).toBeDefined();
  await hall.started.uploads.leave(told.named.ids, receipt!, inNinetyDays); // its outcome is told once more

  hall.started.pass(3 * 365 * DAY_SECONDS);
  await hall.purge();
  expect([hall.objects(), await hall.entries()]).toEqual([[], []]);
});
