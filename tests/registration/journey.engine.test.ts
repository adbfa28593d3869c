// From the form to the register and back to the page, on the real engine.
import { describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import type { Fact } from "../../shared/registration.ts";
import { inHousehold, tell } from "../children/family.ts";
import { signInAs, startApp } from "../support/app.ts";
import { withEngine, withMachine } from "../support/around.ts";
import { aFact, anInsurance, aPhone, day, noon } from "../support/build.ts";
import { aJpeg } from "../support/files.ts";
import { aliasSecret, aPerson, type Known, register, someoneElse } from "../support/people.ts";
import type { Browser } from "../support/post.ts";
import { everythingIn } from "../support/table.ts";
import { allKept } from "./form.ts";

const engine = withEngine();
const machine = withMachine(engine);

const address = { division: "340403", lines: "龙泉街道学院社区学院路8号" };
let nth = 800;

type About = { birth?: string; facts?: Fact[]; insured?: boolean; phone?: Fact | "none" };
/** Somebody of whom all is registered that the form asks: employed, and in all five insurances if so wanted. */
async function somebody({ birth = "1990-05-01", facts = [], insured = true, phone }: About = {}): Promise<Known> {
  nth++;
  const number = someoneElse(nth);
  const held = { insuredAs: "employee", region: "340400" } as const;
  const person = aPerson({
    number,
    phone: phone ?? aPhone(`196${String(nth).padStart(8, "0")}`),
    registration: { identity: { docType: "RIC", number, name: "林晓禾", sex: "F", birth: day(birth) } },
    summary: {
      insurances: insured
        ? {
            pension: anInsurance({ ...held, scheme: "110" }),
            medical: anInsurance({ ...held, scheme: "310" }),
            unemployment: anInsurance({ ...held, scheme: "210" }),
            injury: anInsurance({ ...held, scheme: "410" }),
            maternity: anInsurance({ ...held, scheme: "310" }),
          }
        : {},
    },
  });
  const known = [
    aFact({ name: "residence", ...address }),
    aFact({ name: "hukou", division: "340422", lines: "寿春镇东街3号" }),
    aFact({
      name: "employment",
      status: insured ? "EMPLOYED" : "UNEMPLOYED",
      ...(insured && { employer: { name: "淮南安居物业" } }),
    }),
  ];
  const others = known.filter((fact) => !facts.some(({ name }) => name === fact.name));
  person.record.facts.push(...others, ...facts.filter(({ name }) => name !== "household"));
  await register(engine.client, aliasSecret(), person);
  const home = facts.filter(({ name }) => name === "household");
  if (home.length > 0) await tell(engine.client, person, home); // so that it is known who lives there
  return person;
}

const idOf = ({ record }: Known) => record.registration.personId;
const once = () => ({ headers: { "idempotency-key": crypto.randomUUID() } });
const send = (browser: Browser, differences: object = {}, more = once()) =>
  browser.post("/registrations", { ...allKept, ...differences }, more);
const open = async (person: Known) => (await signInAs(startApp(engine), person)).browser;
const pageOf = (person: Known) => openRegister({ client: engine.client, table: "register" }).page(idOf(person));
const historyOf = (person: Known) => openRegister({ client: engine.client, table: "register" }).history(idOf(person));
const tasksOf = async (person: Known) => {
  const tasks = await openDesk({ client: engine.client, table: "desk" }).openTasks();
  return tasks.filter(({ personId }) => personId === idOf(person));
};
const read = async (browser: Browser, path: string) => (await browser.get(path)).json();

describe("what the form begins with", () => {
  test("is what is registered, masked, and what is due", async () => {
    const browser = await open(await somebody());
    expect(await read(browser, "/registrations/form")).toMatchObject({
      today: "2026-03-31",
      person: { name: "林*禾", birth: "1990-05-01", docType: "RIC", number: expect.stringMatching(/^3404\*{10}\d{3}[\dX]$/) },
      card: { hasCard: false },
      residence: { division: "340403", text: expect.stringMatching(/龙泉街道\*{4}$/) },
      hukou: { text: expect.stringMatching(/^安徽省淮南市寿县寿春镇\*{4}$/) },
      mobile: { masked: expect.stringMatching(/^196\*{4}\d{4}$/) },
      work: { employer: "淮南安居物业" },
      insurances: [
        { insurance: "pension", insured: true, options: ["EMPLOYEE"], places: [] },
        { insurance: "medical", insured: true, options: ["EMPLOYEE"] },
        { insurance: "unemployment", insured: true, options: [] },
        { insurance: "injury", insured: true },
        { insurance: "maternity", insured: true },
      ],
      required: { EMPLOYED: ["pension", "medical", "unemployment", "injury", "maternity"], FLEXIBLE: [] },
    });
  });
});

describe("a form that leaves everything as it is", () => {
  test("confirms the registration at once, and says the same the next day without moving anything", async () => {
    const person = await somebody();
    const browser = await open(person);
    const { receipt } = await (await send(browser)).json();
    expect(await machine.run()).toEqual([]);

    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      slice: "registration",
      asked: "confirm",
      status: "applied",
    });
    expect((await pageOf(person))?.registration).toMatchObject({ confirmed: { on: "2026-03-31", route: "resident", receipt } });
    expect(await read(browser, "/registrations/form")).toMatchObject({ confirmed: { on: "2026-03-31", route: "resident" } });

    const again = await (await send(browser)).json();
    await machine.run();
    expect(await read(browser, `/submissions/${again.receipt}`)).toMatchObject({ status: "applied" });
    expect((await pageOf(person))?.registration).toMatchObject({ confirmed: { receipt }, version: 2 });
  });

  test("is printed whole, for the person alone", async () => {
    const person = await somebody();
    const browser = await open(person);
    const { receipt } = await (await send(browser)).json();

    expect(await read(browser, `/registrations/${receipt}`)).toMatchObject({
      receipt,
      status: "received",
      filled: {
        person: { name: "林晓禾", number: person.number, sex: "F", birth: "1990-05-01" },
        card: false,
        hukou: { division: "340422", lines: "寿春镇东街3号" },
        residence: { division: "340403", township: "龙泉街道", village: "学院社区", road: "学院路8号" },
        mobile: person.phone,
        work: { employer: { name: "淮南安居物业" } },
        pension: ["EMPLOYEE"],
        medical: ["EMPLOYEE"],
        unemployment: true,
        signature: { by: "self", name: "林晓禾" },
      },
      places: [
        { division: "340422", province: "安徽省", city: "淮南市", county: "寿县" },
        { division: "340403", province: "安徽省", city: "淮南市", county: "田家庵区" },
      ],
    });
    const stranger = await open(await somebody());
    expect((await stranger.get(`/registrations/${receipt}`)).status).toBe(404);
    const { receipt: change } = await (await browser.post("/changes", { item: "card", hasCard: true }, once())).json();
    expect((await browser.get(`/registrations/${change}`)).status).toBe(404);
  });
});

