import { plainWordsOf } from '../core/columnNames';
import type { TypedColumn } from './column';
import { isNamed, type NamedKind, namesIn, TO_USE } from './namedKinds';

// cspell:disable
/** Kinds of yes and no that say nothing of what customers do. English first, then German, French, Spanish, Italian, Portuguese, Dutch and some more. */
const FLAGS: readonly NamedKind[] = [
  {
    reason: `says what a customer may be sent, not what the customer does; ${TO_USE}`,
    words: namesIn(
      'newsletter,newsletters,consent,consents,consented,opt in,opt out,optin,optout,opted in,opted out,opted,gdpr,ccpa,tcpa,can spam,unsubscribed,accepts marketing,accept marketing,marketing accepted,marketing permission,marketing permissions,marketing allowed,marketing ok,mailing permission,email permission,contact permission,email marketing,sms marketing,do not call,do not email,do not e mail,do not mail,do not contact,do not sms,do not phone,no mail,no email,no calls,dnc,has opted out of email,email opt',
      'dsgvo,rgpd,lgpd,lopd,avg toestemming,rodo,kvkk,consentement,consentimiento,consentimento,consenso,toestemming,zgoda,zgody,samtycke,samtykke,suostumus,souhlas,izin,onay,acepta publicidad,accepte publicite,nieuwsbrief,nyhetsbrev,nyhedsbrev,uutiskirje,boletin',
    ),
    parts: namesIn('newsletter,einwilligung,werbeerlaubnis,werbesperre,mailsperre'),
  },
  {
    reason: `says how a record is kept, not what the customer does; ${TO_USE}`,
    words: namesIn(
      'is deleted,deleted,archived,is archived,is test,test account,test user,test customer,email verified,phone verified,verified email,is verified,email valid,email confirmed,hard bounced,hard bounce,email bounced,is synced,synced,is duplicate,duplicate,is merged',
      'geloscht,archiviert,supprime,archive,eliminado,archivado,eliminato,archiviato,excluido,arquivado,verwijderd,gearchiveerd',
    ),
  },
];
// cspell:enable

/**
 * Why a column of yes and no says nothing of what customers do, by its name: what they agreed to be sent, and how a
 * program keeps their record. Undefined for all others, such as counts and categories.
 * Cost: that of the name.
 */
export function permissionReason(column: TypedColumn): string | undefined {
  if (column.kind !== 'boolean') return undefined;
  const words = plainWordsOf(column.name).join(' ');
  return FLAGS.find((flag) => isNamed(words, flag))?.reason;
}
