// A transfer from Nanjing to Shou county, with whoever moves; as the worker would have written it.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { stepItems } from "../../functions/transfers/listed.ts";
import { moves, opens } from "../../functions/transfers/transfers.ts";
import type { Instant, PlainDate } from "../../shared/kernel/calendar.ts";
import { DivisionCode, Receipt } from "../../shared/kernel/fields.ts";
import type { Reckoning } from "../../shared/transfer/clock.ts";
import { opened, step } from "../../shared/transfer/step.ts";
import { Plan, type Side, type Transfer, type TransferEvent } from "../../shared/transfer/transfer.ts";
import { aPhone } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";
import type { Stage } from "./stage.ts";

let nth = 0;
const plan = v.parse(Plan, { carries: [], counted: 0, line: [], awaits: ["sheet"], missing: [] });
const end = (division: string) => ({ division: v.parse(DivisionCode, division), scheme: "110" as const });

export async function aTransfer(stage: Stage, openedAt: Instant, reckoning: Reckoning) {
  const phone = `154${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone) });
  await register(stage.client, aliasSecret(), person);
  const { personId } = person.record.registration;
  const receipt = v.parse(Receipt, `C7K2-94MD-${String(nth).padStart(4, "0")}`);
  const ends = { from: end("320102"), to: end("340422") };
  const transfer = opened({ receipt, personId, kind: "employee-pension", ...ends, plan, openedAt }, { as: "person" }, reckoning);
  await write(stage, [
    ...opens({ casework: "casework", register: "register" }, transfer),
    ...stepItems("desk", undefined, transfer),
  ]);
  return { transfer, personId, receipt, phone };
}

/** As an agency says it on that day. */
export async function takes(
  stage: Stage,
  before: Transfer,
  { event, by, at, recordedAt }: { event: TransferEvent; by: Side; at: PlainDate; recordedAt: Instant },
  reckoning: Reckoning,
): Promise<Transfer> {
  const next = step(before, { event, at, by: { as: by }, recordedAt, receipt: before.receipt }, reckoning);
  if (!next.ok) throw new Error(next.refusal.map(({ code }) => code).join());
  await write(stage, [...moves("casework", before, next.value), ...stepItems("desk", before, next.value)]);
  return next.value;
}

const write = (stage: Stage, TransactItems: ReturnType<typeof opens>) =>
  stage.client.send(new TransactWriteItemsCommand({ TransactItems }));