describe("a form that says something new", () => {
  test("brings each of it into the register, with the reasons and what the desk has to do about them", async () => {
    const person = await somebody({ insured: false });
    const browser = await open(person);
    const hardship = [{ code: "P01" }];
    const answer = await send(browser, {
      card: true,
      residence: { division: "340403", township: "龙泉街道", village: "学院社区", road: "学院路9号" },
      landline: "05542810000",
      work: { without: "FLEXIBLE" },
      reasons: { pension: hardship, medical: [...hardship, { code: "P02" }] },
    });
    const { receipt } = await answer.json();
    expect(await machine.run()).toEqual([]);

    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      status: "applied",
      asked: "card residence landline work reasons",
    });
    const page = await pageOf(person);
    const said = page?.facts.filter(({ source }) => source === "resident").sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(said).toMatchObject([
      { name: "card", hasCard: true },
      { name: "employment", status: "FLEXIBLE" },
      { name: "landline", landline: "0554-2810000" },
      { name: "residence", division: "340403", lines: "龙泉街道学院社区学院路9号" },
    ]);
    expect(page?.reasons).toMatchObject([{ insurance: "medical" }, { insurance: "pension", reasons: hardship }]);
    expect(page?.registration.confirmed).toMatchObject({ receipt });
    expect(await historyOf(person)).toHaveLength(1);
    const work = (await openDesk({ client: engine.client, table: "desk" }).openWork()).filter(
      (one) => one.personId === idOf(person),
    );
    expect(work.map((one) => `${one.work} ${one.insurance}`).sort()).toEqual(["CALL_BACK medical", "SUBSIDY_CHECK pension"]);
  });

  test("takes a new phone with its code only, and the code is used up by it", async () => {
    const person = await somebody();
    const started = startApp(engine);
    const { browser } = await signInAs(started, person);
    const phone = "15400009999";
    await browser.post("/phone-codes", { phone });
    const wrong = await send(browser, { mobile: { phone, code: "000000" } });
    expect(await wrong.json()).toMatchObject({ findings: [{ code: "code.wrong", path: ["mobile", "code"] }] });

    const { headers } = once();
    const right = { mobile: { phone, code: started.codeAt(phone) } };
    const { receipt } = await (await send(browser, right, { headers })).json();
    expect(await (await send(browser, right, { headers })).json()).toEqual({ receipt, status: "received" });
    expect((await send(browser, right)).status).toBe(422);
    await machine.run();
    expect((await pageOf(person))?.facts).toContainEqual(expect.objectContaining({ name: "phone", phone, source: "resident" }));
  });

  test("about a place that is on no list is refused at its field", async () => {
    const browser = await open(await somebody());
    const answer = await send(browser, { hukou: { division: "999999", lines: "某路1号" }, elsewhere: { pension: "990000" } });
    expect(await answer.json()).toMatchObject({
      findings: [
        { code: "registration.division-unknown", path: ["hukou", "division"] },
        { code: "registration.division-unknown", path: ["elsewhere", "pension"] },
      ],
    });
  });
});

