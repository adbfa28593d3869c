import { describe, expect, test } from "vitest";
import { type FunctionSpec, topology } from "../../shared/topology.ts";
import { raised } from "./raised.ts";

const { one, grants, statementsOf, ofType } = raised("ap-southeast-1");
const functions = Object.entries<FunctionSpec>(topology.functions);
const tableId = (table: string) => one("AWS::DynamoDB::GlobalTable", table).id;
const queueId = (queue: string) => one("AWS::SQS::Queue", queue).id;
const all = (statements: { Action: string | string[] }[]) => statements.flatMap(({ Action }) => Action);

const reading = ["BatchGetItem", "GetItem", "Query"];
const writing = [...reading, "ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem"];
const meaning: Record<string, string[]> = { none: [], read: reading, append: ["PutItem", "Query"], write: writing };

describe("what each function may do with each table", () => {
  const cells = functions.flatMap(([fn, { tables }]) =>
    Object.keys(topology.tables).map((table) => ({ fn, table, access: new Map(Object.entries(tables)).get(table) ?? "none" })),
  );
  test.each(cells)("$fn may $access $table", ({ fn, table, access }) => {
    const expected = meaning[access]!.map((action) => `dynamodb:${action}`).sort();
    const ofItems = grants(fn, tableId(table)).filter((action) => !/Stream|GetRecords|GetShardIterator/.test(action));
    expect(ofItems).toEqual(expected);
  });

  test("the residents' API cannot write the register", () => {
    expect(grants("api", tableId("register"))).toEqual(reading.map((action) => `dynamodb:${action}`));
  });
  test("the residents' API cannot change or remove a look", () => {
    expect(grants("api", tableId("looks"))).toEqual(["dynamodb:PutItem", "dynamodb:Query"]);
  });
  test("the residents' API cannot touch the desk", () => {
    expect(JSON.stringify(statementsOf("api"))).not.toContain(tableId("desk"));
  });
  test("nothing but the worker writes the register", () => {
    const writers = functions.filter(([fn]) =>
      grants(fn, tableId("register")).some((action) => /Put|Update|Delete/.test(action)),
    );
    expect(writers.map(([fn]) => fn)).toEqual(["worker"]);
  });
  test("nobody scans, and nobody may do everything", () => {
    const actions = functions.flatMap(([fn]) => all(statementsOf(fn)));
    expect(actions.filter((action) => /Scan|PartiQL|\*/.test(action))).toEqual([]);
  });
  test("an index is named, not every index", () => {
    const onIndexes = functions.flatMap(([fn]) => statementsOf(fn)).map(({ Resource }) => JSON.stringify(Resource));
    expect(new Set(onIndexes.flatMap((resource) => resource.match(/\/index\/[^"]*/g) ?? []))).toEqual(
      new Set(["/index/due", "/index/drafts", "/index/receipts", "/index/recount", "/index/villages"]),
    );
  });
});

describe("what each function may do with each queue", () => {
  const cells = functions.flatMap(([fn, { queues, trigger }]) =>
    Object.keys(topology.queues).map((queue) => ({
      fn,
      queue,
      sends: queues.includes(queue),
      receives: trigger.on === "message" && trigger.queues.includes(queue),
    })),
  );
  test.each(cells)("$fn sends to $queue: $sends, is woken by it: $receives", ({ fn, queue, sends, receives }) => {
    const actions = grants(fn, queueId(queue));
    expect(actions.includes("sqs:SendMessage")).toBe(sends);
    expect(actions.includes("sqs:ReceiveMessage") && actions.includes("sqs:DeleteMessage")).toBe(receives);
    if (!sends && !receives) expect(actions).toEqual([]);
  });

  test("the residents' API cannot put an event on the queue itself: what it accepts goes through the outbox", () => {
    expect(grants("api", queueId("effects"))).toEqual([]);
  });
  test("no function empties a dead-letter queue", () => {
    const failed = Object.keys(topology.queues).map((queue) => queueId(`${queue}Failed`));
    expect(functions.flatMap(([fn]) => failed.flatMap((id) => grants(fn, id)))).toEqual([]);
  });
});

describe("what else a function may reach", () => {
  test.each(functions)("%s reads the secrets it names, and no other", (fn, { secrets }) => {
    const readable = ["alias", "gateway", "issuer"].filter((secret) =>
      grants(fn, one("AWS::SecretsManager::Secret", `${secret}Secret`).id).includes("secretsmanager:GetSecretValue"),
    );
    expect(readable).toEqual([...secrets]);
  });

  test.each(functions)("%s opens the buckets it names, as it names them", (fn, { buckets }) => {
    const statements = statementsOf(fn).filter(({ Action }) => [Action].flat().some((action) => action.startsWith("s3:")));
    const may = {
      read: ["s3:GetObject", "s3:ListBucket"],
      write: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
      put: ["s3:PutObject"],
      delete: ["s3:DeleteObject"],
    };
    expect(all(statements)).toEqual(Object.values(buckets).flatMap((access) => (access ? may[access] : [])));
  });

  const onEvidence = (fn: string) =>
    all(statementsOf(fn).filter(({ Resource }) => JSON.stringify(Resource).includes("canbaotong-evidence")));

  test("who takes pictures in can put them into their one bucket and cannot read them, nor anything of a person's record", () => {
    expect(onEvidence("evidence")).toEqual(["s3:PutObject"]);
    expect(Object.keys(topology.functions.evidence.tables)).toEqual(["sessions", "uploads"]);
    expect(grants("evidence", tableId("sessions"))).toEqual(reading.map((action) => `dynamodb:${action}`));
    expect(all(statementsOf("evidence")).filter((action) => /^(?:sqs|secretsmanager):/.test(action))).toEqual([]);
  });
  test("staff alone read people's pictures, and the residents' API cannot even name them", () => {
    const readers = functions.filter(([fn]) => onEvidence(fn).some((action) => /Get|List/.test(action)));
    expect(readers.map(([fn]) => fn)).toEqual(["staff-api"]);
    expect(onEvidence("api")).toEqual([]);
  });
  test("who seals puts roots and cannot take one away; who shows them to everybody reads them and nothing else", () => {
    const onRoots = (fn: string) =>
      all(statementsOf(fn).filter(({ Resource }) => JSON.stringify(Resource).includes("canbaotong-audit")));
    const others = functions.map(([fn]) => fn).filter((fn) => !["seal", "roots"].includes(fn));
    expect(onRoots("seal")).toEqual(["s3:PutObject"]);
    expect(all(statementsOf("roots")).filter((action) => !action.startsWith("logs:"))).toEqual(["s3:GetObject", "s3:ListBucket"]);
    expect(others.filter((fn) => onRoots(fn).length > 0)).toEqual([]);
  });
  test("one function deletes pictures when their time has come, and it can neither see nor put any", () => {
    const deleters = functions.filter(([fn]) => all(statementsOf(fn)).some((action) => /^s3:Delete/.test(action)));
    expect(deleters.map(([fn]) => fn)).toEqual(["purge"]);
    expect(onEvidence("purge")).toEqual(["s3:DeleteObject"]);
  });

  test("a wildcard stands only for the objects of a bucket, and is explained where it is granted", () => {
    const resources = functions.flatMap(([fn]) => statementsOf(fn)).map(({ Resource }) => JSON.stringify(Resource));
    for (const resource of resources.filter((text) => text.includes("*")))
      expect(resource).toMatch(/canbaotong-(?:feeds|evidence|audit).*"\/\*"/);
  });

  test("a role belongs to one function, is taken by Lambda alone, and carries no policy made by others", () => {
    const roles = ofType("AWS::IAM::Role");
    expect(roles).toHaveLength(functions.length);
    for (const [, { Properties }] of roles) {
      expect(Properties["ManagedPolicyArns"]).toBeUndefined();
      expect(JSON.stringify(Properties["AssumeRolePolicyDocument"])).toContain('"Service":"lambda.amazonaws.com"');
    }
  });
});
