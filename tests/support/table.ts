import { type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { fromAttributes } from "../../functions/attributes.ts";

/** Everything in these tables, in an order that does not depend on the engine. For tests only: nothing of ours scans. */
export async function everythingIn(client: DynamoDBClient, ...tables: string[]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const TableName of tables)
    for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
      found.push(...(page.Items ?? []).map((item) => ({ table: TableName, ...fromAttributes(item) })));
  const keyOf = ({ table, pk, sk }: Record<string, unknown>) => `${table} ${pk} ${sk}`;
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The names of all commands that this client sends, from now on. */
export function callsOf(client: DynamoDBClient): string[] {
  const calls: string[] = [];
  client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(String(context["commandName"]));
      return next(args);
    },
    { step: "initialize", name: `calls-${crypto.randomUUID()}` },
  );
  return calls;
}
