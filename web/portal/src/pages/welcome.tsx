import { Page } from '@sportello/ui/page';
export const Welcome = () => <Page title="Benvenuto">x</Page>;
