import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { itemOf } from "../../functions/desk/table.ts";
import { listedTask, listedWork, openMatter } from "../../scripts/desk/open.ts";
import { deskWork } from "../../shared/declaration/follow-up.ts";
import { Work } from "../../shared/desk/work.ts";
import { ReviewKind } from "../../shared/submission.ts";
import { withEngine } from "../support/around.ts";
import { aPersonId, noon } from "../support/build.ts";
import { everythingIn } from "../support/table.ts";

const engine = withEngine();

describe("the desk's list", () => {
  test("names every matter but those whose name says that somebody is hard up", () => {
    expect(deskWork.filter((work) => listedWork({ work }) !== work)).toEqual(["SUBSIDY_CHECK"]);
    expect(ReviewKind.options.filter((kind) => listedTask({ kind }) !== kind)).toEqual(["hardship"]);
  });

  test("whoever handles one opens it by its receipt: the look is written down, and then its name is said", async () => {
    const personId = aPersonId();
    const receipt = "ABCD-EFGH-JKMN";
    const work = v.parse(Work, {
      personId,
      receipt,
      work: "SUBSIDY_CHECK",
      insurance: "pension",
      state: "open",
      region: "340422",
      openedAt: noon("2026-11-02"),
      dueAt: "2026-11-16",
      provisional: false,
    });
    await engine.client.send(new PutItemCommand({ TableName: "desk", Item: itemOf.work(work) }));
    const lists = { tasks: [], works: await openDesk({ client: engine.client, table: "desk" }).openWork() };
    const opened = { client: engine.client, table: "looks", ...lists };

    expect(await openMatter(opened, "ZZZZ-ZZZZ-ZZZZ", "王芳")).toEqual([]);
    expect(await everythingIn(engine.client, "looks")).toEqual([]);
    expect(await openMatter(opened, receipt, "王芳")).toEqual([`${receipt}  do  SUBSIDY_CHECK  pension  due 2026-11-16`]);
    expect(await everythingIn(engine.client, "looks")).toMatchObject([
      { pk: `PERSON#${personId}`, kind: "staff", by: "王芳", reason: `desk ${receipt}` },
    ]);
  });
});
