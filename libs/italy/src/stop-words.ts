/**
 * Words that say nothing of what somebody looks for, as searches compare them: of Italian and English, without accents, with what elision
 * leaves over (`cos'è` is `cos` and `e`). A search for nothing else is for these words.
 *
 * Source: the lists of the Snowball project for both languages, shortened to what questions to an office begin with and hold
 */
export const stopWords = new Set(
  `a ad agli ai al alla alle allo all anche c che chi ci ce col coi com come con cos cosa cui d da dagli dai dal dalla dalle dallo dall de degli dei
   del della delle dello dell di dov dove e ed era essere fa fare gli ha hai hanno ho i il in io l la le lei li lo loro lui m ma me mi mia mie miei
   mio n ne negli nei nel nella nelle nello nell no noi non o od per perche piu pu puo qual quale quali quand quando quanto quello quella questo
   questa quell quest s sara se sei si siamo sono su sua sue sui sul sulla sulle sullo sull suo t ti tra fra tu tua tuo un una uno v vi voi vorrei
   devo posso an and are as at be by can do does for from get have how if is it its me my of on or our that the their them there this to was we
   what when where which who why will with you your`.split(/\s+/),
);
