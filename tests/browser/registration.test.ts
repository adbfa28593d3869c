// The registration form on a phone and on paper, against the real API, relay and worker on the embedded engine.
import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { openDesk } from "../../functions/desk/desk.ts";
import { openRegister } from "../../functions/register/register.ts";
import { itemOf } from "../../functions/register/table.ts";
import type { Fact, Summary } from "../../shared/registration.ts";
import { qrOf } from "../../web/slices/registration/qr.ts";
import { inHousehold, tell } from "../children/family.ts";
import { complaintsOf } from "../support/axe.ts";
import { aFact, anInsurance, day } from "../support/build.ts";
import { chooseOn } from "../support/choose.ts";
import { formSteps, SEND } from "../support/form-steps.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways } from "../support/layout.ts";
import { type Known, someoneElse, someoneNew } from "../support/people.ts";
import { visitPortal } from "../support/portal.ts";

const portal = visitPortal();
let machine: Awaited<ReturnType<typeof portal.begin>>;
let person: Known;
let page: Page;

beforeEach(async () => {
  machine = await portal.begin();
});

const held = { insuredAs: "employee", region: "340400" } as const;
const five: Summary["insurances"] = {
  pension: anInsurance({ ...held, scheme: "110" }),
  medical: anInsurance({ ...held, scheme: "310" }),
  unemployment: anInsurance({ ...held, scheme: "210" }),
  injury: anInsurance({ ...held, scheme: "410" }),
  maternity: anInsurance({ ...held, scheme: "310" }),
};
const lives = aFact({ name: "residence", division: "340403", lines: "龙泉街道学院社区学院路8号" });
const belongs = aFact({ name: "hukou", division: "340422", lines: "寿春镇东街3号" });
const works = aFact({ name: "employment", status: "EMPLOYED", employer: { name: "淮南安居物业" } });

let nth = 700;

/** Somebody of whom these facts are registered, at work age. */
async function somebody(
  insurances = five,
  facts: readonly Fact[] = [lives, belongs, works],
  birth = "1990-05-01",
): Promise<Known> {
  const number = someoneElse(++nth);
  const identity = { docType: "RIC", number, name: "林晓禾", sex: "F", birth: day(birth) } as const;
  const made = await someoneNew(portal.client, { number, registration: { identity }, summary: { insurances } });
  const { personId } = made.record.registration;
  const put = (client: DynamoDBClient, fact: Fact) =>
    client.send(new PutItemCommand({ TableName: "register", Item: itemOf.fact(personId, fact) }));
  await Promise.all(facts.map((fact) => put(portal.client, fact)));
  return made;
}
const register = () => openRegister({ client: portal.client, table: "register" });

async function enter(who: Known, elder = false): Promise<void> {
  person = who;
  page = await portal.page(person, { elder, bypassCSP: true });
}

const { ready, open, next, press, errors, received, ended, fits } = formSteps(
  () => page,
  () => portal.origin,
);
const at = async (path: string) => {
  await page.waitForURL((url) => url.pathname === path);
  await ready();
};
const tick = (name: string) => chooseOn(page, `[name="${name}"]`);
/** `axe`: also by the rules of accessibility. */
const looksRight = async (where: string, { target = 44, axe = false } = {}) => {
  await fits(where, target);
  if (axe) expect([where, await complaintsOf(page)]).toEqual([where, []]);
};
const states = async () =>
  Object.fromEntries(
    await page.locator(".tasks li[id] .tag").evaluateAll((tags) => tags.map((tag) => [tag.closest("li")!.id, tag.textContent])),
  );

test("whoever finds all of it right confirms it in three taps, by keyboard, in large print, and it is history", async () => {
  await enter(await somebody(), true);
  await open("/registration");
  expect(await states()).toMatchObject({
    hukou: "和登记的一样",
    home: "和登记的一样",
    work: "和登记的一样",
    sign: "您来签",
  });
  await looksRight("list", { target: 60, axe: true });
  await pressTo(page, SEND);
  await press("Enter");
  await at("/registration/check");
  for (const text of ["林*禾", "淮南安居物业", "城镇职工基本养老保险", "失业保险，工伤保险，生育保险"])
    expect(await page.textContent("#rows")).toContain(text);
  await looksRight("check", { target: 60, axe: true });
  await pressTo(page, "[name=declared]");
  await press("Space");
  await pressTo(page, SEND);
  await press("Enter");
  await received();
  await machine.run();
  await ended("办好了");
  expect(await page.textContent("#asked")).toBe("全民参保登记：登记的都对");

  const { personId } = person.record.registration;
  expect((await register().page(personId))?.registration.confirmed).toMatchObject({ route: "resident" });
  expect((await register().history(personId)).length).toBeGreaterThan(0);
  await open("/registration");
  expect(await page.textContent("#today")).toContain("确认过登记");
});

