import { transactionsIn } from '../../../src/features/rfm/detect/detectTransactions';
import { typedTable } from '../../../src/table/typedTable';
import { analyzedBy, logs } from './log';

const { analyze } = logs();

/** Headers for order, day, customer, quantity, price, amount and status, and a status of an order that came to nothing. */
const LANGUAGES: [language: string, headers: string, canceled: string][] = [
  ['Japanese', '注文番号,注文日時,顧客ID,数量,単価,合計金額,ステータス', 'キャンセル'],
  ['Chinese', '订单号,下单时间,客户编号,数量,单价,实付金额,订单状态', '已取消'],
  ['Korean', '주문번호,주문일자,고객번호,수량,단가,결제금액,주문상태', '취소'],
  ['Russian', '№ заказа,Дата заказа,Клиент,Количество,Цена,Сумма,Статус', 'Отменён'],
  ['Ukrainian', 'Номер замовлення,Дата,Клієнт,Кількість,Ціна,Сума,Статус', 'Скасовано'],
  ['Turkish', 'Sipariş No,Sipariş Tarihi,Müşteri No,Adet,Birim Fiyat,Tutar,Durum', 'İptal Edildi'],
  ['Czech', 'Číslo objednávky,Datum,Zákazník,Množství,Cena,Celkem,Stav', 'Zrušeno'],
  ['Finnish', 'Tilausnumero,Tilauspäivä,Asiakasnumero,Määrä,Hinta,Summa,Tilauksen tila', 'Peruutettu'],
  ['Hungarian', 'Rendelésszám,Dátum,Vevő,Mennyiség,Egységár,Összeg,Státusz', 'Törölve'],
  ['Romanian', 'Nr. comandă,Data comenzii,Client,Cantitate,Preț,Valoare,Stare', 'Anulată'],
  ['Croatian', 'Broj narudžbe,Datum narudžbe,Kupac,Količina,Cijena,Iznos,Status', 'Canceled'],
  ['Greek', 'Αριθμός παραγγελίας,Ημερομηνία,Πελάτης,Ποσότητα,Τιμή,Σύνολο,Κατάσταση', 'Canceled'],
  ['Swedish', 'Ordernummer,Orderdatum,Kundnummer,Antal,Pris,Summa,Status', 'Makulerad'],
  ['Vietnamese', 'Mã đơn hàng,Ngày đặt hàng,Mã khách hàng,Số lượng,Đơn giá,Thành tiền,Status', 'Canceled'],
  ['Thai', 'หมายเลขคำสั่งซื้อ,วันที่,รหัสลูกค้า,จำนวน,ราคา,ยอดรวม,Status', 'Canceled'],
  ['Hebrew', 'מספר הזמנה,תאריך,לקוח,כמות,מחיר,סכום,Status', 'Canceled'],
];

test.each(LANGUAGES)('orders under %s headers are recognized, and scored', async (_, headers, canceled) => {
  const rows = [
    '1001,2024-03-01,C1,2,5.00,10.00,Paid',
    '1002,2024-03-05,C2,1,8.00,8.00,Paid',
    '1003,2024-03-18,C1,1,5.50,5.50,Paid',
    `1004,2024-03-20,C1,1,9.00,9.00,${canceled}`,
  ];
  const analysis = await analyze([headers, ...rows]);
  expect(analyzedBy(analysis)).toEqual({ C1: [1, 2, 15.5], C2: [14, 1, 8] });
  const table = headers.split(',').map((name, j) => [name, rows.map((row) => row.split(',')[j])]);
  const found = transactionsIn(typedTable(Object.fromEntries(table)));
  expect(found?.rowsAre).toBe('orders');
  expect(found?.columns).toMatchObject({ customer: headers.split(',')[2], date: headers.split(',')[1] });
});

test('where nothing is recognized, all that is lacking is named at once', async () => {
  const lines = ['ref,wann,wer,wieviel', '1,2024-03-01,A,10', '2,2024-03-05,B,8'];
  await expect(analyze(lines)).rejects.toThrow(
    /no columns of \S+ are recognized as the customer, the date and what was paid; say which they are with `customer`, `date` and `amount` \(or `quantity` and `price`\); there are: ref, wann, wer, wieviel$/,
  );
  const { revenue } = await analyze(lines, { customer: 'wer', date: 'wann', amount: 'wieviel' });
  expect(revenue).toBe(18);
});

test('likely columns are offered among them', async () => {
  await expect(analyze(['Purchaser Mail,Sales Timestamp,worth', 'a@x.test,2024-03-01,8'])).rejects.toThrow(
    "`customer` (perhaps 'Purchaser Mail')",
  );
});
