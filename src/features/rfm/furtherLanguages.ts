import { wordList } from './wordList';

/** Usual headers of order exports in further languages, by role, as `TRANSACTION_ROLES` has those of the first ones. */
export const FURTHER_HEADERS = {
  customer: wordList(`
    顧客id 顧客番号 顧客コード 会員番号 会員id 会員コード 得意先コード 得意先番号 購入者id 顧客
    客户id 客户编号 客户号 客户代码 会员号 会员id 会员编号 买家id 买家会员名 客户 客戶編號 會員編號
    고객번호 고객id 고객코드 회원번호 회원id 구매자id 고객
    клиент idклиента клиентid кодклиента номерклиента покупатель idпокупателя заказчик контрагент
    клієнт idклієнта кодклієнта номерклієнта покупець
    zákazník číslozákazníka idzákazníka kódzákazníka odběratel
    müşterino müşterinumarası müşteriid müşterikodu müşteri carikodu
    asiakasnumero asiakasnro asiakasid asiakastunnus asiakas
    vevő vevőkód vevőazonosító vevőszám ügyfél ügyfélszám ügyfélkód ügyfélazonosító
    codclient nrclient cumpărător
    kupac kupacid šifrakupca brojkupca stranka šifrastranke
    πελάτης κωδικόςπελάτη αριθμόςπελάτη
    pelanggan idpelanggan nomorpelanggan pembeli mãkháchhàng kháchhàng
    รหัสลูกค้า ลูกค้า العميل رقمالعميل الزبون לקוח מספרלקוח
  `),
  customerOtherwise: wordList(`
    メールアドレス 注文者メールアドレス 購入者メールアドレス メール 顧客名 会員名 得意先名 注文者名 購入者名 氏名 お名前
    邮箱 客户名称 客户姓名 买家昵称 이메일 고객명 구매자명 주문자명
    электроннаяпочта почта имяклиента фио eposta müşteriadı adsoyad sähköposti asiakkaannimi
    vevőneve ügyfélneve jménozákazníka numeclient
  `),
  invoice: wordList(`
    注文番号 注文id 受注番号 受注id 伝票番号 購入番号 取引番号 订单号 订单编号 订单id 訂單編號 訂單號 주문번호 주문id
    номерзаказа idзаказа noзаказа заказ номерчека чек номерзамовлення замовлення
    čísloobjednávky objednávka idobjednávky číslofaktury číslodokladu
    siparişno siparişnumarası siparişid faturano fişno
    tilausnumero tilausnro tilausid tilaus kuittinumero laskunumero
    rendelésszám rendelésazonosító rendelés számlaszám bizonylatszám
    nrcomandă numărcomandă idcomandă comandă nrcomenzii nrfactură
    brojnarudžbe narudžba brojračuna številkanaročila naročilo
    αριθμόςπαραγγελίας παραγγελία nomorpesanan nopesanan idpesanan mãđơnhàng
    หมายเลขคำสั่งซื้อ เลขที่คำสั่งซื้อ เลขที่ใบสั่งซื้อ รหัสคำสั่งซื้อ رقمالطلب رقمالفاتورة מספרהזמנה
  `),
  date: wordList(`
    注文日 注文日時 受注日 受注日時 購入日 購入日時 売上日 取引日 日付
    下单时间 下单日期 订单日期 订单创建时间 付款时间 支付时间 购买日期 日期 訂單日期
    주문일 주문일자 주문일시 구매일 구매일자 결제일 결제일시 날짜
    дата датазаказа датапокупки датапродажи датачека датазамовлення
    datumobjednávky datumnákupu datumprodeje
    tarih sipariştarihi satıştarihi işlemtarihi faturatarihi
    tilauspäivä tilauspvm päivämäärä pvm päiväys ostopäivä
    rendelésdátuma rendelésidátum vásárlásdátuma kelt
    datacomenzii datacomandă datafacturii
    datumnarudžbe datumkupnje datumnaročila
    ημερομηνία ημερομηνίαπαραγγελίας tanggal tanggalpesanan ngày ngàyđặthàng
    วันที่ วันที่สั่งซื้อ تاريخالطلب التاريخ תאריך תאריךהזמנה
  `),
  quantity: wordList(`
    数量 個数 点数 购买数量 宝贝总数量 수량 количество колво кількість množství množstvo početkusů počet
    adet miktar määrä kpl kappalemäärä mennyiség darab db cantitate količina kol
    ποσότητα jumlah sốlượng จำนวน الكمية כמות
  `),
  price: wordList(`
    単価 価格 販売価格 单价 价格 單價 단가 가격 판매가
    цена ценазаединицу ціна cenazakus jednotkovácena birimfiyat birimfiyatı fiyat fiyatı
    hinta yksikköhinta kappalehinta ár egységár preț prețunitar cijena
    τιμή τιμήμονάδας harga hargasatuan đơngiá ราคา ราคาต่อหน่วย السعر מחיר
  `),
  amount: wordList(`
    合計金額 合計 金額 支払総額 支払金額 注文金額 購入金額 売上金額 売上 総額 税込金額 税込合計
    金额 实付金额 总金额 订单金额 支付金额 买家实际支付金额 總金額 금액 결제금액 총금액 주문금액 합계 매출액
    сумма суммазаказа стоимость итого выручка сума сумазамовлення
    celkem celkemkúhradě částka cenacelkem celkovácena spolu
    tutar tutarı toplam toplamtutar geneltoplam sipariştutarı faturalanacaktutar ödenentutar
    summa yhteensä loppusumma összeg végösszeg összesen bruttóösszeg
    valoare totaldeplată suma iznos ukupno ukupaniznos znesek skupaj
    ποσό σύνολο totalharga totalbayar thànhtiền tổngtiền ยอดรวม ยอดสุทธิ ราคารวม المبلغ الاجمالي סכום סהכ
  `),
  description: wordList(`
    商品名 商品 品名 商品名称 商品标题 상품명 товар наименование номенклатура zboží ürün ürünadı tuote tuotenimi
    termék terméknév produs proizvod προϊόν
  `),
  currency: wordList('通貨 币种 货币 통화 валюта mena parabirimi valuutta pénznem νόμισμα'),
  status: wordList(`
    ステータス 注文ステータス 受注ステータス 支払状況 订单状态 交易状态 주문상태 статус статусзаказа стан статусзамовлення
    stavobjednávky stav siparişdurumu siparişstatüsü durum tilauksentila rendelésállapota státusz starecomandă stare statusnarudžbe
    κατάσταση
  `),
} as const;

