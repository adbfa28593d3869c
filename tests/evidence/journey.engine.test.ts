import * as v from "valibot";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { EvidenceId } from "../../shared/evidence/contract.ts";
import { listen } from "../support/leak.ts";
import { type Hall, list, openHall, picture, piece, put, remove } from "./desk.ts";

const DAY_SECONDS = 86_400;
let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.stop());

/** A day later nothing is left of what nobody sent. */
afterEach(async () => {
  hall.started.pass(DAY_SECONDS);
  await hall.purge();
  expect([hall.objects(), await hall.entries()]).toEqual([[], []]);
});

const problemOf = async (response: Response) => {
  const { type, findings } = await response.json();
  return { status: response.status, type, codes: findings.map(({ code }: { code: string }) => code) };
};

describe("a picture that is handed in", () => {
  test("is kept without what it told, under a name that says nothing, and is found again by its draft", async () => {
    const heard = listen();
    const { browser, personId, name, number } = await hall.someone();
    const at = piece();
    const response = await put(browser, { ...at, purpose: "name-correction" });

    expect(response.status).toBe(200);
    const view = await response.json();
    expect(view).toEqual({
      id: at.id,
      purpose: "name-correction",
      type: "image/jpeg",
      bytes: expect.any(Number),
      putAt: hall.started.now(),
    });
    expect(await list(browser, at)).toEqual([view]);
    const [object] = hall.objects();
    expect(object).toMatchObject({ type: "image/jpeg", size: view.bytes, metadata: {} });
    expect(object?.key).toMatch(/^[\w-]{32}$/);
    const kept = Buffer.from(await hall.read((await hall.started.uploads.find(view.id))!.object));
    expect(kept.includes("secret")).toBe(false);
    for (const told of [personId, number, at.id, at.draft]) expect(object?.key).not.toContain(told);
    heard.holdsNone([personId, number, name]);
    expect(heard.lines).toEqual([]);
  });

  test("twice, because the first answer was lost, is there once and says the same", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    const first = await (await put(browser, at)).json();
    hall.started.pass(30);

    expect(await (await put(browser, at)).json()).toEqual(first);
    expect(hall.objects()).toHaveLength(1);
  });

  test("makes room for another one under the same id, and leaves nothing of itself behind", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    await put(browser, at, picture(1));
    const second = await (await put(browser, at, picture(2))).json();
    await hall.purge();

    expect(await list(browser, at)).toEqual([second]);
    const left = hall.objects();
    expect(left).toHaveLength(1);
    expect(left[0]?.key).toBe((await hall.started.uploads.find(second.id))?.object);
  });

  test("can be taken away before anything is sent; a second time there is nothing", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    await put(browser, at);

    expect((await remove(browser, at)).status).toBe(204);
    expect(await list(browser, at)).toEqual([]);
    expect((await remove(browser, at)).status).toBe(404);
    await hall.purge();
    expect(hall.objects()).toEqual([]);
    expect(await hall.entries()).toEqual([]);
  });

  test("goes after a day when nobody sends it, and not a minute before", async () => {
    const { browser } = await hall.someone();
    await put(browser, piece());
    hall.started.pass(DAY_SECONDS - 60);
    expect(await hall.purge()).toBe(0);
    expect(hall.objects()).toHaveLength(1);

    hall.started.pass(60);
    expect(await hall.purge()).toBe(1);
    expect(await hall.purge()).toBe(0);
  });

  test("in two places at once under one id is one of them, and the other leaves no trace", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    const answers = await Promise.all([put(browser, at, picture(3)), put(browser, at, picture(4))]);
    await hall.purge();

    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(await list(browser, at)).toHaveLength(1);
  });

  test("is what its bytes say it is, whatever it was called", async () => {
    const { browser } = await hall.someone();
    const at = piece();

    expect(await (await put(browser, at, picture(), "application/pdf")).json()).toMatchObject({ type: "image/jpeg" });
  });
});

describe("what is due to go", () => {
  test("goes although another one cannot, and that one goes the next time", async () => {
    const { browser } = await hall.someone();
    const pieces = [piece(), piece(), piece()];
    for (const at of pieces) await put(browser, at);
    const stuck = (await hall.started.uploads.find(v.parse(EvidenceId, pieces[1]!.id)))!.object;
    hall.started.pass(DAY_SECONDS);

    await expect(hall.purge((name) => name === stuck)).rejects.toThrow("cannot go");
    expect(hall.objects().map(({ key }) => key)).toEqual([stuck]);
    expect(await hall.purge()).toBe(1);
    expect(hall.objects()).toEqual([]);
  });
});

describe("what is somebody else's", () => {
  test("is not there: it can be neither replaced nor removed nor seen", async () => {
    const [owner, other] = [await hall.someone(), await hall.someone()];
    const at = piece();
    const mine = await (await put(owner.browser, at)).json();
    const notFound = { status: 404, type: "/problems/not-found", codes: [] };

    expect(await problemOf(await put(other.browser, at, picture(5)))).toEqual(notFound);
    expect(await problemOf(await put(other.browser, { ...piece(), id: at.id }, picture(5)))).toEqual(notFound);
    expect(await problemOf(await remove(other.browser, at))).toEqual(notFound);
    expect(await list(other.browser, at)).toEqual([]);
    expect(await list(owner.browser, at)).toEqual([mine]);
    expect(hall.objects()).toHaveLength(1);
  });

  test("is another draft's too, of the same person", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    await put(browser, at);
    const elsewhere = { ...at, draft: crypto.randomUUID() };

    expect((await put(browser, elsewhere, picture(6))).status).toBe(404);
    expect((await remove(browser, elsewhere)).status).toBe(404);
    expect(await list(browser, elsewhere)).toEqual([]);
  });
});

describe("a file that cannot be taken", () => {
  test("leaves everything as it was, and says why", async () => {
    const { browser } = await hall.someone();
    const at = piece();
    const before = await (await put(browser, at)).json();
    const page = Buffer.from("<script>alert(1)</script>");

    expect(await problemOf(await put(browser, at, page))).toEqual({
      status: 422,
      type: "/problems/refused",
      codes: ["evidence.wrong-type"],
    });
    expect(await list(browser, at)).toEqual([before]);
    expect(hall.objects()).toHaveLength(1);
  });

  test("because there were too many in an hour says how long to wait; the next hour begins anew", async () => {
    const { browser } = await hall.someone();
    const statuses: number[] = [];
    for (let nth = 0; nth < 60; nth++) statuses.push((await put(browser, piece(), Buffer.from("x"))).status);
    const refused = await put(browser, piece());

    expect(new Set(statuses)).toEqual(new Set([422]));
    expect(refused.status).toBe(429);
    const { retryAfterSeconds } = await refused.json();
    expect(retryAfterSeconds).toBeGreaterThan(0);
    hall.started.pass(60);
    await browser.get("/sessions/current");
    expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
    const { browser: other } = await hall.someone();
    expect((await put(other, piece())).status).toBe(200);
  });
});