test("in English: where I live, why one insurance is missing and another is elsewhere; the session ends and the network goes, nothing is lost; the desk decides", async () => {
  const { injury: _, ...four } = five;
  await enter(await somebody(four, [belongs, works]));
  await open("/en/registration");
  expect(await states()).toMatchObject({ hukou: "As registered", home: "To fill in", insurances: "As registered" });
  await looksRight("list");
  await next();
  await at("/en/registration/home");
  await next();
  await at("/en/registration/home/door");
  await page.waitForSelector("#province option:nth-child(20)", { state: "attached" });
  await page.selectOption("#province", "34");
  await page.fill("#find", "田家庵");
  await page.click('label[for="address.division-found-0"]');
  await next();
  await page.waitForSelector("[data-step=street]:not([hidden]) .pick:nth-of-type(2)");
  await chooseOn(page, "[data-step=street] .pick input:not([value=own])");
  await next();
  await page.waitForSelector("[data-step=door]:not([hidden])");
  await page.fill('[name="address.lines"]', "学院路".repeat(21));
  await next();
  await expect.poll(errors).toEqual(["This is too long: 60 characters at most"]);
  await page.fill('[name="address.lines"]', "学院路8号3栋201");
  await page.fill('[name="village"]', "学院社区");
  await next();
  await at("/en/registration");
  expect(await states()).toMatchObject({ home: "Changed" });
  await next(); // on to what is still missing
  await at("/en/registration/reasons");
  expect(page.url()).toContain("insurance=injury");
  await next();
  await expect.poll(errors).toHaveLength(1);
  await looksRight("reasons");
  await tick("injury.why.U01");
  await next();
  await at("/en/registration/reasons/employer");
  await next();
  await expect.poll(errors).toHaveLength(1);
  await page.fill('[name="injury.employer.name"]', "淮南安居物业");
  await looksRight("employer");
  await next();
  await at("/en/registration");

  await page.click("#elsewhere a");
  await at("/en/registration/elsewhere");
  await page.waitForSelector('[id="elsewhere.medical"] option:nth-child(20)', { state: "attached" });
  await page.selectOption('[id="elsewhere.medical"]', { label: "Jiangsu" });
  await next();
  await page.waitForSelector("[data-step=twice]:not([hidden])");
  await page.selectOption('[id="twice.pension.0"]', { index: 1 });
  await next();
  await expect.poll(errors).toEqual(["Twice means two places. If there is only one, choose none"]);
  await page.selectOption('[id="twice.pension.0"]', { index: 0 });
  await looksRight("twice", { axe: true });
  await next();
  await at("/en/registration");
  expect(await states()).toMatchObject({ elsewhere: "Changed", home: "Changed" });
  await next();
  await at("/en/registration/check");
  await page.reload();
  await ready();
  const rows = await page.textContent("#rows");
  for (const text of ["学院社区学院路8号3栋201", "My employer has not enrolled me", "Medical insurance 江苏省"])
    expect(rows).toContain(text);
  await looksRight("check");

  await tick("declared");
  await page.context().setOffline(true);
  await next();
  await page.waitForSelector("#notice .blind");
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await next();
  await page.waitForURL("**/en/sign-in?return=%2Fen%2Fregistration%2Fcheck");
  await portal.signIn(page.context(), person);
  await open("/en/registration/check");
  expect(await page.textContent("#rows")).toContain("学院社区学院路8号3栋201");
  await tick("declared");
  await next();
  await received();
  await machine.run();
  await ended("Received and being looked at");

  const { personId } = person.record.registration;
  const desk = openDesk({ client: portal.client, table: "desk" });
  const task = (await desk.openTasks()).find((one) => one.personId === personId);
  await desk.decide(task!, { verdict: "applied", reason: "已核对", by: "王芳" }, portal.app().now());
  await machine.run();
  await ended("Done");
  const record = await register().page(personId);
  expect(record?.facts).toContainEqual(
    expect.objectContaining({ name: "residence", lines: expect.stringContaining("学院社区学院路8号3栋201") }),
  );
  expect(record?.reasons).toMatchObject([{ insurance: "injury", reasons: [{ code: "U01" }] }]);
  await open("/en/registration");
  expect(await states()).toMatchObject({ home: "As registered", elsewhere: "As registered" }); // nothing of the draft is left
});

