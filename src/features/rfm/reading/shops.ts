import type { TransactionRole } from '../transactionRoles';

/** How a shop system or payment service exports its orders. */
export interface ShopExport {
  /** As in "columns as Shopify exports them". */
  shop: string;
  /** Headers, bare, that only this export has together; one of the lists is enough. */
  signatures: readonly (readonly string[])[];
  /** Headers of a role, the best first; none where a column of that name means something else. */
  columns: Readonly<Partial<Record<TransactionRole, readonly string[]>>>;
  /** Headers of who is paid: where money went back, that is the customer. */
  paidTo?: readonly string[];
}

/** Exports whose headers mean something of their own: Shopify's 'Name' is the order, Amazon's 'item-price' a sum. */
const SHOPS: readonly ShopExport[] = [
  {
    shop: "Shopify's interface",
    signatures: [
      ['financialstatus', 'totalprice', 'createdat'],
      ['displayfinancialstatus', 'createdat'],
    ],
    columns: {
      customer: ['email', 'contactemail', 'customeremail', 'customerid'],
      invoice: ['name', 'ordernumber', 'id'],
      date: ['createdat', 'processedat'],
      amount: [
        'totalprice',
        'totalpricesetshopmoneyamount',
        'totalpricesetpresentmentmoneyamount',
        'currenttotalpricesetshopmoneyamount',
      ],
      quantity: [],
      price: [],
      description: [],
      country: ['billingaddresscountry', 'billingaddresscountrycode', 'shippingaddresscountry'],
      currency: ['currency', 'currencycode', 'totalpricesetshopmoneycurrencycode'],
      status: ['financialstatus', 'displayfinancialstatus'],
      canceled: ['cancelledat', 'canceledat'],
      refunded: ['refunds', 'totalrefundedsetshopmoneyamount', 'totalrefunded'],
    },
  },
  {
    shop: 'Shopify',
    signatures: [
      ['name', 'email', 'financialstatus'],
      ['name', 'email', 'lineitemquantity'],
      ['orderid', 'email', 'lineitemquantity'],
    ],
    columns: {
      customer: ['email'],
      invoice: ['name', 'orderid'],
      date: ['createdat', 'processedat', 'paidat'],
      amount: ['total'],
      quantity: ['lineitemquantity'],
      price: ['lineitemprice'],
      description: ['lineitemname'],
      country: ['billingcountry', 'shippingcountry'],
      currency: ['currency'],
      status: ['financialstatus'],
      canceled: ['cancelledat', 'canceledat'],
      refunded: ['refundedamount', 'amountrefunded'],
    },
  },
  {
    shop: "WooCommerce's interface",
    signatures: [
      ['datecreated', 'billingemail', 'total'],
      ['datecreated', 'orderkey', 'total'],
    ],
    columns: {
      customer: ['billingemail', 'customerid'],
      invoice: ['number', 'id'],
      date: ['datecreated', 'datepaid'],
      amount: ['total'],
      quantity: [],
      price: [],
      description: [],
      country: ['billingcountry', 'shippingcountry'],
      currency: ['currency'],
      status: ['status'],
      refunded: ['refunds'],
    },
  },
  {
    shop: 'WooCommerce',
    signatures: [
      ['order', 'nrevenue'],
      ['order', 'customertype', 'itemssold'],
      ['billingemail', 'ordertotal'],
      ['customeremail', 'ordertotal', 'ordercurrency'],
      ['emailbilling', 'ordernumber'],
      ['emailbilling', 'orderid'],
      ['emailbilling', 'orderstatus'],
    ],
    columns: {
      customer: ['billingemail', 'emailbilling', 'customeremail', 'email', 'customer', 'customerid'],
      invoice: ['ordernumber', 'orderid', 'order', 'ordernumberformatted'],
      date: ['orderdate', 'datecreated', 'date', 'paiddate', 'datepaid', 'completeddate'],
      amount: ['ordertotal', 'ordertotalamount', 'nrevenue', 'netsales', 'grandtotal', 'total'],
      quantity: ['quantity', 'quantityrefund', 'itemquantity'],
      price: ['itemcost', 'itemprice'],
      description: ['itemname', 'productname'],
      country: [
        'billingcountry',
        'countrycodebilling',
        'countrynamebilling',
        'countrybilling',
        'shippingcountry',
      ],
      currency: ['ordercurrency', 'currency'],
      status: ['orderstatus', 'status'],
      refunded: ['orderrefundamount', 'refundedtotal', 'ordertotalrefunded', 'totalrefunded', 'refundamount'],
    },
  },
  {
    shop: 'Klaviyo',
    signatures: [
      ['eventid', 'metric'],
      ['eventid', 'metricname'],
      ['eventid', 'eventname'],
      ['eventid', 'email', 'value'],
      ['eventid', 'profileemail'],
      ['email', 'metric', 'value'],
      ['email', 'metricname', 'value'],
      ['profileid', 'metric'],
      ['personemail', 'value'],
    ],
    columns: {
      customer: ['email', 'profileemail', 'personemail', 'profileid', 'personid'],
      invoice: ['orderid', 'ordernumber', 'eventid', 'uniqueid', 'uuid'],
      date: ['time', 'eventtime', 'eventdate', 'timestamp', 'datetime', 'date', 'createdat'],
      amount: ['value', 'eventvalue', 'ordervalue', 'total'],
      currency: ['valuecurrency', 'currency', 'currencycode'],
      status: ['metric', 'metricname', 'eventname', 'event'],
      description: ['itemname', 'productname'],
      quantity: ['quantity'],
      price: ['itemprice'],
    },
  },
  {
    shop: 'Stripe',
    signatures: [
      ['id', 'amount', 'amountrefunded', 'currency'],
      ['id', 'amount', 'customeremail', 'paymentintentid'],
      ['id', 'amount', 'customeremail', 'cardid'],
      ['id', 'amount', 'convertedamount', 'convertedcurrency'],
    ],
    columns: {
      customer: ['customeremail', 'billingdetailsemail', 'receiptemail', 'customerid', 'customer'],
      invoice: ['id'],
      date: ['createddateutc', 'createdutc', 'createddate', 'created'],
      amount: ['amount'],
      quantity: [],
      price: [],
      description: [],
      country: ['cardaddresscountry', 'cardissuecountry'],
      currency: ['currency'],
      status: ['status'],
      canceled: ['mode'],
      refunded: ['amountrefunded'],
    },
  },
  {
    shop: 'Square',
    signatures: [
      ['transactionid', 'grosssales', 'netsales'],
      ['transactionid', 'totalcollected', 'eventtype'],
    ],
    columns: {
      customer: ['customerid', 'customerreferenceid', 'customername'],
      invoice: ['transactionid'],
      date: ['date'],
      amount: ['netsales', 'grosssales', 'totalcollected'],
      quantity: ['qty'],
      price: [],
      description: ['item', 'description'],
      status: ['eventtype', 'transactionstatus'],
      refunded: [],
    },
  },
  {
    shop: 'Amazon',
    signatures: [
      ['amazonorderid', 'itemprice'],
      ['orderid', 'orderitemid', 'itemprice'],
      ['amazonorderid', 'purchasedate'],
    ],
    columns: {
      customer: ['buyeremail', 'buyerid', 'customerid', 'buyername'],
      invoice: ['amazonorderid', 'orderid'],
      date: ['purchasedate', 'paymentsdate', 'orderdate'],
      amount: ['itemprice'],
      quantity: [],
      price: [],
      description: ['productname'],
      country: ['shipcountry', 'billcountry'],
      currency: ['currency'],
      status: ['orderstatus'],
      canceled: ['itemstatus'],
      discount: ['itempromotiondiscount'],
    },
  },
  {
    shop: 'PayPal',
    signatures: [
      ['transactionid', 'gross', 'fee', 'net'],
      ['transactionid', 'gross', 'fromemailaddress'],
      ['transaktionscode', 'brutto', 'netto'],
    ],
    columns: {
      customer: ['fromemailaddress', 'absenderemailadresse', 'vonemailadresse', 'name'],
      invoice: ['transactionid', 'transaktionscode'],
      date: ['date', 'datum'],
      amount: ['gross', 'brutto'],
      quantity: [],
      price: [],
      description: ['itemtitle', 'artikelbezeichnung'],
      currency: ['currency', 'wahrung'],
      status: ['type', 'typ'],
      canceled: ['status'],
      refunded: [],
    },
    paidTo: ['toemailaddress', 'empfangeremailadresse', 'anemailadresse'],
  },
  {
    shop: 'Magento',
    signatures: [
      ['purchasepoint', 'grandtotalbase'],
      ['purchasepoint', 'grandtotalpurchased'],
      ['billtoname', 'grandtotalbase'],
      ['incrementid', 'basegrandtotal'],
    ],
    columns: {
      customer: ['customeremail', 'customername', 'billtoname'],
      invoice: ['id', 'incrementid', 'order', 'orderid'],
      date: ['purchasedate', 'createdat', 'purchasedon'],
      amount: ['grandtotalbase', 'basegrandtotal', 'grandtotalpurchased', 'grandtotal'],
      quantity: [],
      price: [],
      status: ['status'],
      refunded: ['totalrefunded', 'basetotalrefunded'],
    },
  },
  {
    shop: 'BigCommerce',
    signatures: [
      ['orderid', 'ordertotalinctax'],
      ['orderid', 'ordertotalextax'],
    ],
    columns: {
      customer: ['customeremail', 'customerid', 'customername'],
      invoice: ['orderid'],
      date: ['orderdate', 'datecreated'],
      amount: ['ordertotalinctax', 'ordertotalextax'],
      quantity: [],
      price: [],
      country: ['billingcountry', 'shippingcountry'],
      currency: ['ordercurrencycode'],
      status: ['orderstatus'],
      refunded: ['refundamount', 'refundedamount', 'totalrefunded'],
    },
  },
  {
    shop: 'eBay',
    signatures: [
      ['salesrecordnumber', 'soldfor'],
      ['buyerusername', 'soldfor'],
    ],
    columns: {
      customer: ['buyerusername', 'userid', 'buyeremail', 'buyername'],
      invoice: ['ordernumber', 'salesrecordnumber'],
      date: ['saledate', 'paidondate'],
      amount: ['totalprice'],
      quantity: [],
      price: [],
      description: ['itemtitle'],
      country: ['buyercountry', 'shiptocountry'],
      refunded: ['refundamount', 'refundedamount'],
    },
  },
  {
    shop: 'Etsy',
    signatures: [
      ['saledate', 'orderid', 'ordervalue', 'ordertotal'],
      ['saledate', 'orderid', 'itemtotal', 'listingid'],
    ],
    columns: {
      customer: ['buyeruserid', 'buyer', 'fullname', 'shipname'],
      invoice: ['orderid'],
      date: ['saledate'],
      amount: ['ordertotal', 'itemtotal'],
      quantity: [],
      price: [],
      description: ['itemname'],
      country: ['shipcountry'],
      currency: ['currency'],
      status: ['status', 'orderstatus'],
    },
  },
  {
    shop: 'PrestaShop',
    signatures: [
      ['reference', 'nouveauclient'],
      ['reference', 'newclient'],
      ['reference', 'newcustomer'],
      ['referencia', 'nuevocliente'],
      ['riferimento', 'nuovocliente'],
    ],
    columns: {
      customer: ['client', 'customer', 'cliente'],
      invoice: ['reference', 'referencia', 'riferimento', 'id'],
      date: ['date', 'fecha', 'data'],
      amount: ['total', 'totale'],
      status: ['etat', 'status', 'estado', 'stato'],
    },
  },
  {
    shop: 'Wix',
    signatures: [['ordernumber', 'datecreated', 'contactemail']],
    columns: {
      customer: ['contactemail'],
      invoice: ['ordernumber'],
      date: ['datecreated'],
      amount: ['total'],
      quantity: ['qty'],
      price: ['price'],
      description: ['item'],
      country: ['billingcountry', 'deliverycountry'],
      currency: ['currency'],
      status: ['paymentstatus'],
      refunded: ['refundedamount'],
    },
  },
  {
    shop: 'Xero',
    signatures: [['contactname', 'invoicenumber', 'invoiceamountpaid']],
    columns: {
      customer: ['contactname'],
      invoice: ['invoicenumber'],
      date: ['invoicedate'],
      amount: ['total'],
      quantity: ['quantity'],
      price: ['unitamount'],
      description: ['description'],
      country: ['pocountry', 'sacountry'],
      currency: ['currency'],
      status: ['status'],
      canceled: ['type'],
    },
  },
  {
    shop: 'QuickBooks',
    signatures: [
      ['transactiontype', 'num', 'name', 'amount'],
      ['transactiontype', 'num', 'customer', 'amount'],
      ['transactiontype', 'num', 'customerfullname', 'amount'],
    ],
    columns: {
      customer: ['customerfullname', 'customer', 'name'],
      invoice: ['num'],
      date: ['date', 'transactiondate'],
      amount: ['amount'],
      quantity: [],
      price: [],
      description: ['productservice', 'memodescription'],
      status: ['transactiontype'],
    },
  },
];

/** The export that headers are those of; undefined for any other file. @param bare headers in lower-case letters and digits. */
export function shopOf(bare: readonly string[]): ShopExport | undefined {
  const there = new Set(bare);
  return SHOPS.find(({ signatures }) =>
    signatures.some((signature) => signature.every((header) => there.has(header))),
  );
}
