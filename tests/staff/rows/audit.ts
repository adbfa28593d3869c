import { PutItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { chainsIn } from "../../../functions/audit/chain.ts";
import { sha256, textOf } from "../../../functions/audit/told.ts";
import { itemOf as casework } from "../../../functions/casework/table.ts";
import { itemOf as looks } from "../../../functions/looks/table.ts";
import { answerChallenge, compareHousehold, listChallenges, listLooks } from "../../../shared/audit/contract.ts";
import { DivisionCode, Receipt } from "../../../shared/kernel/fields.ts";
import type { Submission } from "../../../shared/submission.ts";
import { aPersonId } from "../../support/build.ts";
import { HOME } from "../../support/staff.ts";
import type { Row, Stage } from "./row.ts";

let nth = 0;

/** Somebody asked why a handler of HOME looked at their record. */
export async function aChallenge({ client, staff, another }: Stage, by?: string, words = "那天我没有来过"): Promise<Receipt> {
  const personId = aPersonId();
  const at = staff.now();
  const look = {
    kind: "staff",
    lookId: crypto.randomUUID(),
    by: by ?? (await another("handler")).member.staffId,
    role: "handler",
    agency: "测试县社保中心",
    workNumber: "T9000",
    purpose: "task",
    reason: "核对户口",
  } as const;
  const row = looks.look(personId, look, at);
  await client.send(new PutItemCommand({ TableName: "looks", Item: row }));
  await chainsIn({ client, table: "looks", now: staff.now })(personId, row);
  const receipt = v.parse(Receipt, `AAAA-0000-${String(++nth).padStart(4, "0")}`);
  const submission: Submission = {
    personId,
    receipt,
    status: "in-review",
    content: { slice: "challenge", look: sha256(textOf(row)), lookedAt: at, words, acceptedAt: at },
    fingerprint: "none",
    history: [{ status: "in-review", at }],
  };
  const region = v.parse(DivisionCode, HOME);
  const task = { personId, receipt, kind: "look-challenge", state: "open", region, openedAt: at, provisional: false } as const;
  await client.send(
    new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: "casework", Item: casework.submission(submission) } },
        staff.desk.opens({ ...task, dueAt: staff.today() }),
      ],
    }),
  );
  return receipt;
}

const window = ({ staff }: Stage) => ({ from: staff.today(), to: staff.today() });

export const rows: readonly Row[] = [
  { contract: listLooks, reach: "own", about: (stage) => ({ query: window(stage) }) },
  {
    contract: compareHousehold,
    reach: "place",
    about: async (stage) => ({ body: { staff: (await stage.another("handler")).member.staffId, ...window(stage) } }),
  },
  { contract: listChallenges, reach: "own", about: () => ({}) },
  {
    contract: answerChallenge,
    reach: "place",
    answers: 202,
    about: async (stage) => ({
      params: { receipt: await aChallenge(stage) },
      body: { right: true, words: "核对过当天的事项，是本人申请的" },
    }),
  },
];
