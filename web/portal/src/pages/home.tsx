import { Page } from '@sportello/ui/page';
export const Home = () => <Page title="Bacheca">x</Page>;
