/** The mark of the portal's header, 80 by 80 points: it travels with the mail, since nothing is loaded from anywhere. */
export const emblem = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAFAAAABQCAIAAAABc2X6AAAEvklEQVR4nOyba0xbZRjH33PpBXqhQOmwhEILdCio0XljTDe3D85kS8zcpjAnjFXQzCVeYvST',
    'MzHOL/JBM81wsjCU1WwZJposS0zcTYeSeZuLsjLagamwSjugLb3Qy95ScsZlvXLOYX15f+mH0+e8PT3/8zzv8zznvC0Nmi+C5QQJlhlYMOpgwahDg6VAIoxc',
    'aLc/BHhnCTz8UEn2pXfvgS+4AXiHAquaAV/QJNi3Sd25S5svpXMl9O7aAookfrzqDIUBbxC8NR7lKtGxl3QPaOZ79fehye2HzFdtPsALPIX0nnUF/e9XM2rd',
    'vhB8RbehEe6CAwAvcO5hlYw+atBtqJQxFujSrW0DMIpPtJTNdvipy+Mvdlz73xkAXMLtHN50X873r+mr1FnRt8EQ2H9y+IXDFrs7ODYZbP9plCSI2nIZSUT2',
    'lqvETauVf494Tdc5DG+uPCwVkQfqNA01+Yxl0O7b2ma+ODg5b2SNTmI0aEvyRYyl44J979dDLh8nRYsTwQs1dPbY9xhjaoBX57N6zc7H5lydui8sPWY3YBuW',
    'Q1pAEfufKWpvKM3NnmlpxiYD9e2WD0+N+IMxiw/c9c0fY5esnqerckSCSB5VZNO7apVZAvJcv4vdosWmhysLxceadfcWZTGWcyYnLDnXJ5LNQ2qFwLhb+4T+',
    'Vob7y+rZ/rm5b8QLWIIdD8Ok8/oG1fGWsiKFIGrxB8LvdFtbvkptKjq9oSM9dthyrtXLqOlUtkIuMKwpcHmDvRZ2wpsFDy90yz/DEbdc/i99t1Srxd0vl1Ws',
    'EDOWVIMlFov1cN3DeSf3VqwsnDmzcBgcOG3bctA8vLgzszkDh86PKrKpR7SSqAWmQMMapcnmW2R4p+9hmZjsaCjd8mAuY7FNTNW1W37ocwL2WF8pg+GjkgsY',
    'y9FexytdgxPeNItWmoIfr5DC8yjKFTKW7/4cazxyzeEOArbJk1BdTdqN1TmMxXrDD6/s+X4XSJ2UQ1pIER9tKz64o0SeRUUtsCuGNfatE1bPFCd3PfCwXb2O',
    'kfGp9ZVyWPagBX51Y41SLqbOXHEGU/zO1DwMcwksPHffdavwwMb42bYBy6gfcI9WKZzXfqeRHZP1MKwRb28sNBp0hTkz0wk2xh9MN8ZchPFtibbfNEXWlkuJ',
    '6fa7QBYpWr5A6GezO0lPJ+VhTZ4Qtoqry6SMJVZjzA8LW9cLAy7Yig45EgdaYsE7H837tL4E5mTGAm/W3zj+r9O7BE+kGORisnVbMXyowFgmPMFXjUNf/uKI',
    '/8F4gmF6hIVn8/0KkDl0/3ajqXNw3BNzlsUU/FSVvLOxdHYBzBRgPt9xOGY7cJukJaaJT57XfPxcsUREgQxEKqbgfbhSSp/ucwYWTDsCrx4iDl5qScQ6vey9',
    'zeqZ7dYrcUaeeXNldGPft9azSfS93B15NikLho9d1+qlyYxkhiWZ6rk78mzwHEYdLBh1sGDUwYJRBwtGHSwYdbBg1MGCUQcLRh0sGHWwYNTBglFn2QnGq4eo',
    'g1cP58Ks02UQ8VceEwhOcjkvg8AhPZezpnR+wHkng8sS6uA5PJdw2yqQaRAtv8bZi0MadRKE9JOtJoAWiVpLE5t/UbkTwHMYdbBg1Fl2gm8CAAD//0iZMW8A',
    'AAAGSURBVAMAczq+241TjDAAAAAASUVORK5CYII=',
  ].join(''),
  'base64',
);

/** By which the mail's HTML part names it (RFC 2392). */
export const emblemId = 'emblem';
