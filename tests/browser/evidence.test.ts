// The box for pictures and PDFs in a real browser, over the real function and the local buckets.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import type { FileChooser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { UPLOAD_BYTES } from "../../shared/evidence/contract.ts";
import { evidenceSays } from "../../web/messages/evidence.ts";
import { formKit, kit } from "../../web/messages/kit.ts";
import { type Hall, list, openHall } from "../evidence/desk.ts";
import { complaintsOf } from "../support/axe.ts";
import { aPdf, exifSegment } from "../support/files.ts";
import { pressTo } from "../support/keyboard.ts";
import { sideways, smallTargets } from "../support/layout.ts";
import { through } from "../support/through.ts";
import { visit } from "../support/visit.ts";

const web = path.resolve(import.meta.dirname, "../../web");
const says = evidenceSays.zh;
const words = { ...kit.zh, ...formKit.zh, ...says };
const css = ["form", "journey", "evidence"].map((name) => readFileSync(`${web}/styles/${name}.css`, "utf8")).join("");

let hall: Hall;
let bundle: string;
let photo: Buffer;
/** What went out, and whether anything comes through. */
let sent: Buffer[] = [];
let reachable = true;
let page: Page;
let someone: Awaited<ReturnType<Hall["someone"]>>;
let draft: string;

const site = visit({
  async api(request) {
    if (!reachable) return new Response(null, { status: 503 });
    if (request.method === "PUT") sent.push(Buffer.from(await request.clone().arrayBuffer()));
    return through(hall.started.app, request);
  },
});
beforeAll(async () => {
  const options = { bundle: true, write: false, format: "iife", globalName: "kit", target: "chrome88" } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [`${web}/evidence/box.ts`] });
  bundle = outputFiles[0]?.text ?? "";
  hall = await openHall();
  photo = await takePhoto(3000, 1500);
}, 120_000);
afterAll(async () => {
  await hall?.stop();
});

beforeEach(async () => {
  sent = [];
  reachable = true;
  draft = crypto.randomUUID();
  someone = await hall.someone();
  page = await site.page({ cookies: someone.browser.cookies, hasTouch: true, isMobile: true });
  await openBox();
});

/** As a phone that was held on its side takes it: red left, blue right, and EXIF that says to turn it and where it was. */
async function takePhoto(width: number, height: number): Promise<Buffer> {
  const camera = await site.browser.newPage();
  const base64 = await camera.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
      const pen = canvas.getContext("2d")!;
      for (const [at, colour] of ["#f00", "#00f"].entries()) {
        pen.fillStyle = colour;
        pen.fillRect((at * w!) / 2, 0, w! / 2, h!);
      }
      return canvas.toDataURL("image/jpeg").split(",")[1]!;
    },
    [width, height],
  );
  await camera.close();
  const jpeg = Buffer.from(base64, "base64");
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(6), jpeg.subarray(2)]);
}

/** With which what has not arrived is sealed on the phone. */
const [MINE, YOURS] = ["m", "y"].map((letter) => Buffer.alloc(32, letter).toString("base64url")) as [string, string];

async function openBox(key = MINE) {
  await page.goto(`${site.origin}/contact`);
  await page.evaluate(
    ({ css, words, draft, key }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      document.querySelector("main")!.innerHTML =
        `<h1>改名字</h1><form><fieldset class="evidence" id="proof" aria-describedby="proof-h">
        <legend>户口簿的照片</legend><p class="hint" id="proof-h">要拍全</p><p class="hint" data-until-ready>等一等</p></fieldset></form>`;
      Object.assign(globalThis, { options: { draft, purpose: "name-correction", words, most: 2, keys: [key] } });
    },
    { css, words, draft, key },
  );
  await page.evaluate(
    `${bundle};globalThis.box = undefined;kit.openEvidence(document.getElementById("proof"), options).then((box) => (globalThis.box = box));0`,
  );
}

const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator("input.file:not([capture])").setInputFiles(file);
const aPhoto = () => ({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: photo });
const row = (nth = 0) => page.locator(".piece").nth(nth);
const arrived = (nth = 0) => row(nth).getByText(says["piece.kept"], { exact: true }).waitFor();
/** Until the box knows what is there. */
const ready = () => page.locator(".evidence .ways").waitFor();
const ids = () => page.evaluate<string[]>("box.ids()");
const underway = () => page.evaluate<boolean>("box.underway()");

/** Width, height and the colours of the upper and the lower half. */
const shownOf = (jpeg: Buffer) =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0);
    const colour = (part: number) => {
      const [red = 0, , blue = 0] = pen.getImageData(image.width / 2, image.height * part, 1, 1).data;
      return red > blue ? "red" : "blue";
    };
    return { width: image.width, height: image.height, upper: colour(0.25), lower: colour(0.75) };
  }, jpeg.toString("base64"));

test("a photo leaves the phone small, upright and without the place where it was taken", async () => {
  await choose(aPhoto());
  await arrived();

  expect(sent).toHaveLength(1);
  for (const told of ["Exif", "GPS", exifSegment().subarray(-48)]) {
    expect(photo.includes(told)).toBe(true);
    expect(sent[0]!.includes(told)).toBe(false);
  }
  expect(await shownOf(sent[0]!)).toEqual({ width: 1000, height: 2000, upper: "red", lower: "blue" });
  expect(await list(someone.browser, { draft })).toMatchObject([{ purpose: "name-correction", type: "image/jpeg" }]);
  expect(await ids()).toHaveLength(1);
  expect(await underway()).toBe(false);
  expect(await page.locator("[role=status]").last().textContent()).toBe("第1份已收到");
  expect(await row().locator("img").getAttribute("src")).toMatch(/^data:image\/jpeg/);
});

