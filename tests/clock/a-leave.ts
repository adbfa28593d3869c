// A daughter who acts for her father until the last day of June.
import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { openDelegations } from "../../functions/delegations/delegations.ts";
import { Delegation } from "../../shared/delegation/delegation.ts";
import { aPhone, noon } from "../support/build.ts";
import { aliasSecret, aPerson, register, someoneElse } from "../support/people.ts";
import type { Stage } from "./stage.ts";

let nth = 0;
async function somebody(stage: Stage) {
  const phone = `154${String(++nth).padStart(8, "0")}`;
  const person = aPerson({ number: someoneElse(nth), phone: aPhone(phone) });
  await register(stage.client, aliasSecret(), person);
  return { personId: person.record.registration.personId, phone };
}

export async function leave(stage: Stage, more: object = {}) {
  const [father, daughter] = [await somebody(stage), await somebody(stage)];
  const one = v.parse(Delegation, {
    delegation: `D-7K2M-94MD-${String(nth).padStart(4, "0")}`,
    ...{ giver: father.personId, delegate: daughter.personId, calls: { giver: "林*", delegate: "林*禾" } },
    ...{ scopes: ["look", "changes"], as: "adult", proven: "code", begunAt: noon("2026-01-05"), until: "2026-06-30" },
    ...more,
  });
  const delegations = openDelegations({ client: stage.client, table: "casework" });
  const begun = await delegations.beginning(one, noon("2026-01-05"));
  if (begun.refused) throw new Error(begun.refused.code);
  await stage.client.send(new TransactWriteItemsCommand({ TransactItems: begun.writes }));
  return { ...one, phones: [father.phone, daughter.phone] };
}
