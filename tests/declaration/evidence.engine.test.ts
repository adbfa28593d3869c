// A reason with a paper that proves it: kept with the submission, shown to the desk, gone when the reason has run out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { openDesk } from "../../functions/desk/desk.ts";
import type { Purpose } from "../../shared/evidence/purposes.ts";
import type { Receipt } from "../../shared/kernel/fields.ts";
import { type Hall, openHall, piece, put } from "../evidence/desk.ts";
import { startMachine } from "../support/machine.ts";

let hall: Hall;
let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  hall = await openHall();
});
beforeEach(async () => {
  machine = await startMachine(hall.client);
});
afterAll(() => hall.stop());

type Somebody = Awaited<ReturnType<Hall["someone"]>>;
const attempt = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });
const P06 = { code: "P06", place: "320102" };
const O05 = { code: "O05", graduation: "2027-06" };

async function paper({ browser }: Somebody, purpose: Purpose) {
  const at = piece();
  expect((await put(browser, { ...at, purpose })).status).toBe(200);
  return { draft: at.draft, ids: [at.id] };
}
const declare = ({ browser }: Somebody, reason: object, evidence?: object) =>
  browser.post("/declarations", { insurance: "pension", reasons: [reason], ...(evidence && { evidence }) }, attempt());
const accepted = async (response: Response): Promise<Receipt> => {
  expect(response.status).toBe(202);
  const { receipt } = (await response.json()) as { receipt: Receipt };
  expect(await machine.run()).toEqual([]);
  return receipt;
};
const taskOf = ({ personId }: Somebody, receipt: Receipt) =>
  openDesk({ client: hall.client, table: "desk" }).task(personId, receipt);

describe("being insured elsewhere", () => {
  test("comes to the desk with its proof, or with the word that there is none", async () => {
    const [with1, without] = [await hall.someone(), await hall.someone()];
    const proved = await accepted(await declare(with1, P06, await paper(with1, "insured-elsewhere")));
    const said = await accepted(await declare(without, P06));

    expect(await taskOf(with1, proved)).toMatchObject({ kind: "reason", papers: 1 });
    expect(await taskOf(with1, proved)).not.toHaveProperty("unproved");
    expect(await taskOf(without, said)).toMatchObject({ kind: "reason", unproved: true });
    const casework = openCasework({ client: hall.client, table: "casework" });
    expect(await casework.submission({ personId: with1.personId, receipt: proved })).toMatchObject({
      evidence: [{ purpose: "insured-elsewhere" }],
      content: { declaration: { reasons: [P06] } },
    });
  });
});

test("a call-up notice stays until 90 days after the reason itself, and not longer", async () => {
  const soldier = await hall.someone();
  const evidence = await paper(soldier, "reason");
  await accepted(await declare(soldier, { code: "O01", until: "2027-09-01" }, evidence));
  const entry = (await hall.entries()).find(({ pk }) => String(pk).includes(evidence.ids[0]!));
  expect(entry).toMatchObject({ state: "sent" });
  expect(String(entry?.["dueAt"])).toMatch(/^2027-12-01T00:00/);
});

describe("a paper is refused, and the reason with it, when", () => {
  test.each([
    { when: "it is for something else", purpose: "reason" as const, reason: P06 },
    { when: "there is nothing to prove", purpose: "reason" as const, reason: { code: "P01" } },
  ])("$when", async ({ purpose, reason }) => {
    const somebody = await hall.someone();
    const response = await declare(somebody, reason, await paper(somebody, purpose));
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { findings: [{ code: "evidence.gone", path: ["evidence", "ids", "0"] }] },
    ]);
  });

  test("it is somebody else's", async () => {
    const [somebody, other] = [await hall.someone(), await hall.someone()];
    const response = await declare(somebody, O05, await paper(other, "reason"));
    expect([response.status, await response.json()]).toMatchObject([422, { findings: [{ code: "evidence.gone" }] }]);
    expect((await (await somebody.browser.get("/submissions")).json()).submissions).toEqual([]);
  });
});
