/** What many listings of the demo say. */
export const MOSCOW = { regionCode: '77', city: 'Москва' } as const;
export const URAL = { regionCode: '66', city: 'Екатеринбург' } as const;
export const ZAPOLSK = { regionCode: '60', city: 'Запольск' } as const;
export const PRACTICE = { applicationType: 'PRACTICE' } as const;
export const INTERNSHIP = { applicationType: 'INTERNSHIP' } as const;
