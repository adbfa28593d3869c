import type { Browser } from "playwright-core";

/** A small JPEG as a browser makes it, so that a browser can read it again. */
export async function aPhoto(browser: Browser): Promise<Buffer> {
  const camera = await browser.newPage();
  const drawn = await camera.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 80, height: 50 });
    canvas.getContext("2d")!.fillRect(5, 5, 40, 20);
    return canvas.toDataURL("image/jpeg").split(",")[1]!;
  });
  await camera.close();
  return Buffer.from(drawn, "base64");
}
