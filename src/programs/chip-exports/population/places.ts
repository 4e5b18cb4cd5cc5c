/**
 * Destinations by weight. Assumed: a few markets take most, and every other one a little. The order
 * of the first ones follows revenue by billing location in NVIDIA's annual reports (fiscal years
 * 2024 and 2025) from memory; billing location is not destination, and nothing was checked.
 */
export const destinations: Readonly<Record<string, number>> = {
  TW: 130,
  SG: 110,
  CN: 90,
  JP: 85,
  MY: 75,
  KR: 65,
  DE: 55,
  GB: 50,
  IN: 50,
  CA: 45,
  AE: 40,
  SA: 30,
  FR: 30,
  NL: 25,
  SE: 20,
  IE: 20,
  NO: 15,
  FI: 12,
  AU: 20,
  TH: 18,
  VN: 15,
  ID: 15,
  BR: 15,
  MX: 12,
  IL: 15,
  PL: 10,
  ES: 10,
  IT: 10,
  CH: 10,
  TR: 8,
  QA: 8,
  KZ: 5,
  ZA: 5,
  CL: 4,
  PH: 5,
  HK: 12,
  MO: 1,
  RU: 1,
  US: 12,
}

/** Where companies that order abroad have their headquarters, if not where they order to. Assumed. */
export const foreignHeadquarters: Readonly<Record<string, number>> = {
  US: 50,
  CN: 15,
  SG: 8,
  JP: 8,
  GB: 6,
  TW: 5,
  HK: 3,
  AE: 3,
  IN: 2,
}

/**
 * Destinations taken to be restricted LPP destinations. Assumed: the proposal leaves the list to
 * BIS. These are named in reports of diversion (Malaysia, Singapore, Thailand, Vietnam, the United
 * Arab Emirates, Kazakhstan, India, Turkey, Indonesia).
 */
export const restrictedDestinations: readonly string[] = [
  'AE',
  'ID',
  'IN',
  'KZ',
  'MY',
  'SG',
  'TH',
  'TR',
  'VN',
]

/** Destinations that evasion goes through, by weight. Assumed. */
export const transitDestinations: Readonly<Record<string, number>> = {
  MY: 30,
  SG: 25,
  AE: 15,
  TH: 10,
  VN: 8,
  ID: 5,
  IN: 4,
  KZ: 3,
}
