import { bareHeader } from '../../../src/features/rfm/likelyHeaders';

// cspell:disable
test.each([
  ['Total (EUR)', 'total'],
  ['amount_eur', 'amount'],
  ['amountEur', 'amount'],
  ['TotalEUR', 'total'],
  ['TOTALEUR', 'total'],
  ['Montant en euros', 'montanten'],
  ['Total in EUR', 'total'],
  ['Débit EUR', 'debit'],
])('the currency at the end of %s is no part of the header', (name, header) => {
  expect(bareHeader(name)).toBe(header);
});

test.each(['debiteur', 'acheteur', 'vendeur', 'valeur', 'expediteur', 'donateur'])(
  '%s is a word, and holds no currency',
  (name) => {
    expect(bareHeader(name)).toBe(name);
    expect(bareHeader(name.toUpperCase())).toBe(name);
  },
);
// cspell:enable
