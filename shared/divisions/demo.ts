/**
 * County codes that were never issued, one in each province: a number that begins with one belongs to nobody. Local platforms
 * take them as current (DEMO_COUNTIES); on AWS the list is empty. Those of Anhui, Jiangsu and Shandong lie in Huainan, Nanjing and Jining.
 */
export const demoCounties: readonly string[] = [
  ..."110169 120169 130169 140169 150169 210169 220169 230169 310169 320169 330169 340469 350169 360169 370869".split(" "),
  ..."410169 420169 430169 440169 450169 460169 500169 510169 520169 530169 540169 610169 620169 630169 640169 650169".split(" "),
];

/** The never-issued county in the province of a division. */
export const demoCountyNear = (division: string): string | undefined =>
  demoCounties.find((code) => code.startsWith(division.slice(0, 2)));
