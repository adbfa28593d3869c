/**
 * The page on which somebody arrives who comes back from the issuer. The session's cookie is Strict: it does not travel on a request
 * that another site began, so this page, which is ours, begins the next one.
 */
export const afterwards = (path: string, english: boolean): string => {
  const [lang, title, on] = english ? ["en", "One moment", "Go on"] : ["zh-CN", "请稍等", "继续"];
  const href = path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0;url=${href}"><title>${title}</title>
<main><h1>${title}</h1><p><a href="${href}">${on}</a></p></main></html>`;
};
