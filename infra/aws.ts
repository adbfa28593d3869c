import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { alarmsOfFigures } from "./alarms.ts";
import { letKnow, letOpen, letSend, letUse } from "./grants.ts";
import { type HouseBucket, houseBucket, houseFunction, houseQueue, houseSecret, houseTable, titled } from "./house.ts";
import { houseHttp, routeTo } from "./http.ts";
import { partitionOf } from "./partitions.ts";
import { type Platform, raise, type SecretName } from "./raise.ts";
import { settingsOf } from "./settings.ts";
import { Site } from "./site.ts";
import { wakeByTime, wakeOnInsert, wakeOnMessage, wakeOnObject } from "./triggers.ts";

/** `bundles` holds a folder for each function, `pages` is the built site; the region decides the partition. */
type Props = StackProps & { region: string; bundles?: string; pages?: string };

/** The topology on AWS, and the site before it. */
export class EnrolmentStack extends Stack {
  constructor(scope: Construct, id: string, { region, bundles = "dist/functions", pages = "dist/site", ...props }: Props) {
    super(scope, id, { ...props, env: { ...props.env, region } });
    const http = houseHttp(this);
    const site = new Site(this, "Site", { partition: partitionOf(region), api: http, pages });
    const settingOf = settingsOf(this, site.address);
    const secrets = new Map<SecretName, Secret>();

    const platform: Platform<TableV2, Queue, HouseBucket, Lambda> = {
      table: (name, spec) => {
        const table = houseTable(this, name, spec);
        if (name === "desk")
          new CfnOutput(this, "DeskTable", {
            value: table.tableName,
            description: "DESK for npm run staff, which gives the first role",
          });
        return table;
      },
      queue: (name, spec) => houseQueue(this, name, spec),
      bucket: (name, spec) => houseBucket(this, name, spec),
      fn: (name, spec) => {
        const fn = houseFunction(this, name, spec, `${bundles}/${name}`);
        for (const setting of spec.settings) {
          const value = settingOf(setting);
          if (value !== undefined) fn.addEnvironment(setting, value);
        }
        return fn;
      },
      mayUse: letUse,
      maySend: letSend,
      mayBucket: letOpen,
      maySecret: (fn, name) => {
        const secret = secrets.get(name) ?? houseSecret(this, name);
        secrets.set(name, secret);
        letKnow(fn, name, secret);
      },
      onHttp: (fn, { path }) => routeTo(http, path, fn),
      onInsert: wakeOnInsert,
      onMessage: wakeOnMessage,
      onObject: wakeOnObject,
      onSchedule: wakeByTime,
    };
    raise(platform);

    alarmsOfFigures(this);
    for (const [name, { secretArn }] of secrets)
      new CfnOutput(this, `${titled(name)}SecretArn`, { value: secretArn, description: `Where the secret ${name} is kept` });
  }
}
