// What people ask about looks, as an auditor sees it: the look and the question, and a tag for the record.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { ChallengeSeen } from "../../shared/audit/contract.ts";
import type { Task } from "../../shared/desk/task.ts";
import { dateOf, type Instant } from "../../shared/kernel/calendar.ts";
import type { DivisionCode, Receipt } from "../../shared/kernel/fields.ts";
import { provinces } from "../../shared/kernel/provinces.ts";
import { covers } from "../../shared/staff/regions.ts";
import type { Member } from "../../shared/staff/staff.ts";
import { toAttributes } from "../attributes.ts";
import type { Casework } from "../casework/casework.ts";
import { auditedIn, read as readDesk } from "../desk/table.ts";
import { type LookRow, read as readLook } from "../looks/table.ts";
import { queryAll } from "../query.ts";
import { daysLeft } from "./hours.ts";
import type { ReadLog } from "./log.ts";
import { tagOf } from "./overview.ts";

const COUNTRY = "100000";
type Me = Pick<Member, "staffId" | "personId">;
type Look = Extract<LookRow, { kind: "staff" }>;
type Options = {
  client: DynamoDBClient;
  desk: string;
  casework: Pick<Casework, "submission">;
  log: Pick<ReadLog, "row">;
  places(): Promise<(code: string) => string>;
  now(): Instant;
};

export function challengesIn({ client, desk: TableName, casework, log, places, now }: Options) {
  /** Open, in the order of their last days. */
  async function tasks(regions: readonly DivisionCode[]): Promise<Task[]> {
    const everywhere = regions.some((region) => region === COUNTRY);
    const asked = everywhere ? [...Object.keys(provinces), COUNTRY] : regions;
    const found: Task[] = [];
    for (const province of new Set(asked.map((region) => region.slice(0, 2)))) {
      const input = {
        TableName,
        IndexName: "due",
        KeyConditionExpression: "dueRegion = :list",
        ExpressionAttributeValues: toAttributes({ ":list": auditedIn(`${province}0000` as DivisionCode) }),
      };
      found.push(...(await queryAll(client, input)).map(readDesk.task));
    }
    const mine = found.filter(({ region, state }) => state === "open" && regions.some((place) => covers(place, region)));
    return mine.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  }

  async function lookBehind(task: Task): Promise<{ words?: string | undefined; look?: Look }> {
    const submission = await casework.submission(task);
    if (submission?.content.slice !== "challenge") return {};
    const { words, look: hash } = submission.content;
    const row = await log.row(task.personId, hash);
    const look = row && readLook.look(row);
    return { words, ...(look?.kind === "staff" && { look }) };
  }

  return {
    async list(regions: readonly DivisionCode[], me: Me): Promise<ChallengeSeen[]> {
      const [all, placeName] = await Promise.all([tasks(regions), places()]);
      return Promise.all(
        all.map(async (task) => {
          const { words, look } = await lookBehind(task);
          return {
            receipt: task.receipt,
            record: tagOf(task.personId),
            region: { code: task.region, name: placeName(task.region) },
            askedAt: task.openedAt,
            due: task.dueAt,
            provisional: task.provisional,
            left: daysLeft(dateOf(now()), task.dueAt),
            ...(words && { words }),
            own: isOwn(task, look, me),
            ...(look && { look: shown(look) }),
          };
        }),
      );
    },

    /** The task of this receipt, and whether it is about a look of one's own, or a question of one's own. */
    async one(regions: readonly DivisionCode[], receipt: Receipt, me: Me): Promise<{ task: Task; own: boolean } | undefined> {
      const task = (await tasks(regions)).find((each) => each.receipt === receipt);
      return task && { task, own: isOwn(task, (await lookBehind(task)).look, me) };
    },
  };
}

/** Nobody answers for themselves, nor themselves. */
const isOwn = ({ personId }: Task, look: Look | undefined, me: Me): boolean =>
  look?.by === me.staffId || personId === me.personId;

function shown({ at, agency, workNumber, role, purpose, reason, ticket, receipt, fields }: Look) {
  return { at, agency, workNumber, role, purpose, reason, ticket, receipt, fields };
}