test("by keyboard alone: chosen, replaced, taken away, and the focus is where one goes on", async () => {
  const asked: FileChooser[] = [];
  page.on("filechooser", (chooser) => asked.push(chooser));
  const keyboard = async (selector: string, key: string) => {
    const before = asked.length;
    await pressTo(page, selector);
    await page.keyboard.press(key);
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(before + 1);
    return asked.at(-1)!;
  };
  await ready();
  await (await keyboard("input.file:not([capture])", "Enter")).setFiles(aPhoto());
  await arrived();
  const [first] = await ids();
  const replace = await keyboard(".piece button:nth-child(2)", "Enter");
  await replace.setFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: aPdf() });
  await expect.poll(() => sent.length).toBe(2);
  await arrived();

  expect(await ids()).toEqual([first]);
  expect(await list(someone.browser, { draft })).toMatchObject([{ id: first, type: "application/pdf" }]);
  await pressTo(page, ".piece button:nth-child(3)");
  await page.keyboard.press("Enter");
  await expect.poll(ids).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.matches("input.file"))).toBe(true);
  expect(await list(someone.browser, { draft })).toEqual([]);
});

test("pressed twice because the network is slow, taking away takes that one away and no other", async () => {
  for (const nth of [0, 1]) {
    await choose({ name: "scan.pdf", mimeType: "application/pdf", buffer: aPdf() });
    await arrived(nth);
  }
  const [, second] = await ids();
  let removed = 0;
  page.on("requestfinished", (request) => request.method() === "DELETE" && removed++);
  await row(0)
    .locator("button:nth-child(3)")
    .evaluate((remove: HTMLButtonElement) => {
      for (let times = 0; times < 2; times++) remove.click();
    });
  await expect.poll(() => removed).toBe(2);
  await page.waitForFunction(() => document.querySelectorAll(".piece").length === 1);

  expect(await ids()).toEqual([second]);
});

test("without a network it waits by itself, says so, and goes out when there is one", async () => {
  await ready();
  await page.context().setOffline(true);
  await choose(aPhoto());
  await row().getByText(says["piece.offline"]).waitFor();
  expect(await underway()).toBe(true);
  await page.context().setOffline(false);
  await arrived();

  expect(await ids()).toHaveLength(1);
});

test("what did not arrive outlives the tab, for nobody else; what arrived is there again with its small picture", async () => {
  await choose(aPhoto());
  await arrived();
  reachable = false;
  await choose({ name: "scan.pdf", mimeType: "application/pdf", buffer: aPdf() });
  await row(1).getByText(says["piece.later"]).waitFor();
  reachable = true;
  await openBox(YOURS);
  await ready();
  expect(await page.locator(".piece").count()).toBe(1);
  expect(await row(0).locator("img").count()).toBe(1);

  const closed = page;
  page = await page.context().newPage();
  await closed.close();
  await openBox();
  await arrived(0);
  await arrived(1);
  expect(await ids()).toHaveLength(2);
  expect(await page.locator(".ways").isVisible()).toBe(false); // two are as many as this question takes
});

test("what cannot be taken is said in plain words, by the page or by the service, and nothing is kept", async () => {
  const encrypted = aPdf({ trailer: "/Encrypt 5 0 R", more: ["<< /Filter /Standard >>"] });
  const cases = [
    { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x"), says: says["evidence.wrong-type"] },
    { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(0), says: says["evidence.empty"] },
    { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("\xff\xd8\xff"), says: says["evidence.damaged"] },
    {
      name: "a.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.concat([aPdf(), Buffer.alloc(UPLOAD_BYTES)]),
      says: says["evidence.too-large"],
    },
    { name: "a.pdf", mimeType: "application/pdf", buffer: encrypted, says: says["evidence.encrypted"] },
  ];
  for (const { says: text, ...file } of cases) {
    await choose(file);
    await page.locator(".err:visible", { hasText: text }).waitFor();
    expect(await page.locator("[role=status]").last().textContent()).toBe(text);
    expect(await ids()).toEqual([]);
  }
  expect(sent).toEqual([encrypted]);
  expect(await list(someone.browser, { draft })).toEqual([]);
});

test("everybody can use it: axe finds nothing, nothing is too wide or too small, also with large print", async () => {
  await choose(aPhoto());
  await arrived();
  await choose({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await page.locator(".err:visible").waitFor();
  for (const elder of [false, true]) {
    await page.evaluate((on) => document.documentElement.toggleAttribute("data-elder", on), elder);
    expect([elder, await sideways(page), await smallTargets(page, elder ? 60 : 44)]).toEqual([elder, 0, []]);
    if (process.env["SHOTS"]) await page.screenshot({ path: `${process.env["SHOTS"]}/evidence-${elder}.png`, fullPage: true });
  }
  const seen = await site.context({ cookies: someone.browser.cookies, bypassCSP: true, newest: true });
  page = await seen.newPage();
  await openBox();
  await arrived();
  expect(await complaintsOf(page)).toEqual([]);
  await seen.close();
});
