import { useLocalPath } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { Navigate } from 'react-router';
import { Welcome } from './welcome.js';

/** `/benvenuto`: only for who has still to accept. */
export const WelcomePage = () => {
  const { account } = useSession();
  const local = useLocalPath();
  return account && !account.hasAcceptedPolicy ? <Welcome /> : <Navigate to={local('/')} replace />;
};
