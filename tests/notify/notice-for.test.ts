// What is told of a transfer: that it begins is not that it is done.
import * as v from "valibot";
import { expect, test } from "vitest";
import { noticeFor } from "../../functions/notify/notice-for.ts";
import { textOf } from "../../functions/notify/texts.ts";
import { Receipt } from "../../shared/kernel/fields.ts";
import { type TransferAccepted, TransferStepAccepted } from "../../shared/transfer/sent.ts";
import { aPhone, aRecord, noon } from "../support/build.ts";
import { aPerson, someoneElse } from "../support/people.ts";
import { aTransfer } from "../transfer/someone.ts";

const { facts } = aPerson({ number: someoneElse(1), phone: aPhone("15400000001") }).record;
const receipt = v.parse(Receipt, "C7K2-94MD-0001");
const wish = { kind: "medical", from: "320100", to: "340400" } as TransferAccepted["wish"];
const applied: TransferAccepted = { slice: "transfer", wish, plan: aTransfer().plan, acceptedAt: noon("2026-11-22") };

test.each([
  { status: "applied", says: "已经收下", not: "生效" },
  { status: "refused", says: "没有办成", not: "收下" },
] as const)("of an application that was $status: $says", ({ status, says, not }) => {
  const { template, params } = noticeFor(aRecord({ facts }), applied, { receipt, status })!;
  expect(textOf(template, params)).toContain(says);
  expect(textOf(template, params)).not.toContain(not);
});

test.each([
  { event: "withdrawn", says: "申请已经撤回" },
  { event: "corrected", says: "已经办好" },
] as const)("of one that its person has $event: $says", ({ event, says }) => {
  const step = { slice: "transfer-step", transfer: receipt, event, at: "2026-11-23", by: { as: "person" } } as const;
  const { template, params } = noticeFor(
    aRecord({ facts }),
    v.parse(TransferStepAccepted, { ...step, acceptedAt: noon("2026-11-23") }),
    { receipt, status: "applied" },
  )!;
  expect(textOf(template, params)).toContain(says);
});