test("a form of an old version hears that it has changed, and nothing else", async () => {
  const browser = await open(await somebody());
  const answer = await send(browser, { form: "2014-08-20", card: "yes" });

  expect([answer.status, await answer.json()]).toMatchObject([400, { findings: [{ code: "form.outdated", path: ["form"] }] }]);
});

describe("somebody looks first", () => {
  test("where the register knows nothing of an insurance, or holds what is not told", async () => {
    const person = await somebody();
    const browser = await open(person);
    const { receipt } = await (
      await send(browser, { pension: [], reasons: { pension: [{ code: "P05" }] }, medical: ["EMPLOYEE", "PUBLIC"], card: true })
    ).json();
    await machine.run();

    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      status: "in-review",
      findings: [
        { code: "registration.review.denies", path: ["pension"] },
        { code: "registration.review.claims", path: ["medical"] },
      ],
    });
    const [task] = await tasksOf(person);
    expect(task).toMatchObject({
      kind: "registration",
      region: "340403",
      because: [{ path: ["pension"] }, { path: ["medical"] }],
    });
    expect(await historyOf(person)).toEqual([]); // nothing half-written

    const desk = openDesk({ client: engine.client, table: "desk" });
    await desk.decide(task!, { verdict: "applied", reason: "单位已停保", by: "王芳" }, noon("2026-04-02"));
    await machine.run();
    const page = await pageOf(person);
    expect(page?.facts).toContainEqual(
      expect.objectContaining({ name: "stated", medical: ["EMPLOYEE", "PUBLIC"], acceptedAt: noon("2026-04-02") }),
    );
    expect(page?.facts).toContainEqual(expect.objectContaining({ name: "card", hasCard: true, source: "resident" }));
    expect(page?.registration.confirmed).toMatchObject({ on: "2026-04-02", receipt });
    expect(await historyOf(person)).toMatchObject([{ by: "王芳", channel: "desk" }]);
    expect(await read(browser, "/registrations/form")).toMatchObject({
      insurances: [{}, { options: ["EMPLOYEE", "PUBLIC"] }, {}, {}, {}],
    });
  });

  test("where the hukou is another one, and what was said of the phone meanwhile stays", async () => {
    const person = await somebody();
    const started = startApp(engine);
    const { browser } = await signInAs(started, person);
    const { receipt } = await (await send(browser, { hukou: { division: "320102", lines: "长江路1号" }, card: true })).json();
    await machine.run();
    started.pass(60);
    await browser.post("/changes", { item: "card", hasCard: true }, once());
    await machine.run();
    await browser.post("/changes", { item: "card", hasCard: false }, once());
    await machine.run();

    const [task] = await tasksOf(person);
    expect(task).toMatchObject({ because: [{ code: "registration.review.hukou", path: ["hukou"] }] });
    await openDesk({ client: engine.client, table: "desk" }).decide(
      task!,
      { verdict: "applied", reason: "户口簿已核对", by: "王芳" },
      noon("2026-04-02"),
    );
    await machine.run();
    const page = await pageOf(person);
    expect(page?.facts).toContainEqual(expect.objectContaining({ name: "hukou", division: "320102", source: "desk" }));
    expect(page?.facts).toContainEqual(expect.objectContaining({ name: "card", hasCard: false, source: "resident" }));
    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      status: "applied",
      findings: [{ code: "registration.partly-overtaken", path: ["card"] }],
    });
  });

  test("and if they say no, nothing has moved", async () => {
    const person = await somebody();
    const browser = await open(person);
    await send(browser, { pension: ["EMPLOYEE", "RESIDENT"], card: true });
    await machine.run();
    const [task] = await tasksOf(person);
    await openDesk({ client: engine.client, table: "desk" }).decide(
      task!,
      { verdict: "refused", reason: "查无此人", by: "王芳" },
      noon("2026-04-02"),
    );
    await machine.run();
    expect([await historyOf(person), (await pageOf(person))?.registration.confirmed]).toEqual([[], undefined]);
  });
});

