// What a journey costs: every call that leaves the process, with the units that DynamoDB says it took.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as v from "valibot";

/** `what`: the command and its table or queue. Units of reading and writing, indexes included. */
export type Call = { what: string; rru: number; wru: number };
export type Cost = { rru: number; wru: number; calls: string[] };

const Consumed = v.object({ CapacityUnits: v.number() });
const Answer = v.object({ ConsumedCapacity: v.union([Consumed, v.array(Consumed)]) });
const Command = v.object({
  input: v.looseObject({ TableName: v.optional(v.string()), QueueUrl: v.optional(v.string()) }),
});

/** From now on every call is counted, whoever makes it, until `stop`. */
export function startMeter() {
  const dynamo = DynamoDBClient.prototype.send;
  const sqs = SQSClient.prototype.send;
  let calls: Call[] = [];
  let counting = true;

  DynamoDBClient.prototype.send = async function (this: DynamoDBClient, ...given: unknown[]) {
    if (!counting) return Reflect.apply(dynamo, this, given);
    const [command] = given;
    const { input } = v.parse(Command, command);
    Object.assign(Reflect.get(Object(command), "input"), { ReturnConsumedCapacity: "INDEXES" });
    const what = nameOf(command);
    try {
      const answer = await Reflect.apply(dynamo, this, given);
      calls.push({ what, ...unitsOf(what, v.parse(Answer, answer)) });
      return answer;
    } catch (error) {
      calls.push({ what: `${what} refused`, rru: 0, wru: refusedUnits(input) });
      throw error;
    }
  } as typeof dynamo;
  SQSClient.prototype.send = async function (this: SQSClient, ...given: unknown[]) {
    if (counting) calls.push({ what: nameOf(given[0]), rru: 0, wru: 0 });
    return Reflect.apply(sqs, this, given);
  } as typeof sqs;

  return {
    /** What was called since the last time, added up. */
    take(): Cost {
      const [rru, wru] = [calls.reduce((sum, call) => sum + call.rru, 0), calls.reduce((sum, call) => sum + call.wru, 0)];
      const cost = { rru, wru, calls: calls.map(({ what }) => what) };
      calls = [];
      return cost;
    },
    /** What the measure itself wants to know is not counted. */
    async aside<Value>(work: () => Promise<Value>): Promise<Value> {
      counting = false;
      try {
        return await work();
      } finally {
        counting = true;
      }
    },
    stop() {
      DynamoDBClient.prototype.send = dynamo;
      SQSClient.prototype.send = sqs;
    },
  };
}
export type Meter = ReturnType<typeof startMeter>;

/** `GetItem sessions`, `TransactWriteItems casework casework`, `SendMessage codes`. */
function nameOf(command: unknown): string {
  const { input } = v.parse(Command, command);
  const tables = transacted(input).map((item) => v.parse(TransactedItem, Object.values(item)[0]).TableName);
  const on = tables.length > 0 ? tables : [input.TableName ?? input.QueueUrl?.split("/").at(-1)];
  return [Object(command).constructor.name.replace(/Command$/, ""), ...on].join(" ");
}

const TransactedItem = v.object({ TableName: v.string() });
const transacted = (input: Record<string, unknown>) =>
  v.parse(v.optional(v.array(v.record(v.string(), v.unknown())), []), input["TransactItems"]);

function unitsOf(what: string, { ConsumedCapacity }: v.InferOutput<typeof Answer>): { rru: number; wru: number } {
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return /^(?:GetItem|Query|BatchGetItem|Scan)/.test(what) ? { rru: units, wru: 0 } : { rru: 0, wru: units };
}

/** A write whose condition does not hold is paid for all the same: here one unit an item, two in a transaction, as all are small. */
const refusedUnits = (input: Record<string, unknown>) => transacted(input).length * 2 || 1;
