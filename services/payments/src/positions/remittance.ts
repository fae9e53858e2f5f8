/** The longest text of a transfer. Source: pagoPA, paForNode.xsd, stText140 */
const MOST = 140;

/**
 * The reason of a transfer as the guidelines on payments want it, for the receipt and the bank's line. A long text is cut, the reference never.
 * Source: AgID, guidelines on electronic payments to public bodies, annex A
 */
export const remittanceOf = (iuv: string, amountCents: number, text: string): string =>
  `/RFB/${iuv}/${(amountCents / 100).toFixed(2)}/TXT/${text}`.slice(0, MOST);