describe("signed by a proxy", () => {
  const piece = (purpose: string) => ({ id: crypto.randomUUID(), draft: crypto.randomUUID(), purpose });
  const hand = (browser: Browser, { id, draft, purpose }: ReturnType<typeof piece>) =>
    browser.put(`/evidence/${id}?draft=${draft}&purpose=${purpose}`, new Uint8Array(aJpeg()), "image/jpeg");
  const signature = { by: "proxy", name: "王芳" };

  test("it needs the written authorisation, and the desk sees it with the form", async () => {
    const person = await somebody();
    const browser = await open(person);
    const [authorisation, other] = [piece("proxy-authorisation"), piece("guardianship")];
    expect((await hand(browser, authorisation)).status).toBe(200);
    await hand(browser, other);
    const sentWith = async ({ id, draft }: ReturnType<typeof piece>) =>
      (await send(browser, { signature, evidence: { draft, ids: [id] } })).json();

    expect(await (await send(browser, { signature })).json()).toMatchObject({
      findings: [{ code: "registration.proxy-unauthorised", path: ["evidence"] }],
    });
    expect(await sentWith(other)).toMatchObject({ findings: [{ code: "registration.proxy-unauthorised" }] });
    expect(await sentWith(piece("proxy-authorisation"))).toMatchObject({
      findings: [{ code: "evidence.gone", path: ["evidence", "ids", "0"] }],
    });
    const { receipt } = await sentWith(authorisation);
    await machine.run();
    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      status: "in-review",
      findings: [{ code: "registration.review.proxy" }],
    });
    expect(await sentWith(authorisation)).toMatchObject({ findings: [{ code: "evidence.gone" }] }); // it belongs to the first
  });

  test("somebody else's authorisation is not there", async () => {
    const authorisation = piece("proxy-authorisation");
    await hand(await open(await somebody()), authorisation);
    const browser = await open(await somebody());
    const { id, draft } = authorisation;
    const answer = await send(browser, { signature, evidence: { draft, ids: [id] } });
    expect(await answer.json()).toMatchObject({ findings: [{ code: "evidence.gone" }] });
  });
});

