// A file of states from an agency's core system, from the inbox to the register, on the real engine and real buckets.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { moves } from "../../functions/transfers/transfers.ts";
import { reasons } from "../../scripts/feed/words.ts";
import { type Mill, withMill } from "../insured/mill.ts";
import { everythingIn } from "../support/table.ts";
import { moved } from "../transfer/someone.ts";
import { aWaitingTransfer, type Waiting } from "./transfers.ts";

const mill = withMill();

const HEADER = "回执号,办理环节,发生日期,个人账户转移额,统筹基金转移额,说明";
const fileOf = (...rows: string[]) => [HEADER, ...rows].join("\n");
const [NEW, OLD] = ["transfer-340469", "transfer-320100"];
const begun = () => aWaitingTransfer(mill.client, { on: "2026-11-02" });
const stands = ({ transfer: { personId, receipt } }: Waiting) => mill.transfers.one(personId, receipt);
const codesIn = ({ rejected }: Awaited<ReturnType<Mill["feed"]>>) =>
  rejected.map(({ row, reasons: given }) => [row, ...given.map(({ code, column }) => `${column} ${code}`)]);

describe("the states of an agency's own system", () => {
  test("move a transfer as the desk does: both agencies hand in their files, and the months arrive", async () => {
    const waiting = await begun();
    const { receipt, personId } = waiting.transfer;
    const first = await mill.feed(fileOf(`${receipt},受理,2026-11-03,,,`, `${receipt},发联系函,2026年11月4日,,,`), NEW);
    expect(first).toMatchObject({ receipt: { state: "taken", kind: "transfers" }, accepted: 2, counts: { changed: 2 } });
    expect(await stands(waiting)).toMatchObject({ state: "contact-sent", step: { who: "old", since: "2026-11-04" } });

    const out = await mill.feed(fileOf(`${receipt},转出,2026-11-10,9600.00,"14,400.00",`), OLD);
    expect(out).toMatchObject({ rejected: [], counts: { changed: 1 } });
    const arrived = [`${receipt},信息表收到,2026-11-12,,,`, `${receipt},资金到账,2026-11-13,9600,14400,`];
    await mill.feed(fileOf(...arrived, `${receipt},办结,2026-11-16,,,`), "insured-340469");
    const done = await stands(waiting);
    expect(done?.trail.map(({ event, by }) => [event, by.as])).toEqual([
      ["submitted", "person"],
      ["accepted", "new"],
      ["contact-sent", "new"],
      ["out-done", "old"],
      ["sheet-received", "new"],
      ["money-received", "new"],
      ["completed", "new"],
    ]);
    expect(done?.trail[3]?.amounts).toEqual({ account: 960_000, pool: 1_440_000, total: 2_400_000 });
    const { enrolments } = (await mill.register.record(personId))!;
    expect(enrolments).toMatchObject([
      { region: "320100", status: "ended" },
      { region: "340469", carries: [{}] },
    ]);
    expect((await mill.register.history(personId)).at(-1)).toMatchObject({ channel: "import", by: "transfer-340469" });
    // Six steps of one day: told under one name, which goes out once; and that it is done.
    const told = mill.told.filter((word) => word.startsWith(personId));
    const notices = ["transfer-moved", "transfer-done"].map((notice) =>
      expect.stringMatching(`${personId} ${notice} ${receipt}#\\d{4}-\\d{2}-\\d{2}`),
    );
    expect([...new Set(told)]).toEqual(notices);
  });

  test("handed in again, under another name too, change nothing", async () => {
    const waiting = await begun();
    const bytes = fileOf(`${waiting.transfer.receipt},受理,2026-11-03,,,`);
    await mill.feed(bytes, NEW);
    const before = await stands(waiting);
    mill.told.splice(0);
    expect(await mill.feed(bytes, NEW)).toMatchObject({ rejected: [], counts: { unchanged: 1, changed: 0 } });
    expect(mill.told).toEqual([]);
    expect(await mill.feed(`${bytes}\n`, NEW)).toMatchObject({ rejected: [], counts: { unchanged: 1 } });
    expect(await stands(waiting)).toEqual(before);
  });

  test("have a second letter on the day on which the first one came back, and tell the whole day again without a third", async () => {
    const waiting = await begun();
    const { receipt, personId } = waiting.transfer;
    const letter = `${receipt},发联系函,2026-11-04,,,`;
    await mill.feed(fileOf(`${receipt},受理,2026-11-03,,,`, letter), NEW);
    await mill.feed(fileOf(`${receipt},退回,2026-11-04,,,姓名不一致`), OLD);
    const before = (await stands(waiting))!;
    const now = moved(before, { event: "corrected", at: "2026-11-04", as: "person" });
    await mill.client.send(new TransactWriteItemsCommand({ TransactItems: moves("casework", before, now) }));

    const day = fileOf(`${receipt},受理,2026-11-03,,,`, letter, letter);
    expect(await mill.feed(day, NEW)).toMatchObject({ rejected: [], counts: { changed: 1, unchanged: 2 } });
    const again = await stands(waiting);
    expect(again).toMatchObject({ personId, state: "contact-sent", version: before.version + 2 });
    expect(await mill.feed(`${day}\n`, NEW)).toMatchObject({ rejected: [], counts: { changed: 0, unchanged: 3 } });
    expect(await stands(waiting)).toEqual(again);
  });

  test("delivered twice are taken once", async () => {
    const waiting = await begun();
    await mill.look(fileOf(`${waiting.transfer.receipt},受理,2026-11-03,,,`), NEW);
    const [delta] = mill.waiting.reported.splice(0);
    await Promise.all([mill.settleReported(delta!), mill.settleReported(delta!)]);
    await mill.settleReported(delta!);
    expect(await stands(waiting)).toMatchObject({ state: "accepted", version: 2 });
  });
});

