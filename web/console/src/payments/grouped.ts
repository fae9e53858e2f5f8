/** A notice number in fours, as on paper. */
export const grouped = (noticeNumber: string): string => noticeNumber.replace(/(\d{4})(?=\d)/g, '$1 ');