test("a parent registers a child: whom it is about stands on every page, the guardian agrees and signs", async () => {
  const studies = aFact({ name: "employment", status: "STUDENT" });
  const { medical } = five;
  const child = await somebody(
    { ...(medical && { medical: { ...medical, scheme: "390", insuredAs: "student" } }) },
    [lives, belongs, studies],
    "2018-05-01",
  );
  await enter(await somebody());
  await tell(portal.client, child, [inHousehold("0098", "20")]);
  await tell(portal.client, person, [inHousehold("0098", "01")]);
  await open("/registration");
  await page.waitForSelector(".whom li:nth-child(2)");
  await page.click(".whom li:nth-child(2) a");
  await page.waitForURL("**/registration?for=*");
  await ready();
  await page.waitForSelector('#acting h2:text("孩子")');
  expect(await states()).toMatchObject({ work: "和登记的一样", sign: "要填" });
  await next();
  await at("/registration/sign");
  await page.waitForSelector('#acting h2:text("孩子")');
  await next();
  await expect.poll(errors).toEqual(["孩子不满14岁，请先勾选同意"]);
  await tick("consent");
  await next();
  await at("/registration");
  await next();
  await at("/registration/check");
  await tick("declared");
  await next();
  await page.waitForSelector("#errs");
  await expect.poll(errors).toEqual(["请打上签名人的姓名"]);
  await page.fill('[name="signature.name"]', "王建国");
  await next();
  await received();
  await machine.run();
  await ended("办好了");
  const { personId } = child.record.registration;
  expect((await register().page(personId))?.registration.confirmed).toMatchObject({ route: "resident" });
  await page.click("#print");
  await page.waitForSelector("#paper:not([hidden])");
  expect(await page.textContent('[data-line="signature"]')).toBe("王建国（监护人）");
});

test("what cannot be is said at its field; who signs for somebody else is asked for a paper that says they may", async () => {
  await enter(await somebody());
  await open("/registration/work");
  await chooseOn(page, "[name=work][value=PRESCHOOL]");
  await next();
  await expect.poll(errors).toEqual(["学龄前是不满7岁，请再看看"]);
  await open("/registration/sign");
  await chooseOn(page, '[name="sign.by"][value=guardian]');
  await next();
  await expect.poll(errors).toEqual(["请选您是他的什么人"]);
  await chooseOn(page, '[name="sign.by"][value=proxy]');
  await next();
  await at("/registration/sign/evidence");
  await page.waitForSelector("#proxy-authorisation input[type=file]", { state: "attached" });
  await looksRight("evidence");
  await next();
  await expect.poll(errors).toEqual(["请拍照或者选一份文件"]);

  await open("/registration/check");
  expect(await page.textContent("#rows")).toContain("指定代理人");
  await tick("declared");
  await page.fill('[name="signature.name"]', "王建国");
  await next();
  await page.click('#errs a:text("委托书")'); // the API looks again, and its finding leads to the page that asks
  await at("/registration/sign/evidence");
});