/** Statuses of orders in further languages. */
export const FURTHER_STATUSES = {
  sale: wordList(`
    完了 発送済み 発送済 支払済み 支払済 入金済み 入金済 配送済み 配達完了 处理中 已完成 已发货 已付款 交易成功 卖家已发货 완료 배송완료 결제완료 구매확정
    выполнен выполнено оплачен оплачено доставлен доставлено отправлен завершен завершён виконано
    zaplaceno vyřízeno odesláno doručeno dokončeno zaplatené doručené
    tamamlandı ödendi gönderildi kargolandı teslimedildi kargoyaverildi
    maksettu toimitettu valmis lähetetty teljesítve fizetve kiszállítva teljesített livrată livrat plătit plătită finalizată
    betald levererad slutförd skickad betalt levert fullført leveret afsluttet afsendt
  `),
  none: wordList(`
    キャンセル キャンセル済み 取消 未入金 未払い 保留 已取消 交易关闭 待付款 未付款 취소 주문취소 결제대기 미결제
    отменен отменён отменено отменена ожидаетоплаты неоплачен неоплачено скасовано скасований
    zrušeno zrušená zrušené stornováno nezaplaceno iptal iptaledildi ödemebekliyor bekliyor
    peruttu peruutettu maksamatta törölve visszavonva lemondva anulată anulat neplătită
    makulerad avbruten annullerad annulleret kansellert avbestilt obetald
  `),
  refunded: wordList(`
    返金済み 返金 返品済み 返品 已退款 退款成功 환불 환불완료 반품 возврат возвращен возвращён возвращено повернено
    vráceno vrácené iadeedildi iade palautettu hyvitetty visszatérítve rambursată returnată
    återbetald returnerad refunderet refundert returneret returnert
  `),
} as const;
