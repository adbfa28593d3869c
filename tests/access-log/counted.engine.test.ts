// Every look leaves a row: over all routes of staff, what was read of records and what was written down are counted against each other.
import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Asked, Asker, Row, Stage } from "../staff/rows/row.ts";
import { withEngine } from "../support/around.ts";
import { type StartedStaff, startStaff } from "../support/staff.ts";
import { everythingIn } from "../support/table.ts";

const folder = new URL("../staff/rows/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "row.ts");
const rows: Row[] = (await Promise.all(files.map((name) => import(new URL(name, folder).href)))).flatMap(
  (module: { rows: readonly Row[] }) => module.rows,
);

const engine = withEngine();
let staff: StartedStaff;
let stage: Stage;
/** Whose record was read, one entry each time. */
let read: string[] = [];

beforeAll(() => {
  engine.client.middlewareStack.add(
    (next, context) => (args) => {
      const whose = recordReadBy(String(context["commandName"]), args.input);
      if (whose) read.push(whose);
      return next(args);
    },
    { step: "initialize", name: "records" },
  );
  staff = startStaff({ client: engine.client });
  stage = { client: engine.client, staff, another: (role, regions) => staff.as(role, regions) };
});

type Input = {
  TableName?: string;
  ExpressionAttributeValues?: Record<string, { S?: string }>;
  FilterExpression?: string;
};

/** A person's page, their whole record or their history. What sign-in compares and what finds somebody reads neither. */
function recordReadBy(command: string, input: unknown): string | undefined {
  const { TableName, ExpressionAttributeValues = {}, FilterExpression } = Object(input) as Input;
  if (command !== "QueryCommand" || TableName !== "register" || FilterExpression) return undefined;
  return /^(?:PERSON|HISTORY)#(.+)$/.exec(ExpressionAttributeValues[":pk"]?.S ?? "")?.[1];
}

const looks = async () =>
  (await everythingIn(engine.client, "looks")).filter(({ pk, evidence }) => String(pk).startsWith("PERSON#") && !evidence);
const keyOf = ({ pk, sk }: Record<string, unknown>) => `${pk} ${sk}`;

async function ask({ contract }: Row, { params = {}, query, body, headers = {} }: Asked, by: Asker) {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const attempt = contract.attempt && { "idempotency-key": crypto.randomUUID() };
  const search = query ? `?${new URLSearchParams(query)}` : "";
  return by.post(path + search, body, { method: contract.method, headers: { ...attempt, ...headers } });
}
let total = 0;

/** Who is on the way in opens nobody's record. */
const inside = rows.filter(({ contract }) => contract.staff);

test.each(inside.map((row) => ({ name: `${row.contract.method} ${row.contract.path}`, row })))(
  "$name leaves exactly one row for each record that it opens",
  async ({ row }) => {
    const by = await staff.as(row.contract.staff?.roles[0] ?? "agent");
    const about = await row.about(stage, by, 2);
    const before = new Set((await looks()).map(keyOf));
    read = [];
    await ask(row, about, by);
    const opened = [...new Set(read)].sort(); // the rest of a record whose page is in hand is the same look (restOf)
    const written = (await looks())
      .filter((item) => !before.has(keyOf(item)))
      .map(({ pk }) => String(pk).slice("PERSON#".length));

    expect(written.sort()).toEqual(opened);
    total += opened.length;
  },
);

test("and many of them open one", () => {
  expect(total).toBeGreaterThan(5);
});
