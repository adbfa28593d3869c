// How each setting named in the topology comes to a function on AWS: a parameter of the stack, the site's address, or not at all.
import { CfnParameter } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { topology } from "../shared/topology.ts";

type Setting = (typeof topology.functions)[keyof typeof topology.functions]["settings"][number];
type Asked = { type: "String" | "Number"; default?: string; allowedPattern?: string; minValue?: number; description: string };

const comesFrom = {
  ORIGIN: "site",
  DEMO_COUNTIES: "nowhere", // the never-issued counties are for synthetic people, and there are none on AWS
  CODES_PER_MINUTE: {
    type: "Number",
    default: "600",
    minValue: 1,
    description: "Sign-in codes a minute for the whole service; above it people take an extra step",
  },
  STAFF_ISSUER: {
    type: "String",
    allowedPattern: "https://.+",
    description: "Who says who somebody of the staff is: the address of an OpenID Connect issuer",
  },
  STAFF_CLIENT_ID: { type: "String", description: "Under which name that issuer knows this portal" },
  STAFF_ACR: {
    type: "String",
    default: "mfa",
    allowedPattern: ".+",
    description:
      "By which acr or amr that issuer says that a second factor was used; issuer-demands-it where it lets nobody in without",
  },
  GATEWAY_URL: {
    type: "String",
    allowedPattern: "https://.+",
    description: "Where messages to people are handed to: the operator's gateway",
  },
} as const satisfies Record<Setting, "site" | "nowhere" | Asked>;

/** `deploy` gives them by the names Origin, CodesPerMinute, GatewayUrl… */
export const parameterName = (setting: string) =>
  setting.toLowerCase().replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The value of a setting, made once for the stack; undefined where AWS has none. `address` is the site's. */
export function settingsOf(scope: Construct, address: string): (setting: string) => string | undefined {
  return (setting) => {
    const from = Object.entries(comesFrom).find(([name]) => name === setting)?.[1];
    if (!from) throw new Error(`${setting}: infra/settings.ts does not say where it comes from`);
    if (from === "nowhere") return undefined;
    if (from === "site") return address;
    const id = parameterName(setting);
    const known = scope.node.tryFindChild(id);
    return (known instanceof CfnParameter ? known : new CfnParameter(scope, id, from)).valueAsString;
  };
}
