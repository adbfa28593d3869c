import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../shared/kernel/calendar.ts";
import type { PersonId } from "../../shared/kernel/fields.ts";
import type { Changes, FullRecord, RecordPage, Registration } from "../../shared/registration.ts";
import type { Sender } from "../../shared/submission.ts";
import { fromAttributes, toAttributes } from "../attributes.ts";
import type { MoveDues } from "../reminders/dues.ts";
import { householdWrites } from "./households.ts";
import { type Item, itemOf, keyOf } from "./table.ts";

/** Who moved the register and from where: told by the table an event came from, never by its body. */
export type Origin = { by: string; channel: "web" | Sender["channel"] | "import" };
/** `before` is what the decision was made on: nothing for someone new, else it holds whatever `changes` replaces. */
export type Move = Origin & {
  personId: PersonId;
  before: RecordPage | FullRecord | undefined;
  changes: Changes;
  receipt: string;
  recordedAt: Instant;
};

/** DynamoDB takes 100 writes in a transaction; the rest are the submission's, the outbox's, aliases and row results. */
export const MOST_MOVES = 80;

/** Version n becomes n + 1, its page of history is written with it, and what the person is to be reminded of where that moves. The registration is the first write: its condition is the version's. */
export const movesOf =
  (TableName: string, movesDues: MoveDues = () => []) =>
  ({ personId, before, changes, receipt, recordedAt, by, channel }: Move): [TransactWriteItem, ...TransactWriteItem[]] => {
    const version = (before?.registration.version ?? 0) + 1;
    const items = itemsOf(personId, changes);
    const history = itemOf.history(personId, {
      version,
      receipt,
      by,
      channel,
      recordedAt,
      before: bySortKey(before ? itemsOf(personId, replacedBy(changes, before)) : []),
      after: bySortKey(items),
    });
    const put = (Item: Item): TransactWriteItem => ({ Put: { TableName, Item } });
    return [
      { ...moveVersion(TableName, personId, before?.registration, changes.registration, version) },
      ...items.filter((item) => item["sk"]?.S !== "REGISTRATION").map(put),
      ...(changes.gone ?? []).map((fact) => ({ Delete: { TableName, Key: keyOf.fact(personId, fact) } })),
      ...householdWrites(TableName, before, changes),
      { Put: { TableName, Item: history, ConditionExpression: "attribute_not_exists(pk)" } },
      ...movesDues(personId, before, changes, recordedAt),
    ];
  };

function moveVersion(
  TableName: string,
  personId: PersonId,
  before: Registration | undefined,
  next: Changes["registration"],
  version: number,
): TransactWriteItem {
  if (!before) {
    if (!next) throw new Error("someone new needs a registration");
    return {
      Put: { TableName, Item: itemOf.registration({ ...next, version }), ConditionExpression: "attribute_not_exists(pk)" },
    };
  }
  const unlessOvertaken = {
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: toAttributes({ ":read": before.version }),
  };
  return { Put: { TableName, Item: itemOf.registration({ ...before, ...next, personId, version }), ...unlessOvertaken } };
}

const itemsOf = (
  id: PersonId,
  { registration, summary, facts = [], reasons = [], joinings = [], enrolments = [], paidYears = [] }: Changes,
): Item[] => [
  ...(registration ? [itemOf.registration({ ...registration, version: 1 })] : []),
  ...(summary ? [itemOf.summary(id, summary)] : []),
  ...facts.map((fact) => itemOf.fact(id, fact)),
  ...reasons.map((reason) => itemOf.reason(id, reason)),
  ...joinings.map((joining) => itemOf.joining(id, joining)),
  ...enrolments.map((enrolment) => itemOf.enrolment(id, enrolment)),
  ...paidYears.map((paidYear) => itemOf.paidYear(id, paidYear)),
];

/** The items as they were which the changes replace. */
function replacedBy(changes: Changes, before: RecordPage | FullRecord): Changes {
  const sameKey = <Body>(key: (body: Body) => Item, next: readonly Body[] = [], held: readonly Body[] = []) => {
    const keys = new Set(next.map((body) => key(body)["sk"]?.S));
    return held.filter((body) => keys.has(key(body)["sk"]?.S));
  };
  const id = before.registration.personId;
  const full = "enrolments" in before ? before : { enrolments: [], paidYears: [] };
  return {
    ...(changes.registration && { registration: before.registration }),
    ...(changes.summary && { summary: before.summary }),
    facts: sameKey((body) => keyOf.fact(id, body), [...(changes.facts ?? []), ...(changes.gone ?? [])], before.facts),
    reasons: sameKey((body) => keyOf.reason(id, body), changes.reasons, before.reasons),
    joinings: sameKey((body) => keyOf.joining(id, body), changes.joinings, before.joinings),
    enrolments: sameKey((body) => keyOf.enrolment(id, body), changes.enrolments, full.enrolments),
    paidYears: sameKey((body) => keyOf.paidYear(id, body), changes.paidYears, full.paidYears),
  };
}

const bySortKey = (items: Item[]): Record<string, unknown> =>
  Object.fromEntries(
    items.map((item) => {
      const { pk: _, sk, ...body } = fromAttributes(item);
      return [String(sk), body];
    }),
  );