test("a row that may not be is rejected with its column and its reason, and nothing of it changes", async () => {
  const [one, other] = [await begun(), await begun()];
  const { receipt } = one.transfer;
  const before = await everythingIn(mill.client, "casework", "desk");
  const rows = [
    [`${receipt},办结,2026-11-03,,,`, "EVENT transfer.step-not-legal"],
    [`${receipt},受理,2026-11-01,,,`, "ON transfer.event-older"],
    [`${receipt},受理,2099-01-01,,,`, "ON date-in-future"],
    [`${receipt},不受理,2026-11-03,,,`, "NOTE transfer.note-missing"],
    [`${receipt},受理,2026-11-03,5,,`, "ACCOUNT transfer.amounts-unexpected"],
    [`${receipt},受理,2026-11-03,五块,,`, "ACCOUNT amount-unreadable"],
    [`${receipt},飞走,2026-11-03,,,`, "EVENT event-unknown"],
    ["AAAA-BBBB-CCCC,受理,2026-11-03,,,", "RECEIPT transfer-unknown"],
    ["3404,受理,2026-11-03,,,", "RECEIPT receipt-unreadable"],
    [`${other.transfer.receipt},受理`, "ON cells-missing"],
  ] as const;
  const outcome = await mill.feed(fileOf(...rows.map(([row]) => row)), NEW);
  expect(codesIn(outcome)).toEqual(rows.map(([, reason], nth) => [nth + 1, reason]));
  expect(outcome.accepted).toBe(0);
  for (const { reasons: given } of outcome.rejected) for (const { code } of given) expect(reasons).toHaveProperty([code]);
  expect(await everythingIn(mill.client, "casework", "desk")).toEqual(before);
});

test("an agency moves its own transfers only: another one's it does not even find, and it cannot speak for the other side", async () => {
  const waiting = await begun();
  const row = `${waiting.transfer.receipt},受理,2026-11-03,,,`;
  expect(codesIn(await mill.feed(fileOf(row), "transfer-510100"))).toEqual([[1, "RECEIPT transfer-unknown"]]);
  expect(codesIn(await mill.feed(fileOf(row), OLD))).toEqual([[1, "EVENT transfer.step-not-yours"]]);
  expect(await stands(waiting)).toMatchObject({ state: "submitted", version: 1 });
});

test("what somebody did meanwhile counts: the row that comes too late moves nothing", async () => {
  const waiting = await begun();
  const { receipt } = waiting.transfer;
  await mill.look(fileOf(`${receipt},受理,2026-11-03,,,`), NEW);
  const [late] = mill.waiting.reported.splice(0);
  await mill.feed(fileOf(`${receipt},不受理,2026-11-03,,,不是本省户籍`), NEW);
  await mill.settleReported(late!);
  expect(await stands(waiting)).toMatchObject({ state: "rejected", version: 2 });
  const { personId } = waiting.transfer;
  expect(mill.told.filter((word) => word.startsWith(personId))).toEqual([expect.stringContaining("transfer-rejected")]);
});

test.each([
  { when: "it does not say whose it is", partner: "insured", header: HEADER, code: "agency-missing" },
  { when: "it names no event", partner: NEW, header: "回执号,发生日期", code: "column-missing" },
  { when: "it is no file of states", partner: NEW, header: "社会保障号码,姓名,险种类型", code: "column-missing" },
])("a file is refused as a whole when $when", async ({ partner, header, code }) => {
  expect(await mill.look(`${header}\n1,2,3,,,\n`, partner)).toMatchObject({ state: "refused", problem: { code } });
});
