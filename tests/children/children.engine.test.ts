import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { openCasework } from "../../functions/casework/casework.ts";
import { openRegister } from "../../functions/register/register.ts";
import type { ChildRef, ChildView } from "../../shared/children/contract.ts";
import { AttemptKey } from "../../shared/kernel/fields.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine } from "../support/around.ts";
import { aChange, noon } from "../support/build.ts";
import type { Known } from "../support/people.ts";
import { everythingIn } from "../support/table.ts";
import { aMember, inHousehold, tell } from "./family.ts";

const engine = withEngine();

const [HEAD, WIFE, SON, MOTHER, GRANDCHILD] = ["02", "12", "20", "52", "41"];
let households = 0;
const aHousehold = () => String(++households).padStart(9, "0");
const idOf = ({ record }: Known) => record.registration.personId;
const member = (number: string, relation = HEAD, birth = "1990-05-01") =>
  aMember(engine.client, { birth, facts: [inHousehold(number, relation)] });
const boyIn = (number: string, birth = "2018-05-01") => member(number, SON, birth);

/** As somebody is whose death two people at the desk have found. */
async function closed(person: Known) {
  const register = openRegister({ client: engine.client, table: "register" });
  const before = (await register.page(idOf(person)))!;
  const { version: _, ...held } = before.registration;
  const move = { by: "王芳+李军", channel: "desk", receipt: "C7K2-94MD-61QY", recordedAt: noon("2026-03-05") } as const;
  const changes = { registration: { ...held, status: "closed" as const } };
  const TransactItems = register.moves({ ...move, personId: idOf(person), before, changes });
  await engine.client.send(new TransactWriteItemsCommand({ TransactItems }));
}

async function childrenOf(person: Known): Promise<ChildView[]> {
  const { browser } = await signInAs(startApp(engine), person);
  return (await (await browser.get("/children")).json()).children;
}

describe("the children for whom somebody may act", () => {
  test("are those of the head of the household, for the head and for the wife", async () => {
    const home = aHousehold();
    const [father, mother] = [await member(home), await member(home, WIFE)];
    await boyIn(home);
    for (const parent of [father, mother])
      expect(await childrenOf(parent)).toMatchObject([{ name: "林*禾", birth: "2018-05-01", proven: "household", insured: [] }]);
  });

  test("are not the head's children for a grandmother who lives there, nor the grandchildren for the head", async () => {
    const home = aHousehold();
    const [head, grandmother] = [await member(home), await member(home, MOTHER)];
    await boyIn(home);
    await member(home, GRANDCHILD, "2020-05-01");
    expect(await childrenOf(grandmother)).toEqual([]);
    expect(await childrenOf(head)).toHaveLength(1);
  });

  test("are nobody's in a dormitory, where everybody is entered as oneself, nor for one of two wives", async () => {
    const dormitory = aHousehold();
    const mates = [await member(dormitory, "01"), await member(dormitory, "01"), await member(dormitory, WIFE)];
    await boyIn(dormitory);
    for (const mate of mates) expect(await childrenOf(mate)).toEqual([]);

    const home = aHousehold();
    const [father, ...wives] = [await member(home), await member(home, WIFE), await member(home, WIFE)];
    await boyIn(home);
    for (const wife of wives) expect(await childrenOf(wife)).toEqual([]);
    expect(await childrenOf(father!)).toHaveLength(1);
  });

  test("are the widow's who is head now, though the files still have the one who died as head", async () => {
    const home = aHousehold();
    const [father, mother] = [await member(home), await member(home)];
    await boyIn(home);
    expect(await childrenOf(mother)).toEqual([]);
    await closed(father);
    expect(await childrenOf(mother)).toHaveLength(1);
  });

  test("are theirs until the day before the eighteenth birthday", async () => {
    const home = aHousehold();
    const head = await member(home);
    await boyIn(home, "2008-04-01"); // today is 31 March 2026
    await boyIn(home, "2008-03-31");
    expect(await childrenOf(head)).toMatchObject([{ birth: "2008-04-01" }]);
  });

  test("are not those of another household of the same number in another place, nor one that has moved away", async () => {
    const home = aHousehold();
    const [head, boy] = [await member(home), await boyIn(home)];
    await aMember(engine.client, { birth: "2019-01-01", facts: [inHousehold(home, SON, { division: "320102" })] });
    expect(await childrenOf(head)).toHaveLength(1);
    await tell(engine.client, boy, [inHousehold(aHousehold(), SON, { asOf: "2026-03-20" })]);
    expect(await childrenOf(head)).toEqual([]);
    const members = (await everythingIn(engine.client, "register")).filter(({ sk }) => sk === `MEMBER#${idOf(boy)}`);
    expect(members).toHaveLength(1);
  });

  test("are also those that a certificate has proved to be theirs, whatever household they are in", async () => {
    const [mother, baby] = [await member(aHousehold()), await boyIn(aHousehold(), "2026-01-20")];
    const register = openRegister({ client: engine.client, table: "register" });
    const proves = register.knowsChild(idOf(mother), { personId: idOf(baby), receipt: "C7K2-94MD-61QX" });
    await engine.client.send(new TransactWriteItemsCommand({ TransactItems: [proves] }));
    expect(await childrenOf(mother)).toMatchObject([{ birth: "2026-01-20", proven: "certificate" }]);
  });
});

