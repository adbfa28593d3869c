// The list of a region by due date, out of one lane for each division: every lane is read from the last page's day on, only as far
// as one page needs, and the lanes are merged. A lane is at most one day longer than that: within a day there is no order to go by.
import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { PlainDate } from "../../shared/kernel/calendar.ts";
import type { DivisionCode } from "../../shared/kernel/fields.ts";
import { toAttributes } from "../attributes.ts";
import type { Item } from "../register/table.ts";
import { type Lane, type Reader, type Row, sources } from "./kinds.ts";

type Options = { client: DynamoDBClient; table: string };
/** Where a page ends: the day and the name of its last row. */
export type Place = { day: string; name: string };
export type Asked = {
  divisions: readonly DivisionCode[];
  wanted: (row: Row) => boolean;
  length: number;
  after?: Place | undefined;
};

const LANES_AT_ONCE = 16;
const READ_AT_ONCE = 100;
const READ_AT_MOST = 1000; // of one lane for one page: the rest comes with the next one
const isAfter = ({ dueAt, name }: Row, after: Place) => dueAt > after.day || (dueAt === after.day && name > after.name);
/** Of two of one name the one that says in whose hands it is. */
const inOrder = (a: Row, b: Row) => {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.name === b.name ? Number(!a.taken) - Number(!b.taken) : a.name < b.name ? -1 : 1;
};

export function openLists({ client, table: TableName }: Options) {
  /** `until`: of that day and later ones there may be more. */
  async function rowsOf(lane: Lane, shows: (item: Item) => Row | undefined, asked: Asked) {
    const { wanted, length, after = { day: "0", name: "" } } = asked;
    const rows: Row[] = [];
    let from: Item | undefined;
    let read = 0;
    for (;;) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          ...(lane.index && { IndexName: lane.index }),
          KeyConditionExpression: "#at = :lane AND #by >= :day",
          ExpressionAttributeNames: { "#at": lane.at, "#by": lane.by },
          ExpressionAttributeValues: toAttributes({ ":lane": lane.partition, ":day": after.day }),
          Limit: READ_AT_ONCE,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      read += Items.length;
      rows.push(...Items.flatMap((item) => shows(item) ?? []).filter((row) => isAfter(row, after) && wanted(row)));
      if (!LastEvaluatedKey) return { rows };
      from = LastEvaluatedKey;
      const until = (Items.at(-1)?.["dueAt"]?.S ?? "") as PlainDate;
      const whole = rows.filter(({ dueAt }) => dueAt < until);
      if (until > after.day && (whole.length >= length || read >= READ_AT_MOST)) return { rows: whole, until };
    }
  }

  /** `next`: where the next page begins; none, this was the last one. */
  return async function list(reader: Reader, asked: Asked): Promise<{ rows: Row[]; next?: Place }> {
    const lanes = sources.flatMap(({ lanesIn, kinds }) => {
      const shows = (item: Item) => kinds.find(({ is }) => is(item))?.shows(item, reader);
      return lanesIn(asked.divisions).map((lane) => () => rowsOf(lane, shows, asked));
    });
    const found: Awaited<ReturnType<typeof rowsOf>>[] = [];
    for (let nth = 0; nth < lanes.length; nth += LANES_AT_ONCE)
      found.push(...(await Promise.all(lanes.slice(nth, nth + LANES_AT_ONCE).map((read) => read()))));
    const until = found.flatMap((lane) => lane.until ?? []).sort()[0];
    const known = found
      .flatMap(({ rows }) => rows)
      .filter(({ dueAt }) => !until || dueAt < until)
      .sort(inOrder)
      .filter(({ name }, nth, all) => name !== all[nth - 1]?.name); // an overdue transfer stands in two lists
    const rows = known.slice(0, asked.length);
    const last = rows.at(-1);
    if (known.length > rows.length && last) return { rows, next: { day: last.dueAt, name: last.name } };
    return until ? { rows, next: { day: until, name: "" } } : { rows };
  };
}