describe("on paper", () => {
  const RECEIPT = "7K3D-9QFM-2H4X";
  const long = (length: number) => "安徽省淮南市田家庵区龙泉街道学院南路".repeat(8).slice(0, length);
  /** As wide and as high as the paper between its margins of 12 mm. */
  const sheet = { width: Math.floor((186 / 25.4) * 96), height: Math.floor((273 / 25.4) * 96) };
  const filled = {
    person: { name: "林晓禾", sex: "F", birth: "1990-05-01", docType: "RIC", number: "340469199005010017" },
    card: true,
    hukou: { division: "340422" },
    residence: { division: "340403", township: "龙泉街道", village: "学院社区", road: "学院路8号3栋201" },
    mobile: "15400000001",
    work: { without: "FLEXIBLE" },
    pension: ["EMPLOYEE"],
    medical: ["RESIDENT", "NEW_RURAL"],
    unemployment: false,
    injury: true,
    maternity: false,
    reasons: { unemployment: [{ code: "U01" }] },
    elsewhere: { medical: "330000" },
    duplicates: {},
    signature: { by: "self", name: "林晓禾" },
  };
  const longest = {
    ...filled,
    person: {
      ...filled.person,
      name: "阿卜杜热合曼·买买提图尔荪".repeat(4).slice(0, 50),
      docType: "FPR_ID",
      number: "911124190308030024",
    },
    residence: { division: "653023", township: long(30), village: long(30), road: long(60) },
    landline: "0554-12345678-123456",
    work: { employer: { name: long(100) } },
    pension: ["EMPLOYEE", "RESIDENT", "ORGAN", "LAND_LOST", "OTHER"],
    medical: ["EMPLOYEE", "RESIDENT", "NEW_RURAL", "PUBLIC", "MIGRANT", "OTHER"],
    unemployment: true,
    maternity: true,
    reasons: { pension: [{ code: "P01" }], medical: [{ code: "U01" }], injury: [{ code: "O01" }] },
    elsewhere: { pension: "653000", medical: "330000", injury: "340000" },
    duplicates: Object.fromEntries(
      ["pension", "medical", "injury"].map((one) => [one, ["340403", "653023", "653000", "330000", "340422"]]),
    ),
    signature: { by: "guardian", name: "阿卜杜热合曼·买买提图尔荪".repeat(4).slice(0, 50) },
  };
  const places = [
    { division: "340422", province: "安徽省", city: "淮南市", county: "寿县" },
    { division: "340403", province: "安徽省", city: "淮南市", county: "田家庵区" },
    { division: "340000", province: "安徽省", city: "", county: "" },
    { division: "330000", province: "浙江省", city: "", county: "" },
    { division: "653000", province: "新疆维吾尔自治区", city: "克孜勒苏柯尔克孜自治州", county: "" },
    { division: "653023", province: "新疆维吾尔自治区", city: "克孜勒苏柯尔克孜自治州", county: "阿合奇县" },
  ];

  /** The page as it would lie in the printer's tray. */
  async function printed(of: object): Promise<void> {
    await page.route("**/api/registrations/*", (route) =>
      route.fulfill({
        json: {
          receipt: RECEIPT,
          status: "applied",
          acceptedAt: "2026-03-01T09:00:00.000+08:00",
          filled: of,
          findings: [],
          places,
        },
      }),
    );
    await page.setViewportSize(sheet);
    await page.goto(`${portal.origin}/registration/print#${RECEIPT}`);
    await page.waitForSelector("#paper:not([hidden])");
    await page.emulateMedia({ media: "print" });
  }
  const pagesOfPdf = async () =>
    (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;

  type Laid = { text: string; left: number; top: number; right: number; bottom: number };
  const rectsOf = (selector: string): Promise<Laid[]> =>
    page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return { text: (one.textContent ?? "").trim(), left, top: top + scrollY, right, bottom: bottom + scrollY };
      }),
    );

  /** How dark the image is inside each of these, from 0 to 1. */
  async function inkIn(areas: readonly Pick<Laid, "left" | "top" | "right" | "bottom">[]): Promise<number[]> {
    const image = (await page.screenshot({ fullPage: true })).toString("base64");
    return page.evaluate(
      async ([png, wanted]) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${png}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const pen = canvas.getContext("2d")!;
        pen.drawImage(picture, 0, 0);
        return wanted.map(({ left, top, right, bottom }) => {
          const [x, y] = [Math.ceil(left), Math.ceil(top)];
          const { data } = pen.getImageData(x, y, Math.max(1, Math.floor(right) - x), Math.max(1, Math.floor(bottom) - y));
          const light = data.filter((_, at) => at % 4 === 0);
          return 1 - light.reduce((sum, one) => sum + one, 0) / light.length / 255;
        });
      },
      [image, areas] as const,
    );
  }
  const inside = ({ left, top, right, bottom }: Laid, by: number) => ({
    left: left + by,
    top: top + by,
    right: right - by,
    bottom: bottom - by,
  });

  test("the form lies as the official one does: each row, line and box in its place, the boxes ticked that were chosen, and a code that says the receipt", async () => {
    await enter(await somebody());
    await printed(filled);
    expect(await pagesOfPdf()).toBe(1);
    const rows = await rectsOf("#rows tr");
    expect(Math.abs(rows[0]!.right - rows[0]!.left - sheet.width)).toBeLessThan(4);
    const begin = [
      "姓名",
      "证件类型",
      "户籍地址",
      "常住地址",
      "联系电话",
      "一、就业状态",
      "1. 工作单位全称",
      "2. 无单位",
      "二、参保情况",
      "1. 养老保险（可多选）",
      "2. 医疗保险（可多选）",
      "3. 失业保险",
      "4. 工伤保险",
      "5. 生育保险",
      "三、未参保原因",
      "四、异地参保",
      "五、如存在同一险种重复参保的",
      "本人声明",
      "经办人签名",
    ];
    expect(rows.map(({ text }, at) => text.startsWith(begin[at]!))).toEqual(begin.map(() => true));
    for (const [at, row] of rows.entries()) if (at > 0) expect(row.top).toBeGreaterThanOrEqual(rows[at - 1]!.bottom - 1);
    expect(rows.every(({ left, right }) => Math.abs(left - rows[0]!.left) < 1 && Math.abs(right - rows[0]!.right) < 1)).toBe(
      true,
    );
    expect((await rectsOf("#rows tr:nth-child(-n+2) > *")).map(({ text }) => text)).toEqual([
      "姓名",
      "林晓禾",
      "性别",
      "女",
      "出生日期",
      "1990年5月1日",
      "证件类型",
      "居民身份证",
      "证件号码",
      "340469199005010017",
      "社会保障卡",
      "有无",
    ]);
    const columns = await rectsOf("#rows tr:nth-child(-n+2) > *");
    for (let at = 0; at < 6; at++) expect(Math.abs(columns[at]!.left - columns[at + 6]!.left)).toBeLessThan(1);
    expect((await rectsOf("#title"))[0]!.text).toBe("安徽省全民参保登记表");
    expect((await rectsOf("#where"))[0]!.text.replace(/\s/g, "")).toBe(
      "安徽省淮南市田家庵区县（市、区）龙泉街道镇（街道）学院社区村（社区）",
    );

    const boxes = await page.locator("#rows .bx").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset["box"]!));
    const chosen = [
      "card.yes",
      "work.FLEXIBLE",
      "pension.EMPLOYEE",
      "medical.RESIDENT",
      "medical.NEW_RURAL",
      "injury",
      "reason.2",
      "elsewhere.outside",
    ];
    const ink = await inkIn((await rectsOf("#rows .bx")).map((box) => inside(box, 2)));
    expect(boxes.filter((_, at) => ink[at]! > 0.03)).toEqual(chosen);
    expect(boxes).toHaveLength(27);

    const modules = qrOf(RECEIPT);
    const [code] = await rectsOf(".qr path");
    const side = (code!.right - code!.left) / 21;
    const areas = modules.flatMap((row, y) =>
      row.map((_, x) =>
        inside(
          {
            text: "",
            left: code!.left + x * side,
            top: code!.top + y * side,
            right: code!.left + (x + 1) * side,
            bottom: code!.top + (y + 1) * side,
          },
          side / 4,
        ),
      ),
    );
    expect((await inkIn(areas)).map((dark) => dark > 0.5)).toEqual(modules.flat());
  });

  test("the longest of everything still is one page, and nothing is cut off", async () => {
    await enter(await somebody());
    await printed(longest);
    expect(await pagesOfPdf()).toBe(1);
    const [paper] = await rectsOf("#paper");
    expect(paper!.bottom - paper!.top).toBeLessThanOrEqual(sheet.height);
    const cut = await page
      .locator("#rows :is(td, th)")
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent));
    expect(cut).toEqual([]);
    const [table] = await rectsOf("#paper table");
    expect((await rectsOf("#rows :is(u, .o)")).filter(({ left, right }) => left < table!.left || right > table!.right)).toEqual(
      [],
    );
    expect(await sideways(page)).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 360, height: 800 });
    expect([await sideways(page), await complaintsOf(page)]).toEqual([0, []]); // on a phone the sheet moves in its own frame
  });
});