describe("a parent who acts for a child", () => {
  const refused = { refused: true };
  /** Whose matter it is, for who is signed in. */
  async function subject(parent: Known, child: ChildRef) {
    const started = startApp(engine);
    const session = { personId: idOf(parent), sessionId: crypto.randomUUID() };
    const found = await started.children.one(session, child);
    return found ? { personId: found.personId, session } : refused;
  }

  test("leaves a row in the child's log, once for the session", async () => {
    const home = aHousehold();
    const [mother, boy] = [await member(home, WIFE), await boyIn(home)];
    const { browser } = await signInAs(startApp(engine), mother);
    await browser.get("/children");
    await browser.get("/children");
    const rows = (await everythingIn(engine.client, "looks")).filter(({ pk }) => pk === `PERSON#${idOf(boy)}`);
    expect(rows).toMatchObject([{ kind: "parent", by: idOf(mother) }]);
  });

  test("names the child by a word that is no use to anybody else", async () => {
    const home = aHousehold();
    const [mother, stranger] = [await member(home, WIFE), await member(aHousehold())];
    const boy = await boyIn(home);
    const [view] = await childrenOf(mother);
    expect(JSON.stringify(view)).not.toContain(idOf(boy));
    expect(await subject(mother, view!.child)).toMatchObject({ personId: idOf(boy) });
    expect(await subject(stranger, view!.child)).toBe(refused);
  });

  test("sees what they sent for the child among their own, and may take it back; another parent's is not there", async () => {
    const home = aHousehold();
    const [mother, stranger] = [await member(home, WIFE), await member(aHousehold())];
    const boy = await boyIn(home);
    const casework = openCasework({ client: engine.client, table: "casework" });
    const content = {
      slice: "change",
      change: aChange({ item: "card", hasCard: true }),
      acceptedAt: noon("2026-03-31"),
    } as const;
    const sent = { key: v.parse(AttemptKey, crypto.randomUUID()), fingerprint: "f" };
    const by = { personId: idOf(mother), as: "parent" } as const;
    const stored = await casework.submit(idOf(boy), sent, content, { by });
    if (stored.stored !== "now") throw new Error("not stored");
    const { receipt } = stored.submission;

    const { browser } = await signInAs(startApp(engine), mother);
    expect(await (await browser.get("/submissions")).json()).toMatchObject({ submissions: [{ receipt }] });
    expect((await browser.get(`/submissions/${receipt}`)).status).toBe(200);
    const headers = { "idempotency-key": crypto.randomUUID() };
    expect((await browser.post(`/submissions/${receipt}/withdrawal`, undefined, { headers })).status).toBe(409); // not in review
    const { browser: other } = await signInAs(startApp(engine), stranger);
    expect((await other.get(`/submissions/${receipt}`)).status).toBe(404);
    expect(await (await other.get("/submissions")).json()).toEqual({ submissions: [] });
  });
});