describe("for a child", () => {
  const signature = { by: "guardian", name: "林大山", relation: "parent" };
  const consent = { version: "2026-11-22", relation: "parent" };

  test("a parent whom the register proves to be one registers it, at once, and prints it", async () => {
    const home = "000000801";
    const mother = await somebody({ facts: [inHousehold(home, "02")] });
    const child = await somebody({
      birth: "2024-05-01",
      insured: false,
      phone: "none",
      facts: [inHousehold(home, "20"), aFact({ name: "employment", status: "PRESCHOOL" })],
    });
    const browser = await open(mother);
    const { children } = await read(browser, "/children");
    expect(await read(browser, `/registrations/form?for=${children[0].child}`)).toMatchObject({
      person: { birth: "2024-05-01" },
      work: { without: "PRESCHOOL" },
    });

    const missing = await send(browser, { for: children[0].child, signature });
    expect(await missing.json()).toMatchObject({ findings: [{ code: "consent.missing", path: ["consent"] }] });
    const { receipt } = await (await send(browser, { for: children[0].child, signature, consent })).json();
    await machine.run();
    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({ status: "applied" });
    expect((await pageOf(child))?.registration.confirmed).toMatchObject({ receipt });
    expect((await historyOf(child)).at(-1)).toMatchObject({ by: idOf(mother), channel: "web" });
    const another = await open(mother);
    expect(await read(another, `/registrations/${receipt}`)).toMatchObject({
      filled: { person: { number: child.number }, signature },
    });
    const looks = (await everythingIn(engine.client, "looks")).filter(({ pk }) => pk === `PERSON#${idOf(child)}`);
    expect(looks).toMatchObject([
      { kind: "parent", by: idOf(mother) },
      { kind: "parent", by: idOf(mother) },
    ]); // one for each session
  });

  test("whoever is no parent of it any more when the form has its turn is told so, and nothing moves", async () => {
    const [home, elsewhere] = ["000000803", "000000804"];
    const mother = await somebody({ facts: [inHousehold(home, "02")] });
    const child = await somebody({ birth: "2024-05-01", insured: false, phone: "none", facts: [inHousehold(home, "20")] });
    const browser = await open(mother);
    const { children } = await read(browser, "/children");
    const filled = { for: children[0].child, signature, consent, work: { without: "PRESCHOOL" } };
    const { receipt } = await (await send(browser, filled)).json();
    await tell(engine.client, child, [inHousehold(elsewhere, "20", { asOf: "2026-03-20" })]);
    const before = (await historyOf(child)).length;
    await machine.run();
    expect(await read(browser, `/submissions/${receipt}`)).toMatchObject({
      status: "refused",
      findings: [{ code: "child.not-yours" }],
    });
    expect(await historyOf(child)).toHaveLength(before);
  });

  test("nobody else does, and a parent takes no phone away from it", async () => {
    const home = "000000802";
    const mother = await somebody({ facts: [inHousehold(home, "02")] });
    await somebody({ birth: "2010-05-01", insured: false, facts: [inHousehold(home, "20")] });
    const [browser, stranger] = [await open(mother), await open(await somebody())];
    const { children } = await read(browser, "/children");

    expect((await send(stranger, { for: children[0].child, signature })).status).toBe(404);
    expect((await stranger.get(`/registrations/form?for=${children[0].child}`)).status).toBe(404);
    const taken = await send(browser, { for: children[0].child, signature, mobile: { phone: "15400001111", code: "123456" } });
    expect(await taken.json()).toMatchObject({ findings: [{ code: "registration.phone-of-child", path: ["mobile"] }] });
  });
});

describe("from two phones at once", () => {
  test("both are received and brought in whole: each thing that one of them says stands, and one word of what both say", async () => {
    const person = await somebody();
    const [one, other] = [await open(person), await open(person)];
    const employers = ["淮南第一中学", "淮南第二中学"];
    const answers = await Promise.all([
      send(one, { landline: "0554-2810000", work: { employer: { name: employers[0] } } }),
      send(other, { card: true, work: { employer: { name: employers[1] } } }),
    ]);
    const receipts: string[] = await Promise.all(answers.map(async (answer) => (await answer.json()).receipt));
    expect(new Set(receipts).size).toBe(2);
    expect(await machine.run()).toEqual([]);

    const page = await pageOf(person);
    const said = page?.facts.filter(({ source }) => source === "resident").sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(said).toMatchObject([
      { name: "card", hasCard: true },
      { name: "employment", status: "EMPLOYED", employer: { name: expect.toBeOneOf(employers) } },
      { name: "landline", landline: "0554-2810000" },
    ]);
    const ended = await Promise.all(receipts.map(async (receipt) => (await read(one, `/submissions/${receipt}`)).status));
    expect(ended).toEqual(["applied", "applied"]);
    expect(await historyOf(person)).toHaveLength(2);
    expect(page?.registration.confirmed?.receipt).toBeOneOf(receipts);
  });
});
