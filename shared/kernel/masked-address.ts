const HIDDEN = "****";

/** Counties whose names hold the word for another level or for a street; a test holds every division of today against this. */
const AWKWARD = [
  "市中区|市南区|市北区|西市区|新市区|沙市区|津市市",
  "梅县区|沙县区|赣县区|辉县市|红旗区|社旗县",
  "孟村回族自治县|周村区|马村区|上街区|让胡路区",
  "肥乡区|东乡区|西乡塘区|东乡族自治县|积石山保安族东乡族撒拉族自治县",
].join("|");
const STREET = "街路巷弄村号\\d";

const LEVELS = [
  "[^省市区县旗]{2,3}省|[^省市县旗]{2,6}?(?:自治区|特别行政区)",
  "[^省市区县旗]{1,10}?(?:市|自治州|地区|盟)",
  // Without these limits 虎门镇解放区 would be a county; 镇平县 and 新乡县 are.
  `${AWKWARD}|[镇乡路]?[^市区县旗镇乡${STREET}]{1,18}?(?:[镇乡]?[县市]|[区旗])`,
  // A house number is further down than any township: 10号乡镇企业局 names none.
  "(?:城乡一体|(?!城乡一体)[^\\d０-９])*?(?:街道|镇|乡|苏木)",
].map((level) => new RegExp(`^(?:${level})`));

/** Kept to the township; where none is named, to the county. What is above it is passed first: 镇江市 is no 镇. */
export function maskedAddress(address: string): string {
  let kept = 0;
  for (const level of LEVELS) kept += level.exec(address.slice(kept))?.[0].length ?? 0;
  return address.slice(0, kept) + HIDDEN;
}
